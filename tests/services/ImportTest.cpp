#include "core/services/DuplicateDesk.h"
#include "tests/support/SessionBook.h"
#include "tests/support/Skip.h"

#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void checkSum(const ImportReport& report)
{
    CHECK(report.read == report.created + report.updated + report.skipped + report.rejected);
}

// Dry first, then in earnest: both say the same, and the dry one writes nothing.
ImportReport dryThenReal(SessionBook& book, ImportPlan plan)
{
    const auto before = book.contents();
    plan.dryRun = true;
    const auto dry = need(book.imports().run(plan));
    CHECK(book.contents() == before);
    CHECK(dry.act == 0);
    plan.dryRun = false;
    auto real = need(book.imports().run(plan));
    checkSum(dry);
    checkSum(real);
    CHECK(dry.read == real.read);
    CHECK(dry.created == real.created);
    CHECK(dry.updated == real.updated);
    CHECK(dry.skipped == real.skipped);
    CHECK(dry.rejected == real.rejected);
    CHECK(dry.related == real.related);
    const auto texts = [](const std::vector<ImportReport::Reason>& reasons) {
        QStringList all;
        for (const auto& reason : reasons)
            all += u"%1 (%2)"_s.arg(reason.text).arg(reason.rows);
        all.sort();
        return all.join(u" | "_s);
    };
    CHECK(texts(dry.reasons) == texts(real.reasons));
    CHECK(texts(dry.warnings) == texts(real.warnings));
    CHECK(dry.guesses.size() == real.guesses.size());
    return real;
}

}

