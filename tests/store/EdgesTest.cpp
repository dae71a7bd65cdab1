#include "core/store/Finder.h"
#include "core/store/Verifier.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

TEST_CASE("amounts too large to add up leave their sum empty and the book writable")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    for (const auto& name : {u"One"_s, u"Two"_s})
        book.create(u"opportunity",
                    {{u"name"_s, name}, {u"customer"_s, u"Ada"_s}, {u"amount"_s, u"90000000000000000"_s}});
    CHECK(book.shown(u"customer", customer, u"open_amount").isEmpty());
    const auto check = verifyBook(book.writer());
    REQUIRE_OK(check);
    CHECK(check->corrected == 0);
}

TEST_CASE("one record made for a name written in two ways in one act")
{
    StoreBook book;
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    act->makeMissing({book.field(u"customer", u"owner").id});
    for (const auto& owner : {u"Ann Lee"_s, u"ANN LEE"_s, u"ann  lee"_s}) {
        auto values = book.values(u"customer", {{u"name"_s, u"C"_s}, {u"owner"_s, owner}});
        const auto written = act->create(book.entity(u"customer"), std::move(values));
        REQUIRE_OK(written);
        CHECK(written->problems.empty());
    }
    REQUIRE_OK(act->commit());
    CHECK(book.countOf(u"person") == 1);
}

TEST_CASE("nothing is made for a record that is refused")
{
    StoreBook book;
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    act->makeMissing({book.field(u"customer", u"owner").id, book.field(u"opportunity", u"owner").id});
    // No name, which is required; and a customer that is not there.
    const std::vector<std::pair<QString, StoreBook::Typed>> refused{
        {u"customer"_s, {{u"owner"_s, u"Ann Lee"_s}}},
        {u"opportunity"_s, {{u"name"_s, u"Deal"_s}, {u"owner"_s, u"Ann Lee"_s}, {u"customer"_s, u"Nobody"_s}}}};
    for (const auto& [entity, typed] : refused) {
        const auto written =
            act->createInRange(book.entity(entity), book.values(entity, typed), book.writer().ids.next<RecordId>());
        REQUIRE_OK(written);
        CHECK_FALSE(written->problems.empty());
        CHECK(written->made == 0);
    }
    REQUIRE_OK(act->commit());
    CHECK(book.countOf(u"person") == 0);
}

TEST_CASE("nothing is made for a record that is refused late, whatever it was to be made for")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto deal = book.create(u"opportunity", {{u"name"_s, u"Deal"_s}});
    const auto before = book.contents();
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    act->makeMissing({book.field(u"opportunity", u"owner").id, book.field(u"opportunity", u"customer").id,
                      book.field(u"activity", u"person").id, book.field(u"customer", u"owner").id});
    const auto refused = [](const Result<Written>& written) {
        REQUIRE_OK(written);
        CHECK_FALSE(written->problems.empty());
        CHECK(written->made == 0);
    };
    // Which of two customers; nothing to be about; what must be there emptied.
    const auto values = book.values(
        u"opportunity",
        {{u"name"_s, u"Deal"_s}, {u"owner"_s, u"Ann Lee"_s}, {u"tags"_s, u"vip"_s}, {u"customer"_s, u"Ada"_s}});
    refused(act->create(book.entity(u"opportunity"), values));
    refused(act->createInRange(book.entity(u"opportunity"), values, book.writer().ids.next<RecordId>()));
    refused(act->set(book.entity(u"opportunity"), deal, values));
    const auto call = book.values(u"activity", {{u"subject"_s, u"Call"_s}, {u"person"_s, u"Bob Ray"_s}});
    refused(act->create(book.entity(u"activity"), call));
    refused(act->createInRange(book.entity(u"activity"), call, book.writer().ids.next<RecordId>()));
    auto emptied = book.values(u"customer", {{u"owner"_s, u"Ann Lee"_s}});
    emptied[book.field(u"customer", u"name").id] = Value();
    refused(act->set(book.entity(u"customer"), ada, emptied));
    REQUIRE_OK(act->commit());
    CHECK(book.countOf(u"person") == 0);
    CHECK(book.countOf(u"tag") == 0);
    CHECK(book.contents() == before);
}

