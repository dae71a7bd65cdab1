#include "ui/models/RowPicks.h"
#include "tests/support/Test.h"
#include "tests/ui/FakeList.h"
#include "ui/models/RecordListModel.h"

#include <QSignalSpy>

using namespace kith;
using kith::testing::FakeList;

namespace {

// A long list, the first page of which is there, and what is picked in it.
struct Picking
{
    FakeList list;
    RecordListModel model{list.source(), {}};
    QItemSelectionModel selection{&model};
    RowPicks picks{model, selection};

    explicit Picking(std::int64_t rows)
    {
        list.rows = rows;
        list.show(model);
    }
    void pick(int first, int last)
    {
        selection.select({model.index(first, 0), model.index(last, 0)},
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void look(int row)
    {
        model.index(row, 0).data();
        list.answerAll();
    }
    // Other records come to stand before these.
    void insert(std::int64_t records)
    {
        list.inserted += records;
        list.rows += records;
        model.reload();
        look(0);
    }
    std::vector<int> rows() const
    {
        std::vector<int> all;
        for (const auto& index : selection.selectedRows())
            all.push_back(index.row());
        std::sort(all.begin(), all.end());
        return all;
    }
};

std::vector<RecordId> idsOf(std::initializer_list<int> rows)
{
    std::vector<RecordId> ids;
    for (const int row : rows)
        ids.push_back(FakeList::idOf(row));
    return ids;
}

}

TEST_CASE("rows that one sees are picked by record, and follow it where it goes")
{
    Picking list(50);
    list.pick(3, 4);
    list.pick(9, 9);
    CHECK(list.picks.count() == 3);
    CHECK(list.picks.picks().records == idsOf({3, 4, 9}));
    list.insert(2);
    CHECK(list.rows() == std::vector<int>{5, 6, 11});
    CHECK(list.picks.picks().records == idsOf({3, 4, 9}));
}

TEST_CASE("the row that the keys have reached follows its record as well")
{
    Picking list(50);
    list.selection.setCurrentIndex(list.model.index(7, 1),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    list.insert(1);
    CHECK(list.selection.currentIndex() == list.model.index(8, 1));
    CHECK(list.rows() == std::vector<int>{8});
}

TEST_CASE("a record that has left the list is not picked any more, and none takes its place")
{
    Picking list(50);
    list.pick(48, 49);
    list.list.rows = 49;
    list.model.reload();
    list.look(0);
    CHECK(list.picks.picks().records == idsOf({48}));
    CHECK(list.rows() == std::vector<int>{48});
}

TEST_CASE("all of a list that is longer than what is here is picked whole, and stays so as it grows")
{
    Picking list(1'000'000);
    list.pick(0, 999'999);
    CHECK(list.picks.count() == 1'000'000);
    CHECK(list.picks.picks().whole);
    CHECK(list.list.asked == 1);
    list.insert(5);
    CHECK(list.picks.count() == 1'000'005);
    CHECK(list.picks.picks().whole);
    CHECK(list.selection.selection().size() == 1);
}

TEST_CASE("all of a list that is here means these records, not what comes later")
{
    Picking list(50);
    list.pick(0, 49);
    CHECK_FALSE(list.picks.picks().whole);
    list.insert(1);
    CHECK(list.picks.count() == 50);
    CHECK_FALSE(list.selection.isSelected(list.model.index(0, 0)));
}

TEST_CASE("a range that was not seen whole tells what was seen, and is let go when the list moves under it")
{
    Picking list(1'000'000);
    list.pick(90, 5'000);
    const auto range = list.picks.picks().rows;
    REQUIRE(range.size() == 1);
    CHECK(range[0].first == 90);
    CHECK(range[0].count == 4'911);
    REQUIRE(range[0].seen.size() == 10);
    CHECK(range[0].seen[0] == std::pair<std::int64_t, RecordId>(90, FakeList::idOf(90)));
    list.look(4'950);
    CHECK(list.picks.picks().rows[0].seen.size() == 110);

    QSignalSpy lost(&list.picks, &RowPicks::lost);
    list.insert(1);
    CHECK(lost.size() == 1);
    CHECK(list.picks.count() == 0);
    CHECK_FALSE(list.selection.hasSelection());
}

TEST_CASE("another query picks nothing")
{
    Picking list(50);
    list.pick(3, 4);
    list.model.setQuery(list.list.query());
    list.list.answerAll();
    CHECK(list.picks.count() == 0);
    CHECK(list.picks.picks().records.empty());
    CHECK_FALSE(list.picks.picks().whole);
}
