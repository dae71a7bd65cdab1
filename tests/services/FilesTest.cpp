// Workbooks and cards on their whole way: out of a book, in again, through preview, trial, rejects and undo.

#include "core/exchange/mapping/PlanGuess.h"
#include "tests/support/Packages.h"
#include "tests/support/SessionBook.h"

#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

std::int64_t exportTo(SessionBook& book, QStringView entity, const QString& name, CardStyle cards = CardStyle::Version4)
{
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(entity);
    ExportStyle style;
    style.format = *formatForSuffix(name);
    style.cards = cards;
    return need(book.session().exports().write(query, book.file(name), style));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void fill(SessionBook& book)
{
    book.create(u"person", {{u"name"_s, u"Ann Lee"_s}});
    book.create(u"customer",
                {{u"name"_s, u"上海晨光"_s},
                 {u"phones"_s, u"work: 021 5555 1234; mobile: +44 20 7946 0001; not one"_s},
                 {u"mails"_s, u"a@b.example; home: B@C.example"_s},
                 {u"links"_s, u"https://chenguang.example/a?b=1,2"_s},
                 {u"address"_s, u"[{\"country\":\"CN\",\"region\":\"上海\",\"city\":\"上海\",\"district\":\"黄浦区\","
                                u"\"street\":\"南京东路1号, 2楼\",\"postcode\":\"200001\",\"label\":\"billing\"}]"_s},
                 {u"revenue"_s, u"1054.10 EUR"_s},
                 {u"employees"_s, u"120"_s},
                 {u"follow_up"_s, u"2024-10-27T01:30:00.123Z"_s},
                 {u"owner"_s, u"Ann Lee"_s},
                 {u"tags"_s, u"vip; 重点"_s},
                 {u"code"_s, u"00123"_s},
                 {u"description"_s, u"=1+1\n'quoted\"; and 'more"_s}});
    book.create(u"customer", {{u"name"_s, u"'=HYPERLINK(\"x\")"_s},
                              {u"kind"_s, u"person"_s},
                              {u"parent"_s, u"上海晨光"_s},
                              {u"customer_since"_s, u"2020-02-29"_s},
                              {u"birthday"_s, u"1899-12-31"_s},
                              {u"do_not_contact"_s, u"true"_s},
                              {u"earlier_sales"_s, u"92233720368547.58 CNY"_s},
                              {u"revenue"_s, u"1.234 KWD"_s}});
    book.create(u"contact",
                {{u"name"_s, u"李四"_s},
                 {u"family_name"_s, u"李"_s},
                 {u"given_name"_s, u"四"_s},
                 {u"salutation"_s, u"dr"_s},
                 {u"customer"_s, u"上海晨光"_s},
                 {u"job_title"_s, u"采购经理"_s},
                 {u"department"_s, u"采购部"_s},
                 {u"phones"_s, u"mobile: 13800138000; Boat: +44 20 7946 0002"_s},
                 {u"wechat"_s, u"lisi"_s},
                 {u"qq"_s, u"10001"_s},
                 {u"gender"_s, u"female"_s},
                 {u"birthday"_s, u"1985-04-15"_s},
                 {u"tags"_s, u"vip"_s},
                 {u"description"_s, u"first; line, with \\ signs\nand a second one that is long enough to be "
                                    u"folded more than once in a card, 因为它很长很长很长很长很长"_s}});
    book.create(u"contact", {{u"name"_s, u"Ada"_s}});
}

const std::vector<QString> kinds{u"person"_s, u"customer"_s, u"contact"_s};

}

TEST_CASE("a workbook that was exported and is imported into its own book changes nothing")
{
    SessionBook book;
    fill(book);
    const auto before = book.contents();
    for (const auto& kind : kinds) {
        INFO(kind.toStdString());
        const auto written = exportTo(book, kind, kind + u".xlsx"_s);
        CHECK(written == book.count(kind));
        const auto plan = book.plan(book.file(kind + u".xlsx"_s), kind);
        CHECK(plan.format == FileFormat::Xlsx);
        const auto report = need(book.imports().run(plan));
        for (const auto& reason : report.reasons)
            UNSCOPED_INFO(reason.text.toStdString());
        CHECK(report.read == written);
        CHECK(report.skipped == written);
        CHECK(report.warnings.empty());
        CHECK(report.act == 0);
    }
    CHECK(book.contents() == before);
}

TEST_CASE("a workbook imported into another book says there what it said here")
{
    SessionBook book;
    fill(book);
    SessionBook other;
    for (const auto& kind : kinds) {
        INFO(kind.toStdString());
        exportTo(book, kind, kind + u".xlsx"_s);
        exportTo(book, kind, kind + u".csv"_s);
        auto plan = other.plan(book.file(kind + u".xlsx"_s), kind);
        for (auto& column : plan.columns)
            column.make = column.field == "primary_contact"_L1;
        const auto report = need(other.imports().run(plan));
        for (const auto& reason : report.reasons)
            UNSCOPED_INFO(reason.text.toStdString());
        CHECK(report.rejected == 0);
        exportTo(other, kind, kind + u".csv"_s);
        CHECK(bytesOf(other.file(kind + u".csv"_s)).toStdString() ==
              bytesOf(book.file(kind + u".csv"_s)).toStdString());
    }
}

