#include "core/work/duplicates/Distinctions.h"

#include "core/store/Columns.h"
#include "core/store/RecordRules.h"

namespace kith {

Distinctions::Distinctions(Tables& tables) : m_tables(tables), m_entity(*tables.catalog().entity(u"distinction")) {}

FieldValues Distinctions::values(const Reference& one, const Reference& other) const
{
    return {{m_entity.field(u"one")->id, one}, {m_entity.field(u"other")->id, other}};
}

Result<std::optional<Distinctions::Ends>> Distinctions::endsOf(const Record& distinction)
{
    return endsOf(distinction.value(m_entity.field(u"one")->id), distinction.value(m_entity.field(u"other")->id));
}

Result<std::optional<Distinctions::Ends>> Distinctions::endsOf(const Value& one, const Value& other)
{
    const auto* first = std::get_if<Reference>(&one);
    const auto* second = std::get_if<Reference>(&other);
    const Entity* entity = first ? m_tables.catalog().entity(first->entity) : nullptr;
    if (!entity || !second || second->entity != first->entity)
        return std::optional<Ends>();
    KITH_TRY(const auto firstKey, m_tables.keyOf(*entity, first->record));
    KITH_TRY(const auto secondKey, m_tables.keyOf(*entity, second->record));
    return firstKey && secondKey ? std::optional(Ends{entity, *firstKey, *secondKey}) : std::nullopt;
}

Result<std::vector<Distinctions::Ends>> Distinctions::all(const Entity& entity)
{
    std::vector<Ends> all;
    auto statement = m_tables.connection().kept("SELECT k FROM " + tableName(m_entity) + " WHERE life = 0 ORDER BY k");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return all;
        KITH_TRY(const auto loaded, m_tables.loadKey(m_entity, statement.integer(0)));
        if (!loaded)
            continue;
        KITH_TRY(const auto ends, endsOf(loaded->record));
        if (ends && ends->entity == &entity)
            all.push_back(*ends);
    }
}

Result<std::optional<Reference>> Distinctions::reference(const Entity& entity, RecordKey key)
{
    auto statement = m_tables.connection().kept("SELECT id FROM " + tableName(entity) + " WHERE k = ?1");
    statement.bindAll(key);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(Reference{entity.id, statement.id<RecordId>(0)}) : std::nullopt;
}

// Either way round: whoever said so may have begun with the other, and a merge may have turned them.
Result<bool> Distinctions::areDistinct(const Ends& ends)
{
    KITH_TRY(const auto one, reference(*ends.entity, ends.one));
    KITH_TRY(const auto other, reference(*ends.entity, ends.other));
    if (!one || !other)
        return false;
    for (const auto& link : {values(*one, *other), values(*other, *one)}) {
        auto statement =
            m_tables.connection().kept("SELECT 1 FROM " + tableName(m_entity) + " WHERE id = ?1 AND life = 0");
        statement.bind(1, recordRules::linkId(m_entity, link));
        KITH_TRY(const bool found, statement.step());
        if (found)
            return true;
    }
    return false;
}

}
