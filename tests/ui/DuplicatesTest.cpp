#include "tests/ui/Window.h"
#include "ui/pages/duplicates/ChoiceCell.h"
#include "ui/pages/duplicates/DuplicateJob.h"
#include "ui/pages/duplicates/DuplicatesPage.h"
#include "ui/pages/duplicates/MergeTable.h"
#include "ui/pages/record/DuplicateHints.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/record/RecordPage.h"

#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::need;
using kith::testing::says;
using kith::testing::waitUntil;
using kith::testing::Window;

namespace {

struct TwinWindow : Window
{
    RecordId kept = book.create(
        u"customer",
        {{u"name"_s, u"Velodis Machinery Ltd"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}, {u"employees"_s, u"20"_s}});
    RecordId other = book.create(
        u"customer",
        {{u"name"_s, u"Velodis Machinery"_s}, {u"phones"_s, u"+44 20 7946 0012"_s}, {u"employees"_s, u"25"_s}});

    DuplicatesPage* open()
    {
        shell.go({Location::Kind::Duplicates, {}, {}, {}, {}});
        return page<DuplicatesPage>();
    }
    int groups(const DuplicatesPage& page) { return page.findChild<QListView*>()->model()->rowCount(); }
    // Until the page's list has so many groups.
    bool comesTo(const DuplicatesPage& page, int wanted)
    {
        QSignalSpy reset(page.findChild<QListView*>()->model(), &QAbstractItemModel::rowsInserted);
        QSignalSpy emptied(page.findChild<QListView*>()->model(), &QAbstractItemModel::modelReset);
        for (int i = 0; i < 50 && groups(page) != wanted; ++i)
            (wanted == 0 ? emptied : reset).wait(400);
        return groups(page) == wanted;
    }
};

ChoiceCell* cellSaying(const QWidget& inside, const QString& text)
{
    for (auto* cell : inside.findChildren<ChoiceCell*>())
        if (cell->text() == text)
            return cell;
    return nullptr;
}

}

TEST_CASE("the page of duplicates shows them side by side, merges what was chosen, and undo brings both back")
{
    TwinWindow window;
    auto* page = window.open();
    REQUIRE(window.groups(*page) == 1);
    auto* table = page->findChild<MergeTable*>();
    CHECK(table->kept() == window.kept);
    auto* chosen = cellSaying(*table, u"25"_s);
    REQUIRE(chosen);
    chosen->click();
    page->perform(u"merge"_s);
    CHECK(window.comesTo(*page, 0));
    CHECK(window.book.count(u"customer") == 1);
    CHECK(window.book.shown(u"customer", window.kept, u"employees") == u"25"_s);
    CHECK(window.book.shown(u"customer", window.kept, u"phones") == u"+44 20 7946 0011; +44 20 7946 0012"_s);
    need(window.book.desk().undo());
    CHECK(window.comesTo(*page, 1));
    CHECK(window.book.count(u"customer") == 2);
}

TEST_CASE("the other record can be the one that is kept")
{
    TwinWindow window;
    auto* page = window.open();
    auto* table = page->findChild<MergeTable*>();
    auto* head = cellSaying(*table, u"Velodis Machinery"_s);
    REQUIRE(head);
    head->click();
    CHECK(table->kept() == window.other);
    CHECK(table->others() == std::vector<RecordId>{window.kept});
    const auto name = window.book.field(u"customer", u"name").id;
    CHECK(table->values().at(name) == Value(u"Velodis Machinery"_s));
}

TEST_CASE("what is no duplicate leaves the page and stays away")
{
    TwinWindow window;
    auto* page = window.open();
    page->perform(u"apart"_s);
    CHECK(window.comesTo(*page, 0));
    window.shell.duplicateJob().scan(u"customer"_s);
    QSignalSpy compared(&window.shell.duplicateJob(), &DuplicateJob::changed);
    REQUIRE(compared.wait(20'000));
    CHECK(window.groups(*page) == 0);
}

TEST_CASE("a form says while one types that the customer is there already")
{
    TwinWindow window;
    need(window.book.session().duplicates().follow());
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    auto* form = window.page<FormPage>();
    auto* hints = form->findChild<DuplicateHints*>();
    REQUIRE(hints);
    CHECK(hints->isHidden());
    auto* name = form->findChild<QLineEdit*>();
    QSignalSpy shown(hints, &DuplicateHints::shown);
    name->setText(u"VELODIS machinery gmbh"_s);
    emit name->textEdited(name->text());
    REQUIRE((!shown.isEmpty() || shown.wait(20'000)));
    CHECK_FALSE(hints->isHidden());
    name->setText(u"Kestorix Foods"_s);
    emit name->textEdited(name->text());
    REQUIRE(shown.wait(20'000));
    CHECK(hints->isHidden());
}

TEST_CASE("a record's page that is open while it is merged shows what it was merged into, and goes on following it")
{
    Window window;
    const auto keep = window.create(u"customer", u"Keep Ltd"_s);
    const auto gone = window.create(u"customer", u"Gone Ltd"_s);
    auto* page = window.open<RecordPage>({Location::Kind::Record, u"customer"_s, gone, {}, {}});
    REQUIRE(says(page, u"Gone Ltd"_s));
    const auto entity = window.book.entity(u"customer").id;
    need(window.book.session().duplicates().merge(entity, keep, {gone}, {}));
    waitUntil([&] { return says(page, u"Keep Ltd"_s); });
    need(window.book.desk().save(entity, keep, {{window.book.field(u"customer", u"name").id, u"Kept Ltd"_s}}));
    waitUntil([&] { return says(page, u"Kept Ltd"_s); });
}
