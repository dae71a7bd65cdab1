#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

namespace {

RecordId deal(StoreBook& book, const QString& amount, const QString& stage)
{
    return book.create(
        u"opportunity",
        {{u"name"_s, u"Deal "_s + amount}, {u"customer"_s, u"Ada"_s}, {u"amount"_s, amount}, {u"stage"_s, stage}});
}

}

TEST_CASE("a customer's open amount follows its opportunities through stages, trash and undo")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    deal(book, u"100"_s, u"Proposal"_s);
    const auto second = deal(book, u"50"_s, u"Negotiation"_s);
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"150.00 USD"_s);
    book.set(u"opportunity", second, {{u"stage"_s, u"Won"_s}});
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"100.00 USD"_s);
    CHECK(book.shown(u"opportunity", second, u"outcome") == u"won"_s);
    book.undo();
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"150.00 USD"_s);
    book.trash(u"opportunity", second);
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"100.00 USD"_s);
}

TEST_CASE("a stage that becomes a won one moves every opportunity in it")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto opportunity = deal(book, u"100"_s, u"Proposal"_s);
    const auto loaded = book.tables().load(book.entity(u"opportunity"), opportunity);
    REQUIRE_OK(loaded);
    const auto stage = std::get<Reference>((*loaded)->record.value(book.field(u"opportunity", u"stage").id)).record;
    book.set(u"stage", stage, {{u"outcome"_s, u"won"_s}});
    CHECK(book.shown(u"opportunity", opportunity, u"outcome") == u"won"_s);
    CHECK(book.shown(u"customer", customer, u"open_amount").isEmpty());
}

TEST_CASE("an activity is the customer's last contact, also when it is about an opportunity")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    deal(book, u"100"_s, u"Proposal"_s);
    book.create(u"activity", {{u"kind"_s, u"call"_s},
                              {u"about"_s, u"Deal 100"_s},
                              {u"at"_s, u"2025-03-04T05:06:07Z"_s},
                              {u"subject"_s, u"Price"_s}});
    CHECK(book.shown(u"customer", customer, u"last_contact").startsWith(u"2025-03-04T05:06:07"_s));
}

TEST_CASE("verification finds a derived value that is wrong and puts it right")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    deal(book, u"100"_s, u"Proposal"_s);
    const auto& field = book.field(u"customer", u"open_amount");
    const auto key = book.tables().keyOf(book.entity(u"customer"), customer);
    REQUIRE_OK(book.tables().update(book.entity(u"customer"), **key, FieldValues{{field.id, Money{1, u"USD"_s}}}, 0));
    Derivations derivations(book.tables(), u"USD"_s, book.clock().now());
    const auto wrong = derivations.recompute(book.entity(u"customer"));
    REQUIRE_OK(wrong);
    CHECK(*wrong == 1);
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"100.00 USD"_s);
}
