#include "core/work/duplicates/DuplicateScan.h"

#include "core/database/Transaction.h"
#include "core/store/Columns.h"
#include "core/work/duplicates/Distinctions.h"
#include "core/work/duplicates/DuplicateFinder.h"

#include <algorithm>
#include <unordered_map>

namespace kith {

namespace {

constexpr std::size_t entriesInMemory = 8'000'000; // 64 MB
constexpr int traitsOfOne = 6;                     // rather more than most records have
constexpr int rowsInSlice = 1'000;
constexpr int entriesInSlice = 4'000;
constexpr std::size_t writtenAtOnce = 20'000;
constexpr std::size_t mostPairs = 2'000'000; // 48 MB
constexpr int scoreStep = 5;

// How the whole divides into its steps, as far as that can be said.
constexpr double readingShare = 0.45;
constexpr double indexingShare = 0.2;
constexpr double comparingShare = 0.33;

bool samePair(const DuplicatePair& a, const DuplicatePair& b)
{
    return a.one == b.one && a.other == b.other;
}

bool isBefore(const DuplicatePair& a, const DuplicatePair& b)
{
    return std::pair(a.one, a.other) < std::pair(b.one, b.other);
}

// One reader's comparing of what shares traits. Remembers what it read and counted.
class Comparer
{
public:
    Comparer(StoreReader& reader, const ComparedFields& compared)
        : m_traits(reader.tables, compared)
        , m_table(reader.connection, *compared.entity)
        , m_sharedBy([this](TraitHash hash) { return sharedBy(hash); })
    {
    }

    Status compare(std::span<const TraitEntry> block, int least, std::vector<DuplicatePair>& pairs)
    {
        if (block.size() < 2 || block.size() > std::size_t(mostSharing))
            return {};
        std::vector<const Traits*> members;
        for (const auto entry : block) {
            KITH_TRY(const Traits* traits, traitsOf(entry.key()));
            if (!traits)
                continue;
            if (members.empty() && !DuplicateFinder::isWorthComparing(*traits, entry.hash(), block.size()))
                return {};
            members.push_back(traits);
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                KITH_TRY(const auto likeness, compareTraits(*members[i], *members[j], m_sharedBy));
                if (likeness.score >= least)
                    pairs.push_back({members[i]->key, members[j]->key, likeness.score, false});
            }
        }
        return {};
    }

private:
    Result<const Traits*> traitsOf(RecordKey key)
    {
        const auto known = m_known.find(key);
        if (known != m_known.end())
            return known->second ? &*known->second : nullptr;
        KITH_TRY(auto traits, m_traits.traits(key));
        const auto& kept = m_known.emplace(key, std::move(traits)).first->second;
        return kept ? &*kept : nullptr;
    }
    Result<int> sharedBy(TraitHash hash)
    {
        const auto known = m_counts.find(hash);
        if (known != m_counts.end())
            return known->second;
        KITH_TRY(const int count, m_table.sharedBy(hash, commonTrait));
        return m_counts[hash] = count;
    }

    TraitReader m_traits;
    TraitTable m_table;
    SharedBy m_sharedBy;
    std::unordered_map<RecordKey, std::optional<Traits>> m_known;
    std::unordered_map<TraitHash, int> m_counts;
};

}

QFuture<Result<ScanReport>> DuplicateScan::start()
{
    m_promise.start();
    auto future = m_promise.future();
    m_threads.runBeside([self = shared_from_this()] {
        auto report = self->run();
        self->m_over = true;
        self->m_promise.addResult(std::move(report));
        self->m_promise.finish();
    });
    return future;
}

ScanProgress DuplicateScan::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

