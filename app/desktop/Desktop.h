#pragma once

#include "app/desktop/Options.h"
#include "core/base/Clock.h"
#include "core/keys/keychain/SystemKeychain.h"
#include "core/services/Session.h"
#include "core/services/absence/Absence.h"
#include "ui/shell/Shell.h"
#include "ui/theme/Theme.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTranslator>

#include <memory>

class QApplication;

namespace kith {

class Picture;
class SingleWindow;

// Builds the window and everything behind it, and remembers what outlives a book: size, theme, language, the last book.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(QApplication& application, Options options, const QElapsedTimer& sinceStart);
    ~Desktop() override;

    // False: another window has the book and came forward.
    bool start();

private:
    void speak(const QString& language);
    void showBook(const QString& path);
    void openAsAsked(const QString& path);
    void openDemo();
    void remember(const Preferences& preferences);
    void printTiming(Page* page);

    QApplication& m_application;
    Options m_options;
    QElapsedTimer m_sinceStart;
    QSettings m_settings;
    QTranslator m_own;
    QTranslator m_qt;
    SystemClock m_clock;
    SystemKeychain m_keychain;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Absence> m_absence;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Shell> m_shell;
    SingleWindow* m_single;
    bool m_timed = false;
};

}
