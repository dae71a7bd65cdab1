#include "core/exchange/xlsx/XlsxWriter.h"
#include "core/text/figures/Number.h"
#include "tests/exchange/SheetZoo.h"

#include <QDir>
#include <QTemporaryDir>

#include <rapidcheck.h>

#include <clocale>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray written(const std::vector<std::vector<XlsxCell>>& rows, const std::vector<QString>& header = {u"id"_s})
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"out.xlsx"_s);
    auto writer = XlsxWriter::create(path, u"Sheet"_s, header, {});
    REQUIRE_OK(writer);
    for (const auto& row : rows)
        REQUIRE_OK((*writer)->write(row));
    REQUIRE_OK((*writer)->commit());
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"out.xlsx"_s});
    return contentOf(path);
}

QByteArray partOf(const QByteArray& workbook, const QString& name)
{
    auto package = ZipPackage::open(deviceOf(workbook), u"out.xlsx"_s);
    REQUIRE_OK(package);
    REQUIRE_OK((*package)->begin(name));
    QByteArray all;
    std::vector<char> piece(100'000);
    while (true) {
        const auto got = (*package)->read(piece.data(), piece.size());
        REQUIRE_OK(got);
        if (*got == 0)
            return all;
        all.append(piece.data(), qsizetype(*got));
    }
}

// Any text that a field can hold: no NUL, no half of a pair.
rc::Gen<QString> anyText()
{
    const auto hard = rc::gen::elementOf(std::vector<char32_t>{
        u'=', u'+', u'@', u'\'',   u'<',    u'&',      u'"',      u'>',      u' ', u'\n', u'\r', u'\t', u'_',
        u'x', u'0', u'A', u'\x01', u'\x1F', U'\uFEFF', U'\uFFFE', U'\uFFFF', U'😀', u'中', u'é',  u'1'});
    const auto plain = rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x10F800),
                                    [](std::uint32_t c) { return char32_t(c < 0xD800 ? c : c + 0x800); });
    const auto texts = rc::gen::container<std::u32string>(rc::gen::weightedOneOf<char32_t>({{4, hard}, {1, plain}}));
    return rc::gen::map(texts, [](const std::u32string& text) { return QString::fromStdU32String(text); });
}

}

TEST_CASE("cells are of the kind that they are given, and texts are never formulas")
{
    const auto book = written({{XlsxCell::ofText(u"=1+1"_s),
                                XlsxCell::ofNumber(u"1054.10"_s, u"[$CNY] #,##0.00"_s),
                                {XlsxCell::Kind::Boolean, {}, 1, {}},
                                {XlsxCell::Kind::Number, {}, 42663, u"yyyy-mm-dd"_s},
                                {},
                                XlsxCell::ofText(u" two\nlines "_s)}},
                              {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    const auto sheet = partOf(book, u"xl/worksheets/sheet1.xml"_s);
    CHECK_FALSE(sheet.contains("<f>"));
    CHECK(sheet.contains("state=\"frozen\""));
    auto reader = openWorkbook(book);
    REQUIRE_OK(reader);
    CHECK((*reader)->sheet() == u"Sheet");
    SourceRow row;
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts().join(QString()) == u"abcdef");
    REQUIRE(*(*reader)->next(row));
    CHECK(row.texts() == QStringList{u"=1+1"_s, u"1054.1"_s, u"true"_s, u"2016-10-20"_s, QString(), u" two\nlines "_s});
    CHECK(row.form(0).type == CellType::Text);
    CHECK(row.form(1).type == CellType::Number);
    CHECK(row.form(1).currency == "CNY");
    CHECK(row.form(2).type == CellType::Boolean);
    CHECK(row.form(3).type == CellType::Date);
}

TEST_CASE("a number of more digits than spreadsheets keep is written as a text")
{
    CHECK(XlsxCell::ofNumber(u"123456789012345"_s).kind == XlsxCell::Kind::Number);
    CHECK(XlsxCell::ofNumber(u"1234567890123456"_s).kind == XlsxCell::Kind::Text);
    CHECK(XlsxCell::ofNumber(u"-1234567890123.456"_s).kind == XlsxCell::Kind::Text);
    CHECK(XlsxCell::ofNumber(u"0.000000000000001"_s).kind == XlsxCell::Kind::Number);
    CHECK(XlsxCell::ofNumber(u"1000000000000000000"_s).kind == XlsxCell::Kind::Number);
    CHECK(XlsxCell::ofNumber(u"0"_s).kind == XlsxCell::Kind::Number);
    CHECK(XlsxCell::ofText({}).kind == XlsxCell::Kind::Empty);
}

TEST_CASE("whatever text is written is read again as it was")
{
    CHECK(rc::check([] {
        const auto texts = *rc::gen::nonEmpty(rc::gen::container<std::vector<QString>>(anyText()));
        std::vector<std::vector<XlsxCell>> rows;
        for (const auto& text : texts)
            rows.push_back({XlsxCell::ofText(u"."_s), XlsxCell::ofText(text)});
        auto reader = openWorkbook(written(rows, {u"a"_s, u"b"_s}));
        RC_ASSERT(reader.ok());
        RC_ASSERT((*reader)->skipHeader().ok());
        (*reader)->expectColumns(2);
        for (const auto& text : texts) {
            SourceRow row;
            RC_ASSERT(*(*reader)->next(row));
            RC_ASSERT(row.texts() == (QStringList{u"."_s, text}));
        }
    }));
}

TEST_CASE("whatever number is written is read again with the same worth")
{
    CHECK(rc::check([] {
        const auto numbers = *rc::gen::nonEmpty(rc::gen::container<std::vector<Decimal>>(rc::gen::apply(
            [](std::int64_t units, int scale) {
                return Decimal{units, scale};
            },
            rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-100'000, 100'000)),
            rc::gen::inRange(0, 13))));
        std::vector<std::vector<XlsxCell>> rows;
        for (const auto& number : numbers)
            rows.push_back({XlsxCell::ofNumber(number.toPlainString())});
        auto reader = openWorkbook(written(rows));
        RC_ASSERT(reader.ok());
        RC_ASSERT((*reader)->skipHeader().ok());
        for (const auto& number : numbers) {
            SourceRow row;
            RC_ASSERT(*(*reader)->next(row));
            const auto read = parseNumber(cellText(row.cells[0]), DecimalMark::Point);
            RC_ASSERT(read.ok());
            RC_ASSERT(sameWorth(read->value, number));
        }
    }));
}

TEST_CASE("a workbook that is not finished leaves the old file and no trace")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"out.xlsx"_s);
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    {
        auto writer = XlsxWriter::create(path, u"S"_s, std::vector<QString>{u"a"_s}, {});
        REQUIRE_OK(writer);
        REQUIRE_OK((*writer)->write(std::vector<XlsxCell>{XlsxCell::ofText(u"new"_s)}));
    }
    CHECK(contentOf(path) == "old");
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    const auto nowhere = XlsxWriter::create(u"/nowhere/at/all/out.xlsx"_s, u"S"_s, {}, {});
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::FileUnwritable);
    CHECK(nowhere.error().detail.first() == u"/nowhere/at/all/out.xlsx");
}

TEST_CASE("a sheet is called what it may be called")
{
    CHECK(sheetName(u"Customers"_s) == u"Customers");
    CHECK(sheetName(u"客户/[2024]: 'all'?*\\"_s) == u"客户2024 all");
    CHECK(sheetName(QString(40, u'x')) == QString(31, u'x'));
    CHECK(sheetName(QString(30, u'x') + u"😀"_s) == QString(30, u'x'));
    CHECK(sheetName(u"?"_s) == u"Kith");
}
