#include "ui/shell/Shell.h"

#include "core/services/Deliver.h"
#include "core/text/Sentences.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/pages/duplicates/DuplicateJob.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/import/ImportPage.h"
#include "ui/shell/NavigationPane.h"
#include "ui/shell/SearchPanel.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TopBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ProgressCard.h"
#include "ui/widgets/Toast.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kith {

Shell::Shell(Session& session, Theme& theme, Preferences preferences, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_preferences(std::move(preferences))
    , m_navigation(new NavigationPane)
    , m_top(new TopBar)
    , m_status(new StatusLine)
    , m_interrupted(new Banner)
    , m_pages(new QStackedWidget)
    , m_frame(new QWidget)
    , m_search(new SearchPanel(m_top->search(), this))
    , m_toast(new Toast(this))
    , m_card(new ProgressCard(this))
    , m_import(new ImportJob(this))
    , m_duplicates(new DuplicateJob(session, this))
{
    setMinimumSize(1024, 640);
    setWindowTitle(u"Kith"_s);
    setFocusPolicy(Qt::ClickFocus);
    setAcceptDrops(true);
    auto* frame = new QVBoxLayout(m_frame);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addWidget(m_top);
    m_interrupted->setObjectName(u"interrupted"_s);
    auto* offers = new QVBoxLayout;
    offers->setContentsMargins(space::xl, 0, space::xl, 0);
    offers->addWidget(m_interrupted);
    frame->addLayout(offers);
    frame->addWidget(m_pages, 1);
    frame->addWidget(m_status);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_frame, 1);
    addShortcuts();
    connectParts();
    connectImport();
    connectDuplicates();
    m_arrival.setSingleShot(true);
    connect(&m_arrival, &QTimer::timeout, this, &Shell::showArrived);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_session.state() == SessionState::Open)
            lock();
    });
    qApp->installEventFilter(this);
    follow(m_session.state());
}

Shell::~Shell()
{
    // Pages use the session; they must go before it does.
    m_visits.clear();
    delete m_pages;
}

void Shell::connectParts()
{
    connect(m_top, &TopBar::backPressed, this, &Shell::back);
    connect(m_top, &TopBar::forwardPressed, this, [this] { visit(m_at + 1); });
    connect(m_top, &TopBar::newPressed, this, &Shell::offerNew);
    connect(m_top, &TopBar::lockPressed, this, [this] { perform(u"lock"_s); });
    connect(m_top, &TopBar::helpPressed, this, [this] { perform(u"help"_s); });
    connect(m_navigation, &NavigationPane::chosen, this, [this](const QString& place) {
        static const QStringList pages{u"home"_s, u"settings"_s, u"import"_s, u"duplicates"_s, u"quality"_s};
        perform(pages.contains(place) ? place : u"go:"_s + place);
    });
    connect(m_navigation, &NavigationPane::bookPressed, this, &Shell::offerBook);
    connect(m_search, &SearchPanel::commandChosen, this, &Shell::perform);
    connect(m_search, &SearchPanel::recordChosen, this, [this](const EntityId& entity, const RecordId& record) {
        if (const Entity* known = m_session.desk().catalog()->entity(entity))
            go({Location::Kind::Record, known->key, record, {}, {}});
    });
    connect(&m_session, &Session::stateChanged, this, &Shell::follow);
    connect(&m_session, &Session::closing, this, &Shell::letGo);
    connect(&m_session, &Session::recordsChanged, this, [this](const ChangeNotice& notice) {
        if (!m_inBook || m_session.state() != SessionState::Open)
            return;
        for (const Visit& one : m_visits)
            if (one.page)
                one.page->recordsChanged(notice);
    });
}

void Shell::connectDuplicates()
{
    connect(m_duplicates, &DuplicateJob::failed, this, &Shell::complain);
    connect(m_duplicates, &DuplicateJob::progressed, this, [this] {
        if (!m_import->isRunning())
            m_status->setWork(tr("Looking for duplicates: %1 %").arg(int(m_duplicates->progress().done * 100)));
    });
    connect(m_duplicates, &DuplicateJob::changed, this, [this] {
        if (!m_import->isRunning() && m_duplicates->scanned().isEmpty())
            m_status->setWork({});
    });
}

