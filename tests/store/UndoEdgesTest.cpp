#include "core/store/Columns.h"
#include "core/store/Merge.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::need;
using kith::testing::StoreBook;

// What undo meets when a book has been lived in.

namespace {

RecordId purged(StoreBook& book, QStringView entity, const RecordId& id)
{
    book.trash(entity, id);
    auto act = ActWriter::begin(book.writer().context(), ActKind::Purge);
    REQUIRE_OK(act);
    REQUIRE_OK(act->purge(book.entity(entity), id));
    REQUIRE_OK(act->commit());
    return id;
}

// An act in two transactions, as an import makes it; `between` is what others do meanwhile.
template <typename Between>
std::int64_t importCustomers(StoreBook& book, const QStringList& names, Between between)
{
    auto& writer = book.writer();
    std::int64_t number = 0;
    ActWriter::Rest rest;
    const auto take = [&](ActWriter& act, const QString& name) {
        const auto id = writer.ids.next<RecordId>();
        const auto written =
            act.createInRange(book.entity(u"customer"), book.values(u"customer", {{u"name"_s, name}}), id);
        REQUIRE_OK(written);
        REQUIRE(written->problems.empty());
        return id;
    };
    std::vector<RecordId> ids;
    {
        auto act = ActWriter::begin(writer.context(), ActKind::Import, u"customers.csv"_s);
        REQUIRE_OK(act);
        number = *act->act();
        for (const auto& name : names)
            ids.push_back(take(*act, name));
        auto left = act->commitPart();
        REQUIRE_OK(left);
        rest = std::move(*left);
    }
    between(ids);
    auto act = ActWriter::resume(writer.context(), number, std::move(rest));
    REQUIRE_OK(act);
    // A record made for a link has a patch of its own, later than what was done between.
    act->makeMissing({book.field(u"customer", u"owner").id});
    auto values = book.values(u"customer", {{u"name"_s, u"Last"_s}, {u"owner"_s, u"Ann Lee"_s}});
    REQUIRE_OK(act->createInRange(book.entity(u"customer"), std::move(values), writer.ids.next<RecordId>()));
    REQUIRE_OK(act->commit());
    return number;
}

}

TEST_CASE("undo makes no circle of parents: the link that would close it is kept as it is")
{
    StoreBook book;
    const auto upper = book.create(u"customer", {{u"name"_s, u"Upper"_s}});
    const auto lower = book.create(u"customer", {{u"name"_s, u"Lower"_s}, {u"parent"_s, u"Upper"_s}});
    const auto freed = book.set(u"customer", lower, {{u"parent"_s, u""_s}});
    book.set(u"customer", upper, {{u"parent"_s, u"Lower"_s}});
    const auto undone = book.undo(freed);
    CHECK(undone.kept.size() == 1);
    CHECK(book.shown(u"customer", lower, u"parent").isEmpty());
    CHECK(book.shown(u"customer", upper, u"parent") == u"Lower"_s);
}

TEST_CASE("undo brings back no link to a record that was purged")
{
    StoreBook book;
    const auto old = book.create(u"customer", {{u"name"_s, u"Old"_s}});
    book.create(u"customer", {{u"name"_s, u"New"_s}});
    const auto deal = book.create(u"opportunity", {{u"name"_s, u"Deal"_s}, {u"customer"_s, u"Old"_s}});
    const auto moved = book.set(u"opportunity", deal, {{u"customer"_s, u"New"_s}});
    purged(book, u"customer", old);
    const auto undone = book.undo(moved);
    CHECK(undone.kept.size() == 1);
    CHECK(book.shown(u"opportunity", deal, u"customer") == u"New"_s);
}

TEST_CASE("a record that got the row of a purged one is not taken for it")
{
    StoreBook book;
    std::vector<RecordId> imported;
    const auto act = importCustomers(book, {u"First"_s}, [&](const auto& ids) { imported = ids; });
    const auto last = book.writer().connection.integer("SELECT max(k) FROM e10");
    REQUIRE_OK(last);
    const auto loaded = book.tables().loadKey(book.entity(u"customer"), *last);
    REQUIRE_OK(loaded);
    purged(book, u"customer", (*loaded)->record.id);
    const auto mine = book.create(u"customer", {{u"name"_s, u"Mine"_s}});
    const auto key = book.tables().keyOf(book.entity(u"customer"), mine);
    REQUIRE_OK(key);
    REQUIRE(**key == *last); // else this tries nothing
    const auto history = historyOf(book.tables(), book.writer().meta, book.entity(u"customer"), mine, 10);
    REQUIRE_OK(history);
    CHECK(history->size() == 1);
    book.undo(act);
    CHECK(book.lifeOf(u"customer", imported.front()) == Life::Trash);
    CHECK(book.lifeOf(u"customer", mine) == Life::Alive);
}

TEST_CASE("what was edited while an import still ran is kept when the import is undone")
{
    StoreBook book;
    RecordId edited;
    RecordId untouched;
    const auto act = importCustomers(book, {u"Edited"_s, u"Untouched"_s}, [&](const auto& ids) {
        edited = ids[0];
        untouched = ids[1];
        book.set(u"customer", edited, {{u"description"_s, u"by hand"_s}});
    });
    const auto undone = book.undo(act);
    CHECK(book.lifeOf(u"customer", edited) == Life::Alive);
    CHECK(book.lifeOf(u"customer", untouched) == Life::Trash);
    CHECK(undone.kept.size() == 1);
}

