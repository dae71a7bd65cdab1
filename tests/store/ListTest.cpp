#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

#include <algorithm>

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

namespace {

Query listOf(StoreBook& book, const QString& filter, const QString& sort)
{
    Query query;
    query.catalog = book.tables().catalogPtr();
    query.entity = &book.entity(u"customer");
    const QueryContext context{{}, {}, book.clock().now(), u"USD"_s};
    auto parsed = parseFilter(*query.catalog, *query.entity, filter, context);
    REQUIRE_OK(parsed);
    query.filter = *parsed;
    auto sorted = parseSort(*query.catalog, *query.entity, sort);
    REQUIRE_OK(sorted);
    query.sort = *sorted;
    return query;
}

std::vector<QString> titles(const std::vector<Row>& rows)
{
    std::vector<QString> names;
    for (const auto& row : rows)
        names.push_back(row.title);
    return names;
}

void makeCustomers(StoreBook& book)
{
    const std::vector<std::array<QString, 3>> rows{{u"张三"_s, u"10"_s, u"上海"_s},
                                                   {u"Zebra"_s, u""_s, u"Paris"_s},
                                                   {u"安安"_s, u"30"_s, u""_s},
                                                   {u"Ada"_s, u"20"_s, u"上海"_s},
                                                   {u"王五"_s, u""_s, u"北京"_s}};
    for (const auto& [name, employees, city] : rows) {
        auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
        REQUIRE_OK(act);
        auto values = book.values(u"customer", {{u"name"_s, name}, {u"employees"_s, employees}});
        if (!city.isEmpty())
            values[book.field(u"customer", u"address").id] = Addresses{Address{{}, {}, city, {}, {}, {}, {}}};
        REQUIRE_OK(act->create(book.entity(u"customer"), values));
        REQUIRE_OK(act->commit());
    }
}

}

TEST_CASE("names are sorted as people look them up: Latin under their letter before Chinese by pinyin")
{
    StoreBook book;
    makeCustomers(book);
    const auto page = ListReader(book.tables()).page(listOf(book, {}, u"name"_s), 0, 10);
    REQUIRE_OK(page);
    CHECK(titles(page->rows) == std::vector{u"Ada"_s, u"安安"_s, u"王五"_s, u"Zebra"_s, u"张三"_s});
}

TEST_CASE("pages by cursor and pages by position tell the same list in every order, empty values included")
{
    StoreBook book;
    makeCustomers(book);
    for (const auto& sort :
         {u""_s, u"name"_s, u"-name"_s, u"employees"_s, u"-employees"_s, u"-changed"_s, u"employees,-name"_s}) {
        const auto query = listOf(book, {}, sort);
        ListReader lists(book.tables());
        const auto whole = lists.page(query, 0, 10);
        REQUIRE_OK(whole);
        REQUIRE(whole->rows.size() == 5);
        std::vector<QString> byCursor;
        QString cursor;
        do {
            const auto page = lists.pageAfter(query, cursor, 2);
            REQUIRE_OK(page);
            for (const auto& name : titles(page->rows))
                byCursor.push_back(name);
            cursor = page->next;
        } while (!cursor.isEmpty());
        CHECK(byCursor == titles(whole->rows));
        std::vector<QString> byPosition;
        for (int first = 0; first < 6; first += 2) {
            const auto page = lists.page(query, first, 2);
            REQUIRE_OK(page);
            for (const auto& name : titles(page->rows))
                byPosition.push_back(name);
        }
        CHECK(byPosition == titles(whole->rows));
    }
}

TEST_CASE("filters find what they say")
{
    StoreBook book;
    makeCustomers(book);
    const std::vector<std::pair<QString, std::int64_t>> cases{
        {u"employees > 10"_s, 2},
        {u"employees is empty"_s, 2},
        {u"employees is not empty and not employees = 30"_s, 2},
        {u"address.city = 上海"_s, 2},
        {u"address.city in (上海, 北京)"_s, 3},
        {u"name contains a or name starts 张"_s, 3},
        {u"name = ada"_s, 1},
        {u"changed >= today"_s, 5},
        {u"kind = organisation"_s, 5},
        {u"parent.name = Ada"_s, 0},
        {u"parent is empty"_s, 5},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text.toStdString());
        const auto count = ListReader(book.tables()).count(listOf(book, text, {}));
        REQUIRE_OK(count);
        CHECK(*count == expected);
    }
}

TEST_CASE("a cursor that no page gave is refused with a sentence, not read")
{
    StoreBook book;
    const auto page = ListReader(book.tables()).pageAfter(listOf(book, {}, {}), u"nonsense!"_s, 2);
    REQUIRE_FALSE(page.ok());
}
