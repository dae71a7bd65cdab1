#include "tests/support/ImportPause.h"
#include "tests/support/Packages.h"
#include "tests/support/Skip.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <random>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyRows = 40'000; // ten batches

// Rows whose every tenth is rejected, whose every third has a parent further down, and which need owners made.
QByteArray customers(int rows)
{
    QByteArray text = "name,code,employees,parent,owner\n";
    for (int i = 0; i < rows; ++i) {
        text += "Customer " + QByteArray::number(i) + ",c" + QByteArray::number(i) + ',';
        text += i % 10 == 9 ? QByteArray("x") : QByteArray::number(i % 50);
        text += i % 3 == 0 && i + 100 < rows ? ",Customer " + QByteArray::number((i + 100) / 10 * 10) : QByteArray(",");
        text += ",Owner " + QByteArray::number(i % 7) + '\n';
    }
    return text;
}

ImportPlan planFor(SessionBook& book, int rows = manyRows)
{
    auto plan = book.plan(book.write(u"c.csv"_s, customers(rows)), u"customer");
    for (auto& column : plan.columns)
        column.make = column.field == u"owner"_s;
    plan.rejectsPath = book.file(u"rejected.csv"_s);
    return plan;
}

// The most memory this process ever had, in KiB; 0 where the system does not say.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

void waitForRows(SessionBook& book, std::int64_t rows)
{
    QElapsedTimer timer;
    timer.start();
    while (book.imports().isRunning() && book.imports().progress().read < rows && timer.elapsed() < 60'000)
        book.count(u"stage"); // a read between the batches
}

void checkWhole(SessionBook& book, const ImportReport& report, int rows)
{
    CHECK(report.read == rows);
    CHECK(report.rejected == rows / 10);
    CHECK(report.created == rows - rows / 10);
    CHECK(report.related == 7);
    CHECK(book.count(u"customer") == report.created);
    auto codes = book.all(u"customer", u"code");
    CHECK(codes.removeDuplicates() == 0);
    CHECK(book.count(u"person") == 7);
    CHECK(book.count(u"customer", u"parent is not empty"_s) == [&] {
        std::int64_t expected = 0;
        for (int i = 0; i < rows; ++i)
            expected += i % 10 != 9 && i % 3 == 0 && i + 100 < rows ? 1 : 0;
        return expected;
    }());
    book.contents();
}

// As an older program left it off, which did not note what file it read.
void forgetFile(SessionBook& book)
{
    book.session().store().postWrite([](StoreWriter* writer) {
        if (writer)
            (void)writer->connection.execute("UPDATE import_job SET fingerprint = NULL");
    });
}

QStringList rejectedLines(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QStringList lines;
    const auto all = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    for (const auto& line : all.sliced(1))
        lines += line.section(u',', 0, 0);
    return lines;
}

}

TEST_CASE("a cancelled import keeps what is in, as an act that can be undone")
{
    KITH_LONG_TEST();
    SessionBook book;
    constexpr int rows = 56'000; // more than a pause may be late
    const auto running = book.imports().run(planFor(book, rows));
    {
        const ImportPause pause(book, 8'000);
        book.imports().cancel();
    }
    const auto report = need(running);
    CHECK(report.cancelled);
    CHECK(report.read < rows);
    CHECK(report.read == report.created + report.updated + report.skipped + report.rejected);
    CHECK(book.count(u"customer") == report.created);
    book.contents();
    CHECK(need(book.imports().interrupted()).empty());
    const auto undone = need(book.desk().undo(report.act));
    CHECK(undone.kept.empty());
    CHECK(book.count(u"customer") == 0);
    CHECK(book.count(u"person") == 0);
    book.contents();
}

TEST_CASE("reads and edits are answered while an import runs")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto mine = book.create(u"contact", {{u"name"_s, u"Mine"_s}});
    const auto running = book.imports().run(planFor(book));
    int answered = 0;
    while (!running.isFinished()) {
        const auto saved =
            need(book.desk().save(book.entity(u"contact").id, mine,
                                  {{book.field(u"contact", u"description").id, QString::number(answered)}}));
        CHECK(saved.problems.empty());
        CHECK(need(book.desk().find({u"Mine"_s, {}, 5, {}})).size() == 1);
        ++answered;
    }
    CHECK(answered > 0);
    checkWhole(book, need(running), manyRows);
    CHECK(book.shown(u"contact", mine, u"description") == QString::number(answered - 1));
}

