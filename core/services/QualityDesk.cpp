#include "core/services/QualityDesk.h"

#include "core/database/Transaction.h"
#include "core/records/QueryText.h"
#include "core/services/RecordDesk.h"
#include "core/services/RunAct.h"
#include "core/store/StoreThreads.h"

#include <algorithm>

namespace kith {

namespace {

constexpr qsizetype mostColumns = 5; // of the entity's own: beside the checks there is less room

}

std::vector<const Entity*> QualityDesk::checkedKinds(const Catalog& catalog)
{
    std::vector<const Entity*> kinds;
    for (const auto& entity : catalog.entities()) {
        if (!entity.quality.empty())
            kinds.push_back(&entity);
    }
    return kinds;
}

Result<Query> QualityDesk::query(const Entity& entity, const QualityCheck& check) const
{
    Query query;
    query.catalog = m_threads.catalog();
    query.entity = query.catalog->entity(entity.id);
    if (!query.entity)
        return Error{ErrorCode::NoSuchEntity, {entity.key}};
    const auto words = RecordDesk(m_threads).queryContext();
    KITH_TRY(query.filter, parseFilter(*query.catalog, *query.entity, check.filter, words));
    KITH_TRY(query.sort, parseSort(*query.catalog, *query.entity, query.entity->list.sort));
    auto columns = query.entity->list.columns.mid(0, mostColumns);
    if (!check.field.isEmpty() && columns.value(0) != check.field) {
        columns.removeAll(check.field);
        columns.insert(std::min<qsizetype>(1, columns.size()), check.field);
    }
    for (const auto& key : columns) {
        KITH_TRY(auto path, parsePath(*query.catalog, *query.entity, key));
        query.columns.push_back(std::move(path));
    }
    return query;
}

QFuture<Result<std::vector<QualityCount>>> QualityDesk::counts(const EntityId& entity)
{
    using Counts = std::vector<QualityCount>;
    const auto catalog = m_threads.catalog();
    const Entity* known = catalog->entity(entity);
    std::vector<std::pair<QString, Result<Query>>> asked;
    for (const auto& check : known ? known->quality : std::vector<QualityCheck>{})
        asked.emplace_back(check.key, query(*known, check));
    return m_threads.read<Counts>([asked = std::move(asked)](StoreReader& reader) -> Result<Counts> {
        KITH_TRY(const auto moment, ReadTransaction::begin(reader.connection));
        Counts counts;
        for (const auto& [key, query] : asked) {
            KITH_TRY(query);
            KITH_TRY(const auto records, reader.lists.count(*query));
            counts.push_back({key, records});
        }
        return counts;
    });
}

QFuture<Result<RepairPlan>> QualityDesk::plan(const EntityId& entity, const FieldRepair& repair,
                                              const std::vector<RecordId>& records)
{
    const auto conventions = RecordDesk(m_threads).conventions();
    return m_threads.read<RepairPlan>([=](StoreReader& reader) -> Result<RepairPlan> {
        KITH_TRY(const auto moment, ReadTransaction::begin(reader.connection));
        KITH_TRY(auto planner, RepairPlanner::begin(reader.tables, conventions, entity, repair));
        RepairPlan plan{entity, repair.field, {}, std::int64_t(records.size())};
        for (const auto& id : records) {
            KITH_TRY(auto change, planner.change(id));
            if (change)
                plan.changes.push_back(std::move(*change));
        }
        return plan;
    });
}

QFuture<Result<RepairOutcome>> QualityDesk::carryOut(const RepairPlan& plan)
{
    return m_threads.write<RepairOutcome>([=, &threads = m_threads](StoreWriter& writer) -> Result<RepairOutcome> {
        RepairOutcome outcome;
        const auto body = [&](ActWriter& act) -> Result<Written> {
            KITH_TRY(auto made, kith::carryOut(plan, act));
            outcome.repaired = made.repaired;
            outcome.left = made.left;
            return std::move(made.written);
        };
        KITH_TRY(outcome.saved, runAct(threads, writer, ActKind::Bulk, body));
        return outcome;
    });
}

}
