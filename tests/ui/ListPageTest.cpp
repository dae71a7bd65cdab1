// Lists, worked as a person does: cells, selections, the trash, views, columns.
#include "tests/support/Skip.h"
#include "tests/ui/Window.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/list/CellEditor.h"
#include "ui/pages/list/FilterBar.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/theme/Fonts.h"
#include "ui/widgets/list/ChoicePopup.h"
#include "ui/widgets/list/FilterChip.h"
#include "ui/widgets/list/RecordTable.h"

#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::testing;

namespace {

// A list of customers, by name.
struct List
{
    Window window;
    RecordsPage* page = nullptr;

    explicit List(int customers = 5)
    {
        QByteArray text = "name,employees\n";
        for (int i = 0; i < customers; ++i)
            text += QStringLiteral("Customer %1,%2\n").arg(i, 4, 10, QChar(u'0')).arg(i).toUtf8();
        const auto file = window.book.write(u"c.csv"_s, text);
        REQUIRE(need(window.book.imports().run(window.book.plan(file, u"customer"))).created == customers);
        need(window.book.desk().setSetting(u"columns/customer"_s, "name,employees,status,rating"));
        show();
    }
    void show(const QString& view = {})
    {
        page = window.open<RecordsPage>({Location::Kind::List, u"customer"_s, {}, view, {}});
    }
    RecordTable* table() const { return page->findChild<RecordTable*>(); }
    RecordListModel* model() const { return table()->records(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    CellEditor* editor() const
    {
        auto* editor = page->findChild<CellEditor*>();
        return editor && editor->isVisible() ? editor : nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(table(), key, modifiers); }
    void goTo(int row, int column) const
    {
        table()->setFocus();
        table()->setCurrentIndex(model()->index(0, 0));
        for (int i = 0; i < row; ++i)
            press(Qt::Key_Down);
        for (int i = 0; i < column; ++i)
            press(Qt::Key_Right);
    }
    QStringList tabs() const
    {
        const auto* bar = page->findChild<QTabBar*>();
        QStringList names;
        for (int i = 0; i < bar->count(); ++i)
            names += bar->tabText(i);
        return names;
    }
    void chooseTab(const QString& name) const
    {
        auto* bar = page->findChild<QTabBar*>();
        const auto tab = tabs().indexOf(name);
        REQUIRE(tab >= 0);
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(int(tab)).center());
        waitUntil([&] { return model()->hasAnswered() && model()->isCounted(); });
    }
    QStringList exported(const QString& path) const
    {
        waitUntil([&] { return QFile::exists(path); });
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }
};

// Types into the open question for a name.
void answerName(const QWidget* within, const QString& name)
{
    QDialog* dialog = nullptr;
    waitUntil([&] { return (dialog = within->findChild<QDialog*>()) && dialog->isVisible(); });
    auto* line = dialog->findChild<QLineEdit*>();
    line->selectAll();
    QTest::keyClicks(line, name);
    QTest::keyClick(line, Qt::Key_Return);
}

// Chooses from the menu that is open.
void choose(const QString& text)
{
    QMenu* menu = nullptr;
    waitUntil([&] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())); });
    for (QAction* action : menu->actions())
        if (action->text().section(u'\t', 0, 0) == text) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
    FAIL("not in the menu: " << text.toStdString());
}

}

TEST_CASE("F2 edits the cell that the arrows have reached; Enter saves, and undo takes it back")
{
    List list;
    list.goTo(2, 1);
    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(line);
    CHECK(line->text() == u"2"_s);
    line->selectAll();
    QTest::keyClicks(line, u"250"_s);
    QTest::keyClick(line, Qt::Key_Return);
    waitUntil([&] { return list.cell(2, 1) == u"250"_s; });
    CHECK_FALSE(list.editor());
    CHECK(list.table()->hasFocus());
    CHECK(list.window.book.all(u"customer", u"employees").contains(u"250"_s));
    list.press(Qt::Key_Z, Qt::ControlModifier);
    waitUntil([&] { return list.cell(2, 1) == u"2"_s; });
}

