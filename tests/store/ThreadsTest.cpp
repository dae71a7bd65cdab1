#include "core/store/StoreThreads.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

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