TEST_CASE("typed cells are taken as what they are, whatever the plan thinks of texts")
{
    SessionBook book;
    WorkbookBuilder sheet;
    sheet.formats({u"m/d/yy"_s, u"[$€-407] #,##0.00"_s, u"00000"_s});
    sheet.sheet(u"Accounts"_s,
                R"(<row><c t="str"><v>name</v></c><c t="str"><v>customer_since</v></c><c t="str"><v>revenue</v></c>)"
                R"(<c t="str"><v>code</v></c><c t="str"><v>employees</v></c></row>)"
                R"(<row><c t="str"><v>Ada</v></c><c s="1"><v>42380</v></c><c s="2"><v>1234.567</v></c>)"
                R"(<c s="3"><v>123</v></c><c><v>1200</v></c></row>)"
                R"(<row><c t="str"><v>Bea</v></c><c t="str"><v>11.01.2016</v></c><c s="2"><v>1234.5</v></c>)"
                R"(<c t="str"><v>007</v></c><c t="e"><v>#REF!</v></c></row>)"
                R"(<row><c t="str"><v>Cleo</v></c><c t="str"><v>11.01.2016</v></c><c s="2"><v>1234.5</v></c>)"
                R"(<c t="str"><v>008</v></c><c t="str"><v>1.234</v></c></row>)");
    auto plan = book.plan(book.write(u"a.xlsx"_s, sheet.bytes()), u"customer");
    plan.dateOrder = u"dmy"_s;
    for (auto& column : plan.columns) {
        column.dateOrder.clear();
        column.decimalMark = u',';
    }
    plan.rejectsPath = book.file(u"rejects.csv"_s);
    const auto report = need(book.imports().run(plan));
    CHECK(report.read == 3);
    CHECK(report.rejected == 2); // too many decimals for an amount, an error
    REQUIRE(report.created == 1);
    CHECK(book.all(u"customer", u"customer_since") == QStringList{u"2016-01-11"_s});
    CHECK(book.all(u"customer", u"revenue") == QStringList{u"1234.50 EUR"_s});
    CHECK(book.all(u"customer", u"employees") == QStringList{u"1234"_s});
    const auto rejects = bytesOf(plan.rejectsPath);
    CHECK(rejects.contains("\r\n2,"));
    CHECK(rejects.contains(",Ada,2016-01-11,1234.567,00123,1200\r\n"));
    CHECK(rejects.contains(",Bea,11.01.2016,1234.5,007,#REF!\r\n"));
}

TEST_CASE("another sheet can be chosen, and the first that holds something is found by itself")
{
    SessionBook book;
    const auto rows = [](const QByteArray& name) {
        return "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>phone</v></c></row><row><c t=\"str\"><v>" + name +
               "</v></c><c><v>13800138000</v></c></row>";
    };
    const auto path = book.write(
        u"book.xlsx"_s,
        WorkbookBuilder().sheet(u"Notes"_s, {}).sheet(u"One"_s, rows("Ada")).sheet(u"Two"_s, rows("Bea")).bytes());
    const auto first = need(book.imports().inspect(path, u"customer"_s));
    CHECK(first.plan.sheet == u"One");
    CHECK(first.sheets == QStringList{u"Notes"_s, u"One"_s, u"Two"_s});
    CHECK(first.rows.front().cells.front() == u"Ada");
    FileGiven given;
    given.sheet = u"Two"_s;
    const auto second = need(book.imports().inspect(path, u"customer"_s, given));
    CHECK(second.rows.front().cells.front() == u"Bea");
    CHECK(need(book.imports().run(second.plan)).created == 1);
    CHECK(book.all(u"customer", u"name") == QStringList{u"Bea"_s});
    CHECK(book.all(u"customer", u"phones") == QStringList{u"13800138000"_s});
    given.sheet = u"Three"_s;
    CHECK(errorOf(book.imports().inspect(path, u"customer"_s, given)) == ErrorCode::SheetMissing);
}

