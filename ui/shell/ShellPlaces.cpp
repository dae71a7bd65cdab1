// Where the window goes: pages, their history, the screens outside a book.
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/pages/duplicates/DuplicateJob.h"
#include "ui/pages/duplicates/DuplicatesPage.h"
#include "ui/pages/help/HelpPage.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/import/ImportPage.h"
#include "ui/pages/list/RecordsPage.h"
#include "ui/pages/quality/QualityPage.h"
#include "ui/pages/record/FormPage.h"
#include "ui/pages/record/RecordPage.h"
#include "ui/pages/settings/SettingsPage.h"
#include "ui/pages/start/HomePage.h"
#include "ui/pages/start/UnlockPage.h"
#include "ui/pages/start/WelcomePage.h"
#include "ui/shell/NavigationPane.h"
#include "ui/shell/SearchPanel.h"
#include "ui/shell/Shell.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TopBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ProgressCard.h"

#include <QFutureWatcher>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr std::size_t pagesKept = 6;
constexpr int arrivalMs = 100; // what a person takes for at once

}

void Shell::setBookPath(const QString& path)
{
    m_bookPath = path;
    follow(m_session.state());
}

void Shell::follow(SessionState state)
{
    switch (state) {
    case SessionState::Open:
        if (!m_inBook)
            enterBook();
        break;
    case SessionState::Locked:
        m_bookPath = m_session.path();
        leaveBook(Location::Kind::Unlock);
        break;
    case SessionState::Closed:
        leaveBook(m_bookPath.isEmpty() ? Location::Kind::Welcome : Location::Kind::Unlock);
        break;
    case SessionState::Opening:
        break;
    }
}

void Shell::enterBook()
{
    m_inBook = true;
    const auto catalog = m_session.desk().catalog();
    m_navigation->setBook(m_session.name(), *catalog, language());
    m_search->setDesk(&m_session.desk(), language());
    m_duplicates->begin();
    m_status->setState(tr("Saved on this computer, encrypted"));
    setWindowTitle(m_session.name() + u" – Kith"_s);
    restartIdle();
    offerInterrupted();
    // A screen that still has something to say (a recovery code) enters by itself when it has said it.
    if (!m_page || !m_page->property("staysOpen").toBool())
        enter(m_first);
    if (std::exchange(m_codeUnkept, false))
        say(tr("You had not kept the recovery code yet. Make another in the settings, under Keys."), 0);
}

void Shell::enter(const Location& location)
{
    forgetVisits();
    showParts(true);
    go(location);
}

void Shell::showParts(bool shown)
{
    m_navigation->setVisible(shown);
    m_top->setVisible(shown);
    m_status->setVisible(shown);
}

void Shell::openBook(const QString& path)
{
    m_bookPath = path;
    if (m_session.state() == SessionState::Closed)
        follow(SessionState::Closed);
    else
        m_session.close();
}

// Of everything that asks the open book, which is about to be closed.
void Shell::letGo()
{
    for (const Visit& one : m_visits)
        if (one.page)
            one.page->perform(u"keep"_s);
    m_import->forget();
    m_duplicates->forget();
    m_search->setDesk(nullptr, {});
    forgetVisits();
}

void Shell::leaveBook(Location::Kind screen)
{
    const Location place{screen, {}, {}, screen == Location::Kind::Unlock ? m_bookPath : QString(), {}};
    // A screen that asked in vain stays, with what was typed and what was wrong with it.
    if (!m_inBook && m_at < m_visits.size() && m_visits[m_at].location == place && m_visits[m_at].page)
        return;
    letGo();
    m_inBook = false;
    m_card->hide();
    m_interrupted->hide();
    m_status->setWork({});
    m_idle.stop();
    showParts(false);
    setWindowTitle(u"Kith"_s);
    if (screen != Location::Kind::Home)
        go(place);
}

void Shell::forgetVisits()
{
    for (const Visit& one : m_visits)
        discard(one.page);
    m_visits.clear();
    m_page = nullptr;
    m_at = 0;
}

// It goes when it is in no call any more. What it has asked for may be answered before that, when the book is closed.
void Shell::discard(Page* page)
{
    if (!page)
        return;
    for (QFutureWatcherBase* watcher : page->findChildren<QFutureWatcherBase*>())
        watcher->disconnect();
    page->deleteLater();
}

Page* Shell::makePage(const Location& location)
{
    const auto known = [&] {
        return m_session.state() == SessionState::Open && m_session.desk().catalog()->entity(location.entity);
    };
    switch (location.kind) {
    case Location::Kind::Home:
        return new HomePage(*this);
    case Location::Kind::List:
        return known() ? new RecordsPage(location.entity, location.detail, *this) : nullptr;
    case Location::Kind::Record:
        return known() ? new RecordPage(location.entity, location.record, *this, location.detail) : nullptr;
    case Location::Kind::Edit:
        return known() ? new FormPage(location.entity, location.record, {}, *this) : nullptr;
    case Location::Kind::New:
        return known() ? new FormPage(location.entity, {}, location.preset, *this) : nullptr;
    case Location::Kind::Import:
        return new ImportPage(location.entity, location.detail, *this);
    case Location::Kind::Duplicates:
        return new DuplicatesPage(location.entity, *this);
    case Location::Kind::Quality:
        return new QualityPage(location.entity, location.detail, *this);
    case Location::Kind::Settings:
        return new SettingsPage(location.detail, *this);
    case Location::Kind::Help:
        return new HelpPage(location.detail, *this);
    case Location::Kind::Welcome:
        return new WelcomePage(*this);
    case Location::Kind::Unlock:
        return new UnlockPage(m_bookPath, m_session.state() == SessionState::Locked, *this);
    }
    return nullptr;
}

