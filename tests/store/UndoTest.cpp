#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::StoreBook;

TEST_CASE("an edit taken back leaves the book as it was, and done again as it had been")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"phones"_s, u"13800138000"_s}});
    const auto phones = book.shown(u"customer", id, u"phones");
    book.set(u"customer", id, {{u"name"_s, u"Ada Lovelace"_s}, {u"phones"_s, u""_s}});
    const auto undone = book.undo();
    CHECK(undone.records == 1);
    CHECK(undone.kept.empty());
    CHECK(book.shown(u"customer", id, u"name") == u"Ada"_s);
    CHECK(book.shown(u"customer", id, u"phones") == phones);
    CHECK(book.found(u"lovelace"_s).empty());
    book.redo();
    CHECK(book.shown(u"customer", id, u"name") == u"Ada Lovelace"_s);
    CHECK(book.shown(u"customer", id, u"phones").isEmpty());
}

TEST_CASE("undo keeps what was changed by hand since, and says so")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto first = book.set(u"customer", id, {{u"name"_s, u"Bea"_s}, {u"description"_s, u"first"_s}});
    book.set(u"customer", id, {{u"name"_s, u"Cleo"_s}});
    const auto undone = book.undo(first);
    CHECK(book.shown(u"customer", id, u"name") == u"Cleo"_s);
    CHECK(book.shown(u"customer", id, u"description").isEmpty());
    REQUIRE(undone.kept.size() == 1);
    CHECK(undone.kept.front().field == book.field(u"customer", u"name").label.in(u"en"_s));
}

TEST_CASE("a change back to the act's own value counts as untouched")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto first = book.set(u"customer", id, {{u"name"_s, u"Bea"_s}});
    book.set(u"customer", id, {{u"name"_s, u"Cleo"_s}});
    book.set(u"customer", id, {{u"name"_s, u"Bea"_s}});
    CHECK(book.undo(first).kept.empty());
    CHECK(book.shown(u"customer", id, u"name") == u"Ada"_s);
}

TEST_CASE("a record created and linked since is kept by undo")
{
    StoreBook book;
    const auto parent = book.create(u"customer", {{u"name"_s, u"Parent"_s}});
    const auto creating = book.writer().connection.integer("SELECT max(n) FROM act");
    REQUIRE_OK(creating);
    book.create(u"customer", {{u"name"_s, u"Child"_s}, {u"parent"_s, u"Parent"_s}});
    const auto undone = book.undo(*creating);
    CHECK(undone.kept.size() == 1);
    CHECK(book.lifeOf(u"customer", parent) == Life::Alive);
}

TEST_CASE("the stack of undo and redo survives closing the book and ends where it began")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"A"_s}});
    for (const auto& name : {u"B"_s, u"C"_s})
        book.set(u"customer", id, {{u"name"_s, name}});
    book.undo();
    book.reopen();
    book.undo();
    CHECK(book.shown(u"customer", id, u"name") == u"A"_s);
    book.redo();
    book.redo();
    CHECK(book.shown(u"customer", id, u"name") == u"C"_s);
    const auto nothing = Undo(book.writer().context()).redo();
    REQUIRE_FALSE(nothing.ok());
    CHECK(nothing.error().code == ErrorCode::NothingToRedo);
    for (int i = 0; i < 3; ++i)
        book.undo();
    CHECK(book.lifeOf(u"customer", id) == Life::Trash);
    const auto empty = Undo(book.writer().context()).undo(0);
    REQUIRE_FALSE(empty.ok());
    CHECK(empty.error().code == ErrorCode::NothingToUndo);
}

TEST_CASE("a new act ends what could be done again")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"A"_s}});
    book.set(u"customer", id, {{u"name"_s, u"B"_s}});
    book.undo();
    book.set(u"customer", id, {{u"name"_s, u"C"_s}});
    CHECK_FALSE(Undo(book.writer().context()).redo().ok());
}

TEST_CASE("undoing a redone act works a second time")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"A"_s}});
    for (int round = 0; round < 3; ++round) {
        book.undo();
        CHECK(book.lifeOf(u"customer", id) == Life::Trash);
        book.redo();
        CHECK(book.lifeOf(u"customer", id) == Life::Alive);
    }
}

TEST_CASE("history tells who set what when, with the value before and after")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"A"_s}});
    book.clock().advance(60'000);
    book.set(u"customer", id, {{u"name"_s, u"B"_s}});
    book.set(u"customer", id, {{u"name"_s, u"C"_s}});
    const auto history = historyOf(book.tables(), book.writer().meta, book.entity(u"customer"), id, 10);
    REQUIRE_OK(history);
    REQUIRE(history->size() == 3);
    const auto name = book.field(u"customer", u"name").id;
    CHECK((*history)[0].patch.fields.at(name) == Change{u"B"_s, u"C"_s});
    CHECK((*history)[1].patch.fields.at(name) == Change{u"A"_s, u"B"_s});
    CHECK((*history)[2].patch.operation == Operation::Create);
    CHECK((*history)[1].patch.at > (*history)[2].patch.at);
}
