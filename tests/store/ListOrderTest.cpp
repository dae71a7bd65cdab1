#include "core/store/Columns.h"
#include "core/store/QuerySql.h"
#include "tests/support/StoreBook.h"

#include <algorithm>
#include <numeric>

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::need;
using kith::testing::StoreBook;

namespace {

// More than a walk looks at and more than are sorted by themselves, see ListReader.cpp and ListOrder.cpp.
constexpr int manyRows = 7'000;

// What is known of customer i without asking the book.
QString nameOf(int i)
{
    return u"Customer %1"_s.arg(i * 4'999 % manyRows, 5, 10, QChar(u'0'));
}
std::optional<int> employeesOf(int i)
{
    return i % 7 == 0 ? std::nullopt : std::optional(i * 37 % 900);
}
QString cityOf(int i)
{
    return i % 1'000 == 999 ? u"Rare"_s : u"Usual"_s;
}

void makeMany(StoreBook& book)
{
    auto act = need(ActWriter::begin(book.writer().context(), ActKind::Create));
    for (int i = 0; i < manyRows; ++i) {
        const auto employees = employeesOf(i);
        auto values = book.values(u"customer", {{u"name"_s, nameOf(i)},
                                                {u"employees"_s, employees ? QString::number(*employees) : QString()}});
        values[book.field(u"customer", u"address").id] = Addresses{Address{{}, {}, cityOf(i), {}, {}, {}, {}}};
        REQUIRE_OK(act.create(book.entity(u"customer"), values));
    }
    REQUIRE_OK(act.commit());
}

Query listOf(StoreBook& book, const QString& entity, const QString& filter, const QString& sort)
{
    Query query;
    query.catalog = book.tables().catalogPtr();
    query.entity = &book.entity(entity);
    const QueryContext context{{}, {}, book.clock().now(), u"USD"_s};
    query.filter = need(parseFilter(*query.catalog, *query.entity, filter, context));
    query.sort = need(parseSort(*query.catalog, *query.entity, sort));
    return query;
}

using Fits = std::function<bool(int)>;
using Before = std::function<bool(int, int)>;

std::vector<QString> expected(const Fits& fits, const Before& before, bool descending)
{
    std::vector<int> rows(manyRows);
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](int i) { return !fits(i); });
    std::stable_sort(rows.begin(), rows.end(), before);
    if (descending)
        std::reverse(rows.begin(), rows.end());
    std::vector<QString> names(rows.size());
    std::transform(rows.begin(), rows.end(), names.begin(), nameOf);
    return names;
}

void append(std::vector<QString>& names, const std::vector<Row>& rows)
{
    for (const auto& row : rows)
        names.push_back(row.title);
}

std::vector<QString> byCursor(ListReader& lists, const Query& query)
{
    std::vector<QString> names;
    QString cursor;
    do {
        const auto page = need(lists.pageAfter(query, cursor, 700));
        append(names, page.rows);
        CHECK(page.last == page.next.isEmpty());
        cursor = page.next;
    } while (!cursor.isEmpty());
    return names;
}

// How the engine goes about what it was asked, a line a step.
QStringList planOf(StoreBook& book, const QByteArray& text)
{
    auto statement = need(book.writer().connection.prepare("EXPLAIN QUERY PLAN " + text));
    QStringList steps;
    while (need(statement.step()))
        steps += statement.text(3);
    return steps;
}

// Every list that a person can open without typing: each entity's views and its own, and a sort by each sortable field.
std::vector<Query> listsOf(StoreBook& book)
{
    std::vector<Query> lists;
    for (const Entity& entity : book.tables().catalog().entities()) {
        if (entity.place != Place::Page)
            continue;
        for (const auto& view : entity.views)
            lists.push_back(listOf(book, entity.key, view.filter, view.sort));
        for (const auto& field : entity.fields) {
            if (field.sortable) {
                lists.push_back(listOf(book, entity.key, {}, field.key));
                lists.push_back(listOf(book, entity.key, {}, u'-' + field.key));
            }
        }
    }
    return lists;
}

}

TEST_CASE("a page is the same however it is found: along an index, by a link, or by the whole list's order")
{
    StoreBook book;
    makeMany(book);
    const std::vector<std::pair<QString, Fits>> filters{
        {u""_s, [](int) { return true; }},
        {u"address.city = Rare"_s, [](int i) { return cityOf(i) == u"Rare"; }},
        {u"address.city = Usual"_s, [](int i) { return cityOf(i) == u"Usual"; }},
        {u"employees >= 890"_s, [](int i) { return employeesOf(i).value_or(0) >= 890; }},
        {u"employees is empty and address.city = Rare"_s,
         [](int i) { return !employeesOf(i) && cityOf(i) == u"Rare"; }},
        {u"parent.name = Nobody"_s, [](int) { return false; }}};
    // By an index, by the table, by a column without an index, by two.
    const std::vector<std::pair<QString, Before>> sorts{
        {u"name"_s, [](int a, int b) { return nameOf(a) < nameOf(b); }},
        {u""_s, [](int, int) { return false; }},
        {u"employees"_s, [](int a, int b) { return employeesOf(a) < employeesOf(b); }},
        {u"address.city,name"_s,
         [](int a, int b) { return std::pair(cityOf(a), nameOf(a)) < std::pair(cityOf(b), nameOf(b)); }}};
    for (const auto& [filter, fits] : filters) {
        for (const auto& [sort, before] : sorts) {
            for (const bool descending : {false, true}) {
                if (descending && (sort.isEmpty() || sort.contains(u',')))
                    continue;
                INFO(filter.toStdString() << " by " << (descending ? "-" : "") << sort.toStdString());
                const auto whole = expected(fits, before, descending);
                const auto query = listOf(book, u"customer"_s, filter, descending ? u'-' + sort : sort);
                ListReader lists(book.tables());
                const auto size = std::int64_t(whole.size());
                for (const std::int64_t first : {std::int64_t(0), std::int64_t(100), size / 2, size - 30, size}) {
                    if (first < 0 || first > size)
                        continue;
                    // Before anything is known of the list, then once it is.
                    ListReader fresh(book.tables());
                    for (ListReader* reader : {&fresh, &lists}) {
                        const auto page = need(reader->page(query, first, 100));
                        std::vector<QString> names;
                        append(names, page.rows);
                        const auto end = std::min(first + 100, size);
                        CHECK(names == std::vector(whole.begin() + first, whole.begin() + end));
                        CHECK(page.last == (first + 100 > size));
                    }
                }
                CHECK(need(lists.count(query)) == size);
                CHECK(byCursor(lists, query) == whole);
            }
        }
    }
}

