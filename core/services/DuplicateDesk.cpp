#include "core/services/DuplicateDesk.h"

#include "core/services/RunAct.h"
#include "core/services/SlowWork.h"
#include "core/store/Merge.h"
#include "core/work/duplicates/Distinctions.h"
#include "core/work/duplicates/DuplicateFinder.h"
#include "core/work/duplicates/TraitFollower.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QStringList reasonsFor(const Likeness& likeness)
{
    QStringList reasons;
    for (const auto& reason : likeness.reasons) {
        if (reason.isFor())
            reasons += reasonText(reason);
    }
    return reasons;
}

// A phone and a place.
QString detailOf(const ComparedFields& compared, const Record& record)
{
    QStringList parts;
    for (const auto* list : {&compared.phones, &compared.mails}) {
        for (const Field* field : *list) {
            if (const auto* points = std::get_if<Points>(&record.value(field->id)))
                parts += points->front().shown();
        }
    }
    const auto* addresses = compared.address ? std::get_if<Addresses>(&record.value(compared.address->id)) : nullptr;
    if (addresses && !addresses->front().city.isEmpty())
        parts += addresses->front().city;
    return parts.mid(0, 2).join(u" · "_s);
}

Result<std::vector<DuplicateCandidate>> candidatesOf(StoreReader& reader, const EntityId& entity,
                                                     const FieldValues& values, const RecordId& record, int limit)
{
    KITH_TRY(const auto compared, ComparedFields::of(reader.tables.catalog(), entity));
    auto traits = traitsOf(compared, values);
    if (!record.isNull()) {
        KITH_TRY(const auto key, reader.tables.keyOf(*compared.entity, record));
        traits.key = key.value_or(0);
    }
    // More than are shown: some may have been told apart.
    KITH_TRY(const auto found, DuplicateFinder(reader.tables, compared).find(traits, Likeness::hint, 4 * limit));
    std::vector<DuplicateCandidate> candidates;
    for (const auto& likely : found) {
        if (int(candidates.size()) == limit)
            break;
        KITH_TRY(const auto loaded, reader.tables.loadKey(*compared.entity, likely.key));
        if (!loaded)
            continue;
        KITH_TRY(const bool apart, Distinctions(reader.tables).areDistinct({compared.entity, traits.key, likely.key}));
        if (apart)
            continue;
        candidates.push_back({loaded->record.id, reader.tables.title(loaded->record),
                              detailOf(compared, loaded->record), likely.likeness.score >= Likeness::likely,
                              reasonsFor(likely.likeness)});
    }
    return candidates;
}

// Groups as people see them. The reasons are found anew: they depend on nothing but the records.
class GroupReader
{
public:
    GroupReader(StoreReader& reader, const ComparedFields& compared)
        : m_tables(reader.tables)
        , m_compared(compared)
        , m_traits(reader.tables, compared)
        , m_table(reader.connection, *compared.entity)
    {
    }

    Result<DuplicateView> view(const DuplicateGroup& group)
    {
        DuplicateView view;
        view.score = group.score;
        std::map<RecordKey, RecordId> ids;
        std::map<RecordKey, Traits> known;
        for (const auto key : group.records) {
            KITH_TRY(const auto loaded, m_tables.loadKey(*m_compared.entity, key));
            if (!loaded)
                continue;
            KITH_TRY(auto traits, m_traits.traits(key));
            if (!traits)
                continue;
            known[key] = std::move(*traits);
            ids[key] = loaded->record.id;
            view.records.push_back({loaded->record.id, m_tables.title(loaded->record)});
        }
        for (const auto& pair : group.pairs) {
            const auto one = known.find(pair.one);
            const auto other = known.find(pair.other);
            if (one == known.end() || other == known.end())
                continue;
            const SharedBy sharedBy = [this](TraitHash hash) { return m_table.sharedBy(hash, commonTrait); };
            KITH_TRY(const auto likeness, compareTraits(one->second, other->second, sharedBy));
            view.pairs.push_back({ids[pair.one], ids[pair.other], pair.score, reasonsFor(likeness)});
        }
        return view;
    }

private:
    Tables& m_tables;
    const ComparedFields& m_compared;
    TraitReader m_traits;
    TraitTable m_table;
};

