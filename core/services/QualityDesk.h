#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/work/quality/FieldRepair.h"

#include <QFuture>

#include <vector>

namespace kith {

class StoreThreads;

// How many records a check of the catalog finds fault with.
struct QualityCount
{
    QString check; // key
    std::int64_t records = 0;
};

struct RepairOutcome
{
    SaveOutcome saved;
    std::int64_t repaired = 0;
    std::int64_t left = 0; // have become others since the plan was made
};

// What may be wrong with records, and how many of them are put right at once. Same threads and lifetime as RecordDesk,
// which also sets and clears fields of many records and moves them to the trash.
class QualityDesk
{
public:
    explicit QualityDesk(StoreThreads& threads) : m_threads(threads) {}

    // Kinds of records that have checks, in the catalog's order.
    static std::vector<const Entity*> checkedKinds(const Catalog& catalog);

    // The records that a check finds fault with, as a list in the order of the entity, with its first columns and the
    // field it is about.
    Result<Query> query(const Entity& entity, const QualityCheck& check) const;
    // All checks of a kind as of one moment, in the catalog's order. Cancelling stops it.
    QFuture<Result<std::vector<QualityCount>>> counts(const EntityId& entity);

    // What a repair would change about these records; nothing is written.
    QFuture<Result<RepairPlan>> plan(const EntityId& entity, const FieldRepair& repair,
                                     const std::vector<RecordId>& records);
    // One act, which can be taken back. Exactly what the plan says: records that have changed since are left alone.
    QFuture<Result<RepairOutcome>> carryOut(const RepairPlan& plan);

private:
    StoreThreads& m_threads;
};

}