void Shell::shortcut(const QKeySequence& keys, const QString& command)
{
    auto* made = new QShortcut(keys, this);
    connect(made, &QShortcut::activated, this, [this, command] { perform(command); });
}

void Shell::addShortcuts()
{
    shortcut(QKeySequence(u"Ctrl+K"_s), u"search"_s);
    shortcut(QKeySequence(u"Ctrl+N"_s), u"new"_s);
    shortcut(QKeySequence(u"Ctrl+S"_s), u"save"_s);
    shortcut(QKeySequence(u"Ctrl+L"_s), u"lock"_s);
    shortcut(QKeySequence::Undo, u"undo"_s);
    shortcut(QKeySequence::Redo, u"redo"_s);
    shortcut(QKeySequence(u"Alt+Left"_s), u"back"_s);
    shortcut(QKeySequence(u"Alt+Right"_s), u"forward"_s);
    shortcut(QKeySequence(u"Ctrl+I"_s), u"import"_s);
    shortcut(QKeySequence(u"Ctrl+,"_s), u"settings"_s);
    // Letters alone: Qt gives them to a text field first where one has the focus.
    shortcut(QKeySequence(u"E"_s), u"edit"_s);
    shortcut(QKeySequence(u"L"_s), u"log"_s);
    shortcut(QKeySequence(u"/"_s), u"filter"_s);
    shortcut(QKeySequence(u"?"_s), u"shortcuts"_s);
    shortcut(QKeySequence::HelpContents, u"help"_s);
    shortcut(QKeySequence(u"G, C"_s), u"go:customer"_s);
    shortcut(QKeySequence(u"G, P"_s), u"go:contact"_s);
    shortcut(QKeySequence(u"G, O"_s), u"go:opportunity"_s);
    shortcut(QKeySequence(u"G, T"_s), u"go:task"_s);
    shortcut(QKeySequence(u"G, H"_s), u"home"_s);
    shortcut(QKeySequence(u"G, S"_s), u"settings"_s);
    shortcut(QKeySequence(Qt::Key_Delete), u"delete"_s);
}

void Shell::perform(const QString& command)
{
    if (m_session.state() != SessionState::Open)
        return;
    const QString name = command.section(u':', 0, 0);
    const QString rest = command.section(u':', 1);
    const bool typing = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (command == "search"_L1)
        m_search->open();
    else if (command == "home"_L1)
        go({});
    else if (command == "settings"_L1)
        go({Location::Kind::Settings, {}, {}, {}, {}});
    else if (command == "import"_L1)
        go({Location::Kind::Import, {}, {}, {}, {}});
    else if (command == "duplicates"_L1)
        go({Location::Kind::Duplicates, {}, {}, {}, {}});
    else if (command == "quality"_L1)
        go({Location::Kind::Quality, {}, {}, {}, {}});
    else if (name == "go"_L1)
        go({Location::Kind::List, rest, {}, {}, {}});
    else if (name == "new"_L1 && !rest.isEmpty())
        go({Location::Kind::New, rest, {}, {}, {}});
    else if (command == "lock"_L1 && m_session.isDemo())
        say(tr("The demo company is nobody's secret and stays open."), 0);
    else if (command == "lock"_L1)
        lock();
    else if (command == "back"_L1)
        back();
    else if (command == "forward"_L1)
        visit(m_at + 1);
    else if (command == "undo"_L1 && !typing)
        undo(0);
    else if (command == "redo"_L1 && !typing)
        redo();
    else if (command == "help"_L1)
        go({Location::Kind::Help, {}, {}, {}, {}});
    else if (command == "shortcuts"_L1)
        (new ShortcutSheet(this))->open();
    else if (name == "theme"_L1) {
        Preferences changed = m_preferences;
        changed.theme = rest;
        setPreferences(changed);
    } else if (m_page && !m_page->perform(command) && command == "new"_L1)
        go({Location::Kind::New, u"customer"_s, {}, {}, {}});
}

