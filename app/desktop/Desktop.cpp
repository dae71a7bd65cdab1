#include "app/desktop/Desktop.h"

#include "app/desktop/Picture.h"
#include "app/desktop/SingleWindow.h"
#include "core/services/Deliver.h"
#include "core/services/demo/DemoCompany.h"
#include "core/text/Sentences.h"
#include "ui/pages/start/UnlockPage.h"
#include "ui/pages/start/WelcomePage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

// The demo company is nobody's secret; its book is encrypted all the same.
constexpr QStringView demoPassphrase = u"kith demo company";

Preferences readPreferences(const QSettings& settings, const Options& options)
{
    Preferences preferences;
    preferences.theme = options.theme.isEmpty() ? settings.value(u"theme"_s, u"system"_s).toString() : options.theme;
    preferences.accent = settings.value(u"accent"_s).toString();
    preferences.language = options.language.isEmpty() ? settings.value(u"language"_s).toString() : options.language;
    preferences.lockMinutes = settings.value(u"lockMinutes"_s, 10).toInt();
    return preferences;
}

ThemeMode modeFrom(const QString& theme)
{
    if (theme == "dark"_L1)
        return ThemeMode::Dark;
    return theme == "light"_L1 ? ThemeMode::Light : ThemeMode::System;
}

}

Desktop::Desktop(QApplication& application, Options options, const QElapsedTimer& sinceStart)
    : m_application(application)
    , m_options(std::move(options))
    , m_sinceStart(sinceStart)
    , m_session(std::make_unique<Session>(m_clock, m_keychain))
    , m_absence(systemAbsence())
    , m_single(new SingleWindow(this))
{
    const Preferences preferences = readPreferences(m_settings, m_options);
    speak(preferences.language);
    m_theme = std::make_unique<Theme>(application, modeFrom(preferences.theme), preferences.accent);
    m_shell = std::make_unique<Shell>(*m_session, *m_theme, preferences);
    m_shell->setFirstPlace(m_options.place);
    connect(m_shell.get(), &Shell::preferencesChanged, this, &Desktop::remember);
    connect(m_shell.get(), &Shell::languageChosen, this, &Desktop::speak);
    connect(m_shell.get(), &Shell::demoAsked, this, &Desktop::openDemo);
    connect(m_shell.get(), &Shell::pageShown, this, &Desktop::printTiming);
    connect(m_single, &SingleWindow::raised, m_shell.get(), [this] {
        m_shell->showNormal();
        m_shell->raise();
        m_shell->activateWindow();
    });
    connect(m_session.get(), &Session::stateChanged, this, [this](SessionState state) {
        if (state != SessionState::Open || !m_options.screenshot.isEmpty())
            return;
        m_settings.setValue(u"book"_s, m_session->path());
        m_single->listen(m_session->path());
    });
}

Desktop::~Desktop()
{
    if (m_options.screenshot.isEmpty())
        m_settings.setValue(u"geometry"_s, m_shell->saveGeometry());
    m_absence.reset();
    m_shell.reset();
    m_session->close();
}

void Desktop::speak(const QString& language)
{
    QString name = language;
    if (name.isEmpty())
        name = QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    QLocale::setDefault(QLocale(name));
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
    if (m_qt.load(u":/i18n/qtbase_"_s + name + u".qm"_s))
        m_application.installTranslator(&m_qt);
    if (m_own.load(u":/i18n/kith_"_s + name + u".qm"_s))
        m_application.installTranslator(&m_own);
}

void Desktop::remember(const Preferences& preferences)
{
    if (!m_options.screenshot.isEmpty())
        return;
    m_settings.setValue(u"theme"_s, preferences.theme);
    m_settings.setValue(u"accent"_s, preferences.accent);
    m_settings.setValue(u"language"_s, preferences.language);
    m_settings.setValue(u"lockMinutes"_s, preferences.lockMinutes);
}

