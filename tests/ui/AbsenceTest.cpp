#include "tests/support/FakeAbsence.h"
#include "tests/support/Skip.h"
#include "tests/ui/Window.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/start/HomePage.h"
#include "ui/pages/start/UnlockPage.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::testing;

namespace {

struct WatchedWindow : Window
{
    FakeAbsence absence;

    explicit WatchedWindow(SessionBook::Begin begin = SessionBook::Begin::Open) : Window(begin)
    {
        shell.lockOn(absence);
    }
    void unlock() { need(book.session().unlock(SessionBook::by())); }
    ImportPlan manyRows()
    {
        QByteArray rows("name\n");
        for (int i = 0; i < 20'000; ++i)
            rows += "Customer " + QByteArray::number(i) + '\n';
        return book.plan(book.write(u"c.csv"_s, rows), u"customer");
    }
};

}

TEST_CASE("before the computer sleeps the book is closed, and what was typed is there when it is unlocked again")
{
    WatchedWindow window;
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    QTest::keyClicks(window.page<FormPage>()->findChild<QLineEdit*>(), u"Half a name"_s);
    const auto closed = window.absence.tell(Absence::Change::Sleeps);
    CHECK(window.book.session().state() == SessionState::Locked);
    settle(closed);
    {
        // Whoever waits for the answer finds the file free, at the first attempt.
        Session other(window.book.clock(), window.book.keychain());
        need(other.open(window.book.path(), SessionBook::by()));
        settle(other.close());
    }
    window.comes<UnlockPage>();
    settle(window.absence.tell(Absence::Change::Returns));
    CHECK(window.book.session().state() == SessionState::Locked);
    window.unlock();
    window.comes<HomePage>();
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    CHECK(window.page<FormPage>()->findChild<QLineEdit*>()->text() == u"Half a name"_s);
}

TEST_CASE("a book locks when its person leaves, and once only")
{
    WatchedWindow window;
    settle(window.absence.tell(Absence::Change::Leaves));
    CHECK(window.book.session().state() == SessionState::Locked);
    settle(window.absence.tell(Absence::Change::Leaves));
    settle(window.absence.tell(Absence::Change::Sleeps));
    window.unlock();
    CHECK(window.book.session().state() == SessionState::Open);
}

TEST_CASE("an import ends before the book locks for a person who left, and for one who came back it does not lock")
{
    KITH_LONG_TEST();
    const bool returns = GENERATE(false, true);
    WatchedWindow window;
    auto& job = window.shell.importJob();
    QSignalSpy finished(&job, &ImportJob::finished);
    const auto plan = window.manyRows();
    job.start(window.book.imports(), plan);
    settle(window.absence.tell(Absence::Change::Leaves));
    CHECK(window.book.session().state() == SessionState::Open);
    if (returns)
        settle(window.absence.tell(Absence::Change::Returns));
    REQUIRE((!finished.isEmpty() || finished.wait(60'000)));
    CHECK(window.book.session().state() == (returns ? SessionState::Open : SessionState::Locked));
    if (!returns)
        window.unlock();
    CHECK(window.book.count(u"customer") == 20'000);
}

TEST_CASE("the computer does not wait with sleeping for an import, which goes on afterwards")
{
    KITH_LONG_TEST();
    WatchedWindow window;
    window.shell.importJob().start(window.book.imports(), window.manyRows());
    waitUntil([&] { return window.book.imports().progress().read > 0 || !window.book.imports().isRunning(); });
    settle(window.absence.tell(Absence::Change::Sleeps));
    CHECK(window.book.session().state() == SessionState::Locked);
    window.unlock();
    const auto interrupted = need(window.book.imports().interrupted());
    if (!interrupted.empty()) // else it was quicker
        need(window.book.imports().resume(interrupted.front()));
    CHECK(window.book.count(u"customer") == 20'000);
}

TEST_CASE("a book that is being opened when its person leaves is not open afterwards")
{
    WatchedWindow window(SessionBook::Begin::Closed);
    const auto opening = window.book.session().open(window.book.path(), SessionBook::by());
    settle(window.absence.tell(Absence::Change::Leaves));
    settle(opening);
    CHECK(window.book.session().state() == SessionState::Closed);
    need(window.book.session().open(window.book.path(), SessionBook::by()));
}

TEST_CASE("the demo company does not lock")
{
    WatchedWindow window;
    Session::NewBook demo;
    demo.path = window.book.file(u"demo.kith"_s);
    demo.passphrase = secret(u"everybody knows it");
    demo.withRecoveryCode = false;
    demo.demo = true;
    need(window.book.session().create(demo));
    for (const auto change : {Absence::Change::Leaves, Absence::Change::Sleeps})
        settle(window.absence.tell(change));
    window.shell.perform(u"lock"_s);
    CHECK(window.book.session().state() == SessionState::Open);
}
