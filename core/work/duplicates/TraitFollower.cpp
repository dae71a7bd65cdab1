#include "core/work/duplicates/TraitFollower.h"

#include "core/database/Transaction.h"
#include "core/store/Columns.h"
#include "core/wire/ValueCodec.h"
#include "core/work/duplicates/Distinctions.h"
#include "core/work/duplicates/DuplicateFinder.h"
#include "core/work/duplicates/DuplicateTable.h"

#include <algorithm>
#include <limits>

namespace kith {

namespace {

constexpr std::size_t mostFollowed = 20'000; // records; beyond, comparing all is as fast
constexpr std::int64_t mostWalked = 100'000; // patches
constexpr std::int64_t worthNoting = 1'000;  // patches that one does not want to walk again
constexpr std::size_t recordsInPart = 250;

std::vector<TraitEntry> entriesOf(const Traits& traits, RecordKey key)
{
    std::vector<TraitEntry> entries;
    for (const auto hash : traits.hashes())
        entries.emplace_back(hash, key);
    return entries;
}

}

// What following one entity needs.
struct TraitFollower::Follower
{
    Follower(Tables& tables, const ComparedFields& fields, TraitState known)
        : compared(fields)
        , traits(tables.connection(), *fields.entity)
        , pairs(tables, *fields.entity)
        , finder(tables, fields)
        , reader(tables, fields)
        , distinctions(tables)
        , state(known)
    {
    }

    ComparedFields compared;
    TraitTable traits;
    DuplicateTable pairs;
    DuplicateFinder finder;
    TraitReader reader;
    Distinctions distinctions;
    TraitState state;
    std::set<RecordKey> sharing; // records that share something with a changed one, and are to be compared again
    bool pairsChanged = false;
};

Result<TraitFollower::Outcome> TraitFollower::follow()
{
    Outcome outcome;
    auto& tables = m_writer.tables;
    std::vector<Follower> followers;
    auto since = std::numeric_limits<std::int64_t>::max();
    for (const Entity* entity : comparedEntities(tables.catalog())) {
        KITH_TRY(const auto state, loadTraitState(m_writer.connection, *entity));
        if (state.version != traitsVersion && state.version != 0) {
            outcome.behind.push_back(entity->id);
            continue;
        }
        followers.emplace_back(tables, *ComparedFields::of(*entity), state);
        since = std::min(since, state.time);
    }
    m_changed.clear();
    KITH_TRY(collect(since));
    for (auto& follower : followers)
        KITH_TRY(followEntity(follower, outcome));
    KITH_TRY(followDistinctions(outcome));
    return outcome;
}

// Every local write has a greater time than all before it, and a greater number.
Status TraitFollower::collect(std::int64_t since)
{
    m_walked = 0;
    m_walkedTo = since;
    auto statement = m_writer.connection.kept("SELECT hlc, entity, k FROM patch ORDER BY n DESC");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found || statement.integer(0) <= since)
            break;
        m_changed[statement.integer(1)].insert(statement.integer(2));
        if (++m_walked > mostWalked) {
            m_walkedTo = statement.integer(0);
            break;
        }
    }
    return collectRanges(since);
}

Status TraitFollower::collectRanges(std::int64_t since)
{
    auto ranges = m_writer.connection.kept("SELECT entity, first, last FROM act_range WHERE hlc > ?1");
    ranges.bindAll(since);
    while (true) {
        KITH_TRY(const bool found, ranges.step());
        if (!found)
            return {};
        const Entity* entity = m_writer.tables.catalog().entity(shippedId<EntityId>(ranges.integer(0)));
        if (!entity || !ComparedFields::of(*entity))
            continue;
        auto& changed = m_changed[ranges.integer(0)];
        auto keys =
            m_writer.connection.kept("SELECT k FROM " + tableName(*entity) + " WHERE k BETWEEN ?1 AND ?2 LIMIT ?3");
        keys.bindAll(ranges.integer(1), ranges.integer(2), mostFollowed + 1);
        while (changed.size() <= mostFollowed) {
            KITH_TRY(const bool key, keys.step());
            if (!key)
                break;
            changed.insert(keys.integer(0));
        }
    }
}