bool Desktop::start()
{
    QString book = m_options.book;
    if (book.isEmpty() && !m_options.demo && m_options.screenshot.isEmpty())
        book = m_settings.value(u"book"_s).toString();
    if (!QFile::exists(book) && m_options.book.isEmpty())
        book.clear();
    const bool picture = !m_options.screenshot.isEmpty();
    if (!picture && !book.isEmpty() && SingleWindow::raiseOther(book))
        return false;
    const auto kind = m_options.place.kind;
    if (!book.isEmpty() && kind != Location::Kind::Welcome)
        m_shell->setBookPath(book);
    m_shell->resize(m_options.size);
    if (picture) {
        m_shell->setAttribute(Qt::WA_DontShowOnScreen);
        m_shell->show();
        new Picture(*m_shell, m_options, this);
    } else {
        m_shell->restoreGeometry(m_settings.value(u"geometry"_s).toByteArray());
        m_shell->show();
        m_shell->lockOn(*m_absence);
    }
    if (kind == Location::Kind::Welcome || kind == Location::Kind::Unlock)
        return true;
    if (m_options.demo)
        openDemo();
    else if (!book.isEmpty())
        openAsAsked(book);
    return true;
}

void Desktop::openAsAsked(const QString& path)
{
    const auto& way = m_options.way;
    if (const QPointer screen = qobject_cast<UnlockPage*>(m_shell->page()); screen && m_options.screenshot.isEmpty()) {
        if (way)
            return screen->open(*way);
        return deliver(Session::hasWay(path, WayIn::Kind::Keychain), this, [screen](const Result<bool>& has) {
            if (screen && has.ok() && *has)
                screen->open({WayIn::Kind::Keychain, {}});
        });
    }
    if (!way)
        return;
    deliver(m_session->open(path, *way), this, [this](const Result<void>& opened) {
        if (opened.ok())
            return;
        std::fprintf(stderr, "%s\n", qPrintable(sentence(opened.error())));
        m_shell->complain(opened.error());
        if (!m_options.screenshot.isEmpty())
            QCoreApplication::exit(1);
    });
}

void Desktop::openDemo()
{
    const QString path = m_options.book.isEmpty() ? bookFolder() + u"/demo.kith"_s : m_options.book;
    const auto failed = [this](const Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence(error)));
        m_shell->complain(error);
        if (!m_options.screenshot.isEmpty())
            QCoreApplication::exit(1);
    };
    if (QFile::exists(path)) {
        deliver(m_session->open(
                    path, m_options.way.value_or(WayIn{WayIn::Kind::Passphrase, SecretText::copyOf(demoPassphrase)})),
                this, [failed](const Result<void>& opened) {
                    if (!opened.ok())
                        failed(opened.error());
                });
        return;
    }
    Session::NewBook book;
    book.path = path;
    book.passphrase = SecretText::copyOf(demoPassphrase);
    book.withRecoveryCode = false;
    book.language = m_shell->language();
    book.region = book.language.startsWith(u"zh"_s) ? u"CN"_s : u"US"_s;
    book.currency = book.language.startsWith(u"zh"_s) ? u"CNY"_s : u"USD"_s;
    book.demo = true;
    deliver(m_session->create(book), this, [this, failed](const Result<Session::Created>& created) {
        if (!created.ok())
            return failed(created.error());
        deliver(fillDemoCompany(m_session->store(), DemoPlan{}), this, [failed](const Result<DemoReport>& filled) {
            if (!filled.ok())
                failed(filled.error());
        });
    });
}

void Desktop::printTiming(Page* page)
{
    if (!m_options.printTiming || m_timed || !page || m_session->state() != SessionState::Open)
        return;
    const auto print = [this] {
        if (m_timed)
            return;
        m_timed = true;
        m_shell->repaint();
        std::printf("painted after %lld ms\n", static_cast<long long>(m_sinceStart.elapsed()));
        std::fflush(stdout);
    };
    if (page->isSettled())
        print();
    else
        connect(page, &Page::settled, this, print);
}

}
