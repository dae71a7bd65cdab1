#pragma once

#include "core/store/BookFile.h"
#include "core/work/duplicates/TraitTable.h"

#include <map>
#include <set>

namespace kith {

// Brings the index of traits and the list of likely duplicates up to what the acts since have changed. On the writer
// thread, between other writes; each some hundred records a transaction of its own. Following twice does no harm.
class TraitFollower
{
public:
    explicit TraitFollower(StoreWriter& writer) : m_writer(writer) {}

    struct Outcome
    {
        std::vector<EntityId> changed; // kinds of records whose likely duplicates are others now
        std::vector<EntityId> behind;  // so much has changed that only a DuplicateScan follows
    };
    Result<Outcome> follow();

    // Before records are purged: takes out what tells of them, now or as they ever were. Afterwards nothing knows it.
    Status forget(const EntityId& entity, const std::vector<RecordId>& records);

private:
    struct Follower;
    Status collect(std::int64_t since);
    Status collectRanges(std::int64_t since);
    Status followEntity(Follower& follower, Outcome& outcome);
    Status followRecord(Follower& follower, RecordKey key);
    Status followPairs(Follower& follower, const Traits& traits);
    Status noteSharing(Follower& follower, const std::vector<TraitEntry>& entries);
    Status followSharing(Follower& follower);
    Status forgetRecord(Follower& follower, const Record& record);
    Result<FieldValues> valuesAt(const Follower& follower, const Record& record) const;
    Status followDistinctions(Outcome& outcome);

    StoreWriter& m_writer;
    std::map<std::int64_t, std::set<RecordKey>> m_changed; // by number of the entity
    std::int64_t m_walked = 0;                             // patches looked at
    std::int64_t m_walkedTo = 0;                           // the hybrid time behind which all were
};

}