Status TraitFollower::followEntity(Follower& follower, Outcome& outcome)
{
    const Entity& entity = *follower.compared.entity;
    const auto found = m_changed.find(entityNumber(entity));
    const bool nothing = found == m_changed.end() || found->second.empty();
    const bool isUnseen = m_walkedTo > follower.state.time && m_walked > mostWalked;
    if (isUnseen || (!nothing && found->second.size() > mostFollowed)) {
        outcome.behind.push_back(entity.id);
        return {};
    }
    if (nothing && m_walked < worthNoting)
        return {};
    const TraitState now{std::int64_t(m_writer.time.last().value), traitsVersion};
    const std::vector<RecordKey> keys =
        nothing ? std::vector<RecordKey>() : std::vector<RecordKey>(found->second.begin(), found->second.end());
    std::size_t next = 0;
    do {
        KITH_TRY(auto transaction, WriteTransaction::begin(m_writer.connection));
        for (const auto end = std::min(next + recordsInPart, keys.size()); next < end; ++next)
            KITH_TRY(followRecord(follower, keys[next]));
        if (next == keys.size()) {
            KITH_TRY(followSharing(follower));
            KITH_TRY(saveTraitState(m_writer.connection, entity, now));
        }
        KITH_TRY(transaction.commit());
    } while (next < keys.size());
    if (follower.pairsChanged)
        outcome.changed.push_back(entity.id);
    return {};
}

Status TraitFollower::followRecord(Follower& follower, RecordKey key)
{
    KITH_TRY(const auto current, m_writer.tables.loadKey(*follower.compared.entity, key));
    if (!current || current->record.life != Life::Alive) {
        KITH_TRY(const auto pairs, follower.pairs.pairsOf(key));
        follower.pairsChanged |= !pairs.empty();
        KITH_TRY(follower.pairs.removeOf(key));
    }
    if (!current)
        return {};
    KITH_TRY(const auto before, valuesAt(follower, current->record));
    auto old = entriesOf(traitsOf(follower.compared, before), key);
    auto traits = traitsOf(follower.compared, current->record.fields);
    traits.key = key;
    const auto entries = entriesOf(traits, key);
    if (current->record.life != Life::Alive) {
        KITH_TRY(follower.traits.remove(entries));
        KITH_TRY(follower.traits.remove(old));
        KITH_TRY(noteSharing(follower, entries));
        return noteSharing(follower, old);
    }
    std::erase_if(old, [&](TraitEntry entry) { return std::binary_search(entries.begin(), entries.end(), entry); });
    KITH_TRY(follower.traits.remove(old));
    KITH_TRY(follower.traits.add(entries));
    KITH_TRY(noteSharing(follower, old));
    KITH_TRY(noteSharing(follower, entries));
    return followPairs(follower, traits);
}

// What others share with it may count less now, or more.
Status TraitFollower::noteSharing(Follower& follower, const std::vector<TraitEntry>& entries)
{
    for (const auto entry : entries) {
        KITH_TRY(const auto holders, follower.traits.holders(entry.hash(), commonTrait + 1));
        if (countsLess(int(holders.size())) && holders.size() <= std::size_t(commonTrait))
            follower.sharing.insert(holders.begin(), holders.end());
    }
    return {};
}

Status TraitFollower::followSharing(Follower& follower)
{
    for (const auto key : std::exchange(follower.sharing, {})) {
        KITH_TRY(const auto current, follower.reader.traits(key));
        if (current)
            KITH_TRY(followPairs(follower, *current));
    }
    return {};
}

Status TraitFollower::forget(const EntityId& id, const std::vector<RecordId>& records)
{
    const Entity* entity = m_writer.tables.catalog().entity(id);
    const auto compared = entity ? ComparedFields::of(*entity) : std::nullopt;
    if (!compared)
        return {};
    Follower follower(m_writer.tables, *compared, {});
    KITH_TRY(auto transaction, WriteTransaction::begin(m_writer.connection));
    for (const auto& record : records) {
        KITH_TRY(const auto current, m_writer.tables.load(*entity, record));
        if (current)
            KITH_TRY(forgetRecord(follower, current->record));
    }
    return transaction.commit();
}