TEST_CASE("Esc gives an edit up, and leaving a cell keeps it")
{
    List list;
    list.goTo(0, 1);
    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    QTest::keyClicks(QApplication::focusWidget(), u"9"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(list.editor());
    CHECK(list.window.book.all(u"customer", u"employees").first() == u"0"_s);

    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    line->selectAll();
    QTest::keyClicks(line, u"77"_s);
    list.table()->setFocus();
    waitUntil([&] { return list.cell(0, 1) == u"77"_s; });
}

TEST_CASE("what cannot be taken is explained at the cell, and stays as typed")
{
    List list;
    list.goTo(1, 1);
    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    line->selectAll();
    QTest::keyClicks(line, u"many"_s);
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(list.editor());
    CHECK(says(list.editor(), u"“many” is not a number"_s));
    CHECK(line->text() == u"many"_s);
    // What the book refuses is told in the same place.
    QTest::keyClick(line, Qt::Key_Escape);
    list.goTo(1, 0);
    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    line->clear();
    QTest::keyClick(line, Qt::Key_Return);
    waitUntil([&] { return list.editor() && says(list.editor(), u"must not be empty"_s); });
}

TEST_CASE("letters and Delete typed into a cell are not the window's shortcuts")
{
    List list;
    list.goTo(0, 2);
    list.press(Qt::Key_F2);
    waitUntil([&] { return list.editor(); });
    for (const auto key : {Qt::Key_E, Qt::Key_L, Qt::Key_Delete})
        QTest::keyClick(QApplication::focusWidget(), key);
    CHECK(list.window.shell.page() == list.page);
    CHECK(list.window.book.count(u"customer") == 5);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

TEST_CASE("a field that is computed or set by Kith is not edited in the list")
{
    List list;
    need(list.window.book.desk().setSetting(u"columns/customer"_s, "name,created"));
    list.window.shell.go({});
    list.show(u"trash"_s);
    list.show();
    waitUntil([&] { return list.model()->columnCount() == 2; });
    list.goTo(0, 1);
    list.press(Qt::Key_F2);
    CHECK_FALSE(list.editor());
    CHECK(says(&list.window.shell, u"is not edited here."_s));
}

TEST_CASE("a selection is exported exactly, by mouse and by keys")
{
    List list;
    auto* table = list.table();
    const auto at = [&](int row) { return table->visualRect(list.model()->index(row, 1)).center(); };
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at(1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
    CHECK(says(list.page, u"2 selected"_s));
    click(list.page, u"Export"_s);
    const auto some = list.window.book.file(u"some.csv"_s);
    answerFile(list.page, some);
    const auto lines = list.exported(some);
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].contains(list.cell(1, 0)));
    CHECK(lines[2].contains(list.cell(3, 0)));
}

TEST_CASE("all of a list longer than what is shown is picked by Ctrl+A and exported without being read")
{
    KITH_LONG_TEST();
    constexpr int many = 12'000;
    List list(many);
    list.table()->setFocus();
    list.press(Qt::Key_A, Qt::ControlModifier);
    CHECK(says(list.page, u"12000 selected"_s));
    int known = 0;
    list.model()->eachKnown([&](std::int64_t, const Row&) { ++known; });
    CHECK(known < 500);
    click(list.page, u"Export"_s);
    const auto all = list.window.book.file(u"all.csv"_s);
    answerFile(list.page, all);
    CHECK(list.exported(all).size() == many + 1);

    // All but one.
    const QString left = list.cell(2, 0);
    QTest::mouseClick(list.table()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      list.table()->visualRect(list.model()->index(2, 1)).center());
    click(list.page, u"Export"_s);
    const auto most = list.window.book.file(u"most.csv"_s);
    answerFile(list.page, most);
    const auto lines = list.exported(most);
    CHECK(lines.size() == many);
    CHECK(lines.filter(left).isEmpty());
}

TEST_CASE("what is deleted is restored from the trash, or deleted for good after a question")
{
    List list;
    list.goTo(0, 0);
    list.press(Qt::Key_Down, Qt::ShiftModifier);
    list.press(Qt::Key_Down, Qt::ShiftModifier);
    list.press(Qt::Key_Delete);
    waitUntil([&] { return list.model()->total() == 2; });
    list.chooseTab(u"Trash"_s);
    CHECK(list.model()->total() == 3);
    const auto kept = list.model()->record(2)->id;
    list.goTo(0, 0);
    list.press(Qt::Key_Down, Qt::ShiftModifier);
    click(list.page, u"Restore"_s);
    const auto shown = [&] { return list.model()->total() == 1 ? list.model()->record(0) : nullptr; };
    waitUntil([&] { return shown() && shown()->id == kept; });
    CHECK(list.window.book.count(u"customer") == 4);

    list.goTo(0, 0);
    list.press(Qt::Key_Delete);
    QDialog* question = nullptr;
    waitUntil([&] { return (question = list.page->findChild<QDialog*>()) && question->isVisible(); });
    CHECK(says(question, u"This cannot be undone."_s));
    QTest::keyClick(question, Qt::Key_Escape);
    CHECK(list.model()->total() == 1);
    waitUntil([&] { return !list.page->findChild<QDialog*>(); });
    list.window.activate();
    list.press(Qt::Key_Delete);
    waitUntil([&] { return (question = list.page->findChild<QDialog*>()) && question->isVisible(); });
    click(question, u"Delete for good"_s);
    waitUntil([&] { return list.model()->total() == 0; });
    CHECK(list.window.book.count(u"customer") == 4);
    CHECK(says(list.page, u"The trash is empty"_s));
    list.chooseTab(u"All"_s);
    CHECK(list.model()->total() == 4);
}

TEST_CASE("the trash is emptied whole")
{
    List list;
    list.goTo(0, 0);
    list.press(Qt::Key_A, Qt::ControlModifier);
    list.press(Qt::Key_Delete);
    waitUntil([&] { return list.model()->total() == 0; });
    CHECK_FALSE(button(list.page, u"Empty the trash"_s));
    list.chooseTab(u"Trash"_s);
    click(list.page, u"Empty the trash"_s);
    QDialog* question = nullptr;
    waitUntil([&] { return (question = list.page->findChild<QDialog*>()) && question->isVisible(); });
    click(question, u"Delete all of it for good"_s);
    waitUntil([&] { return list.model()->total() == 0; });
    // There is nothing left to take back.
    list.chooseTab(u"All"_s);
    CHECK(list.model()->total() == 0);
}

TEST_CASE("a filter, an order and columns are kept as a view, shown again, changed, renamed and deleted")
{
    List list;
    list.page->perform(u"filter"_s);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(line);
    QTest::keyClicks(line, u"employees >= 2 and changed >= -30d"_s);
    QTest::keyClick(line, Qt::Key_Return);
    waitUntil([&] { return list.model()->total() == 3; });
    auto* header = list.table()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(1) + 20, header->height() / 2});
    waitUntil([&] { return list.cell(0, 1) == u"2"_s; });

    click(list.page, u"Keep this list as a view"_s);
    answerName(list.page, u"Large ones"_s);
    waitUntil([&] { return list.tabs().contains(u"Large ones"_s); });
    const auto views = list.window.book.all(u"saved_view", u"filter");
    CHECK(views == QStringList{u"(employees >= 2 and changed >= -30d)"_s}); // what is relative stays so
    CHECK(list.window.book.all(u"saved_view", u"sort") == QStringList{u"employees"_s});

    // Away and back: it is as it was kept.
    list.chooseTab(u"All"_s);
    CHECK(list.model()->total() == 5);
    list.chooseTab(u"Large ones"_s);
    CHECK(list.model()->total() == 3);
    CHECK(list.cell(0, 1) == u"2"_s);
    CHECK_FALSE(button(list.page, u"Keep the changes"_s));

    // Another order, kept in its place.
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(1) + 20, header->height() / 2});
    waitUntil([&] { return list.cell(0, 1) == u"4"_s; });
    click(list.page, u"Keep the changes"_s);
    waitUntil([&] { return !button(list.page, u"Keep the changes"_s); });
    CHECK(list.window.book.all(u"saved_view", u"sort") == QStringList{u"-employees"_s});

    click(list.page, u"Rename or delete this view"_s);
    choose(u"Rename"_s);
    answerName(list.page, u"Big ones"_s);
    waitUntil([&] { return list.tabs().contains(u"Big ones"_s) && !list.tabs().contains(u"Large ones"_s); });

    click(list.page, u"Rename or delete this view"_s);
    choose(u"Delete this view"_s);
    waitUntil([&] { return !list.tabs().contains(u"Big ones"_s); });
    waitUntil([&] { return list.model()->total() == 5; });
    // It is a record like any other: its deletion is taken back.
    need(list.window.book.desk().undo());
    waitUntil([&] { return list.tabs().contains(u"Big ones"_s); });
}

