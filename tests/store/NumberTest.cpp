#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

namespace {

QString numberOfNext(StoreBook& book, QStringView entity, const StoreBook::Typed& typed)
{
    return book.shown(entity, book.create(entity, typed), u"number");
}

QString nextCustomer(StoreBook& book)
{
    return numberOfNext(book, u"customer", {{u"name"_s, u"Next"_s}});
}

}

TEST_CASE("a number given by hand moves its series on, so that the next automatic one never meets it")
{
    StoreBook book;
    CHECK(nextCustomer(book) == u"C-00001"_s);
    const auto given = book.create(u"customer", {{u"name"_s, u"Given"_s}, {u"number"_s, u"C-00002"_s}});
    CHECK(nextCustomer(book) == u"C-00003"_s);
    book.set(u"customer", given, {{u"number"_s, u"C-00040"_s}});
    CHECK(nextCustomer(book) == u"C-00041"_s);
    book.create(u"customer", {{u"name"_s, u"Wide"_s}, {u"number"_s, u"c-1234567"_s}});
    CHECK(nextCustomer(book) == u"C-1234568"_s);
}

TEST_CASE("a number below its series, or of another shape, leaves the series where it is")
{
    StoreBook book;
    CHECK(nextCustomer(book) == u"C-00001"_s);
    CHECK(nextCustomer(book) == u"C-00002"_s);
    for (const auto& number : {u"C-00001"_s, u"C-"_s, u"X-00077"_s, u"C-00077b"_s, u"77"_s, u"C-9999999999999999999"_s})
        book.create(u"customer", {{u"name"_s, u"Given"_s}, {u"number"_s, number}});
    CHECK(nextCustomer(book) == u"C-00003"_s);
}

TEST_CASE("a number of another year moves on the series of that year alone")
{
    StoreBook book;
    const auto next = [&] { return numberOfNext(book, u"quote", {{u"name"_s, u"Next"_s}, {u"customer"_s, u"Ada"_s}}); };
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto year = book.clock().today().year();
    CHECK(next() == u"Q-%1-00001"_s.arg(year));
    book.create(u"quote",
                {{u"name"_s, u"Given"_s}, {u"customer"_s, u"Ada"_s}, {u"number"_s, u"Q-%1-00007"_s.arg(year + 1)}});
    CHECK(next() == u"Q-%1-00002"_s.arg(year));
    constexpr std::int64_t days = 86'400'000;
    book.clock().advance(366 * days);
    CHECK(next() == u"Q-%1-00008"_s.arg(year + 1));
}

TEST_CASE("a given number of an act that is given up leaves the series where it was")
{
    StoreBook book;
    {
        auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
        REQUIRE_OK(act);
        REQUIRE_OK(act->create(book.entity(u"customer"),
                               book.values(u"customer", {{u"name"_s, u"Never"_s}, {u"number"_s, u"C-00500"_s}})));
    }
    CHECK(nextCustomer(book) == u"C-00001"_s);
}

TEST_CASE("numbers that a file gives move the series on as well")
{
    StoreBook book;
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    for (const auto& number : {u"C-00009"_s, u"C-00004"_s})
        REQUIRE_OK(act->createInRange(book.entity(u"customer"),
                                      book.values(u"customer", {{u"name"_s, u"Row"_s}, {u"number"_s, number}}),
                                      book.writer().ids.next<RecordId>()));
    REQUIRE_OK(act->commit());
    CHECK(nextCustomer(book) == u"C-00010"_s);
}
