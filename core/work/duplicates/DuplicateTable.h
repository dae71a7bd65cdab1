#pragma once

#include "core/base/Result.h"
#include "core/records/Record.h"
#include "core/store/Tables.h"

#include <vector>

namespace kith {

// Two records that look like the same.
struct DuplicatePair
{
    RecordKey one = 0; // the smaller key
    RecordKey other = 0;
    int score = 0;
    bool isDistinct = false; // a person has said that they are not the same

    auto operator<=>(const DuplicatePair&) const = default;
};

// Records that look like the same, one by way of another.
struct DuplicateGroup
{
    int score = 0;                  // of the surest pair
    std::vector<RecordKey> records; // oldest first
    std::vector<DuplicatePair> pairs;
};

// The likely duplicates of an entity's records, as they are known. Writes are inside the caller's transaction.
class DuplicateTable
{
public:
    DuplicateTable(Tables& tables, const Entity& entity);

    Status put(const DuplicatePair& pair);
    Status remove(const DuplicatePair& pair);
    Status removeOf(RecordKey key);
    Status setDistinct(RecordKey one, RecordKey other, bool isDistinct);

    // In the order of their keys, behind this one.
    Result<std::vector<DuplicatePair>> behind(const DuplicatePair& last, int count);
    Result<std::vector<DuplicatePair>> pairsOf(RecordKey key);
    // Groups of those that nobody has told apart, the surest first. Holds all pairs in memory, some 30 bytes each.
    Result<std::vector<DuplicateGroup>> groups();
    // Of the records that an act has made, how many look like another.
    Result<std::int64_t> likelyMadeBy(std::int64_t act);

private:
    Tables& m_tables;
    std::int64_t m_entity;
    QByteArray m_records; // the table of the records themselves
};

}