TEST_CASE("a view that is called as one that is there takes its place")
{
    List list;
    for (const auto& columns : {u"name"_s, u"name,employees"_s}) {
        need(list.window.book.desk().setSetting(u"columns/customer"_s, columns.toUtf8()));
        list.window.shell.go({});
        list.show(u"nowhere"_s);
        list.show();
        click(list.page, u"Keep this list as a view"_s);
        answerName(list.page, u"mine"_s);
        waitUntil([&] {
            return list.window.book.count(u"saved_view") == 1 &&
                   list.window.book.all(u"saved_view", u"columns").size() == 1;
        });
        list.window.shell.go({});
    }
    CHECK(list.window.book.count(u"saved_view") == 1);
}

TEST_CASE("a view that was written elsewhere, in other words and without columns, is not taken for a changed one")
{
    List list;
    list.window.book.create(u"saved_view", {{u"name"_s, u"By hand"_s},
                                            {u"entity"_s, u"customer"_s},
                                            {u"filter"_s, u"employees>=2"_s},
                                            {u"sort"_s, u"-employees"_s}});
    waitUntil([&] { return list.tabs().contains(u"By hand"_s); });
    list.chooseTab(u"By hand"_s);
    CHECK(list.cell(0, 1) == u"4"_s);
    CHECK_FALSE(button(list.page, u"Keep the changes"_s));

    auto* header = list.table()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(1) + 20, header->height() / 2});
    waitUntil([&] { return list.cell(0, 1) == u"2"_s; });
    click(list.page, u"Keep the changes"_s);
    waitUntil([&] { return !button(list.page, u"Keep the changes"_s); });
    CHECK(list.window.book.all(u"saved_view", u"sort") == QStringList{u"employees"_s});
}