TEST_CASE("how many rows a list has is counted once in each moment of the book, whatever their order")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    ListReader lists(book.tables());
    lists.setMoment(1);
    const auto all = listOf(book, u"customer"_s, {}, u"name"_s);
    const auto reversed = listOf(book, u"customer"_s, {}, u"-name"_s);
    const auto some = listOf(book, u"customer"_s, u"name = Bea"_s, u"name"_s);
    CHECK(need(lists.count(all)) == 1);
    CHECK(need(lists.count(some)) == 0);
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    CHECK(need(lists.count(reversed)) == 1); // a reader of this moment would not see her
    lists.setMoment(2);
    CHECK(need(lists.count(all)) == 2);
    CHECK(need(lists.count(some)) == 1);
    CHECK(need(ListReader(book.tables()).count(reversed)) == 2);
}

TEST_CASE("a page goes on where the one before it ended, also where matches are rare among rows without a sort value")
{
    StoreBook book;
    constexpr int rows = 6'000;
    auto act = need(ActWriter::begin(book.writer().context(), ActKind::Create));
    std::vector<QString> expected;
    for (int i = 0; i < rows; ++i) {
        // Among those without a date the matches stand at both ends, and there are some with a date.
        const bool dated = i >= rows - 300;
        const bool fits = i < 60 || dated || (i > 5'000 && i < 5'040);
        auto values = book.values(u"customer", {{u"name"_s, QString::number(i)},
                                                {u"follow_up"_s, dated ? u"2025-05-05 10:00"_s : QString()}});
        values[book.field(u"customer", u"address").id] =
            Addresses{Address{{}, {}, fits ? u"Here"_s : u"There"_s, {}, {}, {}, {}}};
        REQUIRE_OK(act.create(book.entity(u"customer"), values));
        if (fits)
            expected.push_back(QString::number(i));
    }
    REQUIRE_OK(act.commit());
    const auto query = listOf(book, u"customer"_s, u"address.city = Here"_s, u"follow_up"_s);
    ListReader lists(book.tables());
    std::vector<QString> names;
    for (std::int64_t first = 0; first < std::int64_t(expected.size()); first += 50)
        append(names, need(lists.page(query, first, 50)).rows);
    CHECK(names == expected);
}

TEST_CASE("the first page of every list that can be opened comes along an index, without sorting or reading a table")
{
    StoreBook book;
    const auto queries = listsOf(book);
    REQUIRE(queries.size() > 100);
    for (const auto& query : queries) {
        INFO(query.entity->key.toStdString()
             << ": " << (query.filter ? filterText(*query.filter) : QString()).toStdString());
        const QuerySql sql(query);
        CHECK(sql.walksIndex());
        CHECK((sql.condition().isEmpty() || sql.isIndexed()));
        auto& connection = book.writer().connection;
        const auto before = connection.keptTexts();
        need(ListReader(book.tables()).page(query, 0, 100));
        for (const auto& text : connection.keptTexts()) {
            if (before.contains(text) || text.startsWith("EXPLAIN"))
                continue;
            INFO(text.toStdString());
            for (const auto& step : planOf(book, text)) {
                INFO(step.toStdString());
                CHECK_FALSE(step.contains(u"TEMP B-TREE"));
                // To walk an index is what a sorted list is for; what an index answers is looked up.
                CHECK_FALSE((step == u"SCAN t" || (step.startsWith(u"SCAN t") && !text.contains(" ORDER BY "))));
            }
        }
    }
}

TEST_CASE("what a link leads to is read by the link's index, not by looking through the table")
{
    StoreBook book;
    const auto parent = book.create(u"customer", {{u"name"_s, u"Parent"_s}});
    book.create(u"customer", {{u"name"_s, u"Child"_s}, {u"parent"_s, u"Parent"_s}});
    auto query = listOf(book, u"customer"_s, u"parent = "_s + parent.toString(), u"name"_s);
    const auto page = need(ListReader(book.tables()).page(query, 0, 100));
    REQUIRE(page.rows.size() == 1);
    const auto texts = book.writer().connection.keptTexts();
    const auto links = std::count_if(texts.begin(), texts.end(), [&](const QByteArray& text) {
        const auto column = columnName(book.field(u"customer", u"parent"));
        if (!text.contains("t." + column + " = ?") || text.contains("fits"))
            return false;
        const auto steps = planOf(book, text).join(u'\n');
        INFO(text.toStdString() << '\n' << steps.toStdString());
        CHECK(steps.contains(u"USING INDEX"_s) != steps.contains(u"USING COVERING INDEX"_s));
        return true;
    });
    CHECK(links >= 2); // how many there are, and which
}
