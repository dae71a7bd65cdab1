#include "core/store/Merge.h"
#include "core/records/Merging.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::need;
using kith::testing::StoreBook;

namespace {

// The act's number.
std::int64_t merge(StoreBook& book, QStringView entity, const RecordId& keep, std::vector<RecordId> others,
                   const StoreBook::Typed& chosen = {})
{
    auto act = ActWriter::begin(book.writer().context(), ActKind::Merge);
    REQUIRE_OK(act);
    const auto written = Merge(*act).merge(book.entity(entity), {keep, std::move(others), book.values(entity, chosen)});
    REQUIRE_OK(written);
    REQUIRE(written->problems.empty());
    const auto notice = act->commit();
    REQUIRE_OK(notice);
    return notice->act;
}

ErrorCode refusal(StoreBook& book, QStringView entity, const RecordId& keep, const RecordId& other)
{
    auto act = ActWriter::begin(book.writer().context(), ActKind::Merge);
    REQUIRE_OK(act);
    const auto written = Merge(*act).merge(book.entity(entity), {keep, {other}, {}});
    REQUIRE_FALSE(written.ok());
    return written.error().code;
}

struct TwoCustomers
{
    StoreBook book;
    RecordId kept = book.create(u"customer", {{u"name"_s, u"Velodis Works Ltd"_s},
                                              {u"phones"_s, u"+44 20 7946 0011"_s},
                                              {u"employees"_s, u"20"_s},
                                              {u"tags"_s, u"Key;North"_s}});
    RecordId other = book.create(u"customer", {{u"name"_s, u"Velodis Works"_s},
                                               {u"phones"_s, u"+44 20 7946 0011; +44 20 7946 0012"_s},
                                               {u"tax_id"_s, u"GB123456789"_s},
                                               {u"employees"_s, u"25"_s},
                                               {u"tags"_s, u"North;Fair"_s}});
};

}

TEST_CASE("a merged customer's empty fields are filled, its lists and tags united, and the rest stays")
{
    TwoCustomers two;
    merge(two.book, u"customer", two.kept, {two.other});
    CHECK(two.book.shown(u"customer", two.kept, u"name") == u"Velodis Works Ltd"_s);
    CHECK(two.book.shown(u"customer", two.kept, u"tax_id") == u"GB123456789"_s);
    CHECK(two.book.shown(u"customer", two.kept, u"employees") == u"20"_s);
    CHECK(two.book.shown(u"customer", two.kept, u"phones") == u"+44 20 7946 0011; +44 20 7946 0012"_s);
    const auto tags = two.book.tables().load(two.book.entity(u"customer"), two.kept);
    CHECK(std::get<IdSet>((*tags)->record.value(two.book.field(u"customer", u"tags").id)).size() == 3);
    CHECK(two.book.countOf(u"customer") == 1);
}

TEST_CASE("what a person chose for a field is what the kept customer gets")
{
    TwoCustomers two;
    merge(two.book, u"customer", two.kept, {two.other}, {{u"employees"_s, u"25"_s}, {u"name"_s, u"Velodis"_s}});
    CHECK(two.book.shown(u"customer", two.kept, u"employees") == u"25"_s);
    CHECK(two.book.shown(u"customer", two.kept, u"name") == u"Velodis"_s);
}

