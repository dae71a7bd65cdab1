#pragma once

#include "core/records/Record.h"

namespace kith {

// Hybrid logical time (Kulkarni et al., 2014): 48 bits of milliseconds, 16 bits of counter. Orders patches of all
// devices so that what was seen before something was written stands before it.
struct HybridTime
{
    std::uint64_t value = 0;
    auto operator<=>(const HybridTime&) const = default;
    std::int64_t milliseconds() const { return std::int64_t(value >> 16); }
};

// What a patch does. Stored and sent by number.
enum class Operation : std::uint8_t { Create = 1, Set = 2, Delete = 3, Restore = 4, Purge = 5, Merge = 6 };

struct Change
{
    Value before; // what stood there when the patch was made: undo puts it back
    Value value;
    bool operator==(const Change&) const = default;
};

// The fields that one person set on one record at one time: the unit of writing, history and, later, of sync.
struct Patch
{
    PatchId id;
    ActId act;
    std::int32_t group = 0; // patches of an act with one number are taken together or not at all
    RecordId author;        // null until the person has said who they are
    DeviceId device;
    HybridTime time;
    Instant at;
    int catalogVersion = 0;
    Operation operation = Operation::Set;
    EntityId entity;
    RecordId record;
    std::map<FieldId, Change> fields;
};

enum class ActKind : std::uint8_t {
    Create = 1,
    Edit = 2,
    Delete = 3,
    Restore = 4,
    Import = 5,
    Undo = 6,
    Redo = 7,
    Bulk = 8,
    Purge = 9,
    Catalog = 10,
    Merge = 11,
    Demo = 12,
    Founding = 13 // what a new book begins with; never undone
};

}
