#pragma once

#include "core/records/Value.h"

#include <map>

namespace kith {

// Row number of a record in this book: small, local, never sent. Cheap to page by.
using RecordKey = std::int64_t;

// Field values by field. Absent is empty; a map keeps patches and their bytes in one order.
using FieldValues = std::map<FieldId, Value>;

// Merged: another record goes on for it, the one that `merged_into` names. Stored by number.
enum class Life { Alive = 0, Trash = 1, Purged = 2, Merged = 3 };

// One record as this book holds it. A copy: it does not follow later changes.
struct Record
{
    EntityId entity;
    RecordId id;
    RecordKey key = 0;
    Life life = Life::Alive;
    std::uint32_t facets = AllFacets; // those held; a field outside them is hidden, not empty
    FieldValues fields;               // derived and system fields included

    const Value& value(const FieldId& field) const;
};

}