TEST_CASE("every link of a merged customer leads to the kept one, and back again when the merge is undone")
{
    TwoCustomers two;
    auto& book = two.book;
    const auto id = two.other.toString();
    const auto person = book.create(u"contact", {{u"name"_s, u"Ada Holm"_s}, {u"customer"_s, id}});
    const auto deal =
        book.create(u"opportunity", {{u"name"_s, u"Pumps"_s}, {u"customer"_s, id}, {u"amount"_s, u"100"_s}});
    const auto call = book.create(u"activity", {{u"about"_s, id}, {u"subject"_s, u"Call"_s}});
    const auto site = book.create(u"address", {{u"customer"_s, id}, {u"name"_s, u"Dock 4"_s}});
    const auto child = book.create(u"customer", {{u"name"_s, u"Velodis Dock"_s}, {u"parent"_s, id}});
    const auto before = book.contents();
    merge(book, u"customer", two.kept, {two.other});
    const auto title = book.shown(u"customer", two.kept, u"name");
    CHECK(book.shown(u"contact", person, u"customer") == title);
    CHECK(book.shown(u"opportunity", deal, u"customer") == title);
    CHECK(book.shown(u"activity", call, u"about") == title);
    CHECK(book.shown(u"activity", call, u"customer") == title);
    CHECK(book.shown(u"address", site, u"customer") == title);
    CHECK(book.shown(u"customer", child, u"parent") == title);
    CHECK(book.shown(u"customer", two.kept, u"open_opportunities") == u"1"_s);
    CHECK(book.undo().kept.empty());
    CHECK(book.contents() == before);
    CHECK(book.shown(u"opportunity", deal, u"customer") == u"Velodis Works"_s);
    CHECK(book.shown(u"customer", two.other, u"open_opportunities") == u"1"_s);
    CHECK(book.shown(u"customer", two.kept, u"open_opportunities") == u"0"_s);
}

TEST_CASE("a link of two records is made anew for the kept one, or joins the one that is there")
{
    TwoCustomers two;
    auto& book = two.book;
    const auto ada = book.create(u"contact", {{u"name"_s, u"Ada Holm"_s}});
    const auto bea = book.create(u"contact", {{u"name"_s, u"Bea Lund"_s}});
    const auto link = [&](const RecordId& contact, const RecordId& customer, const QString& note) {
        return book.create(
            u"affiliation",
            {{u"contact"_s, contact.toString()}, {u"customer"_s, customer.toString()}, {u"note"_s, note}});
    };
    const auto only = link(ada, two.other, u"since May"_s);
    const auto both = link(bea, two.kept, {});
    link(bea, two.other, u"from the fair"_s);
    const auto before = book.contents();
    merge(book, u"customer", two.kept, {two.other});
    CHECK(book.countOf(u"affiliation") == 2);
    CHECK(book.lifeOf(u"affiliation", only) == Life::Merged);
    CHECK(book.shown(u"affiliation", both, u"note") == u"from the fair"_s);
    // Linked once more, it is the same link.
    const auto again = link(ada, two.kept, u"since May"_s);
    CHECK(book.countOf(u"affiliation") == 2);
    CHECK(book.shown(u"affiliation", again, u"customer") == u"Velodis Works Ltd"_s);
    book.undo();
    CHECK(book.contents() == before);
}

TEST_CASE("tags that mean the same become one on every record that has either")
{
    StoreBook book;
    const auto both = book.create(u"customer", {{u"name"_s, u"A"_s}, {u"tags"_s, u"VIP;Vip customer"_s}});
    const auto one = book.create(u"customer", {{u"name"_s, u"B"_s}, {u"tags"_s, u"Vip customer"_s}});
    const auto tagNamed = [&](const QString& name) {
        const auto found = Links(book.tables()).find(book.field(u"customer", u"tags"), name);
        REQUIRE_OK(found);
        return (*found)->reference.record;
    };
    const auto keep = tagNamed(u"VIP"_s);
    merge(book, u"tag", keep, {tagNamed(u"Vip customer"_s)});
    for (const auto& customer : {both, one}) {
        const auto loaded = book.tables().load(book.entity(u"customer"), customer);
        CHECK(std::get<IdSet>((*loaded)->record.value(book.field(u"customer", u"tags").id)) == IdSet{keep});
    }
    auto members = book.writer().connection.kept("SELECT count(*) FROM member WHERE value = ?1");
    members.bind(1, keep);
    REQUIRE_OK(members.step());
    CHECK(members.integer(0) == 2);
}

