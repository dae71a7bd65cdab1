#include "core/database/Backup.h"
#include "tests/faults/Ledger.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/TestBook.h"

#include <set>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int writtenBefore = 10;

// The bytes of a book with ten transactions, the last ones still in the log.
struct Template
{
    QByteArray file;
    QByteArray log;

    Template()
    {
        TestBook book;
        Connection connection = book.open(OpenMode::Create);
        REQUIRE_OK(Ledger::create(connection));
        for (int number = 1; number <= writtenBefore; ++number) {
            REQUIRE_OK(Ledger::write(connection, number));
            if (number == writtenBefore / 2)
                REQUIRE_OK(connection.checkpoint(Checkpoint::Truncate));
        }
        file = bytesOf(book.path());
        log = bytesOf(book.path() + u"-wal"_s);
    }

    void putInto(const TestBook& book) const
    {
        for (const auto& [suffix, bytes] : {std::pair(u""_s, file), std::pair(u"-wal"_s, log)}) {
            QFile out(book.path() + suffix);
            REQUIRE(out.open(QIODevice::WriteOnly));
            REQUIRE(out.write(bytes) == bytes.size());
        }
    }
};

struct Progress
{
    int acknowledged = writtenBefore;
    int attempted = writtenBefore;
};

// Opens, writes five times, empties the log, closes; stops at the first error.
Status work(const OpenOptions& options, Progress& progress)
{
    KITH_TRY(auto connection, Connection::open(options));
    KITH_TRY(connection.setAutoCheckpoint(0));
    for (int i = 0; i < 5; ++i) {
        ++progress.attempted;
        KITH_TRY(Ledger::write(connection, progress.attempted));
        progress.acknowledged = progress.attempted;
    }
    return connection.checkpoint(Checkpoint::Truncate);
}

struct Outcome
{
    int trials = 0;
    int refused = 0; // told with an error
    int wrong = 0;   // neither before nor after
    std::set<ErrorCode> told;
};

Outcome failEveryCall(Fault fault, FaultLasts lasts)
{
    const Template start;
    RecordingVfs vfs;
    Outcome outcome;
    for (qint64 call = 0;; ++call) {
        TestBook book;
        start.putInto(book);
        OpenOptions options = book.options(OpenMode::ReadWrite);
        options.vfs = vfs.name();
        Progress progress;
        vfs.failAfter(call, fault, lasts);
        const Status done = work(options, progress);
        vfs.heal();
        if (!vfs.hasFailed())
            return outcome;
        ++outcome.trials;
        if (!done) {
            ++outcome.refused;
            outcome.told.insert(done.error().code);
        }
        auto again = Connection::open(options);
        const auto number = again ? Ledger::read(*again) : Result<std::optional<int>>(again.error());
        const bool right = number && *number && **number >= progress.acknowledged && **number <= progress.attempted;
        outcome.wrong += right ? 0 : 1;
    }
}

}

TEST_CASE("when any call of the disk fails the person is told and the book is as before or after")
{
    const auto lasts = GENERATE(FaultLasts::Once, FaultLasts::FromThenOn);
    INFO((lasts == FaultLasts::Once ? "once" : "from then on"));

    SECTION("no space")
    {
        const Outcome outcome = failEveryCall(Fault::NoSpace, lasts);
        CHECK(outcome.trials > 20);
        CHECK(outcome.wrong == 0);
        CHECK(outcome.refused > 0);
        CHECK(outcome.told == std::set{ErrorCode::DiskFull});
    }
    SECTION("input and output")
    {
        const Outcome outcome = failEveryCall(Fault::InputOutput, lasts);
        CHECK(outcome.trials > 100);
        CHECK(outcome.wrong == 0);
        CHECK(outcome.refused > 0);
        for (const ErrorCode code : outcome.told) {
            CAPTURE(code);
            CHECK((code == ErrorCode::FileUnreadable || code == ErrorCode::FileUnwritable));
        }
    }
    SECTION("short read")
    {
        const Outcome outcome = failEveryCall(Fault::ShortRead, lasts);
        CHECK(outcome.trials > 10);
        CHECK(outcome.wrong == 0);
        CHECK(outcome.refused > 0);
        for (const ErrorCode code : outcome.told) {
            CAPTURE(code);
            CHECK((code == ErrorCode::FileUnreadable || code == ErrorCode::BookDamaged));
        }
    }
    SECTION("read-only")
    {
        const Outcome outcome = failEveryCall(Fault::ReadOnly, lasts);
        CHECK(outcome.trials > 20);
        CHECK(outcome.wrong == 0);
        CHECK(outcome.refused > 0);
        CHECK(outcome.told == std::set{ErrorCode::ReadOnly});
    }
}

TEST_CASE("a book whose making fails is told of and is no half book")
{
    const auto lasts = GENERATE(FaultLasts::Once, FaultLasts::FromThenOn);
    RecordingVfs vfs;
    int refused = 0;
    for (qint64 call = 0;; ++call) {
        TestBook book;
        OpenOptions options = book.options(OpenMode::Create);
        options.vfs = vfs.name();
        vfs.failAfter(call, Fault::InputOutput, lasts);
        const bool made = Connection::open(options).ok();
        vfs.heal();
        if (!vfs.hasFailed())
            break;
        refused += made ? 0 : 1;
        options.mode = OpenMode::ReadWrite;
        auto again = Connection::open(options);
        CAPTURE(call, made);
        if (made)
            CHECK(again.ok());
        else if (!again)
            CHECK((again.error().code == ErrorCode::BookMissing || again.error().code == ErrorCode::BookNotABook));
    }
    CHECK(refused > 10);
}

TEST_CASE("a backup that fails at any call leaves no copy and an unharmed book")
{
    const auto fault = GENERATE(Fault::NoSpace, Fault::InputOutput);
    const Template start;
    RecordingVfs vfs;
    int refused = 0;
    for (qint64 call = 0;; ++call) {
        TestBook book;
        start.putInto(book);
        OpenOptions options = book.options(OpenMode::ReadWrite);
        options.vfs = vfs.name();
        auto connection = Connection::open(options);
        REQUIRE_OK(connection);
        const TestKey key = keyOf(9);
        const BackupTarget target{.path = book.folder.filePath(u"copy.kith"_s), .key = key};
        vfs.failAfter(call, fault, FaultLasts::Once);
        const auto report = backUp(*connection, target);
        vfs.heal();
        if (!vfs.hasFailed())
            break;
        refused += report ? 0 : 1;
        CAPTURE(call);
        CHECK(QFile::exists(target.path) == report.ok());
        CHECK_FALSE(QFile::exists(target.path + u".part"_s));
        if (!report && fault == Fault::NoSpace)
            CHECK(report.error() == (Error{ErrorCode::DiskFull, {target.path}}));
        if (report)
            CHECK(Connection::open({.path = target.path, .key = key, .mode = OpenMode::ReadOnly}).ok());
        const auto number = Ledger::read(*connection);
        CHECK((number && *number == writtenBefore));
    }
    CHECK(refused > 5);
}

TEST_CASE("control: a disk that loses writes and says nothing is caught")
{
    const Outcome outcome = failEveryCall(Fault::LostWrite, FaultLasts::Once);
    CHECK(outcome.wrong > 0);
}