Status TraitFollower::forgetRecord(Follower& follower, const Record& record)
{
    KITH_TRY(follower.pairs.removeOf(record.key));
    auto values = record.fields;
    KITH_TRY(follower.traits.remove(entriesOf(traitsOf(follower.compared, values), record.key)));
    auto statement = m_writer.connection.kept(
        "SELECT before FROM patch WHERE entity = ?1 AND k = ?2 AND before IS NOT NULL ORDER BY n DESC");
    statement.bindAll(entityNumber(*follower.compared.entity), record.key);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return {};
        KITH_TRY(const auto before, decodeFields(statement.blob(0).toByteArray()));
        for (const auto& [field, value] : before)
            values[field] = value;
        KITH_TRY(follower.traits.remove(entriesOf(traitsOf(follower.compared, values), record.key)));
    }
}

// What the record held when its traits were last looked at.
Result<FieldValues> TraitFollower::valuesAt(const Follower& follower, const Record& record) const
{
    auto values = record.fields;
    std::set<FieldId> seen;
    auto statement = m_writer.connection.kept(
        "SELECT before FROM patch WHERE entity = ?1 AND k = ?2 AND hlc > ?3 AND before IS NOT NULL ORDER BY n");
    statement.bindAll(entityNumber(*follower.compared.entity), record.key, follower.state.time);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return values;
        KITH_TRY(const auto before, decodeFields(statement.blob(0).toByteArray()));
        for (const auto& [field, value] : before) {
            if (seen.insert(field).second)
                values[field] = value;
        }
    }
}

Status TraitFollower::followPairs(Follower& follower, const Traits& traits)
{
    KITH_TRY(const auto found, follower.finder.find(traits, Likeness::likely, mostSharing));
    KITH_TRY(auto gone, follower.pairs.pairsOf(traits.key));
    for (const auto& likely : found) {
        DuplicatePair pair{std::min(traits.key, likely.key), std::max(traits.key, likely.key), likely.likeness.score,
                           false};
        const auto known = std::find_if(gone.begin(), gone.end(), [&](const DuplicatePair& one) {
            return one.one == pair.one && one.other == pair.other;
        });
        const bool isKnown = known != gone.end();
        if (isKnown) {
            pair.isDistinct = known->isDistinct;
        } else {
            KITH_TRY(pair.isDistinct,
                     follower.distinctions.areDistinct({follower.compared.entity, pair.one, pair.other}));
        }
        follower.pairsChanged |= !isKnown || known->score != pair.score;
        if (isKnown)
            gone.erase(known);
        KITH_TRY(follower.pairs.put(pair));
    }
    for (const auto& pair : gone)
        KITH_TRY(follower.pairs.remove(pair));
    follower.pairsChanged |= !gone.empty();
    return {};
}

// Somebody has told two records apart, or has taken that back.
Status TraitFollower::followDistinctions(Outcome& outcome)
{
    const Entity& distinction = *m_writer.tables.catalog().entity(u"distinction");
    const auto found = m_changed.find(entityNumber(distinction));
    if (found == m_changed.end())
        return {};
    Distinctions distinctions(m_writer.tables);
    KITH_TRY(auto transaction, WriteTransaction::begin(m_writer.connection));
    for (const auto key : found->second) {
        KITH_TRY(const auto current, m_writer.tables.loadKey(distinction, key));
        if (!current)
            continue;
        KITH_TRY(const auto ends, distinctions.endsOf(current->record));
        if (!ends)
            continue;
        KITH_TRY(const bool isDistinct, distinctions.areDistinct(*ends));
        KITH_TRY(DuplicateTable(m_writer.tables, *ends->entity).setDistinct(ends->one, ends->other, isDistinct));
        outcome.changed.push_back(ends->entity->id);
    }
    return transaction.commit();
}

}
