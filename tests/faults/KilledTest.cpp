#include "core/database/FileLock.h"
#include "tests/faults/Ledger.h"
#include "tests/support/TestBook.h"

#include <random>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

enum class Acknowledge { AfterCommit, BeforeCommit };

// In a process of its own: writes for ever and tells the pipe each number.
[[noreturn]] void writeForEver(const TestBook& book, int pipe, int first, Acknowledge when)
{
    auto lock = FileLock::acquire(book.path() + u"-lock"_s);
    auto connection = Connection::open(book.options(OpenMode::ReadWrite));
    if (!lock || !connection || !connection->setAutoCheckpoint(15))
        ::_exit(1);
    for (int number = first;; ++number) {
        if (when == Acknowledge::BeforeCommit && ::write(pipe, &number, sizeof number) != sizeof number)
            ::_exit(2);
        if (!Ledger::write(*connection, number))
            ::_exit(3);
        if (when == Acknowledge::AfterCommit && ::write(pipe, &number, sizeof number) != sizeof number)
            ::_exit(4);
    }
}

struct Outcome
{
    int last = 0;
    int lost = 0;
    int damaged = 0;
    int locked = 0;
};

// Kills the writer after some acknowledgements and looks at what is there, again and again.
Outcome killInLoops(int rounds, Acknowledge when)
{
    TestBook book;
    {
        Connection connection = book.open(OpenMode::Create);
        REQUIRE_OK(Ledger::create(connection));
    }
    Outcome outcome;
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0)
            writeForEver(book, ends[1], outcome.last + 1, when);
        ::close(ends[1]);
        int acknowledged = outcome.last;
        for (auto wait = 1 + random() % 12; wait > 0; --wait)
            REQUIRE(::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
        ::kill(child, SIGKILL);
        int number = 0;
        while (::read(ends[0], &number, sizeof number) == sizeof number) // what it still said
            acknowledged = number;
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);

        outcome.locked += FileLock::acquire(book.path() + u"-lock"_s) ? 0 : 1;
        Connection connection = book.open();
        const auto found = Ledger::read(connection);
        REQUIRE_OK(found);
        if (!*found) {
            ++outcome.damaged;
            return outcome;
        }
        outcome.lost += **found < acknowledged ? 1 : 0;
        outcome.last = **found;
    }
    return outcome;
}

}

TEST_CASE("a writer killed at any moment loses nothing it acknowledged and holds no lock")
{
    const Outcome outcome = killInLoops(25, Acknowledge::AfterCommit);
    CHECK(outcome.last > 25);
    CHECK(outcome.lost == 0);
    CHECK(outcome.damaged == 0);
    CHECK(outcome.locked == 0);
}

TEST_CASE("control: a writer that acknowledges before it commits is caught")
{
    CHECK(killInLoops(25, Acknowledge::BeforeCommit).lost > 0);
}