TEST_CASE("a row that cannot be taken is rejected with its reason, and every row is accounted for")
{
    SessionBook book;
    const auto long1 = QByteArray(1'200, 'x');
    const auto file =
        book.write(u"customers.csv"_s,
                   "id,name,employees,customer_since,status,owner,revenue,revenue.currency,do_not_contact\r\n"
                   ",Sound,10,2024-01-02,customer,,100,USD,true\r\n"
                   ",,10,,,,,,\r\n"                       // required
                   ",Many,many,,,,,,\r\n"                 // not a number
                   ",Half,1.5,,,,,,\r\n"                  // too precise
                   ",Huge,99999999999999999999,,,,,,\r\n" // too large
                   ",When,,2024-13-45,,,,,\r\n"           // not a date
                   ",What,,,nonsense-status,,,,\r\n"      // no such option
                   ",Whose,,,,Nobody,,,\r\n"              // relation not found
                   ",Cash,,,,,12,Taler,\r\n"              // currency
                   ",Yes,,,,,,,perhaps\r\n"               // not a boolean
                   "not-an-id,Id,,,,,,,\r\n"
                   ",Few\r\n"
                   ",Much,,,,,,,,,extra\r\n"
                   ",Two flaws,many,2024-13-45,,,,,\r\n"
                   "," +
                       long1 + ",,,,,,,\r\n");
    auto plan = book.plan(file, u"customer");
    // A column of texts that are no ids is taken for another program's, unless the person says otherwise.
    CHECK(plan.columns.front().field != u"id"_s);
    plan.columns.front().field = u"id"_s;
    plan.rejectsPath = book.file(u"rejected.csv"_s);
    const auto report = dryThenReal(book, plan);
    CHECK(report.read == 15);
    CHECK(report.created == 1);
    CHECK(report.rejected == 14);
    CHECK(report.reasons.size() == 14);
    CHECK(report.rejectsPath == plan.rejectsPath);
    CHECK(book.all(u"customer", u"name") == QStringList{u"Sound"_s});
    const auto rejected = QString::fromUtf8(bytesOf(plan.rejectsPath));
    CHECK(rejected.count(u"\r\n"_s) == 15);
    for (const auto& reason : report.reasons)
        CHECK(rejected.contains(QString(reason.text).replace(u'"', u"\"\""_s)));
}

TEST_CASE("the file of rejected rows, corrected, can be imported as it is")
{
    SessionBook book;
    const auto file = book.write(u"customers.csv"_s, "name,employees,description\n"
                                                     "Ada,ten,\"=a \"\"quoted\"\" text, with; signs\"\n"
                                                     "Bea,20,\n");
    auto plan = book.plan(file, u"customer");
    plan.rejectsPath = book.file(u"rejected.csv"_s);
    CHECK(need(book.imports().run(plan)).rejected == 1);
    auto corrected = bytesOf(plan.rejectsPath);
    REQUIRE(corrected.count("ten") >= 1);
    corrected.replace(",ten,", ",10,");
    const auto again = book.write(u"rejected.csv"_s, corrected);
    const auto report = need(book.imports().run(book.plan(again, u"customer")));
    CHECK(report.read == 1);
    CHECK(report.created == 1);
    CHECK(book.all(u"customer", u"employees") == QStringList{u"10"_s, u"20"_s});
    CHECK(book.all(u"customer", u"description").contains(u"=a \"quoted\" text, with; signs"_s));
}

TEST_CASE("rejected rows can be saved after a try and after an import, and no file is made unasked")
{
    SessionBook book;
    const auto file = book.write(u"customers.csv"_s, "name,employees\nAda,ten\nBea,20\nCleo,x\n");
    auto plan = book.plan(file, u"customer");
    plan.dryRun = true;
    plan.rejectsPath = book.file(u"tried.csv"_s);
    const auto tried = need(book.imports().run(plan));
    CHECK(tried.rejected == 2);
    CHECK(tried.rejectsPath == plan.rejectsPath);

    plan.dryRun = false;
    plan.rejectsPath.clear();
    plan.keepRejects = true;
    const auto report = need(book.imports().run(plan));
    CHECK(report.rejectsPath.isEmpty());
    const auto path = book.file(u"kept.csv"_s);
    CHECK(need(book.imports().saveRejects(plan, path)) == 2);
    CHECK(bytesOf(path) == bytesOf(book.file(u"tried.csv"_s)));

    // Undone or followed by another, an import has no rejected rows any more.
    need(book.desk().undo(report.act));
    CHECK(need(book.imports().saveRejects(plan, book.file(u"undone.csv"_s))) == 0);
    need(book.imports().run(plan));
    plan.keepRejects = false;
    need(book.imports().run(plan));
    CHECK(need(book.imports().saveRejects(plan, book.file(u"followed.csv"_s))) == 0);
    CHECK_FALSE(QFile::exists(book.file(u"followed.csv"_s)));
}

TEST_CASE("records that are there are skipped, updated or made again, as the plan says")
{
    for (const auto choice : {DuplicateChoice::Skip, DuplicateChoice::Update, DuplicateChoice::Create}) {
        SessionBook book;
        book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"a-1"_s}, {u"employees"_s, u"5"_s}});
        book.create(u"customer", {{u"name"_s, u"Bea"_s}, {u"code"_s, u"b-1"_s}, {u"employees"_s, u"7"_s}});
        const auto file =
            book.write(u"c.csv"_s, "name,code,employees\nAda,A-1,6\nBea,b-1,7\nCleo,c-1,8\nCleo,c-1,9\nNo code,,1\n");
        auto plan = book.plan(file, u"customer");
        plan.match = {u"code"_s};
        plan.onDuplicate = choice;
        const auto report = dryThenReal(book, plan);
        CHECK(report.read == 5);
        switch (choice) {
        case DuplicateChoice::Skip:
            CHECK(report.skipped == 3);
            CHECK(book.all(u"customer", u"employees") == QStringList{u"1"_s, u"5"_s, u"7"_s, u"8"_s});
            break;
        case DuplicateChoice::Update:
            CHECK(report.updated == 2);
            CHECK(report.skipped == 1); // there was nothing to change
            CHECK(book.all(u"customer", u"employees") == QStringList{u"1"_s, u"6"_s, u"7"_s, u"9"_s});
            break;
        case DuplicateChoice::Create:
            CHECK(report.created == 5);
            CHECK(book.count(u"customer") == 7);
            break;
        }
    }
}

TEST_CASE("several match fields mean one record that agrees in all of them")
{
    SessionBook book;
    for (const auto& [name, tax] :
         {std::pair(u"Ada"_s, u"1"_s), std::pair(u"Ada"_s, u"2"_s), std::pair(u"Bea"_s, u"1"_s)})
        book.create(u"customer", {{u"name"_s, name}, {u"code"_s, tax}});
    const auto file = book.write(u"c.csv"_s, "name,code,employees\nAda,2,6\nBea,1,7\nBea,2,8\n");
    auto plan = book.plan(file, u"customer");
    plan.match = {u"name"_s, u"code"_s};
    const auto report = dryThenReal(book, plan);
    CHECK(report.updated == 2);
    CHECK(report.created == 1);
    CHECK(book.count(u"customer", u"name = Ada and code = 2 and employees = 6"_s) == 1);
}

