#include "ui/shell/Shell.h"
#include "tests/support/SessionBook.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/pages/settings/SettingsPage.h"
#include "ui/pages/start/HomePage.h"
#include "ui/pages/start/UnlockPage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::SessionBook;

namespace {

// A window on a book in a folder of its own.
struct Window
{
    SessionBook book;
    Theme theme{*qApp, ThemeMode::Light, {}};
    Shell shell{book.session(), theme, Preferences{u"light"_s, {}, u"en"_s, 0}};

    Window() { shell.show(); }

    template <typename Kind>
    Kind* page()
    {
        auto* page = qobject_cast<Kind*>(shell.page());
        REQUIRE(page);
        if (!page->isSettled()) {
            QSignalSpy settled(page, &Page::settled);
            REQUIRE(settled.wait(20'000));
        }
        return page;
    }
    RecordId create(QStringView entity, const QString& name)
    {
        FieldValues values;
        values[book.field(entity, u"name").id] = name;
        return kith::testing::need(book.desk().create(book.entity(entity).id, values)).id;
    }
};

}

TEST_CASE("every kind of record has its list, its form and its page")
{
    Window window;
    window.page<HomePage>();
    const auto catalog = window.book.desk().catalog();
    for (const Entity& entity : catalog->entities()) {
        if (entity.place != Place::Page)
            continue;
        INFO(entity.key.toStdString());
        window.shell.go({Location::Kind::List, entity.key, {}, {}, {}});
        CHECK(window.page<RecordsPage>()->title() == entity.plural.in(u"en"_s));
        window.shell.go({Location::Kind::New, entity.key, {}, {}, {}});
        window.page<FormPage>();
    }
}

TEST_CASE("back and forward lead through the pages one has seen")
{
    Window window;
    window.shell.go({Location::Kind::List, u"customer"_s, {}, {}, {}});
    const auto id = window.create(u"customer", u"Acme"_s);
    window.shell.go({Location::Kind::Record, u"customer"_s, id, {}, {}});
    CHECK(window.page<RecordPage>()->title() == u"Acme"_s);
    window.shell.back();
    window.page<RecordsPage>();
    window.shell.perform(u"forward"_s);
    CHECK(window.page<RecordPage>()->title() == u"Acme"_s);
    window.shell.perform(u"settings"_s);
    window.page<SettingsPage>();
}

TEST_CASE("a form saves what is typed and shows the record; undo takes it back")
{
    Window window;
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    auto* form = window.page<FormPage>();
    auto* name = form->findChild<QLineEdit*>();
    REQUIRE(name->accessibleName() == window.book.field(u"customer", u"name").label.in(u"en"_s));
    name->setText(u"Betasoloin"_s);
    QSignalSpy shown(&window.shell, &Shell::pageShown);
    form->perform(u"save"_s);
    REQUIRE(shown.wait(20'000));
    CHECK(window.page<RecordPage>()->title() == u"Betasoloin"_s);

    Query all;
    all.catalog = window.book.desk().catalog();
    all.entity = all.catalog->entity(u"customer");
    CHECK(kith::testing::need(window.book.desk().count(all)) == 1);
    kith::testing::need(window.book.desk().undo());
    CHECK(kith::testing::need(window.book.desk().count(all)) == 0);
}

TEST_CASE("what is typed and not saved is there again when the form is opened again")
{
    Window window;
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    auto* name = window.page<FormPage>()->findChild<QLineEdit*>();
    name->setText(u"Half a name"_s);
    emit name->textEdited(name->text());
    window.shell.go({});
    window.page<HomePage>();
    window.shell.go({Location::Kind::Settings, {}, {}, {}, {}});
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    // The first form may still stand in the history; this one has read the draft.
    CHECK(window.page<FormPage>()->findChild<QLineEdit*>()->text() == u"Half a name"_s);
}

TEST_CASE("locking leaves nothing of the book in the window, and the passphrase brings it back")
{
    Window window;
    const auto id = window.create(u"customer", u"Secret Customer"_s);
    window.shell.go({Location::Kind::Record, u"customer"_s, id, {}, {}});
    window.page<RecordPage>();
    QSignalSpy left(&window.shell, &Shell::pageShown);
    window.book.session().lock();
    REQUIRE((!left.isEmpty() || left.wait(20'000)));
    auto* unlock = window.page<UnlockPage>();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(window.shell.findChildren<RecordPage*>().isEmpty());
    for (const auto* label : window.shell.findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains(u"Secret"_s));

    auto* secret = unlock->findChild<QLineEdit*>();
    secret->setText(QString::fromUtf16(SessionBook::passphrase));
    QSignalSpy shown(&window.shell, &Shell::pageShown);
    emit secret->returnPressed();
    REQUIRE(shown.wait(20'000));
    window.page<HomePage>();
}