void Shell::go(const Location& location)
{
    if (m_at < m_visits.size() && m_visits[m_at].location == location && m_visits[m_at].page) {
        m_navigation->setCurrent(location.entity);
        return showPlace(location);
    }
    Page* page = makePage(location);
    if (!page)
        return complain(Error{ErrorCode::NoSuchEntity, {location.entity}});
    if (m_visits.size() > m_at + 1)
        for (std::size_t i = m_at + 1; i < m_visits.size(); ++i)
            discard(m_visits[i].page);
    if (!m_visits.empty())
        m_visits.resize(m_at + 1);
    m_visits.push_back({location, page});
    m_pages->addWidget(page);
    visit(m_visits.size() - 1);
}

void Shell::replace(const Location& location)
{
    if (m_at < m_visits.size() && m_at > 0) {
        // What stood before may be the same place: then that one, with fresh data, is where we go.
        Visit leaving = m_visits[m_at];
        m_visits.erase(m_visits.begin() + std::ptrdiff_t(m_at));
        --m_at;
        discard(leaving.page);
        if (m_visits[m_at].location == location)
            return visit(m_at);
    }
    go(location);
}

void Shell::back()
{
    if (m_at > 0)
        visit(m_at - 1);
    else
        go({});
}

void Shell::visit(std::size_t at)
{
    if (at >= m_visits.size())
        return;
    m_at = at;
    Visit& there = m_visits[at];
    if (!there.page) {
        there.page = makePage(there.location);
        m_pages->addWidget(there.page);
    }
    present(there.page);
    showPlace(there.location);
    dropOldPages();
}

void Shell::present(Page* page)
{
    m_page = page;
    awaitArrival();
    m_pages->setCurrentWidget(page);
    page->takeFocus();
    m_top->setHistory(m_at > 0, m_at + 1 < m_visits.size());
    emit pageShown(page);
}

// The page before stays in sight until this one has what one looks for: it comes in one piece instead of empty first,
// and is painted once. Not where the one before must go at once, as of a book that locks.
void Shell::awaitArrival()
{
    const bool mayWait = m_inBook && !m_page->hasArrived();
    m_pages->setUpdatesEnabled(!mayWait);
    m_arrival.stop();
    if (!mayWait)
        return;
    m_arrival.start(arrivalMs);
    connect(m_page, &Page::arrived, this, [this, page = m_page] {
        if (page == m_page)
            showArrived();
    });
}

void Shell::showArrived()
{
    m_arrival.stop();
    m_pages->setUpdatesEnabled(true);
}

void Shell::showPlace(const Location& location)
{
    switch (location.kind) {
    case Location::Kind::Home:
        m_navigation->setCurrent(u"home"_s);
        break;
    case Location::Kind::Import:
        m_navigation->setCurrent(u"import"_s);
        m_card->hide();
        m_interrupted->hide();
        break;
    case Location::Kind::Duplicates:
        m_navigation->setCurrent(u"duplicates"_s);
        break;
    case Location::Kind::Quality:
        m_navigation->setCurrent(u"quality"_s);
        break;
    case Location::Kind::Settings:
        m_navigation->setCurrent(u"settings"_s);
        break;
    default:
        m_navigation->setCurrent(location.entity);
    }
    if (location.kind == Location::Kind::Record)
        if (const Entity* entity = m_session.desk().catalog()->entity(location.entity))
            m_search->remember(entity->id, location.record);
}

void Shell::dropOldPages()
{
    // The nearest ones in the history stay as they were, scrolled and picked; the others are made anew when wanted.
    for (std::size_t i = 0; i < m_visits.size(); ++i) {
        const auto distance = i > m_at ? i - m_at : m_at - i;
        if (distance >= pagesKept && m_visits[i].page) {
            discard(m_visits[i].page);
            m_visits[i].page = nullptr;
        }
    }
}

void Shell::offerNew(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto catalog = m_session.desk().catalog();
    const QString own = language();
    for (const Entity& entity : catalog->entities())
        if (entity.place == Place::Page)
            menu->addAction(icon(entity.icon), entity.label.in(own), this, [this, key = entity.key] {
                go({Location::Kind::New, key, {}, {}, {}});
            });
    menu->popup(at);
}

void Shell::offerBook(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"settings"_s), tr("Settings"), this, [this] { perform(u"settings"_s); });
    menu->addAction(icon(u"key"_s), tr("Keys and backup"), this, [this] {
        go({Location::Kind::Settings, {}, {}, u"keys"_s, {}});
    });
    menu->addSeparator();
    menu->addAction(icon(u"lock"_s), tr("Lock"), this, [this] { lock(); });
    menu->addAction(icon(u"book-open"_s), tr("Open another book"), this, [this] { openBook({}); });
    menu->popup(at);
}

}