void DuplicateScan::tell(ScanProgress::Step step, double part)
{
    const double before = step == ScanProgress::Step::Reading     ? 0
                          : step == ScanProgress::Step::Indexing  ? readingShare
                          : step == ScanProgress::Step::Comparing ? readingShare + indexingShare
                                                                  : readingShare + indexingShare + comparingShare;
    const double share = step == ScanProgress::Step::Reading     ? readingShare
                         : step == ScanProgress::Step::Indexing  ? indexingShare
                         : step == ScanProgress::Step::Comparing ? comparingShare
                                                                 : 1 - readingShare - indexingShare - comparingShare;
    const std::lock_guard lock(m_mutex);
    m_progress.step = step;
    m_progress.done = std::max(m_progress.done, before + share * std::clamp(part, 0.0, 1.0));
    m_progress.records = m_records;
    m_progress.likely = std::int64_t(m_pairs.size());
}

template <typename Value>
Result<Value> DuplicateScan::read(std::function<Result<Value>(StoreReader&)> job)
{
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, {}};
    auto future = m_threads.read<Value>(std::move(job));
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<Value>(Error{ErrorCode::Cancelled, {}});
}

Status DuplicateScan::write(std::function<Status(StoreWriter&)> job)
{
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, {}};
    auto future = m_threads.write<void>([job = std::move(job)](StoreWriter& writer) -> Status {
        KITH_TRY(auto transaction, WriteTransaction::begin(writer.connection));
        KITH_TRY(job(writer));
        return transaction.commit();
    });
    future.waitForFinished();
    return future.result();
}

Result<ScanReport> DuplicateScan::run()
{
    QElapsedTimer timer;
    timer.start();
    KITH_TRY(begin());
    const auto hashes = TraitHash(1) << traitHashBits;
    for (int pass = 0; pass < m_passes; ++pass) {
        const HashRange range{hashes * TraitHash(pass) / TraitHash(m_passes),
                              hashes * TraitHash(pass + 1) / TraitHash(m_passes)};
        KITH_TRY(readRange(range, pass));
        KITH_TRY(writeDifferences(range));
    }
    std::vector<TraitEntry>().swap(m_run);
    KITH_TRY(comparePass());
    KITH_TRY(markDistinct());
    KITH_TRY(saveFound());
    ScanReport report;
    report.records = m_records;
    report.pairs = std::int64_t(m_pairs.size());
    report.seconds = double(timer.nsecsElapsed()) / 1e9;
    return report;
}

Status DuplicateScan::begin()
{
    m_least = Likeness::likely;
    return write([this](StoreWriter& writer) -> Status {
        KITH_TRY(const auto compared, ComparedFields::of(writer.tables.catalog(), m_entity));
        m_since = std::int64_t(writer.time.last().value);
        auto last = writer.connection.kept("SELECT max(k) FROM " + tableName(*compared.entity));
        KITH_TRY(last.step());
        m_lastKey = last.integer(0);
        m_passes = 1 + int(std::size_t(m_lastKey) * traitsOfOne / entriesInMemory);
        return {};
    });
}

// On a reader's thread.
Result<DuplicateScan::Slice> DuplicateScan::sliceBehind(StoreReader& reader, RecordKey last,
                                                        const HashRange& range) const
{
    KITH_TRY(const auto compared, ComparedFields::of(reader.tables.catalog(), m_entity));
    KITH_TRY(const auto rows, TraitReader(reader.tables, compared, TraitDetail::Hashes).behind(last, rowsInSlice));
    Slice slice;
    for (const auto& traits : rows) {
        for (const auto hash : traits.hashes()) {
            if (hash >= range.first && hash < range.end)
                slice.entries.emplace_back(hash, traits.key);
        }
    }
    slice.records = std::int64_t(rows.size());
    slice.last = rows.empty() ? last : rows.back().key;
    return slice;
}

