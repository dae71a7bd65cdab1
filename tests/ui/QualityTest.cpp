#include "tests/ui/Window.h"
#include "ui/pages/quality/CheckDelegate.h"
#include "ui/pages/quality/QualityPage.h"
#include "ui/pages/quality/RepairDialog.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/widgets/fields/FieldEditor.h"
#include "ui/widgets/list/RecordTable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::need;
using kith::testing::waitUntil;
using kith::testing::Window;

namespace {

struct FlawedWindow : Window
{
    RecordId kept = withKept(u"Velodis Machinery"_s, u"(650) 253-0000"_s);
    RecordId hopeless = withKept(u"Kestorix Foods"_s, u"ask at the desk"_s);

    RecordId withKept(const QString& name, const QString& number)
    {
        auto values = book.values(u"customer", {{u"name"_s, name}});
        values[book.field(u"customer", u"phones").id] = Points{{{}, number, {}}};
        return need(book.desk().create(book.entity(u"customer").id, values)).id;
    }
    QualityPage* open(const QString& entity, const QString& check = {})
    {
        return Window::open<QualityPage>({Location::Kind::Quality, entity, {}, check, {}});
    }
    static QListView* checks(const QualityPage& page)
    {
        for (auto* list : page.findChildren<QListView*>())
            if (list->accessibleName() == u"Checks"_s)
                return list;
        return nullptr;
    }
    // What the page says that a check finds; -1 while it is counted.
    static int found(const QualityPage& page, const QString& check)
    {
        const auto* model = checks(page)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto index = model->index(row, 0);
            const auto count = index.data(CheckDelegate::CountRole);
            if (index.data(CheckDelegate::KeyRole).toString() == check && count.isValid())
                return count.toInt();
        }
        return -1;
    }
    static int listed(const QualityPage& page) { return page.findChild<RecordTable*>()->model()->rowCount(); }
    static RepairDialog* dialogOf(const QualityPage& page, const QString& command)
    {
        page.findChild<RecordTable*>()->setFocus();
        const_cast<QualityPage&>(page).perform(command);
        waitUntil([&] { return page.findChild<RepairDialog*>() != nullptr; });
        return page.findChild<RepairDialog*>();
    }
};

}

TEST_CASE("the page of data quality shows what each check finds, and the records of the first that finds something")
{
    FlawedWindow window;
    auto* page = window.open({});
    QAbstractItemModelTester tester(page->findChild<RecordTable*>()->model());
    waitUntil([&] { return window.found(*page, u"phones"_s) == 2; });
    CHECK(window.found(*page, u"mails"_s) == 0);
    CHECK(window.listed(*page) == 2);
    CHECK(kith::testing::says(page, u"Phone not readable"_s));
    CHECK(kith::testing::says(page, u"All 2"_s));
    emit page->findChild<RecordTable*>()->opened(0);
    window.comes<RecordPage>();
}

TEST_CASE("numbers are read again for a country, looked at before, and one undo brings them back")
{
    FlawedWindow window;
    auto* page = window.open(u"customer"_s, u"phones"_s);
    auto* dialog = window.dialogOf(*page, u"repair"_s);
    auto* table = dialog->findChild<QTableView*>();
    waitUntil([&] { return table->model()->rowCount() == 1; });
    auto* countries = kith::testing::box(dialog, u"Country of the numbers"_s);
    countries->setCurrentIndex(countries->findData(u"US"_s));
    waitUntil([&] {
        return table->model()->rowCount() == 1 && table->model()->index(0, 2).data().toString() == u"+1 650-253-0000"_s;
    });
    CHECK(table->model()->index(0, 1).data().toString() == u"(650) 253-0000"_s);
    CHECK(kith::testing::says(dialog, u"1 other(s) cannot be told"_s));
    kith::testing::click(dialog, u"Put right"_s);
    waitUntil([&] { return window.found(*page, u"phones"_s) == 1 && window.listed(*page) == 1; });
    CHECK(window.book.count(u"customer", u"phones = +16502530000"_s) == 1);
    need(window.book.desk().undo());
    waitUntil([&] { return window.found(*page, u"phones"_s) == 2 && window.listed(*page) == 2; });
}

TEST_CASE("what is unticked in a repair stays as it is")
{
    FlawedWindow window;
    window.withKept(u"Another"_s, u"13812345678/13912345678"_s);
    auto* page = window.open(u"customer"_s, u"phones"_s);
    auto* dialog = window.dialogOf(*page, u"repair"_s);
    auto* model = qobject_cast<QStandardItemModel*>(dialog->findChild<QTableView*>()->model());
    REQUIRE(model);
    waitUntil([&] { return model->rowCount() == 2; });
    const int row = model->item(0)->text() == u"Another"_s ? 1 : 0;
    model->item(row)->setCheckState(Qt::Unchecked);
    CHECK(kith::testing::says(dialog, u"1 record(s) will be put right"_s));
    kith::testing::click(dialog, u"Put right"_s);
    waitUntil([&] { return window.found(*page, u"phones"_s) == 2; });
    CHECK(window.book.count(u"customer", u"phones = +8613812345678"_s) == 1);
    CHECK(window.book.shown(u"customer", window.kept, u"phones").contains(u"(650)"_s));
}

TEST_CASE("records that are picked are put right alone, all of them where none is")
{
    FlawedWindow window;
    auto* page = window.open(u"customer"_s, u"phones"_s);
    auto* table = page->findChild<RecordTable*>();
    waitUntil([&] { return window.listed(*page) == 2; });
    table->selectRow(0);
    waitUntil([&] { return kith::testing::says(page, u"1 selected"_s); });
    page->perform(u"delete"_s);
    waitUntil([&] { return window.found(*page, u"phones"_s) == 1; });
    CHECK(window.book.count(u"customer") == 1);
    page->perform(u"delete"_s);
    waitUntil([&] { return window.found(*page, u"phones"_s) == 0 && window.listed(*page) == 0; });
    waitUntil([&] { return kith::testing::says(page, u"This check finds no record"_s); });
    CHECK(window.book.count(u"customer") == 0);
}

TEST_CASE("one value is set for all that a check finds")
{
    FlawedWindow window;
    window.create(u"lead", u"Ada"_s);
    window.create(u"lead", u"Bea"_s);
    auto* page = window.open(u"lead"_s, u"source"_s);
    waitUntil([&] { return window.listed(*page) == 2; });
    page->perform(u"set"_s);
    FieldEditor* editor = nullptr;
    waitUntil([&] { return (editor = page->findChild<FieldEditor*>()) != nullptr; });
    const auto& source = window.book.field(u"lead", u"source");
    editor->setValue(source.optionByKey(u"website")->id, {});
    emit editor->changed();
    kith::testing::click(editor->window(), u"Set for 2 record(s)"_s);
    waitUntil([&] { return window.found(*page, u"source"_s) == 0; });
    CHECK(window.book.count(u"lead", u"source = website"_s) == 2);
}

TEST_CASE("where all is well the page says so, for each kind of records")
{
    FlawedWindow window;
    auto* page = window.open(u"product"_s);
    CHECK(kith::testing::says(page, u"No check finds fault with products"_s));
    auto* kinds = page->findChild<QTabBar*>();
    for (int tab = 0; tab < kinds->count(); ++tab)
        if (kinds->tabData(tab).toString() == u"customer"_s)
            kinds->setCurrentIndex(tab);
    waitUntil([&] { return window.found(*page, u"phones"_s) == 2 && window.listed(*page) == 2; });
}
