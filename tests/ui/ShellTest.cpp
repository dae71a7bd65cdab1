#include "ui/shell/Shell.h"
#include "tests/ui/Window.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/pages/settings/SettingsPage.h"
#include "ui/pages/start/HomePage.h"
#include "ui/pages/start/UnlockPage.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::SessionBook;
using kith::testing::waitUntil;
using kith::testing::Window;

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

TEST_CASE("the page before stays in sight until the next has what one looks for, but not when the book locks")
{
    Window window;
    const auto id = window.create(u"customer", u"Acme"_s);
    const auto isPainted = [&] { return window.shell.page()->updatesEnabled(); };
    window.page<HomePage>();
    waitUntil(isPainted);
    for (const auto kind : {Location::Kind::List, Location::Kind::Record}) {
        window.shell.go({kind, u"customer"_s, id, {}, {}});
        CHECK_FALSE(isPainted());
        QSignalSpy arrived(window.shell.page(), &Page::arrived);
        REQUIRE(arrived.wait(20'000));
        CHECK(isPainted());
    }
    window.shell.back();
    CHECK(isPainted());
    window.shell.go({Location::Kind::List, u"contact"_s, {}, {}, {}});
    CHECK_FALSE(isPainted());
    window.book.session().lock();
    waitUntil([&] { return qobject_cast<UnlockPage*>(window.shell.page()) != nullptr; });
    CHECK(isPainted());
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
    waitUntil([&] { return !kith::testing::need(window.book.desk().setting(u"draft/customer/new"_s)).isEmpty(); });
    window.page<HomePage>();
    window.shell.go({Location::Kind::Settings, {}, {}, {}, {}});
    window.shell.go({Location::Kind::New, u"customer"_s, {}, {}, {}});
    // The first form may still stand in the history; this one has read the draft.
    CHECK(window.page<FormPage>()->findChild<QLineEdit*>()->text() == u"Half a name"_s);
}

TEST_CASE("what a form proposes and a person clears stays empty, also from one day to the next")
{
    Window window;
    window.shell.go({Location::Kind::New, u"ticket"_s, {}, {}, {}});
    auto* form = window.page<FormPage>();
    const QString channel = window.book.field(u"ticket", u"channel").label.in(u"en"_s);
    auto* box = kith::testing::box(form, channel);
    CHECK(box->currentText() == u"Phone"_s);
    QTest::keyClick(box, Qt::Key_Home);
    CHECK(box->currentIndex() == 0);
    const auto subject = [&] {
        for (auto* line : form->findChildren<QLineEdit*>())
            if (line->accessibleName() == u"Subject"_s)
                return line;
        return static_cast<QLineEdit*>(nullptr);
    };
    REQUIRE(subject());
    QTest::keyClicks(subject(), u"Too loud"_s);
    SECTION("at once") {}
    SECTION("as a draft")
    {
        window.shell.lock();
        kith::testing::need(window.book.session().unlock(SessionBook::by()));
        window.comes<HomePage>();
        form = window.open<FormPage>({Location::Kind::New, u"ticket"_s, {}, {}, {}});
        CHECK(subject()->text() == u"Too loud"_s);
        CHECK(kith::testing::box(form, channel)->currentIndex() == 0);
    }
    form->perform(u"save"_s);
    window.comes<RecordPage>();
    CHECK(window.book.all(u"ticket", u"channel") == QStringList{QString()});
    CHECK(window.book.all(u"ticket", u"kind") == QStringList{u"question"_s});
}

TEST_CASE("what a page had asked for when the book was locked is answered to nobody")
{
    Window window;
    for (const auto kind : {Location::Kind::Home, Location::Kind::List, Location::Kind::New, Location::Kind::Import}) {
        window.shell.go({kind, u"customer"_s, {}, {}, {}});
        window.book.session().lock();
        // In a loop of its own, where pages that shall go are still there.
        kith::testing::need(window.book.session().unlock(SessionBook::by()));
    }
    window.shell.go({});
    window.page<HomePage>();
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
