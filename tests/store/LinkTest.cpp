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