TEST_CASE("a list of cards becomes contacts of their organisations, is found again, and is taken back whole")
{
    SessionBook book;
    QByteArray cards;
    for (int i = 0; i < 1'200; ++i) {
        const auto n = QByteArray::number(i);
        cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nN:王;小" + n + "\r\nFN:王小" + n + "\r\nORG:Company " +
                 QByteArray::number(i % 40) + ";Sales\r\nTEL;TYPE=CELL:1380013" + QByteArray::number(1000 + i) +
                 "\r\nUID:uid-" + n + "\r\n" + (i == 7 ? "PHOTO;ENCODING=b:/9j/4AAQ\r\n" : "") + "END:VCARD\r\n";
    }
    const auto file = book.write(u"phone.vcf"_s, cards);
    const auto preview = need(book.imports().inspect(file, u"contact"_s));
    CHECK(preview.plan.format == FileFormat::Vcard);
    CHECK(preview.plan.match == QStringList{u"code"_s});
    CHECK(preview.rows.front().problems.isEmpty());
    auto plan = preview.plan;
    plan.dryRun = true;
    const auto tried = need(book.imports().run(plan));
    plan.dryRun = false;
    const auto before = book.contents();
    const auto report = need(book.imports().run(plan));
    CHECK(report.created == 1'200);
    CHECK(report.related == 40);
    CHECK(tried.created == report.created);
    CHECK(tried.related == report.related);
    REQUIRE(report.warnings.size() == 1);
    CHECK(report.warnings.front().rows == 1);
    CHECK(book.count(u"contact", u"customer = 'Company 7' and department = Sales"_s) == 30);
    // The same phone again, with one card changed.
    cards.replace("1380013" + QByteArray::number(1005), "13911119999");
    const auto again = need(book.imports().run(book.plan(book.write(u"phone.vcf"_s, cards), u"contact")));
    CHECK(again.updated == 1);
    CHECK(again.skipped == 1'199);
    CHECK(book.count(u"contact") == 1'200);
    need(book.desk().undo(again.act));
    need(book.desk().undo(report.act));
    CHECK(book.count(u"contact") == 0);
    CHECK(book.count(u"customer") == 0);
    CHECK(book.contents() == before);
}

TEST_CASE("a card is not refused for a word that is no choice, and a rejected one comes back as a row")
{
    SessionBook book;
    const auto path =
        book.write(u"c.vcf"_s, "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nN:L;A;;Dipl.-Ing.\nX-GENDER:F\nEND:VCARD\n"
                               "BEGIN:VCARD\nVERSION:3.0\nTEL:1234\nNOTE:=cmd\nEND:VCARD\n"
                               "BEGIN:VCARD\nVERSION:3.0\nFN:Bea\nN:M;B;;Dr.\nX-GENDER:F\nEND:VCARD\n");
    auto plan = book.plan(path, u"contact");
    plan.rejectsPath = book.file(u"rejects.csv"_s);
    const auto report = need(book.imports().run(plan));
    CHECK(report.created == 2);
    CHECK(report.rejected == 1); // nobody's number
    CHECK(book.count(u"contact", u"gender = female"_s) == 2);
    const auto rejects = bytesOf(plan.rejectsPath);
    CHECK(rejects.contains("'=cmd"));
    CHECK(rejects.contains("rejected.line,rejected.reason,FN,"));
    const auto back = book.plan(plan.rejectsPath, u"contact");
    QStringList fields;
    for (const auto& column : back.columns)
        fields += column.field;
    CHECK(fields.contains(u"name"_s));
    CHECK(fields.contains(u"phones"_s));
    CHECK(fields.contains(u"description"_s));
}

TEST_CASE("cards that were exported and are imported again change nothing but how numbers are written")
{
    for (const auto style : {CardStyle::Version4, CardStyle::Version3}) {
        SessionBook book;
        fill(book);
        for (const auto& kind : {u"contact"_s, u"customer"_s}) {
            INFO(kind.toStdString());
            const auto written = exportTo(book, kind, kind + u".vcf"_s, style);
            CHECK(written == book.count(kind));
            const auto before = [&] {
                QStringList all;
                for (const auto& field : book.entity(kind).fields)
                    if (!field.isDerived() && !field.system && field.type != FieldType::Phone)
                        all += field.key + u"="_s + book.all(kind, field.key).join(u'|');
                return all;
            };
            const auto fields = before();
            const auto plan = book.plan(book.file(kind + u".vcf"_s), kind);
            CHECK(plan.format == FileFormat::Vcard);
            const auto report = need(book.imports().run(plan));
            for (const auto& reason : report.reasons)
                UNSCOPED_INFO(reason.text.toStdString());
            CHECK(report.read == written);
            CHECK(report.created == 0);
            CHECK(report.rejected == 0);
            CHECK(before() == fields);
            CHECK(need(book.imports().run(book.plan(book.file(kind + u".vcf"_s), kind))).skipped == written);
        }
    }
}

TEST_CASE("only people and companies are cards")
{
    SessionBook book;
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(u"product");
    ExportStyle style;
    style.format = FileFormat::Vcard;
    CHECK(errorOf(book.session().exports().write(query, book.file(u"p.vcf"_s), style)) == ErrorCode::NoCards);
    CHECK_FALSE(QFile::exists(book.file(u"p.vcf"_s)));
}

TEST_CASE("a text longer than a cell can hold is not cut but told")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"description"_s, QString(40'000, u'x')}});
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(u"customer");
    ExportStyle style;
    style.format = FileFormat::Xlsx;
    const auto written = await(book.session().exports().write(query, book.file(u"c.xlsx"_s), style));
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == ErrorCode::CellTooLong);
    CHECK(written.error().detail.contains(u"Ada"_s));
    CHECK_FALSE(QFile::exists(book.file(u"c.xlsx"_s)));
}
