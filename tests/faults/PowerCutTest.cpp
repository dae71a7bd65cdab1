#include "tests/faults/Ledger.h"
#include "tests/support/Disk.h"
#include "tests/support/TestBook.h"

#include <QDir>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int transactions = 45;

// A day of work: commits, checkpoints small and whole, and the book closed and opened again.
std::vector<FileEvent> recordWork(RecordingVfs& vfs, Durability durability)
{
    TestBook book;
    OpenOptions options = book.options(OpenMode::Create);
    options.vfs = vfs.name();
    vfs.startRecording();
    std::optional<Connection> connection;
    for (int number = 1; number <= transactions; ++number) {
        if (!connection) {
            auto opened = Connection::open(options);
            REQUIRE_OK(opened);
            connection.emplace(std::move(*opened));
            REQUIRE_OK(connection->setDurability(durability));
            REQUIRE_OK(connection->setAutoCheckpoint(12));
            if (number == 1)
                REQUIRE_OK(Ledger::create(*connection));
            options.mode = OpenMode::ReadWrite;
        }
        REQUIRE_OK(Ledger::write(*connection, number));
        vfs.mark(number); // acknowledged
        if (number % 13 == 0)
            REQUIRE_OK(connection->checkpoint(Checkpoint::Truncate));
        if (number % 17 == 0)
            connection.reset();
    }
    connection.reset();
    return vfs.stopRecording();
}

struct Outcome
{
    int trials = 0;
    int lost = 0;    // acknowledged, and not there
    int damaged = 0; // half of a transaction, or a file that cannot be read
    bool operator==(const Outcome&) const = default;
};

void tryCut(const Disk& disk, int acknowledged, quint64 seed, const char* vfs, Outcome& outcome)
{
    TestBook left;
    std::mt19937_64 random(seed);
    disk.cutPower(left.folder.path(), random);
    ++outcome.trials;
    OpenOptions options = left.options(OpenMode::ReadWrite);
    options.vfs = vfs;
    auto opened = Connection::open(options);
    if (!opened) {
        // Before the first acknowledged transaction there may be no book yet.
        outcome.damaged += acknowledged > 0 ? 1 : 0;
        return;
    }
    const auto number = Ledger::read(*opened);
    if (!number || !*number)
        outcome.damaged += acknowledged > 0 || !number ? 1 : 0;
    else if (**number < acknowledged)
        ++outcome.lost;
}

Outcome cutEverywhere(Durability durability, int trialsAtEach)
{
    RecordingVfs vfs;
    const auto events = recordWork(vfs, durability);
    Outcome outcome;
    Disk disk;
    int acknowledged = 0;
    quint64 seed = 0;
    for (const FileEvent& event : events) {
        if (event.call == FileCall::Mark)
            acknowledged = int(event.number);
        disk.apply(event);
        for (int trial = 0; trial < trialsAtEach; ++trial)
            tryCut(disk, acknowledged, ++seed, vfs.name(), outcome);
    }
    return outcome;
}

}

TEST_CASE("a power cut at any moment loses no acknowledged transaction and leaves no half one")
{
    const Outcome outcome = cutEverywhere(Durability::Full, 4);
    INFO(outcome.trials << " power cuts");
    CHECK(outcome.trials > 3000);
    CHECK(outcome.lost == 0);
    CHECK(outcome.damaged == 0);
}

TEST_CASE("control: without syncs the same power cuts lose acknowledged transactions")
{
    const Outcome outcome = cutEverywhere(Durability::Off, 1);
    CHECK(outcome.lost > 0);
}
