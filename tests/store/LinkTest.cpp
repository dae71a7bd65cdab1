#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

TEST_CASE("a relation is found by name, and by a name written another way with a word about it")
{
    StoreBook book;
    book.create(u"product", {{u"name"_s, u"GTX Pro"_s}});
    book.create(u"product", {{u"name"_s, u"GTX Basic"_s}});
    Links links(book.tables());
    const auto& relation = book.field(u"opportunity", u"product");
    const auto exact = links.find(relation, u"gtx pro"_s);
    REQUIRE_OK(exact);
    REQUIRE(*exact);
    CHECK_FALSE((*exact)->guessed);
    const auto near = links.find(relation, u"GTXPro"_s);
    REQUIRE_OK(near);
    REQUIRE(*near);
    CHECK((*near)->guessed);
    CHECK((*near)->title == u"GTX Pro"_s);
    const auto none = links.find(relation, u"MG Special"_s);
    REQUIRE_OK(none);
    CHECK_FALSE(none->has_value());
}

TEST_CASE("a name that two customers share is refused rather than guessed")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.create(u"customer", {{u"name"_s, u"ADA"_s}});
    const auto found = Links(book.tables()).find(book.field(u"customer", u"parent"), u"Ada"_s);
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().code == ErrorCode::RelationAmbiguous);
}

TEST_CASE("a customer can be neither its own parent nor its grandparent's")
{
    StoreBook book;
    const auto top = book.create(u"customer", {{u"name"_s, u"Top"_s}});
    book.create(u"customer", {{u"name"_s, u"Middle"_s}, {u"parent"_s, u"Top"_s}});
    book.create(u"customer", {{u"name"_s, u"Bottom"_s}, {u"parent"_s, u"Middle"_s}});
    for (const auto& parent : {u"Top"_s, u"Bottom"_s}) {
        auto act = ActWriter::begin(book.writer().context(), ActKind::Edit);
        REQUIRE_OK(act);
        const auto written = act->set(book.entity(u"customer"), top, book.values(u"customer", {{u"parent"_s, parent}}));
        REQUIRE_OK(written);
        REQUIRE(written->problems.size() == 1);
        CHECK(written->problems.front().error.code == ErrorCode::RelationCycle);
    }
}

TEST_CASE("two devices that link the same contact and customer make the same record")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada Ltd"_s}});
    book.create(u"contact", {{u"name"_s, u"Bea"_s}});
    const std::vector<std::pair<QString, QString>> link{{u"contact"_s, u"Bea"_s}, {u"customer"_s, u"Ada Ltd"_s}};
    const auto first = book.create(u"affiliation", link);
    book.trash(u"affiliation", first);
    CHECK(book.create(u"affiliation", link) == first);
    CHECK(book.lifeOf(u"affiliation", first) == Life::Alive);
}

namespace {

const StoreBook::Typed beaAtAda{{u"contact"_s, u"Bea"_s}, {u"customer"_s, u"Ada Ltd"_s}};

StoreBook::Typed beaAtAdaAs(const QString& role)
{
    auto typed = beaAtAda;
    typed.emplace_back(u"role"_s, role);
    return typed;
}

void addBeaAndAda(StoreBook& book)
{
    book.create(u"customer", {{u"name"_s, u"Ada Ltd"_s}});
    book.create(u"contact", {{u"name"_s, u"Bea"_s}});
}

RecordId changed(StoreBook& book, const RecordId& link, const StoreBook::Typed& typed)
{
    auto act = ActWriter::begin(book.writer().context(), ActKind::Edit);
    REQUIRE_OK(act);
    const auto written = act->set(book.entity(u"affiliation"), link, book.values(u"affiliation", typed));
    REQUIRE_OK(written);
    REQUIRE(written->problems.empty());
    REQUIRE_OK(act->commit());
    return written->id;
}

}

TEST_CASE("another role makes another link, the one that another device would make, with what the old one held")
{
    StoreBook book;
    addBeaAndAda(book);
    const auto before = book.create(u"affiliation", beaAtAda);
    book.set(u"affiliation", before, {{u"job_title"_s, u"Clerk"_s}, {u"since"_s, u"2020-01-02"_s}});
    const auto after = changed(book, before, {{u"role"_s, u"executive"_s}, {u"job_title"_s, u"Chief"_s}});
    CHECK(after != before);
    CHECK(book.lifeOf(u"affiliation", before) == Life::Trash);
    CHECK(book.shown(u"affiliation", after, u"contact") == u"Bea"_s);
    CHECK(book.shown(u"affiliation", after, u"role") == u"executive"_s);
    CHECK(book.shown(u"affiliation", after, u"job_title") == u"Chief"_s);
    CHECK(book.shown(u"affiliation", after, u"since") == u"2020-01-02"_s);
    CHECK(book.countOf(u"affiliation") == 1);
    // Linked so from the beginning it is the same.
    CHECK(book.create(u"affiliation", beaAtAdaAs(u"executive"_s)) == after);
    CHECK(book.countOf(u"affiliation") == 1);
}

TEST_CASE("undo of another role brings the old link back, redo the new one")
{
    StoreBook book;
    addBeaAndAda(book);
    const auto before = book.create(u"affiliation", beaAtAda);
    const auto stood = book.contents();
    const auto after = changed(book, before, {{u"role"_s, u"owner"_s}});
    const auto then = book.contents();
    CHECK(book.undo().kept.empty());
    CHECK(book.contents() == stood);
    CHECK(book.lifeOf(u"affiliation", after) == Life::Trash);
    book.redo();
    CHECK(book.contents() == then);
}

