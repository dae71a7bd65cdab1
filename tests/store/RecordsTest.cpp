#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

TEST_CASE("a customer is found by its name, part of it, its phone and its mail as soon as it is saved")
{
    StoreBook book;
    book.create(
        u"customer",
        {{u"name"_s, u"晨光文具有限公司"_s}, {u"phones"_s, u"13800138000"_s}, {u"mails"_s, u"li@chenguang.example"_s}});
    for (const auto& typed : {u"晨光"_s, u"光"_s, u"文具有限"_s, u"0138"_s, u"chenguang"_s})
        CHECK(book.found(typed) == std::vector{u"晨光文具有限公司"_s});
    CHECK(book.found(u"光晨"_s).empty());
}

TEST_CASE("a name that was changed is found no more")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Oldname Trading"_s}});
    book.set(u"customer", id, {{u"name"_s, u"Newname Trading"_s}});
    CHECK(book.found(u"oldname"_s).empty());
    CHECK(book.found(u"newname"_s).size() == 1);
}

TEST_CASE("what a person typed of a phone is kept beside its normal form")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"phones"_s, u"138 0013 8000; not a phone"_s}});
    const auto loaded = book.tables().load(book.entity(u"customer"), id);
    REQUIRE_OK(loaded);
    const auto& points = std::get<Points>((*loaded)->record.value(book.field(u"customer", u"phones").id));
    REQUIRE(points.size() == 2);
    CHECK(points[0].value == u"+8613800138000"_s);
    CHECK(points[0].shown() == u"138 0013 8000"_s);
    CHECK(points[1].value.isEmpty());
    CHECK(points[1].typed == u"not a phone"_s);
}

TEST_CASE("a record without what is required is refused, with the field, and nothing is written")
{
    StoreBook book;
    const auto before = book.contents();
    auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
    REQUIRE_OK(act);
    const auto written = act->create(book.entity(u"customer"), {});
    REQUIRE_OK(written);
    REQUIRE(written->problems.size() == 1);
    CHECK(written->problems.front().field == book.field(u"customer", u"name").id);
    CHECK(written->problems.front().error.code == ErrorCode::FieldRequired);
    REQUIRE_OK(act->commit());
    CHECK(book.contents() == before);
}

TEST_CASE("a derived value and a computed one cannot be set by hand")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    auto act = ActWriter::begin(book.writer().context(), ActKind::Edit);
    REQUIRE_OK(act);
    const auto written = act->set(book.entity(u"customer"), id,
                                  FieldValues{{book.field(u"customer", u"open_amount").id, Money{100, u"USD"_s}}});
    REQUIRE_OK(written);
    REQUIRE(written->problems.size() == 1);
    CHECK(written->problems.front().error.code == ErrorCode::FieldReadOnly);
}

TEST_CASE("an act that is given up leaves no trace")
{
    StoreBook book;
    const auto before = book.contents();
    {
        auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
        REQUIRE_OK(act);
        REQUIRE_OK(act->create(book.entity(u"customer"), book.values(u"customer", {{u"name"_s, u"Ghost"_s}})));
    }
    CHECK(book.contents() == before);
    CHECK(book.found(u"ghost"_s).empty());
}

TEST_CASE("a customer in the trash is not listed or found, comes back whole, and takes its addresses along")
{
    StoreBook book;
    const auto customer = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto address = book.create(u"address", {{u"customer"_s, u"Ada"_s}, {u"name"_s, u"Warehouse"_s}});
    const auto before = book.contents();
    book.trash(u"customer", customer);
    CHECK(book.countOf(u"customer") == 0);
    CHECK(book.found(u"ada"_s).empty());
    CHECK(book.lifeOf(u"address", address) == Life::Trash);
    book.restore(u"customer", customer);
    CHECK(book.lifeOf(u"address", address) == Life::Alive);
    CHECK(book.contents() == before);
}

TEST_CASE("a purged record is gone with its history, and links to it are emptied")
{
    StoreBook book;
    const auto parent = book.create(u"customer", {{u"name"_s, u"Canarylongname"_s}});
    const auto child = book.create(u"customer", {{u"name"_s, u"Child"_s}, {u"parent"_s, u"Canarylongname"_s}});
    book.trash(u"customer", parent);
    auto act = ActWriter::begin(book.writer().context(), ActKind::Purge);
    REQUIRE_OK(act);
    REQUIRE_OK(act->purge(book.entity(u"customer"), parent));
    REQUIRE_OK(act->commit());
    CHECK(book.lifeOf(u"customer", parent) == Life::Purged);
    CHECK(book.shown(u"customer", child, u"parent").isEmpty());
    CHECK(book.found(u"canarylongname"_s).empty());
}

TEST_CASE("everything is there after the book was closed and opened again")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"industry"_s, u"finance"_s}, {u"revenue"_s, u"1,100.04"_s}});
    const auto before = book.contents();
    book.reopen();
    CHECK(book.contents() == before);
    CHECK(book.found(u"ada"_s).size() == 1);
}

TEST_CASE("numbers of a series follow each other without a gap, also after a refused record")
{
    StoreBook book;
    const auto first = book.create(u"customer", {{u"name"_s, u"One"_s}});
    {
        auto act = ActWriter::begin(book.writer().context(), ActKind::Create);
        REQUIRE_OK(act);
        REQUIRE_OK(act->create(book.entity(u"customer"), book.values(u"customer", {{u"name"_s, u"Refused"_s}})));
    }
    const auto second = book.create(u"customer", {{u"name"_s, u"Two"_s}});
    CHECK(book.shown(u"customer", first, u"number").right(1) == u"1"_s);
    CHECK(book.shown(u"customer", second, u"number").right(1) == u"2"_s);
}