TEST_CASE("a session that ends while it imports loses nothing: the import goes on in the next one")
{
    KITH_LONG_TEST();
    SessionBook book;
    std::mt19937 random(5);
    const auto plan = planFor(book);
    auto running = book.imports().run(plan);
    std::int64_t lastRead = 0;
    for (int round = 0; round < 5; ++round) {
        waitForRows(book, lastRead + std::int64_t(random() % 9'000));
        lastRead = book.imports().progress().read;
        if (round % 2 == 0) {
            book.session().lock();
            settle(running);
            need(book.session().unlock(SessionBook::by()));
        } else {
            book.reopen();
        }
        REQUIRE(running.isFinished());
        const auto plans = need(book.imports().interrupted());
        if (plans.empty()) {
            REQUIRE_OK(running.result()); // it was quicker
            break;
        }
        REQUIRE(running.resultCount() == 1);
        CHECK_FALSE(running.result().ok());
        CHECK(plans.front().plan.path == plan.path);
        running = book.imports().resume(plans.front());
    }
    checkWhole(book, need(running), manyRows);
    CHECK(rejectedLines(plan.rejectsPath).size() == manyRows / 10);
    CHECK(need(book.imports().interrupted()).empty());
    CHECK(need(book.desk().acts(10)).front().subject == u"c.csv"_s);
}

TEST_CASE("a book copied while it imports, as after a crash, goes on where it was")
{
    KITH_LONG_TEST();
    SessionBook book;
    constexpr int rows = 56'000; // more than a pause may be late
    const auto plan = planFor(book, rows);
    const auto running = book.imports().run(plan);
    QStringList copies;
    {
        ImportPause pause(book, 1);
        copies += copyOfBook(book, u"early.kith"_s);
        pause.goOnUntil(24'000);
        copies += copyOfBook(book, u"copy.kith"_s);
    }
    int tried = 0;
    for (const auto& copy : copies) {
        Session other(book.clock(), book.keychain());
        need(other.open(copy, SessionBook::by()));
        const auto plans = need(other.imports().interrupted());
        REQUIRE(plans.size() == 1);
        ++tried;
        auto own = plans.front();
        own.plan.rejectsPath = book.file(u"rejected-again.csv"_s);
        const auto report = need(other.imports().resume(own));
        CHECK(report.read == rows);
        CHECK(report.created == rows - rows / 10);
        CHECK(report.rejected == rows / 10);
        Query query;
        query.catalog = other.desk().catalog();
        query.entity = query.catalog->entity(u"customer"_s);
        CHECK(need(other.desk().count(query)) == report.created);
        CHECK(rejectedLines(own.plan.rejectsPath).size() == rows / 10);
        const auto verified = need(other.care().verify());
        CHECK(verified.ok);
        if (tried == 2) {
            need(other.desk().undo(report.act));
            CHECK(need(other.desk().count(query)) == 0);
        }
    }
    checkWhole(book, need(running), rows);
}

TEST_CASE("derived values are right after an import that was cut off and went on")
{
    KITH_LONG_TEST();
    SessionBook book;
    for (const auto& name : {u"Ada"_s, u"Bea"_s})
        book.create(u"customer", {{u"name"_s, name}});
    QByteArray rows = "name,customer,amount,stage\n";
    constexpr int deals = 24'000;
    for (int i = 0; i < deals; ++i)
        rows += "Deal " + QByteArray::number(i) + (i < deals / 2 ? ",Ada" : ",Bea") + ",1,Proposal\n";
    const auto plan = book.plan(book.write(u"o.csv"_s, rows), u"opportunity");
    const auto running = book.imports().run(plan);
    waitForRows(book, deals / 2 + 1);
    book.reopen();
    const auto plans = need(book.imports().interrupted());
    if (!plans.empty())
        CHECK(need(book.imports().resume(plans.front())).created == deals);
    CHECK(book.all(u"customer", u"open_opportunities") == QStringList{u"12000"_s, u"12000"_s});
}

TEST_CASE("derived values are right as soon as a book is opened whose import was cut off")
{
    KITH_LONG_TEST();
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    QByteArray rows = "name,customer,amount,stage\n";
    constexpr int deals = manyRows;
    for (int i = 0; i < deals; ++i)
        rows += "Deal " + QByteArray::number(i) + ",Ada,1,Proposal\n";
    const auto copy = openCutOff(book, book.plan(book.write(u"o.csv"_s, rows), u"opportunity"), 8'000);
    const auto plans = need(book.imports().interrupted());
    REQUIRE(plans.size() == 1);
    const auto there = book.count(u"opportunity");
    CHECK(there >= 8'000);
    CHECK(there < deals);
    const auto right = QStringList{QString::number(there)};
    CHECK(book.all(u"customer", u"open_opportunities") == right);
    need(book.session().open(copy, SessionBook::by()));
    CHECK(book.all(u"customer", u"open_opportunities") == right);
    CHECK(need(book.imports().resume(plans.front())).created == deals);
    CHECK(book.all(u"customer", u"open_opportunities") == QStringList{QString::number(deals)});
}

TEST_CASE("undo of a whole import keeps what was edited or linked since, also after it went on")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto plan = planFor(book);
    auto running = book.imports().run(plan);
    waitForRows(book, 6'000);
    // Edited in the middle of it.
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(u"customer");
    const auto first = need(book.desk().page(query, 0, 1)).rows.front().id;
    need(book.desk().save(query.entity->id, first, {{book.field(u"customer", u"description").id, u"by hand"_s}}));
    book.reopen();
    if (const auto plans = need(book.imports().interrupted()); !plans.empty())
        running = book.imports().resume(plans.front());
    const auto report = need(running);
    const auto linked = u"Customer 20001"_s;
    book.create(u"opportunity", {{u"name"_s, u"Deal"_s}, {u"customer"_s, linked}});
    const auto undone = need(book.desk().undo(report.act));
    CHECK(book.count(u"customer", u"name = \"Customer 20001\""_s) == 1);
    CHECK(book.count(u"customer", u"description = \"by hand\""_s) == 1);
    // Beside those two what they link to.
    const auto left = book.count(u"customer");
    CHECK(left >= 2);
    CHECK(left <= 30);
    CHECK(undone.kept.size() >= 2);
    CHECK(book.count(u"customer", u"parent is not empty and parent.name is empty"_s) == 0);
    book.contents();
    need(book.desk().redo());
    CHECK(book.count(u"customer") == report.created);
    book.contents();
}

TEST_CASE("an import that fails in its middle can go on when the reason is gone")
{
    KITH_LONG_TEST();
    SessionBook book;
    auto plan = planFor(book);
    openCutOff(book, plan, 9'000);
    QFile::rename(plan.path, plan.path + u".aside"_s);
    const auto plans = need(book.imports().interrupted());
    REQUIRE(plans.size() == 1);
    CHECK(errorOf(book.imports().resume(plans.front())) == ErrorCode::FileMissing);
    CHECK(need(book.imports().interrupted()).size() == 1);
    QFile::rename(plan.path + u".aside"_s, plan.path);
    checkWhole(book, need(book.imports().resume(plans.front())), manyRows);
}

TEST_CASE("an import goes on with its own file only, not with another one that lies in its place")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto plan = planFor(book);
    openCutOff(book, plan, 9'000);
    const auto plans = need(book.imports().interrupted());
    REQUIRE(plans.size() == 1);
    const auto there = book.count(u"customer");
    const auto rows = customers(manyRows);
    auto otherEnd = rows;
    otherEnd[otherEnd.size() - 2] = 'x';
    for (const auto& other : {customers(manyRows + 1), otherEnd, "# " + rows.sliced(2), QByteArray("name\nAda\n")}) {
        book.write(u"c.csv"_s, other);
        CHECK(errorOf(book.imports().resume(plans.front())) == ErrorCode::FileReplaced);
        CHECK(book.count(u"customer") == there);
    }
    CHECK(need(book.imports().interrupted()).size() == 1);
    book.write(u"c.csv"_s, rows);
    checkWhole(book, need(book.imports().resume(plans.front())), manyRows);
}

TEST_CASE("an import that an older program left off goes on with the file that is there")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto plan = planFor(book);
    openCutOff(book, plan, 9'000);
    forgetFile(book);
    book.write(u"c.csv"_s, customers(manyRows) + "One more,,,,\n");
    CHECK(need(book.imports().resume(need(book.imports().interrupted()).front())).read == manyRows + 1);
}

TEST_CASE("an import that cannot get to where it was keeps its place")
{
    KITH_LONG_TEST();
    SessionBook book;
    QByteArray rows = "<row><c t=\"str\"><v>name</v></c></row>";
    for (int i = 0; i < manyRows; ++i)
        rows += "<row><c t=\"str\"><v>Customer " + QByteArray::number(i) + "</v></c></row>";
    const auto whole = WorkbookBuilder().sheet(u"S"_s, rows).bytes();
    openCutOff(book, book.plan(book.write(u"c.xlsx"_s, whole), u"customer"), 4'000);
    forgetFile(book);
    const auto plans = need(book.imports().interrupted());
    REQUIRE(plans.size() == 1);
    auto broken = rows;
    broken.replace("Customer 100</v>", "Customer 100</w>");
    book.write(u"c.xlsx"_s, WorkbookBuilder().sheet(u"S"_s, broken).bytes());
    CHECK(errorOf(book.imports().resume(plans.front())) == ErrorCode::WorkbookDamaged);
    book.write(u"c.xlsx"_s, whole);
    CHECK(need(book.imports().resume(plans.front())).created == manyRows);
    CHECK(book.count(u"customer") == manyRows);
}

TEST_CASE("an interrupted import can be left at what is in, without its file, and undone")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto plan = planFor(book);
    openCutOff(book, plan, 9'000);
    const auto interrupted = need(book.imports().interrupted());
    REQUIRE(interrupted.size() == 1);
    QFile::remove(plan.path);
    CHECK(interrupted.front().read > 0);
    const auto report = need(book.imports().leaveOff(interrupted.front()));
    CHECK(report.cancelled);
    CHECK(report.read == interrupted.front().read);
    CHECK(book.count(u"customer") == report.created);
    CHECK(rejectedLines(plan.rejectsPath).size() == report.rejected);
    CHECK(need(book.imports().interrupted()).empty());
    book.contents();
    need(book.desk().undo(report.act));
    CHECK(book.count(u"customer") == 0);
}

TEST_CASE("a dry run tells how far it is and stops when told to")
{
    KITH_LONG_TEST();
    SessionBook book;
    constexpr int rows = 10 * manyRows;
    auto plan = planFor(book, rows);
    plan.dryRun = true;
    const auto running = book.imports().run(plan);
    CHECK(book.imports().isRunning());
    CHECK(errorOf(book.imports().run(plan)) == ErrorCode::BookBusy);
    waitForRows(book, 1'000);
    book.imports().cancel();
    const auto report = need(running);
    CHECK(report.cancelled);
    CHECK(report.read < rows);
    CHECK(report.read == report.created + report.updated + report.skipped + report.rejected);
    CHECK_FALSE(book.imports().isRunning());
    CHECK_FALSE(QFile::exists(plan.rejectsPath));
}

TEST_CASE("the memory of an import does not grow with its file")
{
    KITH_LONG_TEST();
    if (peakMemory() == 0)
        KITH_SKIP("this system does not say how much memory a process had");
    SessionBook book;
    need(book.imports().run(planFor(book, 30'000)));
    const auto few = peakMemory();
    need(book.imports().run(planFor(book, 150'000)));
    const auto many = peakMemory();
    INFO(few << " KiB and " << many << " KiB");
    CHECK(many - few < 60 * 1024);
}

TEST_CASE("undoing an import that still runs ends it and takes back what is in")
{
    KITH_LONG_TEST();
    SessionBook book;
    const auto running = book.imports().run(planFor(book));
    waitForRows(book, 6'000);
    const auto act = need(book.desk().acts(1)).front();
    CHECK(act.kind == ActKind::Import);
    need(book.desk().undo(act.number));
    const auto result = await(running);
    if (!result)
        CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(need(book.imports().interrupted()).empty());
    CHECK(book.count(u"customer") == 0);
    CHECK(book.count(u"person") == 0);
    book.contents();
    CHECK(need(book.imports().run(planFor(book, 5'000))).created == 4'500);
}
