#pragma once

#include "core/store/BookFile.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace kith {

// The threads of one open book: one writes, a few read, each with its own connection. Jobs come from any thread; their
// answers are futures. Destroying it lets the running jobs end, answers the waiting ones BookLocked, and closes the
// file.
class StoreThreads
{
public:
    using OpenWriter = std::function<Result<std::unique_ptr<StoreWriter>>()>;

    // Opens the writer first, on the calling thread, then the readers.
    static Result<std::unique_ptr<StoreThreads>> open(const BookAccess& access, const OpenWriter& openWriter);
    // Readers alone, beside another process that writes: every write answers BookInUse.
    static Result<std::unique_ptr<StoreThreads>> openReadOnly(const BookAccess& access, const Clock& clock);
    ~StoreThreads();

    // A read that is cancelled stops at the next few thousand steps of the engine.
    template <typename Value>
    QFuture<Result<Value>> read(std::function<Result<Value>(StoreReader&)> job)
    {
        auto promise = std::make_shared<QPromise<Result<Value>>>();
        auto future = promise->future();
        promise->start();
        postRead({[promise, job = std::move(job)](StoreReader* reader) {
                      if (!reader)
                          promise->addResult(Result<Value>(Error{ErrorCode::BookLocked, {}}));
                      else if (!promise->isCanceled())
                          promise->addResult(job(*reader));
                      promise->finish();
                  },
                  [promise] { return promise->isCanceled(); }});
        return future;
    }

    template <typename Value>
    QFuture<Result<Value>> write(std::function<Result<Value>(StoreWriter&)> job)
    {
        auto promise = std::make_shared<QPromise<Result<Value>>>();
        auto future = promise->future();
        promise->start();
        postWrite([this, promise, job = std::move(job)](StoreWriter* writer) {
            if (!writer)
                promise->addResult(
                    Result<Value>(Error{m_readOnly ? ErrorCode::BookInUse : ErrorCode::BookLocked, {m_path}}));
            else
                promise->addResult(job(*writer));
            promise->finish();
        });
        return future;
    }

    // Behind everything that waits now: how long work gives way between its steps. Null writer: the book is closing.
    void postWrite(std::function<void(StoreWriter*)> job);

    // A thread beside the store's own that feeds it, such as one that reads a file. It may post to the end: the store
    // waits for it before it closes, so it must end soon after a job of its was given no writer.
    void runBeside(std::function<void()> work);

    // Puts another file in the place of the book's, behind the writes that wait now, without anybody noticing more than
    // a wait. `prepare` has the writer; reads go on. Its error ends it, and nothing was closed. Then reads wait too,
    // every connection is closed, and `exchange` is called: it says how the file that lies there from now on is opened.
    // If that fails there are no connections any more, and every job answers BookLocked.
    QFuture<Result<void>> exchangeFile(std::function<Status(StoreWriter&)> prepare,
                                       std::function<Result<BookAccess>()> exchange);

    // What everybody sees now. Any thread.
    CatalogPtr catalog() const;
    BookMeta meta() const;
    Instant now() const { return m_clock->now(); }

    // On the writer thread, after a commit: readers forget what they knew of lists, listeners are told, a changed
    // catalog is read.
    Status publish(StoreWriter& writer, const ChangeNotice& notice);
    // Called on the writer thread. Set before the first write.
    void setListener(std::function<void(const ChangeNotice&)> listener) { m_listener = std::move(listener); }

private:
    struct ReadJob
    {
        std::function<void(StoreReader*)> run;
        std::function<bool()> cancelled;
    };
    StoreThreads() = default;
    Status openReaders(const BookAccess& access);
    void startReaders();
    void postRead(ReadJob job);
    void readLoop(std::size_t index);
    void writeLoop();
    Status reopen(const std::function<Result<BookAccess>()>& exchange);

    QString m_path;
    const Clock* m_clock = nullptr;
    bool m_readOnly = false;
    std::unique_ptr<StoreWriter> m_writer;               // none: nothing can be written
    std::vector<std::unique_ptr<StoreReader>> m_readers; // changed only while none of them is used
    std::function<void(const ChangeNotice&)> m_listener;

    mutable std::mutex m_mutex;
    std::condition_variable m_readReady;
    std::condition_variable m_writeReady;
    std::condition_variable m_readEnded;
    int m_reading = 0;        // readers at work
    bool m_readsWait = false; // the file is being exchanged
    std::deque<ReadJob> m_reads;
    std::deque<std::function<void(StoreWriter*)>> m_writes;
    CatalogPtr m_catalog;
    BookMeta m_meta;
    bool m_closing = false;
    std::atomic<std::uint64_t> m_commits{0}; // counted, for ListMemory
    std::vector<std::thread> m_threads;
    struct Beside
    {
        std::thread thread;
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::vector<Beside> m_beside;
};

}
