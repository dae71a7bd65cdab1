#pragma once

#include "core/store/StoreThreads.h"
#include "core/work/duplicates/DuplicateTable.h"
#include "core/work/duplicates/TraitTable.h"

#include <QElapsedTimer>
#include <QPromise>

namespace kith {

struct ScanProgress
{
    enum class Step { Reading, Indexing, Comparing, Saving };
    Step step = Step::Reading;
    double done = 0;          // of everything, 0 to 1
    std::int64_t records = 0; // read so far
    std::int64_t likely = 0;  // pairs found so far
};

struct ScanReport
{
    std::int64_t records = 0;
    std::int64_t pairs = 0; // likely duplicates, those told apart among them
    double seconds = 0;
};

// Compares all records of one entity with each other, in the background: a thread of its own asks readers and the
// writer for short pieces, so that everybody else gets between. First the traits of every record are read, sorted in
// memory (at most 64 MB at a time, whatever the book's size) and written in their order; then records that share one
// are compared; at last the list of likely duplicates is brought up to what was found. Cancelled or cut off, it leaves
// the old list; the index it has begun does no harm.
class DuplicateScan : public std::enable_shared_from_this<DuplicateScan>
{
public:
    DuplicateScan(StoreThreads& threads, const EntityId& entity) : m_threads(threads), m_entity(entity) {}

    // Once. NotCompared, Cancelled.
    QFuture<Result<ScanReport>> start();
    void cancel() { m_cancelled = true; } // any thread
    const EntityId& entity() const { return m_entity; }
    ScanProgress progress() const;
    bool isOver() const { return m_over; }

private:
    struct Slice
    {
        std::vector<TraitEntry> entries;
        RecordKey last = 0;
        std::int64_t records = 0;
    };
    struct Compared
    {
        std::vector<DuplicatePair> pairs;
        TraitEntry last;
        bool atEnd = false;
    };
    struct HashRange
    {
        TraitHash first = 0;
        TraitHash end = 0;
    };
    Result<Slice> sliceBehind(StoreReader& reader, RecordKey last, const HashRange& range) const;
    Result<Compared> compareBehind(StoreReader& reader, TraitEntry last) const;
    Result<ScanReport> run();
    Status begin();
    Status readRange(const HashRange& range, int pass);
    Status writeDifferences(const HashRange& range);
    Status comparePass();
    Status saveFound();
    Status applyTraits(std::vector<TraitEntry> add, std::vector<TraitEntry> remove);
    Status applyPairs(std::vector<DuplicatePair> put, std::vector<DuplicatePair> remove);
    Status markDistinct();
    void keepBest();
    void tell(ScanProgress::Step step, double part);
    template <typename Value>
    Result<Value> read(std::function<Result<Value>(StoreReader&)> job);
    Status write(std::function<Status(StoreWriter&)> job);

    StoreThreads& m_threads;
    EntityId m_entity;
    QPromise<Result<ScanReport>> m_promise;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_over = false;
    mutable std::mutex m_mutex;
    ScanProgress m_progress; // under m_mutex

    // Of the scanning thread.
    std::int64_t m_since = 0; // hybrid time before the first row was read
    RecordKey m_lastKey = 0;
    int m_passes = 1;
    int m_least = 0; // score from which pairs are kept
    std::vector<TraitEntry> m_run;
    std::vector<DuplicatePair> m_pairs;
    std::int64_t m_records = 0;
};

}