TEST_CASE("a row that could be either of two records is rejected rather than laid over one of them")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"1"_s}});
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"2"_s}});
    auto plan = book.plan(book.write(u"c.csv"_s, "name,employees\nAda,6\n"), u"customer");
    plan.match = {u"name"_s};
    const auto report = dryThenReal(book, plan);
    CHECK(report.rejected == 1);
    CHECK(book.all(u"customer", u"employees") == QStringList{QString(), QString()});
}

TEST_CASE("a relation can be one of the fields that tell a record")
{
    SessionBook book;
    for (const auto& name : {u"Ada"_s, u"Bea"_s}) {
        book.create(u"customer", {{u"name"_s, name}});
        book.create(u"opportunity", {{u"name"_s, u"Deal"_s}, {u"customer"_s, name}});
    }
    auto plan = book.plan(book.write(u"o.csv"_s, "name,customer,amount\nDeal,Bea,5\nDeal,ada,6\n"), u"opportunity");
    plan.match = {u"name"_s, u"customer"_s};
    const auto report = dryThenReal(book, plan);
    CHECK(report.updated == 2);
    CHECK(book.count(u"opportunity") == 2);
    CHECK(book.count(u"opportunity", u"customer = Bea and amount = 5"_s) == 1);
}

TEST_CASE("a row of a record that lies in the trash is rejected and the others are taken")
{
    SessionBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    need(book.desk().moveToTrash(book.entity(u"customer").id, {id}));
    const auto file = book.write(u"c.csv"_s, "id,name\n" + id.toString().toUtf8() + ",Ada again\n,Bea\n");
    const auto report = dryThenReal(book, book.plan(file, u"customer"));
    CHECK(report.rejected == 1);
    CHECK(report.created == 1);
}

TEST_CASE("a row of a record that was merged into another one is a row of that one")
{
    SessionBook book;
    const auto kept = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto merged = book.create(u"customer", {{u"name"_s, u"Adah"_s}});
    need(book.session().duplicates().merge(book.entity(u"customer").id, kept, {merged}, {}));
    const auto file = book.write(u"c.csv"_s, "id,employees\n" + merged.toString().toUtf8() + ",6\n");
    const auto report = dryThenReal(book, book.plan(file, u"customer"));
    CHECK(report.updated == 1);
    CHECK(book.shown(u"customer", kept, u"employees") == u"6");
}

TEST_CASE("a row that looks as much like one record as like another is rejected rather than laid over one of them")
{
    SessionBook book;
    for (const auto& code : {u"1"_s, u"2"_s})
        book.create(u"customer",
                    {{u"name"_s, u"Velodis Machinery Ltd"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}, {u"code"_s, code}});
    need(book.session().duplicates().follow());
    const auto file = book.write(u"c.csv"_s, "name,phones,employees\nVELODIS machinery,+442079460011,30\n");
    auto plan = book.plan(file, u"customer");
    plan.match = {matchLikeness.toString()};
    const auto report = dryThenReal(book, plan);
    CHECK(report.rejected == 1);
    REQUIRE(report.reasons.size() == 1);
    CHECK(report.reasons.front().text.contains(u"VELODIS machinery"_s));
    CHECK(book.all(u"customer", u"employees") == QStringList{QString(), QString()});
    plan.onDuplicate = DuplicateChoice::Skip;
    CHECK(dryThenReal(book, plan).skipped == 1);
}

TEST_CASE("the record that a row stands for is found by an index, not by looking through the table")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"a-1"_s}});
    for (const auto& key : {u"code"_s, u"phones"_s, u"mails"_s, u"parent"_s, u"name"_s}) {
        CAPTURE(key.toStdString());
        auto plan = book.plan(
            book.write(u"c.csv"_s, "name,code,phones,mails,parent\nAda,A-1,+44 20 7946 0011,a@b.example,Ada\n"),
            u"customer");
        plan.match = {key};
        need(book.imports().run(plan));
    }
    const auto all = need(book.session().store().write<QStringList>([](StoreWriter& writer) -> Result<QStringList> {
        QStringList steps;
        for (const auto& text : writer.connection.keptTexts()) {
            if (!text.startsWith("SELECT id FROM e10 WHERE life = 0"))
                continue;
            auto statement = writer.connection.prepare("EXPLAIN QUERY PLAN " + text);
            if (!statement)
                return statement.error();
            for (auto row = statement->step();; row = statement->step()) {
                if (!row)
                    return row.error();
                if (!*row)
                    break;
                steps += statement->text(3);
            }
        }
        return steps;
    }));
    CHECK(all.size() == 5);
    for (const auto& step : all) {
        INFO(step.toStdString());
        CHECK(step.contains(u"=?)"_s));
    }
}

