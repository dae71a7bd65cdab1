// The import page, worked as a person does.
#include "ui/pages/import/ImportPage.h"
#include "tests/support/ImportPause.h"
#include "tests/support/Packages.h"
#include "tests/support/Skip.h"
#include "tests/ui/Window.h"
#include "ui/pages/duplicates/DuplicatesPage.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/widgets/Banner.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::testing;

namespace {

ImportPage* chooseFile(Window& window, const QString& path, const QString& entity = u"customer"_s)
{
    auto* page = window.open<ImportPage>({Location::Kind::Import, entity, {}, {}, {}});
    click(page, u"Choose a file"_s);
    answerFile(page, path);
    waitUntil([&] { return button(page, u"Import"_s); });
    return page;
}

void waitForReport(Window& window)
{
    waitUntil([&] { return !window.shell.importJob().isRunning() && window.shell.importJob().report(); });
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

constexpr int longRows = 40'000; // ten batches

// The window on a copy of its book in which an import was cut off.
void cutOff(Window& window)
{
    QByteArray text = "name\n";
    for (int i = 0; i < longRows; ++i)
        text += "Customer " + QByteArray::number(i) + '\n';
    openCutOff(window.book, window.book.plan(window.book.write(u"long.csv"_s, text), u"customer"), 4'000);
}

}

TEST_CASE("a file is chosen, tried, imported, its rejected rows are saved, corrected and imported, and all is undone")
{
    Window window;
    const auto path = window.book.write(u"customers.csv"_s, "name,employees,parent\n"
                                                            "Acme,10,\n"
                                                            "Betasoloin,many,\n"
                                                            "Cancity,30,Acme\n"
                                                            ",5,\n");
    auto* page = chooseFile(window, path);
    CHECK(says(page, u"2 of these rows would be rejected."_s));

    click(page, u"Try without writing"_s);
    waitUntil([&] { return button(page, u"Import for real"_s); });
    CHECK(says(page, u"nothing was written"_s));
    CHECK(says(page, u"“many” is not a number"_s));
    CHECK(window.book.count(u"customer") == 0);

    click(page, u"Save the rejected rows"_s);
    const auto tried = window.book.file(u"tried.csv"_s);
    answerFile(page, tried);
    waitUntil([&] { return button(page, u"Import the corrected file"_s); });
    CHECK(bytesOf(tried).count("\r\n") == 3);

    click(page, u"Import for real"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(window.book.count(u"customer") == 2);
    CHECK(window.book.count(u"customer", u"parent = Acme"_s) == 1);
    click(page, u"Save the rejected rows"_s);
    const auto rejected = window.book.file(u"rejected.csv"_s);
    answerFile(page, rejected);
    waitUntil([&] { return button(page, u"Import the corrected file"_s); });
    CHECK(bytesOf(rejected) == bytesOf(tried));

    window.book.write(u"rejected.csv"_s, bytesOf(rejected).replace(",many,", ",20,").replace(",,5,", ",Codehow,5,"));
    click(page, u"Import the corrected file"_s);
    waitUntil([&] { return button(page, u"Import"_s); });
    CHECK(says(page, u"These rows can all be taken as they are."_s));
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(window.book.all(u"customer", u"name") == QStringList{u"Acme"_s, u"Betasoloin"_s, u"Cancity"_s, u"Codehow"_s});

    click(page, u"Undo the whole import"_s);
    waitUntil([&] { return says(page, u"The import is taken back"_s) && !button(page, u"Undo the whole import"_s); });
    CHECK(window.book.all(u"customer", u"name") == QStringList{u"Acme"_s, u"Cancity"_s});
    click(page, u"Look at the records"_s);
    window.page<RecordsPage>();
}

TEST_CASE("records that are missing are made only where that is ticked, and what was edited since stays on undo")
{
    Window window;
    const auto path = window.book.write(u"customers.csv"_s, "name,owner\nAcme,Ann Lee\nBetasoloin,Bob Ray\n");
    auto* page = chooseFile(window, path);
    CHECK(says(page, u"2 of these rows would be rejected."_s));
    QAbstractButton* make = nullptr;
    waitUntil([&] { return (make = button(page, u"Make what is missing: Owner"_s)); });
    make->setFocus();
    QTest::keyClick(make, Qt::Key_Space);
    waitUntil([&] { return says(page, u"These rows can all be taken as they are."_s); });
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(window.shell.importJob().report()->related == 2);
    CHECK(window.book.all(u"person", u"name") == QStringList{u"Ann Lee"_s, u"Bob Ray"_s});

    const auto id = need(window.book.desk().find({u"Acme"_s, {}, 5, {}})).front().id;
    need(window.book.desk().save(window.book.entity(u"customer").id, id,
                                 window.book.values(u"customer", {{u"employees"_s, u"7"_s}})));
    click(page, u"Undo the whole import"_s);
    waitUntil([&] { return says(page, u"Left as they are: edited or linked since"_s); });
    CHECK(says(page, u"Acme"_s));
    CHECK(window.book.all(u"customer", u"name") == QStringList{u"Acme"_s});
}

TEST_CASE("a file that is dropped anywhere on the window is one to bring in, as what is shown")
{
    Window window;
    const auto drop = [&](const QString& path) {
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({}, Qt::CopyAction, &file, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window.shell, &enter);
        CHECK(enter.isAccepted());
        QDropEvent dropped({}, Qt::CopyAction, &file, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window.shell, &dropped);
        auto* page = window.page<ImportPage>();
        waitUntil([&] { return button(page, u"Import"_s); });
        click(page, u"Import"_s);
        waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    };
    window.open<RecordsPage>({Location::Kind::List, u"contact"_s, {}, {}, {}});
    drop(window.book.write(u"people.csv"_s, "name,mails\nAnn Lee,ann@example.com\n"));
    // Over the report of the import before, and again from the list.
    drop(window.book.write(u"more.csv"_s, "name,mails\nBob Ray,bob@example.com\n"));
    window.open<RecordsPage>({Location::Kind::List, u"contact"_s, {}, {}, {}});
    drop(window.book.write(u"third.csv"_s, "name,mails\nCy Dee,cy@example.com\n"));
    CHECK(window.book.all(u"contact", u"name") == QStringList{u"Ann Lee"_s, u"Bob Ray"_s, u"Cy Dee"_s});

    QMimeData text;
    text.setText(u"no file"_s);
    QDragEnterEvent other({}, Qt::CopyAction, &text, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window.shell, &other);
    CHECK_FALSE(other.isAccepted());
}

TEST_CASE("making what is missing is offered only where a column leads to other records")
{
    Window window;
    auto* page = chooseFile(window, window.book.write(u"plain.csv"_s, "name\nAcme\n"));
    CHECK_FALSE(says(page, u"Make what is missing, for links to"_s));
    page = chooseFile(window, window.book.write(u"linked.csv"_s, "name,customer\nLena,Acme\n"), u"contact"_s);
    CHECK(says(page, u"Make what is missing, for links to"_s));
}

TEST_CASE("what becomes of records that are there is chosen, and told")
{
    Window window;
    window.create(u"customer", u"Acme"_s);
    auto* page = chooseFile(window, window.book.write(u"c.csv"_s, "name,employees\nAcme,10\nBetasoloin,20\n"));
    QComboBox* same = box(page, u"A record is there already if it has the same"_s);
    QComboBox* then = box(page, u"Then"_s);
    CHECK_FALSE(then->isEnabled());
    same->setFocus();
    QTest::keyClick(same, Qt::Key_Down); // from "nothing" to the first column, the name
    waitUntil([&] { return then->isEnabled(); });
    then->setFocus();
    QTest::keyClick(then, Qt::Key_Down);
    waitUntil([&] { return then->currentText() == u"Leave it as it is"_s; });
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(says(page, u"Rows with the same Name as a record are skipped."_s));
    CHECK(window.shell.importJob().report()->skipped == 1);
    CHECK(window.book.all(u"customer", u"employees") == QStringList{QString(), u"20"_s});
}

TEST_CASE("rows that look like a record are taken for it where that is chosen, and else told as likely duplicates")
{
    Window window;
    window.book.create(u"customer", {{u"name"_s, u"Velodis Machinery Ltd"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}});
    const auto path = window.book.write(u"c.csv"_s, "name,phone,employees\nVELODIS machinery,+442079460011,10\n");
    auto* page = chooseFile(window, path);
    QComboBox* same = box(page, u"A record is there already if it has the same"_s);
    same->setFocus();
    QTest::keyClick(same, Qt::Key_End);
    waitUntil([&] { return says(page, u"1 of these rows hold a guess."_s) || says(page, u"1 of these rows holds"_s); });
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(says(page, u"Rows that look like a record update it"_s));
    CHECK(window.book.all(u"customer", u"employees") == QStringList{u"10"_s});

    click(page, u"Undo the whole import"_s);
    waitUntil([&] { return says(page, u"The import is taken back"_s) && !button(page, u"Undo the whole import"_s); });
    click(page, u"Another file"_s);
    page = chooseFile(window, path);
    same = box(page, u"A record is there already if it has the same"_s);
    same->setFocus();
    QTest::keyClick(same, Qt::Key_Home);
    waitUntil([&] { return says(page, u"These rows can all be taken as they are."_s); });
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Look at the duplicates"_s); });
    click(page, u"Look at the duplicates"_s);
    window.page<DuplicatesPage>();
}

TEST_CASE("a file that was read wrongly is read anew as the person says")
{
    Window window;
    auto* page = chooseFile(window, window.book.write(u"c.csv"_s, "Acme,10\nBetasoloin,20\n"));
    QComboBox* header = box(page, u"First row"_s);
    const int other = 1 - header->currentIndex();
    header->setFocus();
    QTest::keyClick(header, other == 1 ? Qt::Key_Down : Qt::Key_Up);
    waitUntil([&] { return says(page, other == 1 ? u"Column 1"_s : u"Acme"_s); });
}

TEST_CASE("another sheet of a workbook is taken where the person says so")
{
    Window window;
    const auto rows = [](const QByteArray& header, const QByteArray& name) {
        return R"(<row><c t="str"><v>)" + header + R"(</v></c><c t="str"><v>employees</v></c></row>)" +
               R"(<row><c t="str"><v>)" + name + "</v></c><c><v>10</v></c></row>";
    };
    const auto book = WorkbookBuilder()
                          .sheet(u"One"_s, rows("company", "Acme"))
                          .sheet(u"Two"_s, rows("client", "Betasoloin"))
                          .bytes();
    auto* page = chooseFile(window, window.book.write(u"book.xlsx"_s, book));
    CHECK(says(page, u"company"_s));
    QComboBox* sheet = box(page, u"Sheet"_s);
    sheet->setFocus();
    QTest::keyClick(sheet, Qt::Key_Down);
    waitUntil([&] { return says(page, u"client"_s); });
    click(page, u"Import"_s);
    waitUntil([&] { return button(page, u"Undo the whole import"_s); });
    CHECK(window.book.all(u"customer", u"name") == QStringList{u"Betasoloin"_s});
    CHECK(window.book.all(u"customer", u"employees") == QStringList{u"10"_s});
}

TEST_CASE("an import is stopped from the page, and what is in can be undone")
{
    Window window;
    QByteArray text = "name\n";
    for (int i = 0; i < 60'000; ++i)
        text += "Customer " + QByteArray::number(i) + '\n';
    auto* page = chooseFile(window, window.book.write(u"long.csv"_s, text));
    click(page, u"Import"_s);
    waitUntil([&] { return window.shell.importJob().progress().read > 0 || window.shell.importJob().report(); });
    if (button(page, u"Stop"_s))
        click(page, u"Stop"_s);
    waitForReport(window);
    const auto report = *window.shell.importJob().report();
    CHECK(report.read == report.created);
    CHECK(window.book.count(u"customer") == report.created);
    if (report.cancelled)
        CHECK(says(page, u"Stopped: what was in by then stays in"_s));
    click(page, u"Undo the whole import"_s);
    waitUntil([&] { return says(page, u"The import is taken back"_s); });
    CHECK(window.book.count(u"customer") == 0);
}

TEST_CASE("an import that was cut off is offered when the book is opened, and goes on")
{
    KITH_LONG_TEST();
    Window window;
    cutOff(window);
    auto* banner = window.shell.findChild<Banner*>(u"interrupted"_s);
    REQUIRE(banner);
    waitUntil([&] { return banner->isVisible(); });
    CHECK(banner->accessibleName().contains(u"long.csv"_s));
    click(banner, u"Look at it"_s);
    auto* page = window.page<ImportPage>();
    CHECK_FALSE(banner->isVisible());
    click(page, u"Go on"_s);
    waitForReport(window);
    CHECK(window.shell.importJob().report()->created == longRows);
    CHECK(window.book.count(u"customer") == longRows);
    CHECK(need(window.book.imports().interrupted()).empty());
}

TEST_CASE("an import that was cut off can be left at what is in")
{
    Window window;
    cutOff(window);
    auto* page = window.open<ImportPage>({Location::Kind::Import, {}, {}, {}, {}});
    click(page, u"Leave it at that"_s);
    waitForReport(window);
    const auto report = *window.shell.importJob().report();
    CHECK(report.cancelled);
    CHECK(window.book.count(u"customer") == report.created);
    click(page, u"Another file"_s);
    waitUntil([&] { return button(page, u"Choose a file"_s); });
    waitUntil([&] { return !button(page, u"Go on"_s); });
}

TEST_CASE("a list says that an import fills it, and shows what is in")
{
    KITH_LONG_TEST();
    Window window;
    QByteArray text = "name,description\n";
    for (int i = 0; i < 60'000; ++i)
        text += "Customer " + QByteArray::number(i) + "," + QByteArray(80, 'x') + '\n';
    auto* page = chooseFile(window, window.book.write(u"long.csv"_s, text));
    click(page, u"Import"_s);
    auto* list = window.open<RecordsPage>({Location::Kind::List, u"customer"_s, {}, {}, {}});
    CHECK(says(list, u"An import is filling this list."_s));
    waitForReport(window);
    waitUntil([&] { return !says(list, u"is filling this list"_s) && !says(list, u"being indexed"_s); });
    waitUntil([&] { return says(list, u"60,000"_s); });
}