Status DuplicateScan::readRange(const HashRange& range, int pass)
{
    m_run.clear();
    m_run.reserve(std::min(std::size_t(m_lastKey) * traitsOfOne, entriesInMemory));
    m_records = 0;
    for (RecordKey last = 0; true;) {
        const auto readSlice = [this, last, range](StoreReader& reader) { return sliceBehind(reader, last, range); };
        KITH_TRY(const auto slice, read<Slice>(readSlice));
        m_run.insert(m_run.end(), slice.entries.begin(), slice.entries.end());
        m_records += slice.records;
        last = slice.last;
        tell(ScanProgress::Step::Reading,
             (double(pass) + double(last) / double(std::max<RecordKey>(m_lastKey, 1))) / m_passes);
        if (slice.records < rowsInSlice)
            break;
    }
    std::sort(m_run.begin(), m_run.end());
    return {};
}

// Walks what was read and what is stored side by side.
Status DuplicateScan::writeDifferences(const HashRange& range)
{
    std::vector<TraitEntry> add;
    std::vector<TraitEntry> remove;
    auto next = m_run.cbegin();
    TraitEntry last(range.first, 0);
    const auto applyMany = [&](bool all) -> Status {
        if (!all && add.size() + remove.size() < writtenAtOnce)
            return {};
        tell(ScanProgress::Step::Indexing,
             double(next - m_run.cbegin()) / double(std::max<std::size_t>(m_run.size(), 1)));
        return applyTraits(std::exchange(add, {}), std::exchange(remove, {}));
    };
    for (bool more = true; more;) {
        const auto readStored = [this, last](StoreReader& reader) {
            return TraitTable(reader.connection, *reader.tables.catalog().entity(m_entity))
                .behind(last, entriesInSlice);
        };
        KITH_TRY(const auto stored, read<std::vector<TraitEntry>>(readStored));
        for (const auto entry : stored) {
            if (entry.hash() >= range.end)
                break;
            for (; next != m_run.cend() && *next < entry; ++next)
                add.push_back(*next);
            if (next != m_run.cend() && *next == entry)
                ++next;
            else
                remove.push_back(entry);
        }
        KITH_TRY(applyMany(false));
        more = stored.size() == std::size_t(entriesInSlice) && stored.back().hash() < range.end;
        if (more)
            last = stored.back();
    }
    for (; next != m_run.cend(); ++next) {
        add.push_back(*next);
        KITH_TRY(applyMany(false));
    }
    return applyMany(true);
}

Status DuplicateScan::applyTraits(std::vector<TraitEntry> add, std::vector<TraitEntry> remove)
{
    if (add.empty() && remove.empty())
        return {};
    return write([this, add = std::move(add), remove = std::move(remove)](StoreWriter& writer) -> Status {
        TraitTable table(writer.connection, *writer.tables.catalog().entity(m_entity));
        KITH_TRY(table.remove(remove));
        return table.add(add);
    });
}

// On a reader's thread.
Result<DuplicateScan::Compared> DuplicateScan::compareBehind(StoreReader& reader, TraitEntry last) const
{
    KITH_TRY(const auto compared, ComparedFields::of(reader.tables.catalog(), m_entity));
    KITH_TRY(const auto entries, TraitTable(reader.connection, *compared.entity).behind(last, entriesInSlice));
    Comparer comparer(reader, compared);
    Compared answer;
    answer.last = last;
    answer.atEnd = entries.size() < std::size_t(entriesInSlice);
    for (std::size_t i = 0; i < entries.size();) {
        auto end = i + 1;
        while (end < entries.size() && entries[end].hash() == entries[i].hash())
            ++end;
        // The last may go on in the next slice; unless it is all of this one, and too large anyway.
        if (end == entries.size() && !answer.atEnd && i > 0)
            break;
        // What goes on from the slice before is too many already.
        if (i > 0 || entries[i].hash() != last.hash())
            KITH_TRY(comparer.compare(std::span(entries).subspan(i, end - i), m_least, answer.pairs));
        answer.last = entries[end - 1];
        i = end;
    }
    return answer;
}