TEST_CASE("a parent may stand above, below or be the row itself")
{
    SessionBook book;
    const auto file = book.write(u"c.csv"_s, "name,parent\n"
                                             "Child,Parent\n"
                                             "Parent,Grandparent\n"
                                             "Grandparent,\n"
                                             "Self,Self\n"
                                             "Orphan,Nobody\n"
                                             "One,Two\n"
                                             "Two,One\n");
    const auto report = dryThenReal(book, book.plan(file, u"customer"));
    CHECK(report.created == 7);
    CHECK(book.count(u"customer", u"name = Child and parent = Parent"_s) == 1);
    CHECK(book.count(u"customer", u"name = Parent and parent = Grandparent"_s) == 1);
    CHECK(book.count(u"customer", u"name in (Self, Orphan) and parent is empty"_s) == 2);
    // Of a circle one link is there.
    CHECK(book.count(u"customer", u"name in (One, Two) and parent is empty"_s) == 1);
    qint64 warned = 0;
    for (const auto& warning : report.warnings)
        warned += warning.rows;
    CHECK(warned >= 1);
}

TEST_CASE("links are made on request, each once, and counted")
{
    SessionBook book;
    book.create(u"person", {{u"name"_s, u"Ann Lee"_s}});
    const auto file = book.write(u"o.csv"_s, "name,owner,customer,parent\n"
                                             "One,Ann Lee,Ada,\n"
                                             "Two,Bob Ray,ADA,\n"
                                             "Three,bob ray,Bea,\n"
                                             "Four,,,\n");
    auto plan = book.plan(file, u"opportunity");
    for (auto& column : plan.columns)
        column.make = column.field == u"owner"_s || column.field == u"customer"_s;
    const auto report = dryThenReal(book, plan);
    CHECK(report.created == 4);
    CHECK(report.related == 3);
    CHECK(book.all(u"person", u"name") == QStringList{u"Ann Lee"_s, u"Bob Ray"_s});
    CHECK(book.all(u"customer", u"name") == QStringList{u"Ada"_s, u"Bea"_s});
}

TEST_CASE("a row that is refused leaves nothing that was to be made for it")
{
    SessionBook book;
    for (int i = 0; i < 2; ++i)
        book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto opportunities = book.write(u"o.csv"_s, "name,owner,customer,tags\n"
                                                      "Which,Ann Lee,Ada,vip\n"
                                                      "Sound,Cleo Fox,Dora,hot\n");
    auto plan = book.plan(opportunities, u"opportunity");
    for (auto& column : plan.columns)
        column.make = column.field == u"owner"_s || column.field == u"customer"_s;
    const auto report = dryThenReal(book, plan);
    CHECK(report.rejected == 1);
    CHECK(report.related == 3);
    CHECK(book.all(u"person", u"name") == QStringList{u"Cleo Fox"_s});
    CHECK(book.all(u"tag", u"name") == QStringList{u"hot"_s});
    CHECK(book.count(u"customer") == 3);
    // A team under a region, and the people in it; the last row has no name.
    const auto people = book.write(u"p.csv"_s, "name,manager,region\nEve,Fay Moss,North\n,Gus Hale,South\n");
    auto staff = book.plan(people, u"person");
    REQUIRE(staff.columns[2].field == u"team.parent"_s);
    for (auto& column : staff.columns)
        column.make = column.field != u"name"_s;
    const auto taken = dryThenReal(book, staff);
    CHECK(taken.rejected == 1);
    CHECK(book.all(u"team", u"name") == QStringList{u"Fay Moss"_s, u"North"_s});
    // Nor is anything said of the links that a refused row would have had to its own kind.
    const auto customers = book.write(u"c.csv"_s, "name,employees,parent\nHal,many,Nobody\nIda,1,\n");
    CHECK(dryThenReal(book, book.plan(customers, u"customer")).warnings.empty());
}

TEST_CASE("rows that change the same record one after another are told as they are done")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"a-1"_s}, {u"employees"_s, u"5"_s}});
    const auto file = book.write(u"c.csv"_s, "code,name,employees,industry\n"
                                             "a-1,Ada,6,\n"       // changed
                                             "a-1,Ada,6,\n"       // as the row before left it
                                             "a-1,Ada,5,\n"       // back again
                                             "b-1,Bea,1,retail\n" // new
                                             "b-1,Bea,,retail\n"  // nothing new
                                             "b-1,Bea,2,\n"       // changed
                                             "b-1,Bea,2,finance\n");
    auto plan = book.plan(file, u"customer");
    plan.match = {u"code"_s};
    const auto report = dryThenReal(book, plan);
    CHECK(report.created == 1);
    CHECK(report.updated == 4);
    CHECK(report.skipped == 2);
}

