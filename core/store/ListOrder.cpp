#include "core/store/ListOrder.h"

#include "core/store/Columns.h"
#include "core/store/QuerySql.h"
#include "core/store/Tables.h"

#include <algorithm>
#include <tuple>

namespace kith {

namespace {

using Keys = std::vector<RecordKey>;

// Up to so many matches are sorted by themselves: cheaper than to walk an index of the whole table.
constexpr std::size_t fewMatches = 5'000;
// Up to so many rows are looked up one by one rather than found by reading the table.
constexpr std::int64_t soonFound = 60'000;

// Which of a table's keys are in.
class KeySet
{
public:
    void insert(RecordKey key)
    {
        const auto at = std::size_t(key);
        if (at >= m_bits.size())
            m_bits.resize(std::max(at + 1, 2 * m_bits.size()));
        m_bits[at] = true;
    }
    bool contains(RecordKey key) const { return std::size_t(key) < m_bits.size() && m_bits[std::size_t(key)]; }

private:
    std::vector<bool> m_bits;
};

// A match and what it is sorted by; empty before everything.
struct Match
{
    bool hasSort = false;
    std::int64_t number = 0;
    QByteArray bytes;
    RecordKey key = 0;

    bool operator<(const Match& other) const
    {
        return std::tie(hasSort, number, bytes, key) < std::tie(other.hasSort, other.number, other.bytes, other.key);
    }
};

Result<Keys> readKeys(Statement& statement)
{
    Keys keys;
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            return keys;
        keys.push_back(statement.integer(0));
    }
}

Keys sorted(std::vector<Match> matches, bool descending)
{
    std::sort(matches.begin(), matches.end());
    Keys keys;
    keys.reserve(matches.size());
    for (const auto& match : matches)
        keys.push_back(match.key);
    if (descending)
        std::reverse(keys.begin(), keys.end());
    return keys;
}

Match matchOf(const Statement& statement, SortKind kind)
{
    Match match;
    match.key = statement.integer(0);
    match.hasSort = !statement.isNull(1);
    if (match.hasSort && kind == SortKind::Number)
        match.number = statement.integer(1);
    else if (match.hasSort)
        match.bytes = (kind == SortKind::Text ? statement.utf8(1) : statement.blob(1)).toByteArray();
    return match;
}

}

SortKind sortKindOf(const Query& query)
{
    if (query.sort.empty())
        return SortKind::Number;
    const Field& field = *query.sort.front().path.field;
    if (query.sort.front().path.component.isEmpty() && hasSortKey(field))
        return SortKind::Blob;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Instant:
    case FieldType::Boolean:
        return SortKind::Number;
    default:
        return SortKind::Text;
    }
}

Result<bool> leavesFewer(Tables& tables, const QuerySql& sql, std::int64_t rows)
{
    if (!sql.isIndexed())
        return false;
    auto statement = tables.connection().kept("SELECT count(*) FROM (" + sql.indexed("1") + " LIMIT " +
                                              QByteArray::number(rows) + ")");
    int index = 1;
    sql.bindIndexed(statement, index);
    KITH_TRY(statement.step());
    return statement.integer(0) < rows;
}

Result<Keys> orderedKeys(Tables& tables, const Query& query, const QuerySql& sql)
{
    auto& connection = tables.connection();
    const auto ordered = [&](const QByteArray& where) {
        return connection.kept("SELECT t.k FROM " + sql.from() + " WHERE " + where + " ORDER BY " + sql.order());
    };
    if (!sql.walksIndex() || sql.condition().isEmpty()) {
        auto statement = ordered(sql.where());
        int index = 1;
        sql.bind(statement, index);
        return readKeys(statement);
    }
    KITH_TRY(const bool byIndex, leavesFewer(tables, sql, soonFound));
    const auto kind = sortKindOf(query);
    const auto sort = sql.sortExpression().isEmpty() ? QByteArray("NULL") : sql.sortExpression();
    auto statement = connection.kept(
        "SELECT t.k, " + sort + " FROM " +
        (byIndex ? sql.from() + " WHERE t.k IN (" + sql.indexed("t.k") + ") AND " : sql.unindexed() + " WHERE ") +
        sql.where());
    int index = 1;
    if (byIndex)
        sql.bindIndexed(statement, index);
    sql.bind(statement, index);
    std::vector<Match> few;
    KeySet all;
    std::size_t count = 0;
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            break;
        if (++count <= fewMatches)
            few.push_back(matchOf(statement, kind));
        all.insert(statement.integer(0));
    }
    if (count <= fewMatches)
        return sorted(std::move(few), sql.descending());
    few.clear();
    Keys keys;
    keys.reserve(count);
    auto walk = ordered(sql.life());
    while (true) {
        KITH_TRY(const bool row, walk.step());
        if (!row)
            return keys;
        if (const auto key = walk.integer(0); all.contains(key))
            keys.push_back(key);
    }
}

}