Result<DuplicateViews> groupsOf(StoreReader& reader, const EntityId& entity, std::int64_t first, int count)
{
    KITH_TRY(const auto compared, ComparedFields::of(reader.tables.catalog(), entity));
    KITH_TRY(const auto groups, DuplicateTable(reader.tables, *compared.entity).groups());
    DuplicateViews views;
    views.groups = std::int64_t(groups.size());
    GroupReader reading(reader, compared);
    for (auto at = std::max<std::int64_t>(first, 0); at < views.groups && std::int64_t(views.views.size()) < count;
         ++at) {
        KITH_TRY(auto view, reading.view(groups[std::size_t(at)]));
        views.views.push_back(std::move(view));
    }
    return views;
}

}

bool DuplicateDesk::compares(const Entity& entity)
{
    return ComparedFields::of(entity).has_value();
}

QFuture<Result<std::vector<DuplicateCandidate>>>
DuplicateDesk::candidates(const EntityId& entity, const FieldValues& values, const RecordId& record, int limit)
{
    return m_threads.read<std::vector<DuplicateCandidate>>(
        [=](StoreReader& reader) { return candidatesOf(reader, entity, values, record, limit); });
}

QFuture<Result<DuplicateViews>> DuplicateDesk::groups(const EntityId& entity, std::int64_t first, int count)
{
    return m_threads.read<DuplicateViews>([=](StoreReader& reader) { return groupsOf(reader, entity, first, count); });
}

QFuture<Result<SaveOutcome>> DuplicateDesk::merge(const EntityId& entity, const RecordId& keep,
                                                  const std::vector<RecordId>& others, const FieldValues& values)
{
    return m_threads.write<SaveOutcome>([=, &threads = m_threads](StoreWriter& writer) -> Result<SaveOutcome> {
        const auto mergeAll = [&](ActWriter& act) -> Result<Written> {
            const Entity* known = act.context().tables.catalog().entity(entity);
            if (!known)
                return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
            return Merge(act).merge(*known, {keep, others, values});
        };
        KITH_TRY(auto outcome, runAct(threads, writer, ActKind::Merge, mergeAll));
        (void)TraitFollower(writer).follow(); // what fails here is made up for by the next
        return outcome;
    });
}

QFuture<Result<SaveOutcome>> DuplicateDesk::tellApart(const EntityId& entity, const std::vector<RecordId>& records)
{
    return m_threads.write<SaveOutcome>([=, &threads = m_threads](StoreWriter& writer) -> Result<SaveOutcome> {
        const auto makeAll = [&](ActWriter& act) -> Result<Written> {
            KITH_TRY(ComparedFields::of(act.context().tables.catalog(), entity));
            const Distinctions distinctions(act.context().tables);
            Written all;
            for (std::size_t i = 0; i < records.size(); ++i) {
                for (std::size_t j = i + 1; j < records.size(); ++j) {
                    auto values = distinctions.values({entity, records[i]}, {entity, records[j]});
                    KITH_TRY(auto made, act.create(distinctions.entity(), std::move(values)));
                    if (!made.problems.empty())
                        return made;
                    all = std::move(made);
                }
            }
            return all;
        };
        KITH_TRY(auto outcome, runAct(threads, writer, ActKind::Create, makeAll));
        (void)TraitFollower(writer).follow();
        return outcome;
    });
}

QFuture<Result<DuplicateDesk::Followed>> DuplicateDesk::follow()
{
    return m_threads.write<Followed>([](StoreWriter& writer) -> Result<Followed> {
        KITH_TRY(auto outcome, TraitFollower(writer).follow());
        return Followed{std::move(outcome.changed), std::move(outcome.behind)};
    });
}

QFuture<Result<ScanReport>> DuplicateDesk::scan(const EntityId& entity)
{
    if (isScanning())
        return readyResult<ScanReport>(Error{ErrorCode::BookBusy, {}});
    m_scan = std::make_shared<DuplicateScan>(m_threads, entity);
    return m_scan->start();
}

void DuplicateDesk::cancelScan()
{
    if (m_scan)
        m_scan->cancel();
}

bool DuplicateDesk::isScanning() const
{
    return m_scan && !m_scan->isOver();
}

ScanProgress DuplicateDesk::scanProgress() const
{
    return m_scan ? m_scan->progress() : ScanProgress{};
}

}