Status DuplicateScan::comparePass()
{
    m_pairs.clear();
    TraitEntry last;
    for (bool atEnd = false; !atEnd;) {
        const auto compareSlice = [this, last](StoreReader& reader) { return compareBehind(reader, last); };
        KITH_TRY(const auto found, read<Compared>(compareSlice));
        m_pairs.insert(m_pairs.end(), found.pairs.begin(), found.pairs.end());
        keepBest();
        last = found.last;
        atEnd = found.atEnd;
        tell(ScanProgress::Step::Comparing, double(last.hash()) / double(TraitHash(1) << traitHashBits));
    }
    std::sort(m_pairs.begin(), m_pairs.end(), isBefore);
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end(), samePair), m_pairs.end());
    return {};
}

// The same two are found by each trait they share. If there are too many without that, the least sure give way.
void DuplicateScan::keepBest()
{
    while (m_pairs.size() > mostPairs) {
        std::sort(m_pairs.begin(), m_pairs.end(), isBefore);
        m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end(), samePair), m_pairs.end());
        if (m_pairs.size() < mostPairs * 3 / 4)
            return;
        m_least += scoreStep;
        std::erase_if(m_pairs, [this](const DuplicatePair& pair) { return pair.score < m_least; });
    }
}

Status DuplicateScan::markDistinct()
{
    const auto readAll = [this](StoreReader& reader) {
        return Distinctions(reader.tables).all(*reader.tables.catalog().entity(m_entity));
    };
    KITH_TRY(const auto distinct, read<std::vector<Distinctions::Ends>>(readAll));
    for (const auto& ends : distinct) {
        const DuplicatePair wanted{std::min(ends.one, ends.other), std::max(ends.one, ends.other), 0, false};
        const auto found = std::lower_bound(m_pairs.begin(), m_pairs.end(), wanted, isBefore);
        if (found != m_pairs.end() && samePair(*found, wanted))
            found->isDistinct = true;
    }
    return {};
}

Status DuplicateScan::saveFound()
{
    std::vector<DuplicatePair> put;
    std::vector<DuplicatePair> remove;
    auto next = m_pairs.cbegin();
    DuplicatePair last;
    for (bool more = true; more;) {
        const auto readStored = [this, last](StoreReader& reader) {
            return DuplicateTable(reader.tables, *reader.tables.catalog().entity(m_entity))
                .behind(last, entriesInSlice);
        };
        KITH_TRY(const auto stored, read<std::vector<DuplicatePair>>(readStored));
        for (const auto& pair : stored) {
            for (; next != m_pairs.cend() && isBefore(*next, pair); ++next)
                put.push_back(*next);
            const bool same = next != m_pairs.cend() && samePair(*next, pair);
            if (!same)
                remove.push_back(pair);
            else if (*next != pair)
                put.push_back(*next);
            next += same ? 1 : 0;
        }
        KITH_TRY(applyPairs(std::exchange(put, {}), std::exchange(remove, {})));
        more = stored.size() == std::size_t(entriesInSlice);
        if (more)
            last = stored.back();
    }
    while (next != m_pairs.cend()) {
        const auto count = std::min<std::ptrdiff_t>(entriesInSlice, m_pairs.cend() - next);
        KITH_TRY(applyPairs({next, next + count}, {}));
        next += count;
        tell(ScanProgress::Step::Saving, double(next - m_pairs.cbegin()) / double(m_pairs.size()));
    }
    return write([this](StoreWriter& writer) {
        return saveTraitState(writer.connection, *writer.tables.catalog().entity(m_entity), {m_since, traitsVersion});
    });
}

Status DuplicateScan::applyPairs(std::vector<DuplicatePair> put, std::vector<DuplicatePair> remove)
{
    if (put.empty() && remove.empty())
        return {};
    return write([this, put = std::move(put), remove = std::move(remove)](StoreWriter& writer) -> Status {
        DuplicateTable table(writer.tables, *writer.tables.catalog().entity(m_entity));
        for (const auto& pair : remove)
            KITH_TRY(table.remove(pair));
        for (const auto& pair : put)
            KITH_TRY(table.put(pair));
        return {};
    });
}

}
