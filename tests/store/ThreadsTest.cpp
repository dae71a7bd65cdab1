#include "core/store/StoreThreads.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

#include <QFile>

#include <thread>

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

// Plain threads, so that the thread sanitizer sees all of it.

namespace {

std::unique_ptr<StoreThreads> threadsOf(StoreBook& book)
{
    auto opened = StoreThreads::open(book.access(), [&] {
        return StoreWriter::open(book.access(), book.clock(), [](Connection&) { return Status{}; });
    });
    REQUIRE_OK(opened);
    return std::move(*opened);
}

}

TEST_CASE("every job is run once: with the writer, or without one when the store closes")
{
    StoreBook book;
    book.close();
    std::atomic<int> posted = 0;
    std::atomic<int> written = 0;
    std::atomic<int> refused = 0;
    for (int round = 0; round < 20; ++round) {
        auto threads = threadsOf(book);
        std::atomic<bool> closing = false;
        std::vector<std::thread> posters;
        for (int i = 0; i < 3; ++i) {
            posters.emplace_back([&] {
                for (int job = 0; job < 200 && !closing; ++job) {
                    ++posted;
                    threads->postWrite([&](StoreWriter* writer) { ++(writer ? written : refused); });
                }
            });
        }
        if (round % 2 == 0)
            closing = true; // some in the middle of it
        for (auto& poster : posters)
            poster.join();
        threads.reset();
        CHECK(posted == written + refused);
    }
    CHECK(written > 0);
}

TEST_CASE("a thread that feeds the store may post until the store has closed")
{
    StoreBook book;
    book.close();
    for (int round = 0; round < 20; ++round) {
        auto threads = threadsOf(book);
        auto* raw = threads.get();
        auto stop = std::make_shared<std::atomic<bool>>(false);
        std::atomic<int> taken = 0;
        std::atomic<bool> ended = false;
        // As an import does: its first job begins the thread, and a job without a writer ends it.
        raw->postWrite([raw, stop, &taken, &ended](StoreWriter* writer) {
            if (!writer) {
                ended = true;
                return;
            }
            raw->runBeside([raw, stop, &taken, &ended] {
                while (!*stop) {
                    raw->postWrite([stop, &taken](StoreWriter* given) {
                        ++taken;
                        if (!given)
                            *stop = true;
                    });
                }
                ended = true;
            });
        });
        if (round % 2 == 0) {
            while (taken == 0)
                std::this_thread::yield();
        }
        threads.reset();
        CHECK(ended);
    }
}

TEST_CASE("a file is exchanged under readers and writers, and every job is run once, on the one or the other")
{
    StoreBook book;
    book.close();
    auto threads = threadsOf(book);
    std::atomic<bool> stop = false;
    std::atomic<int> asked = 0;
    std::atomic<int> answered = 0;
    std::vector<std::thread> askers;
    for (int i = 0; i < 3; ++i) {
        askers.emplace_back([&] {
            while (!stop) {
                ++asked;
                auto read = threads->read<qint64>(
                    [](StoreReader& reader) { return reader.connection.integer("SELECT count(*) FROM act"); });
                auto written = threads->write<qint64>(
                    [](StoreWriter& writer) { return writer.connection.integer("SELECT count(*) FROM act"); });
                read.waitForFinished();
                written.waitForFinished();
                answered += read.result().ok() && written.result().ok() ? 1 : 0;
            }
        });
    }
    for (int round = 0; round < 20; ++round) {
        bool prepared = false;
        bool closed = false;
        auto exchanged = threads->exchangeFile(
            [&](StoreWriter& writer) {
                prepared = writer.connection.integer("SELECT count(*) FROM act").ok();
                return Status();
            },
            [&]() -> Result<BookAccess> {
                // The last connection took the log with it.
                closed = !QFile::exists(book.access().path + u"-wal"_s);
                return book.access();
            });
        exchanged.waitForFinished();
        REQUIRE_OK(exchanged.result());
        CHECK((prepared && closed));
    }
    stop = true;
    for (auto& asker : askers)
        asker.join();
    CHECK(asked > 0);
    CHECK(answered == asked);
}

TEST_CASE("an exchange that is refused changes nothing, and one that cannot open the file leaves a store that says so")
{
    StoreBook book;
    book.close();
    auto threads = threadsOf(book);
    const auto count = [&] {
        auto read = threads->read<qint64>(
            [](StoreReader& reader) { return reader.connection.integer("SELECT count(*) FROM act"); });
        read.waitForFinished();
        return read.result();
    };
    const auto refuse = [](StoreWriter&) -> Status { return Error{ErrorCode::DiskFull, {}}; };
    const auto open = [](StoreWriter&) { return Status(); };
    auto refused = threads->exchangeFile(refuse, [&]() -> Result<BookAccess> { return book.access(); });
    refused.waitForFinished();
    CHECK(refused.result().error().code == ErrorCode::DiskFull);
    CHECK(count().ok());
    auto lost = threads->exchangeFile(open, []() -> Result<BookAccess> { return Error{ErrorCode::BookKeyWrong, {}}; });
    lost.waitForFinished();
    CHECK(lost.result().error().code == ErrorCode::BookKeyWrong);
    CHECK(count().error().code == ErrorCode::BookLocked);
    auto written = threads->write<qint64>([](StoreWriter&) { return Result<qint64>(1); });
    written.waitForFinished();
    CHECK(written.result().error().code == ErrorCode::BookLocked);
    threads.reset();
    CHECK(threadsOf(book));
}
