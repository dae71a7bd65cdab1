#include "core/work/duplicates/TraitTable.h"

#include "core/database/Connection.h"
#include "core/store/Columns.h"

namespace kith {

TraitTable::TraitTable(Connection& connection, const Entity& entity)
    : m_connection(connection)
    , m_entity(entityNumber(entity))
{
}

Status TraitTable::add(std::span<const TraitEntry> entries)
{
    auto statement = m_connection.kept("INSERT OR IGNORE INTO trait(entity, hash, k) VALUES(?1, ?2, ?3)");
    for (const auto entry : entries)
        KITH_TRY(statement.bindAll(m_entity, entry.hash(), entry.key()).run());
    return {};
}

Status TraitTable::remove(std::span<const TraitEntry> entries)
{
    auto statement = m_connection.kept("DELETE FROM trait WHERE entity = ?1 AND hash = ?2 AND k = ?3");
    for (const auto entry : entries)
        KITH_TRY(statement.bindAll(m_entity, entry.hash(), entry.key()).run());
    return {};
}

Result<std::vector<RecordKey>> TraitTable::holders(TraitHash hash, int most) const
{
    std::vector<RecordKey> keys;
    auto statement = m_connection.kept("SELECT k FROM trait WHERE entity = ?1 AND hash = ?2 ORDER BY k LIMIT ?3");
    statement.bindAll(m_entity, hash, most);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return keys;
        keys.push_back(statement.integer(0));
    }
}

Result<int> TraitTable::sharedBy(TraitHash hash, int most) const
{
    auto statement =
        m_connection.kept("SELECT count(*) FROM (SELECT 1 FROM trait WHERE entity = ?1 AND hash = ?2 LIMIT ?3)");
    statement.bindAll(m_entity, hash, most);
    KITH_TRY(statement.step());
    return int(statement.integer(0));
}

Result<std::vector<TraitEntry>> TraitTable::behind(TraitEntry last, int count) const
{
    std::vector<TraitEntry> entries;
    entries.reserve(std::size_t(count));
    auto statement = m_connection.kept("SELECT hash, k FROM trait WHERE entity = ?1 AND (hash, k) > (?2, ?3) "
                                       "ORDER BY hash, k LIMIT ?4");
    statement.bindAll(m_entity, last.hash(), last.key(), count);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return entries;
        entries.emplace_back(TraitHash(statement.integer(0)), statement.integer(1));
    }
}

Result<TraitState> loadTraitState(Connection& connection, const Entity& entity)
{
    auto statement = connection.kept("SELECT time, version FROM trait_state WHERE entity = ?1");
    statement.bindAll(entityNumber(entity));
    KITH_TRY(const bool found, statement.step());
    return found ? TraitState{statement.integer(0), int(statement.integer(1))} : TraitState{};
}

Status saveTraitState(Connection& connection, const Entity& entity, const TraitState& state)
{
    auto statement = connection.kept("INSERT INTO trait_state(entity, time, version) VALUES(?1, ?2, ?3) "
                                     "ON CONFLICT(entity) DO UPDATE SET time = excluded.time, version = "
                                     "excluded.version");
    return statement.bindAll(entityNumber(entity), state.time, state.version).run();
}

}
