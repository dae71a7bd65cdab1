#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/store/Verifier.h"
#include "core/text/SearchTokens.h"
#include "tests/support/StoreBook.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// A book as another version of the program leaves it, with rows of the index that this one cannot place.
void makeOld(StoreBook& book, const RecordId& known)
{
    const auto& customer = book.entity(u"customer");
    auto& connection = book.writer().connection;
    const auto loaded = need(book.tables().load(customer, known));
    REQUIRE(loaded);
    REQUIRE_OK(connection.execute("INSERT INTO search(search) VALUES('delete-all')"));
    auto row = connection.kept("INSERT INTO search(rowid, title) VALUES(?1, ?2)");
    REQUIRE_OK(row.bindAll(loaded->state.key * 1024 + 10, u"Old"_s).run());
    REQUIRE_OK(connection.execute("UPDATE " + tableName(customer) + " SET " + sortColumn(*customer.field(u"name"_s)) +
                                  " = x'7a'"));
    REQUIRE_OK(connection.execute("DELETE FROM meta WHERE key IN ('search', 'sort')"));
}

// How many titles the index has for what was typed; found() also looks at what was changed lately.
std::int64_t indexed(StoreBook& book, const QString& typed)
{
    auto rows = book.writer().connection.kept("SELECT count(*) FROM search WHERE search MATCH ?1");
    rows.bind(1, matchExpression(searchTerms(typed), SearchIn::Title));
    REQUIRE(need(rows.step()));
    return rows.integer(0);
}

QStringList sorted(StoreBook& book)
{
    Query query;
    query.catalog = book.tables().catalogPtr();
    query.entity = &book.entity(u"customer");
    query.sort = need(parseSort(*query.catalog, *query.entity, u"name"_s));
    const auto page = need(ListReader(book.tables()).page(query, 0, 10));
    QStringList names;
    for (const auto& row : page.rows)
        names += row.title;
    return names;
}

}

TEST_CASE("a book whose search index and sort keys were made by other rules has them made anew as it opens")
{
    StoreBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.create(u"customer", {{u"name"_s, u"王小明"_s}});
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    const auto trashed = book.create(u"customer", {{u"name"_s, u"Cyn"_s}});
    book.trash(u"customer", trashed);
    const auto before = book.contents();
    makeOld(book, ada);
    book.reopen();
    CHECK(indexed(book, u"ada"_s) == 1);
    CHECK(indexed(book, u"wxm"_s) == 1);
    CHECK(book.found(u"wxm"_s) == std::vector<QString>{u"王小明"_s});
    CHECK(book.found(u"cyn"_s).empty());
    CHECK(sorted(book) == QStringList{u"Ada"_s, u"Bea"_s, u"王小明"_s});
    CHECK(book.contents() == before);
    // What follows in it is forgotten and found as in any book.
    book.set(u"customer", ada, {{u"name"_s, u"Dot"_s}});
    book.restore(u"customer", trashed);
    CHECK(indexed(book, u"ada"_s) == 0);
    CHECK(indexed(book, u"dot"_s) == 1);
    CHECK(indexed(book, u"cyn"_s) == 1);
    CHECK(book.found(u"cyn"_s).size() == 1);
    CHECK(need(verifyBook(book.writer())).repairs.isEmpty());
}

TEST_CASE("a book of this program is not indexed anew as it opens")
{
    StoreBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    makeOld(book, ada);
    book.reopen();
    REQUIRE_OK(book.writer().connection.execute("INSERT INTO search(search) VALUES('delete-all')"));
    book.reopen();
    CHECK(indexed(book, u"ada"_s) == 0);
}

TEST_CASE("a search passes over rows of kinds that this program does not know")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    REQUIRE_OK(addToSearch(book.writer().connection, (std::int64_t(9'999) << 40) + 1, {u"Ada"_s, {}}));
    CHECK(book.found(u"ada"_s) == std::vector<QString>{u"Ada"_s});
}

TEST_CASE("verify compares every word of the search index with the records and puts right what differs")
{
    StoreBook book;
    const auto& customer = book.entity(u"customer");
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada, 银行 Ltd"_s}, {u"phones"_s, u"+86 139 1234 5678"_s}});
    const auto trashed = book.create(u"customer", {{u"name"_s, u"王重王重"_s}});
    book.trash(u"customer", trashed);
    CHECK(need(verifyBook(book.writer())).repairs.isEmpty());
    const auto loaded = need(book.tables().load(customer, ada));
    const auto row = searchRow(customer, loaded->state.key);
    auto& connection = book.writer().connection;

    SECTION("a record that is not in it")
    {
        REQUIRE_OK(removeFromSearch(connection, row, searchDocument(customer, loaded->record)));
        CHECK(indexed(book, u"ada"_s) == 0);
    }
    SECTION("a word too many")
    {
        REQUIRE_OK(addToSearch(connection, row + 100, {u"nobody"_s, {}}));
    }
    SECTION("a word at another place")
    {
        REQUIRE_OK(removeFromSearch(connection, row, searchDocument(customer, loaded->record)));
        auto document = searchDocument(customer, loaded->record);
        document.title = u"Ltd, Ada 银行"_s;
        REQUIRE_OK(addToSearch(connection, row, document));
    }
    CHECK(need(verifyBook(book.writer())).repairs.size() == 1);
    CHECK(indexed(book, u"ada"_s) == 1);
    CHECK(indexed(book, u"nobody"_s) == 0);
    CHECK(need(verifyBook(book.writer())).repairs.isEmpty());
}

TEST_CASE("verify puts a wrong sort key right")
{
    StoreBook book;
    const auto& customer = book.entity(u"customer");
    for (const auto& name : {u"Bea"_s, u"Ada"_s})
        book.create(u"customer", {{u"name"_s, name}});
    REQUIRE_OK(book.writer().connection.execute("UPDATE " + tableName(customer) + " SET " +
                                                sortColumn(*customer.field(u"name"_s)) + " = NULL WHERE k = 2"));
    CHECK(need(verifyBook(book.writer())).repairs.size() == 1);
    CHECK(sorted(book) == QStringList{u"Ada"_s, u"Bea"_s});
    CHECK(need(verifyBook(book.writer())).repairs.isEmpty());
}

TEST_CASE("an index that another one replaces is gone when the book is next opened, and no other is")
{
    StoreBook book;
    const auto indexes = [&] {
        auto statement =
            need(book.writer().connection.prepare("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"));
        QStringList names;
        while (need(statement.step()))
            names += statement.text(0);
        return names;
    };
    const auto before = indexes();
    const auto column = columnName(book.field(u"customer", u"code"));
    const auto name = tableName(book.entity(u"customer")) + '_' + column;
    REQUIRE_OK(book.writer().connection.execute("DROP INDEX " + name + "_nc; CREATE INDEX " + name + " ON " +
                                                tableName(book.entity(u"customer")) + '(' + column + ") WHERE " +
                                                column + " IS NOT NULL"));
    book.reopen();
    CHECK(indexes() == before);
}
