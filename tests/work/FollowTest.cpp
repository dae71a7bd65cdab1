#include "core/work/duplicates/DuplicateFinder.h"
#include "tests/support/Test.h"
#include "tests/work/WorkBook.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::WorkBook;

namespace {

struct Twins
{
    WorkBook book;
    RecordId one =
        book.create(u"customer", {{u"name"_s, u"Velodis Machinery Ltd"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}});
    RecordId other =
        book.create(u"customer", {{u"name"_s, u"Velodis Machinery"_s}, {u"phones"_s, u"+44 20 7946 0012"_s}});
    RecordId stranger =
        book.create(u"customer", {{u"name"_s, u"Kestorix Foods"_s}, {u"phones"_s, u"+44 20 7946 0013"_s}});
    WorkBook::Pairs both{{one, other}};
};

}

TEST_CASE("likely duplicates follow what is entered, changed, deleted and restored")
{
    Twins twins;
    auto& book = twins.book;
    CHECK(book.pairs(u"customer").empty());
    CHECK(book.follow().changed.size() == 1);
    CHECK(book.pairs(u"customer") == twins.both);
    CHECK(book.follow().changed.empty());
    book.set(u"customer", twins.other, {{u"name"_s, u"Drumavane Hotels"_s}});
    book.follow();
    CHECK(book.pairs(u"customer").empty());
    book.undo();
    book.follow();
    CHECK(book.pairs(u"customer") == twins.both);
    book.trash(u"customer", twins.one);
    book.follow();
    CHECK(book.pairs(u"customer").empty());
    book.restore(u"customer", twins.one);
    book.follow();
    CHECK(book.pairs(u"customer") == twins.both);
    const auto third = book.create(u"customer", {{u"name"_s, u"VELODIS MACHINERY"_s}});
    book.follow();
    CHECK(book.pairs(u"customer") ==
          WorkBook::Pairs{{twins.one, twins.other}, {twins.one, third}, {twins.other, third}});
}

TEST_CASE("what is told apart is no duplicate any more, also after everything is compared anew, until it is undone")
{
    Twins twins;
    auto& book = twins.book;
    book.follow();
    const auto act = book.tellApart(u"customer", twins.other, twins.one);
    book.follow();
    CHECK(book.pairs(u"customer").empty());
    book.set(u"customer", twins.one, {{u"phones"_s, u"+44 20 7946 0012"_s}});
    book.follow();
    CHECK(book.pairs(u"customer").empty());
    book.scan(u"customer");
    CHECK(book.pairs(u"customer").empty());
    book.undo(act);
    book.follow();
    CHECK(book.pairs(u"customer") == twins.both);
}

TEST_CASE("merged records are compared no more, and again once the merge is undone")
{
    Twins twins;
    auto& book = twins.book;
    book.follow();
    const auto act = book.merge(u"customer", twins.one, twins.other);
    book.follow();
    CHECK(book.pairs(u"customer").empty());
    // The kept one has the other's phone now.
    const auto again = book.create(u"customer", {{u"name"_s, u"Velodis"_s}, {u"phones"_s, u"+44 20 7946 0012"_s}});
    book.follow();
    CHECK(book.pairs(u"customer") == WorkBook::Pairs{{twins.one, again}});
    book.undo(act);
    book.follow();
    CHECK(book.pairs(u"customer") == WorkBook::Pairs{{twins.one, twins.other}, {twins.other, again}});
}

TEST_CASE("nothing of a purged record stays in the index, whatever it was called before")
{
    Twins twins;
    auto& book = twins.book;
    book.follow();
    const auto before = book.traitRows();
    const auto secret =
        book.create(u"customer", {{u"name"_s, u"Drumavane Hotels"_s}, {u"mails"_s, u"a@drumavane.example"_s}});
    book.follow();
    CHECK(book.traitRows() > before);
    // Not followed any more: the index still has the old name.
    book.set(u"customer", secret, {{u"name"_s, u"Elmorix"_s}, {u"mails"_s, QString()}});
    book.trash(u"customer", secret);
    book.purge(u"customer", secret);
    CHECK(book.traitRows() == before);
    book.follow();
    CHECK(book.traitRows() == before);
}

TEST_CASE("a form finds what looks like its values, and not the record it edits")
{
    Twins twins;
    auto& book = twins.book;
    book.follow();
    const auto compared = book.compared(u"customer");
    DuplicateFinder finder(book.tables(), compared);
    auto typed = traitsOf(compared, book.values(u"customer", {{u"name"_s, u"velodis machinery gmbh"_s}}));
    const auto found = finder.find(typed, Likeness::hint, 5);
    REQUIRE_OK(found);
    CHECK(found->size() == 2);
    const auto key = book.tables().keyOf(book.entity(u"customer"), twins.one);
    typed.key = **key;
    const auto others = finder.find(typed, Likeness::hint, 5);
    REQUIRE_OK(others);
    REQUIRE(others->size() == 1);
    CHECK(others->front().key != typed.key);
    const auto most = finder.find(traitsOf(compared, book.values(u"customer", {{u"name"_s, u"Velodis Machinery"_s}})),
                                  Likeness::hint, 1);
    CHECK(most->size() == 1);
}
