#include "ui/models/RecordListModel.h"
#include "tests/support/Test.h"
#include "tests/ui/FakeList.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::FakeList;

namespace {

QString shown(const RecordListModel& model, int row)
{
    return model.index(row, 0).data().toString();
}

ChangeNotice noticeOf(const EntityId& entity)
{
    ChangeNotice notice;
    notice.entities = {entity};
    return notice;
}

}

TEST_CASE("a list of a million records keeps the rules of models while it fills, changes and empties")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model.rowCount() == 0);
    list.show(model);
    CHECK(model.rowCount() == 1'000'000);
    CHECK(shown(model, 0) == u"Thing 0"_s);
    shown(model, 999'999);
    list.answerAll();
    CHECK(shown(model, 999'999) == u"Thing 999999"_s);

    list.rows = 150;
    model.refresh(noticeOf(list.query().entity->id));
    list.answerAll();
    CHECK(model.rowCount() == 150);
    list.rows = 0;
    model.reload();
    list.answerAll();
    CHECK(model.rowCount() == 0);
    CHECK(model.hasAnswered());
}

TEST_CASE("only what is looked at is fetched")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    list.show(model);
    CHECK(list.asked == 1);
    shown(model, 50);
    CHECK(list.asked == 1);
    shown(model, 500'000);
    CHECK(list.asked == 2);
}

TEST_CASE("what was scrolled past is not waited for")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    list.show(model);
    for (int page = 1; page <= 10; ++page)
        shown(model, page * PageStore::pageSize);
    const auto open = list.openPages();
    CHECK(open.size() == std::size_t(PageStore::requestsAtOnce));
    CHECK(std::find(open.begin(), open.end(), 10 * PageStore::pageSize) != open.end());
    list.answerAll();
    CHECK(shown(model, 10 * PageStore::pageSize) == u"Thing 1000"_s);
    CHECK(shown(model, PageStore::pageSize).isEmpty());
}

TEST_CASE("while a change is fetched the old rows stay, and only rows that differ are told")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    list.show(model);
    CHECK(shown(model, 3) == u"Thing 3"_s);
    list.prefix = u"Other"_s;
    model.refresh(noticeOf(list.query().entity->id));
    CHECK(shown(model, 3) == u"Thing 3"_s);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    list.answerAll();
    CHECK(shown(model, 3) == u"Other 3"_s);
    CHECK(changes.size() == 1);

    const QSignalSpy quiet(&model, &QAbstractItemModel::dataChanged);
    model.reload();
    shown(model, 3);
    list.answerAll();
    // The one that reload() itself tells; the rows that came are the same.
    CHECK(quiet.size() == 1);
}

TEST_CASE("a change of another kind of record asks for nothing")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    list.show(model);
    const int before = list.asked;
    model.refresh(noticeOf(shippedId<EntityId>(77)));
    shown(model, 3);
    CHECK(list.asked == before);
}

TEST_CASE("memory does not grow with the distance scrolled")
{
    FakeList list;
    RecordListModel model(list.source(), {});
    list.show(model);
    for (int page = 0; page < 2 * PageStore::pagesKept; ++page) {
        shown(model, page * PageStore::pageSize);
        list.answerAll();
    }
    CHECK(model.record(0) == nullptr);
    CHECK(model.record((2 * PageStore::pagesKept - 1) * PageStore::pageSize) != nullptr);
    CHECK(model.rowOf(FakeList::idOf((2 * PageStore::pagesKept - 1) * PageStore::pageSize)) ==
          (2 * PageStore::pagesKept - 1) * PageStore::pageSize);
}