TEST_CASE("a role that makes a link one that is there already leaves one of them, and undo both")
{
    StoreBook book;
    addBeaAndAda(book);
    const auto clerk = book.create(u"affiliation", beaAtAda);
    const auto owner = book.create(u"affiliation", beaAtAdaAs(u"owner"_s));
    book.set(u"affiliation", clerk, {{u"job_title"_s, u"Clerk"_s}});
    book.set(u"affiliation", owner, {{u"department"_s, u"Board"_s}});
    const auto stood = book.contents();
    CHECK(changed(book, clerk, {{u"role"_s, u"owner"_s}}) == owner);
    CHECK(book.countOf(u"affiliation") == 1);
    CHECK(book.shown(u"affiliation", owner, u"job_title") == u"Clerk"_s);
    CHECK(book.shown(u"affiliation", owner, u"department") == u"Board"_s);
    CHECK(book.undo().kept.empty());
    CHECK(book.contents() == stood);
}

TEST_CASE("the same link made again takes what is said of it and keeps the rest")
{
    StoreBook book;
    addBeaAndAda(book);
    book.create(u"campaign", {{u"name"_s, u"Fair"_s}});
    const StoreBook::Typed member{{u"campaign"_s, u"Fair"_s}, {u"member"_s, u"Bea"_s}};
    const auto link = book.create(u"campaign_member", member);
    book.set(u"campaign_member", link, {{u"status"_s, u"attended"_s}});
    auto again = member;
    again.emplace_back(u"note"_s, u"twice"_s);
    CHECK(book.create(u"campaign_member", again) == link);
    CHECK(book.shown(u"campaign_member", link, u"status") == u"attended"_s);
    CHECK(book.shown(u"campaign_member", link, u"note") == u"twice"_s);
}

TEST_CASE("links of a record that is purged go with it")
{
    StoreBook book;
    addBeaAndAda(book);
    const auto link = book.create(u"affiliation", beaAtAda);
    const auto contact = book.create(u"contact", {{u"name"_s, u"Cleo"_s}});
    const auto other = book.create(u"affiliation", {{u"contact"_s, u"Cleo"_s}, {u"customer"_s, u"Ada Ltd"_s}});
    book.trash(u"contact", contact);
    auto act = ActWriter::begin(book.writer().context(), ActKind::Purge);
    REQUIRE_OK(act);
    REQUIRE_OK(act->purge(book.entity(u"contact"), contact));
    REQUIRE_OK(act->commit());
    CHECK(book.lifeOf(u"affiliation", other) == Life::Purged);
    CHECK(book.lifeOf(u"affiliation", link) == Life::Alive);
    book.contents();
}

TEST_CASE("a name never stands for a record in the trash, nor does its id")
{
    StoreBook book;
    const auto gone = book.create(u"customer", {{u"name"_s, u"Gone"_s}});
    book.trash(u"customer", gone);
    const auto& parent = book.field(u"customer", u"parent");
    for (const auto& text : {u"Gone"_s, gone.toString(), LinkText{gone, u"Gone"_s}.text()}) {
        const auto found = Links(book.tables()).find(parent, text);
        REQUIRE_OK(found);
        CHECK_FALSE(found->has_value());
    }
}

TEST_CASE("an id with a title is found by the id, and by the title where the id is unknown")
{
    StoreBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    const auto& parent = book.field(u"customer", u"parent");
    const auto found = [&](const LinkText& told) {
        const auto one = Links(book.tables()).find(parent, told.text());
        REQUIRE_OK(one);
        REQUIRE(*one);
        return (*one)->reference.record;
    };
    CHECK(found({ada, u"Bea"_s}) == ada);
    CHECK(found({book.writer().ids.next<RecordId>(), u"ada"_s}) == ada);
}

TEST_CASE("tags with separators and quotation marks in their names are told apart")
{
    StoreBook book;
    const auto id = book.create(
        u"customer", {{u"name"_s, u"Ada"_s}, {u"tags"_s, u"\"a;b\"; \"\"\"quoted\"\"\"; plain, with comma；宽"_s}});
    const auto view = viewRecord(book.tables(), book.entity(u"customer"), id, u"en"_s);
    REQUIRE_OK(view);
    auto names = view->setTitles.at(book.field(u"customer", u"tags").id);
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector{u"\"quoted\""_s, u"a;b"_s, u"plain, with comma"_s, u"宽"_s});
}

TEST_CASE("an act is called after its record, not after a tag that was made for it")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"tags"_s, u"vip"_s}});
    const auto acts = listActs(book.writer().connection, 1);
    REQUIRE_OK(acts);
    CHECK(acts->front().subject == u"Ada"_s);
}

TEST_CASE("tags are made as they are named and filtered by name")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"tags"_s, u"vip; 重点"_s}});
    book.create(u"customer", {{u"name"_s, u"Bea"_s}, {u"tags"_s, u"vip"_s}});
    CHECK(book.countOf(u"tag") == 2);
    const QueryContext context;
    const auto filter = parseFilter(book.tables().catalog(), book.entity(u"customer"), u"tags contains 重点", context);
    REQUIRE_OK(filter);
    Query query{book.tables().catalogPtr(), &book.entity(u"customer"), *filter, {}, {}, TrashView::Exclude};
    const auto page = ListReader(book.tables()).page(query, 0, 10);
    REQUIRE_OK(page);
    REQUIRE(page->rows.size() == 1);
    CHECK(page->rows.front().id == id);
}