TEST_CASE("a parent that a row gives a record which is there is linked, as the row says")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Top"_s}, {u"code"_s, u"t"_s}});
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"code"_s, u"a"_s}, {u"parent"_s, u"Top"_s}});
    const auto file = book.write(u"c.csv"_s, "code,name,parent\n"
                                             "a,Ada,top\n"   // so it is
                                             "t,Top,Above\n" // stands further down
                                             "n,Above,\n"
                                             "x,Circle,Loop\n"
                                             "y,Loop,Circle\n");
    auto plan = book.plan(file, u"customer");
    plan.match = {u"code"_s};
    const auto report = dryThenReal(book, plan);
    CHECK(report.skipped == 1);
    CHECK(report.updated == 1);
    CHECK(report.created == 3);
    REQUIRE(report.warnings.size() == 1);
    CHECK(report.warnings.front().text.contains(u"above itself"_s));
    CHECK(book.count(u"customer", u"name = Top and parent = Above"_s) == 1);
    const auto top = need(book.desk().find({u"Top"_s, {}, 1, {}})).front().id;
    CHECK(need(book.desk().history(book.entity(u"customer").id, top)).front().actKind == ActKind::Import);
    need(book.desk().undo(report.act));
    CHECK(book.count(u"customer") == 2);
    CHECK(book.count(u"customer", u"name = Top and parent is empty"_s) == 1);
}

TEST_CASE("parents that are missing are made on request, but not those that stand in the file")
{
    SessionBook book;
    const auto file = book.write(u"c.csv"_s, "name,parent\nChild,Parent\nParent,Elsewhere\nSecond,elsewhere\n");
    auto plan = book.plan(file, u"customer");
    for (auto& column : plan.columns)
        column.make = column.field == u"parent"_s;
    const auto report = dryThenReal(book, plan);
    CHECK(report.created == 3);
    CHECK(report.related == 1);
    CHECK(book.count(u"customer") == 4);
}

TEST_CASE("near names and near options are taken, and said")
{
    SessionBook book;
    book.create(u"product", {{u"name"_s, u"GTX Pro"_s}});
    const auto file =
        book.write(u"o.csv"_s, "name,product,kind\nOne,GTXPro,new\nTwo,GTXPro,Exsisting business\nThree,gtx pro,new\n");
    const auto plan = book.plan(file, u"opportunity");
    const auto report = dryThenReal(book, plan);
    CHECK(report.created + report.rejected == 3);
    const auto guess = std::find_if(report.guesses.begin(), report.guesses.end(),
                                    [](const auto& one) { return one.typed == u"GTXPro"_s; });
    REQUIRE(guess != report.guesses.end());
    CHECK(guess->taken == u"GTX Pro"_s);
    CHECK(guess->rows >= 1);
    CHECK(book.count(u"opportunity", u"product = \"GTX Pro\""_s) == report.created);
}

TEST_CASE("dates are read in the order that the column or the person says")
{
    for (const auto& [order, expected] : {std::pair(u"dmy"_s, u"2024-02-01"_s), std::pair(u"mdy"_s, u"2024-01-02"_s)}) {
        SessionBook book;
        auto plan = book.plan(book.write(u"c.csv"_s, "name,customer_since\nAda,01/02/2024\n"), u"customer");
        plan.dateOrder = QString(order);
        for (auto& column : plan.columns)
            column.dateOrder.clear();
        CHECK(dryThenReal(book, plan).created == 1);
        CHECK(book.all(u"customer", u"customer_since") == QStringList{expected});
    }
    SessionBook book;
    const auto plan =
        book.plan(book.write(u"c.csv"_s, "name,customer_since\nAda,01/02/2024\nBea,01/25/2024\n"), u"customer");
    CHECK(dryThenReal(book, plan).created == 2);
    CHECK(book.all(u"customer", u"customer_since") == QStringList{u"2024-01-02"_s, u"2024-01-25"_s});
}