TEST_CASE("a merged record opens as the one it was merged into, however often that was merged")
{
    TwoCustomers two;
    auto& book = two.book;
    const auto third = book.create(u"customer", {{u"name"_s, u"Velodis Group"_s}});
    merge(book, u"customer", two.kept, {two.other});
    merge(book, u"customer", third, {two.kept});
    const auto view = viewRecord(book.tables(), book.entity(u"customer"), two.other, u"en"_s);
    REQUIRE_OK(view);
    CHECK(view->record.id == third);
    CHECK(book.found(u"Velodis"_s).size() == 1);
    const auto deal = book.create(u"opportunity", {{u"name"_s, u"Late"_s}, {u"customer"_s, two.other.toString()}});
    CHECK(book.shown(u"opportunity", deal, u"customer") == u"Velodis Group"_s);
}

TEST_CASE("several customers are merged at once, and chains of parents among them close no circle")
{
    StoreBook book;
    const auto make = [&](const QString& name, const RecordId& parent) {
        StoreBook::Typed values{{u"name"_s, name}};
        if (!parent.isNull())
            values.emplace_back(u"parent"_s, parent.toString());
        return book.create(u"customer", values);
    };
    const auto top = make(u"Top"_s, {});
    const auto old = make(u"Old"_s, top);
    const auto between = make(u"Between"_s, old);
    const auto kept = make(u"Kept"_s, between);
    const auto more = make(u"More"_s, kept);
    const auto before = book.contents();
    merge(book, u"customer", kept, {old, more});
    CHECK(book.shown(u"customer", between, u"parent") == u"Kept"_s);
    CHECK(book.shown(u"customer", kept, u"parent") == u"Top"_s);
    CHECK(book.countOf(u"customer") == 3);
    CHECK(book.undo().kept.empty());
    CHECK(book.contents() == before);
}

TEST_CASE("a merge taken back later returns what nobody has changed since, and says what it left")
{
    TwoCustomers two;
    auto& book = two.book;
    const auto id = two.other.toString();
    const auto first = book.create(u"opportunity", {{u"name"_s, u"First"_s}, {u"customer"_s, id}});
    const auto second = book.create(u"opportunity", {{u"name"_s, u"Second"_s}, {u"customer"_s, id}});
    const auto elsewhere = book.create(u"customer", {{u"name"_s, u"Elsewhere"_s}});
    const auto act = merge(book, u"customer", two.kept, {two.other});
    book.set(u"customer", two.kept, {{u"tax_id"_s, u"GB987654321"_s}});
    book.set(u"opportunity", second, {{u"customer"_s, elsewhere.toString()}});
    const auto outcome = book.undo(act);
    CHECK(outcome.kept.size() == 2);
    CHECK(book.shown(u"opportunity", first, u"customer") == u"Velodis Works"_s);
    CHECK(book.shown(u"opportunity", second, u"customer") == u"Elsewhere"_s);
    CHECK(book.shown(u"customer", two.kept, u"tax_id") == u"GB987654321"_s);
    CHECK(book.shown(u"customer", two.kept, u"phones") == u"+44 20 7946 0011"_s);
    CHECK(book.lifeOf(u"customer", two.other) == Life::Alive);
    book.redo();
    CHECK(book.lifeOf(u"customer", two.other) == Life::Merged);
    CHECK(book.shown(u"opportunity", first, u"customer") == u"Velodis Works Ltd"_s);
}

TEST_CASE("the act that made a record does not take it back once it was merged, and says so")
{
    StoreBook book;
    const auto kept = book.create(u"customer", {{u"name"_s, u"Kept"_s}});
    const auto other = book.create(u"customer", {{u"name"_s, u"Other"_s}});
    const auto made = listActs(book.writer().connection, 1);
    REQUIRE_OK(made);
    merge(book, u"customer", kept, {other});
    CHECK(book.undo(made->front().number).kept.size() == 1);
    CHECK(book.lifeOf(u"customer", other) == Life::Merged);
}