TEST_CASE("a view's conditions stand on their chips when it is shown")
{
    List list;
    auto* chip = [&] {
        for (auto* one : list.page->findChildren<FilterChip*>())
            if (one->accessibleName() == u"Filter by Status"_s)
                return one;
        return static_cast<FilterChip*>(nullptr);
    }();
    REQUIRE(chip);
    QTest::keyClick(chip, Qt::Key_Space);
    waitUntil([&] { return QApplication::activePopupWidget(); });
    auto* choices = QApplication::activePopupWidget()->findChild<QListView*>();
    QTest::keyClick(choices, Qt::Key_Space);
    QTest::keyClick(choices, Qt::Key_Down);
    QTest::keyClick(choices, Qt::Key_Space);
    QTest::keyClick(choices, Qt::Key_Escape);
    const QString chosen = chip->accessibleDescription();
    CHECK(chosen.contains(u", "_s));
    click(list.page, u"Keep this list as a view"_s);
    answerName(list.page, u"By status"_s);
    waitUntil([&] { return list.tabs().contains(u"By status"_s); });
    list.chooseTab(u"All"_s);
    CHECK_FALSE(chip->isActive());
    list.chooseTab(u"By status"_s);
    CHECK(chip->accessibleDescription() == chosen);
    CHECK_FALSE(button(list.page, u"Keep the changes"_s));
}

