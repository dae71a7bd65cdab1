#include "tests/support/SessionBook.h"

#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 1'200; // more than is read at a time

// Customers called by their number, listed by name.
Query listOf(SessionBook& book)
{
    QByteArray text = "name\n";
    for (int i = 0; i < many; ++i)
        text += QStringLiteral("Customer %1\n").arg(i, 4, 10, QChar(u'0')).toUtf8();
    const auto report = need(book.imports().run(book.plan(book.write(u"c.csv"_s, text), u"customer")));
    REQUIRE(report.created == many);
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(u"customer");
    const auto sort = parseSort(*query.catalog, *query.entity, u"name");
    REQUIRE_OK(sort);
    query.sort = *sort;
    query.columns = {{nullptr, query.entity, &book.field(u"customer", u"name"), {}}};
    return query;
}

RecordId recordAt(SessionBook& book, const Query& query, std::int64_t row)
{
    return need(book.desk().page(query, row, 1)).rows.front().id;
}

// Names in the file, in its order.
QStringList exported(SessionBook& book, const Query& query, const Picks& picks)
{
    const auto path = book.file(u"out.csv"_s);
    const auto written = need(book.session().exports().write(query, path, {}, picks));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QStringList names;
    const auto lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    for (const auto& line : lines.sliced(1))
        names += line.section(u',', 1, 1);
    CHECK(names.size() == written);
    return names;
}

Picks rowsOf(std::vector<RowRange> rows)
{
    return {false, {}, std::move(rows)};
}

}

TEST_CASE("what is picked in a list is exported exactly: records, ranges of rows, all of it")
{
    SessionBook book;
    const auto query = listOf(book);
    CHECK(exported(book, query, {true, {}, {}}).size() == many);
    CHECK(exported(book, query, {false, {recordAt(book, query, 7), recordAt(book, query, 1'100)}, {}}) ==
          QStringList{u"Customer 0007"_s, u"Customer 1100"_s});
    const auto ranges = exported(book, query, rowsOf({{0, 700, {{3, recordAt(book, query, 3)}}}, {1'198, 2, {}}}));
    REQUIRE(ranges.size() == 702);
    CHECK(ranges.first() == u"Customer 0000"_s);
    CHECK(ranges[699] == u"Customer 0699"_s);
    CHECK(ranges.last() == u"Customer 1199"_s);
    CHECK(exported(book, query, {}).isEmpty());
}

TEST_CASE("the records of what is picked come in the list's order")
{
    SessionBook book;
    const auto query = listOf(book);
    const auto some = need(book.desk().picked(query, rowsOf({{10, 600, {}}})));
    REQUIRE(some.size() == 600);
    CHECK(some.front() == recordAt(book, query, 10));
    CHECK(some.back() == recordAt(book, query, 609));
    CHECK(need(book.desk().picked(query, {true, {}, {}})).size() == many);
}

TEST_CASE("a list that has moved since something was picked gives no other records instead")
{
    SessionBook book;
    const auto query = listOf(book);
    const auto tenth = recordAt(book, query, 10);
    const auto range = rowsOf({{10, 5, {{10, tenth}}}});
    const Picks record{false, {tenth}, {}};
    book.create(u"customer", {{u"name"_s, u"Customer 0000 and a half"_s}});
    CHECK(errorOf(book.desk().picked(query, range)) == ErrorCode::ListMoved);
    const auto path = book.file(u"moved.csv"_s);
    CHECK(errorOf(book.session().exports().write(query, path, {}, range)) == ErrorCode::ListMoved);
    CHECK_FALSE(QFile::exists(path));
    CHECK(exported(book, query, record) == QStringList{u"Customer 0010"_s});
    need(book.desk().moveToTrash(book.entity(u"customer").id, {tenth}));
    CHECK(need(book.desk().picked(query, record)).empty());
    // A range that reaches behind the list's end.
    CHECK(errorOf(book.desk().picked(query, rowsOf({{many - 1, 9, {}}}))) == ErrorCode::ListMoved);
}
