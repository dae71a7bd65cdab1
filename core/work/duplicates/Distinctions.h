#pragma once

#include "core/store/Tables.h"

#include <optional>
#include <vector>

namespace kith {

// Two records that a person has told apart: a record of the entity `distinction`, with history and undo like any other.
class Distinctions
{
public:
    explicit Distinctions(Tables& tables);

    struct Ends
    {
        const Entity* entity = nullptr; // of both
        RecordKey one = 0;
        RecordKey other = 0;
    };
    // Of one distinction; nothing if an end is not there any more.
    Result<std::optional<Ends>> endsOf(const Record& distinction);
    // All that stand between records of this entity.
    Result<std::vector<Ends>> all(const Entity& entity);
    Result<bool> areDistinct(const Ends& ends);

    const Entity& entity() const { return m_entity; }
    // What a new distinction of these two holds.
    FieldValues values(const Reference& one, const Reference& other) const;

private:
    Result<std::optional<Reference>> reference(const Entity& entity, RecordKey key);
    Result<std::optional<Ends>> endsOf(const Value& one, const Value& other);

    Tables& m_tables;
    const Entity& m_entity;
};

}