TEST_CASE("columns keep the widths and the order that they were given")
{
    List list;
    auto* header = list.table()->horizontalHeader();
    const auto edge = [&](int column) {
        return QPoint(header->sectionViewportPosition(column) + header->sectionSize(column) - 1, header->height() / 2);
    };
    const int before = header->sectionSize(1);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge(1));
    QTest::mouseMove(header->viewport(), edge(1) + QPoint(10, 0));
    QTest::mouseMove(header->viewport(), edge(1) + QPoint(60, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge(1));
    const int wide = header->sectionSize(1);
    CHECK(wide > before + 40);

    // By key: the status before the employees.
    list.page->perform(u"columns"_s);
    waitUntil([&] { return QApplication::activePopupWidget(); });
    auto* choices = QApplication::activePopupWidget()->findChild<QListView*>();
    choices->setCurrentIndex(choices->model()->index(2, 0));
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(choices, Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(choices, Qt::Key_Escape);
    const auto heading = [&](int column) { return list.model()->headerData(column, Qt::Horizontal).toString(); };
    CHECK(heading(1) == u"Status"_s);
    CHECK(heading(2) == u"Employees"_s);
    const int status = header->sectionSize(1);

    const auto widths = [&] { return need(list.window.book.desk().setting(u"widths/customer"_s)); };
    waitUntil([&] { return widths().contains("status:"); });
    list.window.shell.go({});
    list.show(u"fresh"_s);
    CHECK(heading(1) == u"Status"_s);
    CHECK(list.table()->columnWidth(1) == status);
    CHECK(list.table()->columnWidth(2) == wide);
}

TEST_CASE("columns that have room enough leave nothing to scroll to, whatever the window's width")
{
    List list(60);
    need(list.window.book.desk().setSetting(u"columns/customer"_s, {}));
    list.window.shell.go({});
    list.show(u"fresh"_s);
    for (int width = 1500; width < 1540; ++width) {
        INFO(width);
        list.window.shell.resize(width, 800);
        waitUntil([&] {
            return list.table()->horizontalHeader()->length() <= list.table()->viewport()->width() &&
                   !list.table()->horizontalScrollBar()->isVisible();
        });
    }
}

TEST_CASE("a phone and a time are shown whole, however narrow the window and many the columns")
{
    List list(3);
    list.window.book.create(u"customer", {{u"name"_s, u"Abacus"_s}, {u"phones"_s, u"+86 174 0119 7484"_s}});
    need(list.window.book.desk().setSetting(u"columns/customer"_s,
                                            "name,phones,created,changed,status,owner,industry,description,employees"));
    list.window.shell.go({});
    list.window.shell.resize(1024, 640);
    list.show(u"fresh"_s);
    waitUntil([&] { return list.cell(0, 0) == u"Abacus"_s; });
    const QFontMetrics metrics(interfaceFont(TextSize::Body));
    for (const int column : {1, 2, 3}) {
        INFO(list.cell(0, column).toStdString());
        CHECK(list.cell(0, column).size() > 10);
        const int room = list.table()->columnWidth(column) - 2 * space::m;
        CHECK(metrics.elidedText(list.cell(0, column), Qt::ElideRight, room) == list.cell(0, column));
    }
}

TEST_CASE("a row's menu does for the mouse what keys do")
{
    List list;
    auto* table = list.table();
    const auto at = table->visualRect(list.model()->index(1, 1)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
    QApplication::sendEvent(table->viewport(), &menu);
    choose(u"Edit Employees"_s);
    waitUntil([&] { return list.editor(); });
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

TEST_CASE("a filter that was kept is shown in the window's language, whatever the book's is")
{
    Window window;
    const auto catalog = window.book.desk().catalog();
    EditorContext context{catalog, window.shell.conventions(), {}};
    context.conventions.language = u"zh_CN"_s;
    FilterBar bar(*catalog->entity(u"customer"), context, window.book.desk(), nullptr);
    bar.setText(u"status = potential and phones is invalid"_s);
    const auto chips = bar.findChildren<FilterChip*>();
    const auto says = [&](const QString& text) {
        return std::any_of(chips.begin(), chips.end(),
                           [&](const FilterChip* chip) { return chip->accessibleDescription().contains(text); });
    };
    CHECK(says(u"潜在客户"_s));
    CHECK(says(u"not readable"_s));
    CHECK(bar.text() == u"status = potential and phones is invalid"_s);
}