TEST_CASE("what cannot be merged is refused")
{
    StoreBook book;
    const auto kept = book.create(u"customer", {{u"name"_s, u"Kept"_s}});
    const auto other = book.create(u"customer", {{u"name"_s, u"Other"_s}});
    const auto gone = book.create(u"customer", {{u"name"_s, u"Gone"_s}});
    book.trash(u"customer", gone);
    CHECK(refusal(book, u"customer", kept, gone) == ErrorCode::RecordInTrash);
    CHECK(refusal(book, u"customer", kept, {}) == ErrorCode::NoSuchRecord);
    merge(book, u"customer", kept, {other});
    CHECK(refusal(book, u"customer", kept, other) == ErrorCode::RecordMerged);
    const auto ada = book.create(u"person", {{u"name"_s, u"Ada"_s}});
    const auto bea = book.create(u"person", {{u"name"_s, u"Bea"_s}});
    CHECK(refusal(book, u"person", ada, bea) == ErrorCode::MergeImpossible);
}

TEST_CASE("with a purged customer goes what was merged into it")
{
    TwoCustomers two;
    auto& book = two.book;
    merge(book, u"customer", two.kept, {two.other});
    book.trash(u"customer", two.kept);
    auto act = ActWriter::begin(book.writer().context(), ActKind::Purge);
    REQUIRE_OK(act);
    REQUIRE_OK(act->purge(book.entity(u"customer"), two.kept));
    REQUIRE_OK(act->commit());
    CHECK(book.lifeOf(u"customer", two.kept) == Life::Purged);
    CHECK(book.lifeOf(u"customer", two.other) == Life::Purged);
}

TEST_CASE("what is in the trash with a record comes back with it, though a merge or a purge changed it there")
{
    StoreBook book;
    const auto deal = book.create(u"opportunity", {{u"name"_s, u"Pumps"_s}});
    const auto product = book.create(u"product", {{u"name"_s, u"Pump"_s}});
    const auto twin = book.create(u"product", {{u"name"_s, u"Pump X"_s}});
    const auto line =
        book.create(u"opportunity_line", {{u"opportunity"_s, deal.toString()}, {u"product"_s, twin.toString()}});
    book.trash(u"opportunity", deal);
    CHECK(book.lifeOf(u"opportunity_line", line) == Life::Trash);
    SECTION("merged")
    {
        merge(book, u"product", product, {twin});
        book.restore(u"opportunity", deal);
        CHECK(book.shown(u"opportunity_line", line, u"product") == u"Pump"_s);
    }
    SECTION("merged and taken back")
    {
        merge(book, u"product", product, {twin});
        book.undo();
        book.restore(u"opportunity", deal);
    }
    SECTION("purged")
    {
        book.trash(u"product", twin);
        auto act = need(ActWriter::begin(book.writer().context(), ActKind::Purge));
        REQUIRE_OK(act.purge(book.entity(u"product"), twin));
        REQUIRE_OK(act.commit());
        book.restore(u"opportunity", deal);
    }
    CHECK(book.lifeOf(u"opportunity", deal) == Life::Alive);
    CHECK(book.lifeOf(u"opportunity_line", line) == Life::Alive);
}

TEST_CASE("the act that made a record keeps it while another one lives on in it")
{
    StoreBook book;
    const auto old = book.create(u"customer", {{u"name"_s, u"Old"_s}});
    const auto made = book.create(u"customer", {{u"name"_s, u"Old and more"_s}, {u"employees"_s, u"20"_s}});
    const auto act = need(listActs(book.writer().connection, 1)).front().number;
    merge(book, u"customer", made, {old});
    CHECK(need(listActs(book.writer().connection, 1)).front().subject == u"Old and more"_s);
    CHECK(book.undo(act).kept.size() == 1);
    CHECK(book.lifeOf(u"customer", made) == Life::Alive);
    CHECK(book.lifeOf(u"customer", old) == Life::Merged);
}
