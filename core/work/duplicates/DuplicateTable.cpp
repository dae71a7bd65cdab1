#include "core/work/duplicates/DuplicateTable.h"

#include "core/store/Columns.h"

#include <QHash>

#include <algorithm>

namespace kith {

namespace {

constexpr auto pairColumns = "SELECT one, other, score, apart FROM duplicate WHERE entity = ?1 AND ";

DuplicatePair readPair(const Statement& row)
{
    return {row.integer(0), row.integer(1), int(row.integer(2)), row.integer(3) != 0};
}

Result<std::vector<DuplicatePair>> readPairs(Statement& statement)
{
    std::vector<DuplicatePair> pairs;
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return pairs;
        pairs.push_back(readPair(statement));
    }
}

// Which group a record belongs to: the smallest key that can be reached from it.
class Union
{
public:
    RecordKey rootOf(RecordKey key)
    {
        auto root = key;
        for (auto above = m_above.value(root, root); above != root; above = m_above.value(root, root))
            root = above;
        while (key != root)
            key = std::exchange(m_above[key], root);
        return root;
    }
    void join(RecordKey one, RecordKey other)
    {
        const auto a = rootOf(one);
        const auto b = rootOf(other);
        m_above[std::max(a, b)] = std::min(a, b);
        m_above.insert(std::min(a, b), std::min(a, b));
    }

private:
    QHash<RecordKey, RecordKey> m_above;
};

}

DuplicateTable::DuplicateTable(Tables& tables, const Entity& entity)
    : m_tables(tables)
    , m_entity(entityNumber(entity))
    , m_records(tableName(entity))
{
}

Status DuplicateTable::put(const DuplicatePair& pair)
{
    auto statement = m_tables.connection().kept(
        "INSERT INTO duplicate(entity, one, other, score, apart) VALUES(?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT(entity, one, other) DO UPDATE SET score = excluded.score, apart = excluded.apart");
    return statement.bindAll(m_entity, pair.one, pair.other, pair.score, pair.isDistinct ? 1 : 0).run();
}

Status DuplicateTable::remove(const DuplicatePair& pair)
{
    auto statement = m_tables.connection().kept("DELETE FROM duplicate WHERE entity = ?1 AND one = ?2 AND other = ?3");
    return statement.bindAll(m_entity, pair.one, pair.other).run();
}

Status DuplicateTable::removeOf(RecordKey key)
{
    auto ones = m_tables.connection().kept("DELETE FROM duplicate WHERE entity = ?1 AND one = ?2");
    KITH_TRY(ones.bindAll(m_entity, key).run());
    auto others = m_tables.connection().kept("DELETE FROM duplicate WHERE entity = ?1 AND other = ?2");
    return others.bindAll(m_entity, key).run();
}

Status DuplicateTable::setDistinct(RecordKey one, RecordKey other, bool isDistinct)
{
    auto statement =
        m_tables.connection().kept("UPDATE duplicate SET apart = ?4 WHERE entity = ?1 AND one = ?2 AND other = ?3");
    return statement.bindAll(m_entity, std::min(one, other), std::max(one, other), isDistinct ? 1 : 0).run();
}

Result<std::vector<DuplicatePair>> DuplicateTable::behind(const DuplicatePair& last, int count)
{
    auto statement =
        m_tables.connection().kept(QByteArray(pairColumns) + "(one, other) > (?2, ?3) ORDER BY one, other LIMIT ?4");
    statement.bindAll(m_entity, last.one, last.other, count);
    return readPairs(statement);
}

Result<std::vector<DuplicatePair>> DuplicateTable::pairsOf(RecordKey key)
{
    auto statement =
        m_tables.connection().kept(QByteArray(pairColumns) + "one = ?2 UNION ALL " + pairColumns + "other = ?2");
    statement.bindAll(m_entity, key);
    return readPairs(statement);
}

Result<std::vector<DuplicateGroup>> DuplicateTable::groups()
{
    auto statement = m_tables.connection().kept(QByteArray(pairColumns) + "apart = 0 ORDER BY one, other");
    statement.bindAll(m_entity);
    KITH_TRY(const auto pairs, readPairs(statement));
    Union reach;
    for (const auto& pair : pairs)
        reach.join(pair.one, pair.other);
    std::vector<DuplicateGroup> groups;
    QHash<RecordKey, std::size_t> places;
    for (const auto& pair : pairs) {
        const auto root = reach.rootOf(pair.one);
        if (!places.contains(root)) {
            places.insert(root, groups.size());
            groups.emplace_back();
        }
        auto& group = groups[places[root]];
        group.score = std::max(group.score, pair.score);
        group.records.insert(group.records.end(), {pair.one, pair.other});
        group.pairs.push_back(pair);
    }
    for (auto& group : groups) {
        std::sort(group.records.begin(), group.records.end());
        group.records.erase(std::unique(group.records.begin(), group.records.end()), group.records.end());
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const DuplicateGroup& a, const DuplicateGroup& b) { return a.score > b.score; });
    return groups;
}

Result<std::int64_t> DuplicateTable::likelyMadeBy(std::int64_t act)
{
    auto statement = m_tables.connection().kept(
        "SELECT count(*) FROM (SELECT one AS k FROM duplicate WHERE entity = ?1 AND apart = 0 UNION "
        "SELECT other FROM duplicate WHERE entity = ?1 AND apart = 0) AS likely JOIN " +
        m_records + " AS t ON t.k = likely.k WHERE t.made = ?2");
    statement.bindAll(m_entity, act);
    KITH_TRY(statement.step());
    return statement.integer(0);
}

}