TEST_CASE("what defaults, links and fills complete is not missing in a dry run either")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto activities = book.write(u"a.csv"_s, "subject,customer\nCall,Ada\nVisit,Nobody\n");
    const auto report = dryThenReal(book, book.plan(activities, u"activity"));
    CHECK(report.created == 1);
    CHECK(report.rejected == 1);
}

TEST_CASE("links between kinds, made twice, are one")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.create(u"contact", {{u"name"_s, u"Bea"_s}});
    const auto file = book.write(u"l.csv"_s, "contact,customer,job_title\nBea,Ada,Clerk\nBea,Ada,Chief\n");
    const auto report = dryThenReal(book, book.plan(file, u"affiliation"));
    CHECK(report.created == 1);
    CHECK(report.updated == 1);
    CHECK(book.all(u"affiliation", u"job_title") == QStringList{u"Chief"_s});
    const auto again = dryThenReal(book, book.plan(file, u"affiliation"));
    CHECK(again.updated == 2); // to and fro
}

TEST_CASE("only one import runs at a time")
{
    SessionBook book;
    QByteArray rows = "name\n";
    for (int i = 0; i < 20'000; ++i)
        rows += "Customer " + QByteArray::number(i) + '\n';
    const auto plan = book.plan(book.write(u"c.csv"_s, rows), u"customer");
    const auto first = book.imports().run(plan);
    CHECK(errorOf(book.imports().run(plan)) == ErrorCode::BookBusy);
    CHECK(errorOf(book.imports().resume({1, plan})) == ErrorCode::BookBusy);
    CHECK(need(first).created == 20'000);
    CHECK(book.count(u"customer") == 20'000);
    CHECK_FALSE(book.imports().isRunning());
}

TEST_CASE("a file that is not there, or a map that leads nowhere, fails before anything is written")
{
    SessionBook book;
    auto plan = book.plan(book.write(u"c.csv"_s, "name\nAda\n"), u"customer");
    const auto before = book.contents();
    plan.path = book.file(u"gone.csv"_s);
    CHECK(errorOf(book.imports().run(plan)) == ErrorCode::FileMissing);
    plan.path = book.file(u"c.csv"_s);
    plan.columns[0].field = u"nothing"_s;
    CHECK(errorOf(book.imports().run(plan)) == ErrorCode::MapInvalid);
    plan.columns[0].field = u"name"_s;
    plan.rejectsPath = book.file(u"no/such/folder/r.csv"_s);
    CHECK_FALSE(await(book.imports().run(plan)).ok());
    CHECK(book.contents() == before);
    CHECK(need(book.desk().acts(10)).front().kind == ActKind::Founding);
    CHECK(need(book.imports().interrupted()).empty());
    plan.rejectsPath.clear();
    CHECK(need(book.imports().run(plan)).created == 1);
}

TEST_CASE("an import that takes nothing leaves no act")
{
    SessionBook book;
    const auto report =
        need(book.imports().run(book.plan(book.write(u"c.csv"_s, "name,employees\nAda,x\n"), u"customer")));
    CHECK(report.rejected == 1);
    CHECK(report.act == 0);
    CHECK(need(book.desk().acts(10)).front().kind == ActKind::Founding);
}

TEST_CASE("a field added while an import runs disturbs neither")
{
    KITH_LONG_TEST();
    SessionBook book;
    QByteArray rows = "name,employees\n";
    for (int i = 0; i < 30'000; ++i)
        rows += "Customer " + QByteArray::number(i) + "," + QByteArray::number(i % 100) + '\n';
    const auto running = book.imports().run(book.plan(book.write(u"c.csv"_s, rows), u"customer"));
    need(book.desk().addField(
        u"customer"_s,
        {{u"key"_s, u"colour"_s}, {u"type"_s, u"text"_s}, {u"label"_s, QJsonObject{{u"en"_s, u"Colour"_s}}}}));
    const auto mine =
        book.create(u"customer", {{u"name"_s, u"Mine"_s}, {u"colour"_s, u"red"_s}, {u"employees"_s, u"7"_s}});
    const auto report = need(running);
    CHECK(report.created == 30'000);
    CHECK(book.shown(u"customer", mine, u"colour") == u"red"_s);
    CHECK(book.shown(u"customer", mine, u"employees") == u"7"_s);
    const auto later = book.create(u"customer", {{u"name"_s, u"Later"_s}, {u"colour"_s, u"blue"_s}});
    CHECK(book.shown(u"customer", later, u"colour") == u"blue"_s);
    CHECK(book.count(u"customer", u"employees = 7"_s) == 301);
    book.contents();
}
