#include "core/store/Upkeep.h"

#include "core/store/Columns.h"
#include "core/store/Meta.h"
#include "core/store/SearchIndex.h"
#include "core/store/Tables.h"
#include "core/text/SearchTokens.h"
#include "core/text/SortKey.h"
#include "core/text/han/Han.h"

#include <QCryptographicHash>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// The fields that are searched are part of the rules. A company's own fields are not: they are searched as long as they
// have values.
Result<QString> searchRules()
{
    KITH_TRY(const auto shipped, Catalog::shipped());
    QCryptographicHash fields(QCryptographicHash::Blake2b_256);
    for (const auto& entity : shipped.entities()) {
        for (const auto& field : entity.fields) {
            if (isSearched(entity, field))
                fields.addData(entity.id.toBytes() + field.id.toBytes() + (isSearchedTitle(entity, field) ? "t" : "d"));
        }
    }
    return u"tokens %1, readings %2, rows %3, fields %4"_s.arg(searchTokensVersion)
        .arg(han::tableVersion)
        .arg(searchRowVersion)
        .arg(QLatin1StringView(fields.result().toHex().first(16)));
}

QString sortRules()
{
    return u"keys %1, readings %2"_s.arg(sortKeyVersion).arg(han::tableVersion);
}

constexpr auto searchKey = "search"_L1;
constexpr auto sortKeyKey = "sort"_L1;

// Every record that has words in the index, also those in the trash: in the order of the index.
Status eachDocument(Tables& tables, const std::function<Status(std::int64_t row, const SearchDocument&)>& take)
{
    for (const auto& entity : tables.catalog().entities()) {
        auto keys = tables.connection().kept("SELECT k FROM " + tableName(entity) + " ORDER BY k");
        while (true) {
            KITH_TRY(const bool found, keys.step());
            if (!found)
                break;
            KITH_TRY(const auto loaded, tables.loadKey(entity, keys.integer(0)));
            if (loaded)
                KITH_TRY(take(searchRow(entity, loaded->record.key), searchDocument(entity, loaded->record)));
        }
    }
    return {};
}

Status rebuildSearch(Tables& tables)
{
    KITH_TRY(tables.connection().execute("INSERT INTO search(search) VALUES('delete-all')"));
    return eachDocument(tables, [&](std::int64_t row, const SearchDocument& document) {
        return addToSearch(tables.connection(), row, document);
    });
}

Result<std::int64_t> correctSortKeys(Tables& tables, const Entity& entity, const Field& field)
{
    auto& connection = tables.connection();
    const auto value = columnName(field);
    const auto key = sortColumn(field);
    auto rows = connection.kept("SELECT k, " + value + ", " + key + " FROM " + tableName(entity) + " ORDER BY k");
    std::int64_t wrong = 0;
    while (true) {
        KITH_TRY(const bool found, rows.step());
        if (!found)
            return wrong;
        const auto right = rows.isNull(1) ? QByteArray() : sortKey(rows.text(1));
        if (rows.isNull(1) == rows.isNull(2) && rows.blob(2) == right)
            continue;
        ++wrong;
        auto correct = connection.kept("UPDATE " + tableName(entity) + " SET " + key + " = ?1 WHERE k = ?2");
        KITH_TRY(
            correct.bindAll(rows.isNull(1) ? std::nullopt : std::optional<QByteArray>(right), rows.integer(0)).run());
    }
}

Result<std::int64_t> correctSortKeys(Tables& tables)
{
    std::int64_t wrong = 0;
    for (const auto& entity : tables.catalog().entities()) {
        for (const auto& field : entity.fields) {
            if (!hasSortKey(field))
                continue;
            KITH_TRY(const auto some, correctSortKeys(tables, entity, field));
            wrong += some;
        }
    }
    return wrong;
}

// The sum over every place of every word, in whatever order they come.
class Places
{
public:
    void add(std::string_view term, std::int64_t row, bool isTitle, std::int64_t place)
    {
        const auto seed = std::size_t(row) * 0x9e3779b97f4a7c15 + std::size_t(place) * 2 + (isTitle ? 1 : 0);
        m_sum += qHashBits(term.data(), term.size(), seed);
        ++m_count;
    }
    bool operator==(const Places&) const = default;

private:
    std::uint64_t m_sum = 0;
    std::int64_t m_count = 0;
};

void addPlaces(Places& places, std::int64_t row, const QString& text, bool isTitle)
{
    std::int64_t place = -1;
    const auto utf8 = text.toUtf8();
    tokenize(std::string_view(utf8.constData(), std::size_t(utf8.size())), TokenMode::Document,
             [&](std::string_view term, int, int, bool colocated) {
                 if (!colocated || place < 0)
                     ++place;
                 places.add(term, row, isTitle, place);
                 return 0;
             });
}

Result<Places> placesInRecords(Tables& tables)
{
    Places places;
    KITH_TRY(eachDocument(tables, [&](std::int64_t row, const SearchDocument& document) -> Status {
        addPlaces(places, row, indexedTitle(document), true);
        addPlaces(places, row, document.detail, false);
        return {};
    }));
    return places;
}

Result<Places> placesInIndex(Connection& connection)
{
    KITH_TRY(connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_place USING fts5vocab(main, search, instance)"));
    Places places;
    auto statement = connection.kept("SELECT term, doc, col = 'title', \"offset\" FROM temp.search_place");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return places;
        const auto term = statement.utf8(0);
        places.add(std::string_view(term.data(), std::size_t(term.size())), statement.integer(1),
                   statement.integer(2) != 0, statement.integer(3));
    }
}

}

Status markUpkeep(Connection& connection)
{
    KITH_TRY(const auto rules, searchRules());
    KITH_TRY(saveRules(connection, searchKey, rules));
    return saveRules(connection, sortKeyKey, sortRules());
}

Result<bool> bringUpkeepUpToDate(Tables& tables)
{
    auto& connection = tables.connection();
    KITH_TRY(const auto rules, searchRules());
    KITH_TRY(const auto madeSearch, loadRules(connection, searchKey));
    KITH_TRY(const auto madeSort, loadRules(connection, sortKeyKey));
    if (madeSearch == rules && madeSort == sortRules())
        return false;
    if (madeSearch != rules)
        KITH_TRY(rebuildSearch(tables));
    if (madeSort != sortRules())
        KITH_TRY(correctSortKeys(tables));
    KITH_TRY(markUpkeep(connection));
    return true;
}

Result<UpkeepCheck> checkUpkeep(Tables& tables)
{
    UpkeepCheck check;
    KITH_TRY(check.sortKeys, correctSortKeys(tables));
    KITH_TRY(const auto wanted, placesInRecords(tables));
    KITH_TRY(const auto held, placesInIndex(tables.connection()));
    check.searchDiffers = wanted != held;
    if (check.searchDiffers)
        KITH_TRY(rebuildSearch(tables));
    return check;
}

}