QFuture<void> Shell::lock()
{
    if (m_session.isDemo())
        return {};
    if (m_session.state() == SessionState::Open)
        m_codeUnkept = m_page && m_page->property("staysOpen").toBool();
    return m_session.lock();
}

void Shell::lockOn(Absence& absence)
{
    absence.observe([this](Absence::Change change) { return leave(change); });
}

QFuture<void> Shell::leave(Absence::Change change)
{
    m_left = change == Absence::Change::Leaves && m_import->isRunning();
    if (change == Absence::Change::Returns || m_left)
        return {};
    return lock();
}

void Shell::lockIfLeft()
{
    if (std::exchange(m_left, false))
        lock();
}

void Shell::undo(std::int64_t act)
{
    deliver(m_session.desk().undo(act), this, [this](const Result<UndoOutcome>& outcome) { told(outcome, false); });
}

void Shell::redo()
{
    deliver(m_session.desk().redo(), this, [this](const Result<UndoOutcome>& outcome) { told(outcome, true); });
}

void Shell::told(const Result<UndoOutcome>& outcome, bool redone)
{
    if (!outcome.ok())
        return complain(outcome.error());
    const QString subject = outcome->undone.subject;
    QString text = redone ? tr("Done again") : tr("Taken back");
    if (!subject.isEmpty())
        text += u": "_s + subject;
    if (!outcome->kept.empty())
        text += u". "_s + tr("%n record(s) changed since were left as they are.", nullptr, int(outcome->kept.size()));
    m_toast->say(text, redone ? QString() : tr("Redo"), [this] { redo(); });
}

void Shell::say(const QString& text, std::int64_t undoAct)
{
    if (undoAct < 0)
        return undo(0);
    if (undoAct == 0)
        m_toast->say(text);
    else
        m_toast->say(text, tr("Undo"), [this, undoAct] { undo(undoAct); });
}

void Shell::complain(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        m_toast->complain(sentence(error));
}

void Shell::setPreferences(const Preferences& preferences)
{
    const bool otherLanguage = preferences.language != m_preferences.language;
    m_preferences = preferences;
    m_theme.setMode(preferences.theme == "dark"_L1    ? ThemeMode::Dark
                    : preferences.theme == "light"_L1 ? ThemeMode::Light
                                                      : ThemeMode::System);
    if (m_theme.accent() != preferences.accent)
        m_theme.setAccent(preferences.accent);
    restartIdle();
    emit preferencesChanged(preferences);
    if (otherLanguage)
        emit languageChosen(preferences.language);
}

QString Shell::language() const
{
    if (!m_preferences.language.isEmpty())
        return m_preferences.language;
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

void Shell::restartIdle()
{
    if (m_preferences.lockMinutes > 0 && m_session.state() == SessionState::Open && !m_import->isRunning())
        m_idle.start(m_preferences.lockMinutes * 60'000);
    else
        m_idle.stop();
}

bool Shell::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        // Not at every move of the mouse: once a second is enough.
        if (!m_idle.isActive() || m_idle.remainingTime() < m_preferences.lockMinutes * 60'000 - 1000)
            restartIdle();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

// A file anywhere on the window is one to bring in, as the kind of records that is shown.
void Shell::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (m_inBook && urls.size() == 1 && urls.first().isLocalFile() && !m_import->isRunning())
        event->acceptProposedAction();
}

void Shell::dropEvent(QDropEvent* event)
{
    if (!qobject_cast<ImportPage*>(m_page))
        go({Location::Kind::Import, m_visits[m_at].location.entity, {}, {}, {}});
    if (auto* page = qobject_cast<ImportPage*>(m_page))
        page->inspect(event->mimeData()->urls().first().toLocalFile());
}

void Shell::closeEvent(QCloseEvent* event)
{
    m_import->stop();
    QWidget::closeEvent(event);
}

void Shell::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_card->move(width() - m_card->width() - space::l, height() - m_card->height() - space::huge);
}

void Shell::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_inBook)
        leaveBook(Location::Kind::Home), follow(m_session.state());
}

void Shell::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokens().surface);
}

}