TEST_CASE("undo of an import takes back also what was edited and put back again, however many")
{
    StoreBook book;
    REQUIRE_OK(book.writer().connection.setDurability(Durability::Off));
    QStringList names;
    for (int i = 0; i < 1'200; ++i)
        names += u"Customer %1"_s.arg(i);
    std::vector<RecordId> ids;
    const auto act = importCustomers(book, names, [&](const auto& made) { ids = made; });
    auto edit = ActWriter::begin(book.writer().context(), ActKind::Bulk);
    REQUIRE_OK(edit);
    for (const auto& id : ids)
        REQUIRE_OK(edit->set(book.entity(u"customer"), id, book.values(u"customer", {{u"description"_s, u"x"_s}})));
    const auto bulk = edit->commit();
    REQUIRE_OK(bulk);
    book.undo(bulk->act);
    CHECK(book.undo(act).kept.empty());
    CHECK(book.countOf(u"customer") == 0);
}

TEST_CASE("undoing a redo takes back what it did again, and the stack knows it")
{
    StoreBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"A"_s}});
    const auto edit = book.set(u"customer", id, {{u"name"_s, u"B"_s}});
    book.undo();
    const auto again = book.redo();
    book.undo(again.act);
    CHECK(book.shown(u"customer", id, u"name") == u"A"_s);
    const auto found = findAct(book.writer().connection, edit);
    REQUIRE_OK(found);
    CHECK((*found)->undone);
    book.redo();
    CHECK(book.shown(u"customer", id, u"name") == u"B"_s);
}

TEST_CASE("an import is called after its file, not after a record that it made for a link")
{
    StoreBook book;
    const auto act = importCustomers(book, {u"First"_s}, [](const auto&) {});
    const auto found = findAct(book.writer().connection, act);
    REQUIRE_OK(found);
    CHECK((*found)->subject == u"customers.csv"_s);
}

TEST_CASE("a tag that others use since is kept when the act that made it is undone")
{
    StoreBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"tags"_s, u"vip"_s}});
    const auto first = book.writer().connection.integer("SELECT max(n) FROM act");
    REQUIRE_OK(first);
    const auto other = book.create(u"customer", {{u"name"_s, u"Bea"_s}, {u"tags"_s, u"vip"_s}});
    book.undo(*first);
    CHECK(book.countOf(u"tag") == 1);
    const auto view = viewRecord(book.tables(), book.entity(u"customer"), other, u"en"_s);
    REQUIRE_OK(view);
    CHECK(view->titles.at(book.field(u"customer", u"tags").id) == u"vip"_s);
}

TEST_CASE("what a kept record of an undone import links to is kept with it")
{
    StoreBook book;
    std::vector<RecordId> ids;
    const auto act =
        importCustomers(book, {u"Parent"_s, u"Child"_s, u"Other"_s}, [&](const auto& made) { ids = made; });
    auto link = ActWriter::resume(book.writer().context(), act, {});
    REQUIRE_OK(link);
    const auto linked =
        link->linkLater(book.entity(u"customer"), ids[1], book.field(u"customer", u"parent"), u"Parent"_s);
    REQUIRE_OK(linked);
    REQUIRE(linked->changed);
    REQUIRE_OK(link->commit());
    book.set(u"customer", ids[1], {{u"description"_s, u"by hand"_s}});
    book.undo(act);
    CHECK(book.lifeOf(u"customer", ids[1]) == Life::Alive);
    CHECK(book.lifeOf(u"customer", ids[0]) == Life::Alive);
    CHECK(book.lifeOf(u"customer", ids[2]) == Life::Trash);
}

TEST_CASE("undo of an import keeps a record in which an older one lives on")
{
    StoreBook book;
    const auto old = book.create(u"customer", {{u"name"_s, u"Old"_s}});
    std::vector<RecordId> ids;
    const auto act = importCustomers(book, {u"New"_s, u"Other"_s}, [&](const auto& made) { ids = made; });
    auto merging = need(ActWriter::begin(book.writer().context(), ActKind::Merge));
    REQUIRE_OK(Merge(merging).merge(book.entity(u"customer"), {ids.front(), {old}, {}}));
    REQUIRE_OK(merging.commit());
    CHECK(book.undo(act).kept.size() == 1);
    CHECK(book.lifeOf(u"customer", ids.front()) == Life::Alive);
    CHECK(book.lifeOf(u"customer", ids.back()) == Life::Trash);
}

TEST_CASE("an undone import whose rows it changed as well is done again whole")
{
    StoreBook book;
    RecordId once;
    const auto act = importCustomers(book, {u"Once"_s}, [&](const auto& made) { once = made.front(); });
    // A later row of the file that means the same record.
    auto again = need(ActWriter::resume(book.writer().context(), act, {}));
    REQUIRE_OK(again.set(book.entity(u"customer"), once, book.values(u"customer", {{u"employees"_s, u"7"_s}})));
    REQUIRE_OK(again.commit());
    const auto before = book.contents();
    CHECK(book.undo(act).kept.empty());
    CHECK(book.countOf(u"customer") == 0);
    book.redo();
    CHECK(book.lifeOf(u"customer", once) == Life::Alive);
    CHECK(book.contents() == before);
}
