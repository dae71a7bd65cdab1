#pragma once

#include "core/base/Result.h"
#include "core/catalog/Entity.h"
#include "core/records/Record.h"
#include "core/work/likeness/Traits.h"

#include <span>
#include <vector>

namespace kith {

class Connection;

// A trait and a record that has it, in one number: sorted by it, records with the same trait stand side by side.
struct TraitEntry
{
    static constexpr int keyBits = 64 - traitHashBits; // 268 million rows of one kind

    TraitEntry() = default;
    TraitEntry(TraitHash hash, RecordKey key) : bits((hash << keyBits) | std::uint64_t(key)) {}
    TraitHash hash() const { return bits >> keyBits; }
    RecordKey key() const { return RecordKey(bits & ((std::uint64_t(1) << keyBits) - 1)); }
    auto operator<=>(const TraitEntry&) const = default;

    std::uint64_t bits = 0;
};

// Which living records have which traits: the index by which duplicates are found. It follows the records a step behind
// (TraitFollower), because random keys in the writing transaction would cost an import several times its time. Writes
// are inside the caller's transaction.
class TraitTable
{
public:
    TraitTable(Connection& connection, const Entity& entity);

    // In any order; sorted ones are written fastest. What is there already, or not there, does no harm.
    Status add(std::span<const TraitEntry> entries);
    Status remove(std::span<const TraitEntry> entries);

    // Records that have the trait, at most so many.
    Result<std::vector<RecordKey>> holders(TraitHash hash, int most) const;
    Result<int> sharedBy(TraitHash hash, int most) const;
    // The next entries in order, behind this one; none at the end.
    Result<std::vector<TraitEntry>> behind(TraitEntry last, int count) const;

private:
    Connection& m_connection;
    std::int64_t m_entity;
};

// How far the traits of an entity's records have followed the acts.
struct TraitState
{
    std::int64_t time = 0; // hybrid time of the last patch that was followed
    int version = 0;       // of traitsVersion; 0: never made
};
Result<TraitState> loadTraitState(Connection& connection, const Entity& entity);
Status saveTraitState(Connection& connection, const Entity& entity, const TraitState& state);

}
