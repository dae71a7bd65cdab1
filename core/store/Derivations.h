#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/records/Record.h"

#include <map>
#include <set>

namespace kith {

class Tables;

// Keeps derived values true. Whoever writes rows says what changed; before the commit settle() computes anew what
// depends on it, in the same transaction. A sum counts amounts in the book's currency only: without rates others cannot
// be added.
class Derivations
{
public:
    Derivations(Tables& tables, QString currency, Instant now)
        : m_tables(tables)
        , m_currency(std::move(currency))
        , m_now(now)
    {
    }

    // Fills the looked-up values of a record about to be written.
    Status lookUp(const Entity& entity, FieldValues& fields);

    // A record was made, changed, trashed or restored: whatever `before` or `after` points to is computed anew. Null:
    // it was not there, or is no more.
    void noteChange(const Entity& entity, const Record* before, const Record* after);
    // So many records of an entity changed that all that depends on them is computed anew.
    void noteMany(const Entity& entity);

    // What is still to be settled, carried from one transaction of an act to the next.
    struct Pending
    {
        std::map<EntityId, std::set<RecordId>> targets;
        std::set<EntityId> all; // entities to recompute wholly
    };
    Pending takePending();
    void addPending(Pending pending);

    // Entities whose derived values changed are added to `touched`.
    Status settle(std::set<EntityId>& touched);

    // Every derived value of an entity, or of the whole book, by set; answers how many were wrong.
    Result<std::int64_t> recompute(const Entity& entity);
    Result<std::int64_t> recomputeAll();

private:
    Status settleOne(const Entity& target, const RecordId& id, std::set<EntityId>& touched);
    Status propagate(const Entity& changed, const RecordId& id, std::set<EntityId>& touched);
    Result<Value> aggregate(const Entity& target, const Field& field, const RecordId& id);

    // Derived fields that are made of an entity's records, and the relation by which.
    struct Dependant
    {
        const Entity* target;
        FieldId through;
    };
    const std::vector<Dependant>& dependantsOf(const Entity& entity);

    Tables& m_tables;
    std::map<EntityId, std::vector<Dependant>> m_dependants;
    QString m_currency;
    Instant m_now;
    Pending m_pending;
    std::map<EntityId, std::set<RecordId>> m_lookedUp;       // records whose dependants look them up
    std::map<std::pair<FieldId, RecordId>, Value> m_lookups; // answers so far
};

}