TEST_CASE("a name that two links of one record share makes one record")
{
    StoreBook book;
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    act->makeMissing({book.field(u"activity", u"person").id, book.field(u"activity", u"about").id,
                      book.field(u"activity", u"customer").id});
    const auto written = act->create(
        book.entity(u"activity"),
        book.values(u"activity",
                    {{u"subject"_s, u"Call"_s}, {u"about"_s, u"Ada Ltd"_s}, {u"customer"_s, u"ADA LTD"_s}}));
    REQUIRE_OK(written);
    CHECK(written->problems.empty());
    CHECK(written->made == 1);
    REQUIRE_OK(act->commit());
    CHECK(book.countOf(u"customer") == 1);
}

TEST_CASE("what is missing because a link is wrong is not a problem of its own")
{
    StoreBook book;
    auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
    REQUIRE_OK(act);
    const auto written = act->create(
        book.entity(u"activity"), book.values(u"activity", {{u"subject"_s, u"Call"_s}, {u"customer"_s, u"Nobody"_s}}));
    REQUIRE_OK(written);
    REQUIRE(written->problems.size() == 1);
    CHECK(written->problems.front().field == book.field(u"activity", u"customer").id);
}

TEST_CASE("a value taken over from a linked record leads to no record in the trash")
{
    StoreBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.create(u"opportunity", {{u"name"_s, u"Deal"_s}, {u"customer"_s, u"Ada"_s}});
    book.trash(u"customer", ada);
    const auto call = book.create(u"activity", {{u"subject"_s, u"Call"_s}, {u"about"_s, u"Deal"_s}});
    CHECK(book.shown(u"activity", call, u"customer").isEmpty());
}

TEST_CASE("a search within one kind finds its records behind any number of others")
{
    StoreBook book;
    REQUIRE_OK(book.writer().connection.setDurability(Durability::Off));
    const auto contact = book.create(u"contact", {{u"name"_s, u"Findme One"_s}});
    auto act = ActWriter::begin(book.writer().context(), ActKind::Import);
    REQUIRE_OK(act);
    for (int i = 0; i < 900; ++i)
        REQUIRE_OK(
            act->create(book.entity(u"customer"), book.values(u"customer", {{u"name"_s, u"Findme %1"_s.arg(i)}})));
    REQUIRE_OK(act->commit());
    const auto hits = findRecords(book.tables(), {u"findme"_s, {book.entity(u"contact").id}, 10, {}});
    REQUIRE_OK(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().id == contact);
    // Records in the trash take nobody's place either.
    auto trash = ActWriter::begin(book.writer().context(), ActKind::Delete);
    REQUIRE_OK(trash);
    const auto customers = findRecords(book.tables(), {u"findme"_s, {book.entity(u"customer").id}, 2'000, {}});
    REQUIRE_OK(customers);
    for (const auto& hit : *customers)
        REQUIRE_OK(trash->moveToTrash(book.entity(u"customer"), hit.id));
    REQUIRE_OK(trash->commit());
    const auto left = findRecords(book.tables(), {u"findme"_s, {}, 10, {}});
    REQUIRE_OK(left);
    CHECK(left->size() == 1);
}

TEST_CASE("verification puts values right that follow from values which were wrong themselves")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto deal = book.create(
        u"opportunity",
        {{u"name"_s, u"Deal"_s}, {u"customer"_s, u"Ada"_s}, {u"amount"_s, u"100"_s}, {u"stage"_s, u"Proposal"_s}});
    const auto& outcome = book.field(u"opportunity", u"outcome");
    const auto key = book.tables().keyOf(book.entity(u"opportunity"), deal);
    REQUIRE_OK(key);
    // As if both had been spoilt in the same way: the customer's sum agrees with the wrong outcome.
    REQUIRE_OK(
        book.tables().update(book.entity(u"opportunity"), **key, {{outcome.id, outcome.optionByKey(u"won")->id}}, 0));
    Derivations derivations(book.tables(), u"USD"_s, book.clock().now());
    REQUIRE_OK(derivations.recompute(book.entity(u"customer")));
    REQUIRE(book.shown(u"customer", customer, u"open_amount").isEmpty());
    const auto first = verifyBook(book.writer());
    REQUIRE_OK(first);
    CHECK(first->corrected > 0);
    CHECK(book.shown(u"customer", customer, u"open_amount") == u"100.00 USD"_s);
    const auto second = verifyBook(book.writer());
    REQUIRE_OK(second);
    CHECK(second->corrected == 0);
}
