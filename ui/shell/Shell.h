#pragma once

#include "core/services/absence/Absence.h"
#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"

#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace kith {

class Banner;
class DuplicateJob;
class ImportJob;
class NavigationPane;
class ProgressCard;
class SearchPanel;
class StatusLine;
class Toast;
class TopBar;
struct ImportProgress;

// The window: navigation, search, one page at a time, and what goes on around them. Shows the first screens while no
// book is open, and the unlock screen while one is locked. Interface thread.
class Shell : public QWidget, public Navigator
{
    Q_OBJECT

public:
    Shell(Session& session, Theme& theme, Preferences preferences, QWidget* parent = nullptr);
    ~Shell() override;

    // What is shown while there is no open book: the unlock screen of this one, or the first screen without.
    void setBookPath(const QString& path);
    void setFirstPlace(const Location& location) { m_first = location; }
    Page* page() const { return m_page; }
    void perform(const QString& command);
    SearchPanel& searchPanel() { return *m_search; }
    // The answer ends when the file is closed; see Session::lock(). The demo company is
    // nobody's secret, has no passphrase that anybody knows, and stays open.
    QFuture<void> lock();
    // Locks when the computer sleeps, and when the person leaves it: then an import may end first. `absence` must
    // be gone before the shell is.
    void lockOn(Absence& absence);
    Toast& toast() { return *m_toast; }

    Session& session() override { return m_session; }
    QString language() const override;
    void go(const Location& location) override;
    void back() override;
    void replace(const Location& location) override;
    void say(const QString& text, std::int64_t undoAct) override;
    void complain(const Error& error) override;
    Preferences preferences() const override { return m_preferences; }
    void setPreferences(const Preferences& preferences) override;
    ImportJob& importJob() override { return *m_import; }
    DuplicateJob& duplicateJob() override { return *m_duplicates; }
    void enter(const Location& location) override;
    void openBook(const QString& path) override;
    void openDemo() override { emit demoAsked(); }

signals:
    void pageShown(kith::Page* page);
    void preferencesChanged(const kith::Preferences& preferences);
    void languageChosen(const QString& language);
    void demoAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Visit
    {
        Location location;
        QPointer<Page> page; // kept while recent, made anew when not
    };

    void addShortcuts();
    void shortcut(const QKeySequence& keys, const QString& command);
    void connectParts();
    void connectImport();
    void connectDuplicates();
    void showImport(const ImportProgress& progress);
    void offerInterrupted();
    bool isAt(Location::Kind kind) const;
    void follow(SessionState state);
    void enterBook();
    void showParts(bool shown);
    void letGo();
    void leaveBook(Location::Kind screen);
    Page* makePage(const Location& location);
    void visit(std::size_t at);
    void present(Page* page);
    void awaitArrival();
    void showArrived();
    void forgetVisits();
    void discard(Page* page);
    void dropOldPages();
    void showPlace(const Location& location);
    void offerNew(const QPoint& at);
    void offerBook(const QPoint& at);
    void undo(std::int64_t act);
    void redo();
    void told(const Result<UndoOutcome>& outcome, bool redone);
    void restartIdle();
    QFuture<void> leave(Absence::Change change);
    void lockIfLeft();

    Session& m_session;
    Theme& m_theme;
    Preferences m_preferences;
    QString m_bookPath;
    Location m_first; // where an opened book begins
    NavigationPane* m_navigation;
    TopBar* m_top;
    StatusLine* m_status;
    Banner* m_interrupted; // an import that was cut off
    QStackedWidget* m_pages;
    QWidget* m_frame; // all but the navigation
    SearchPanel* m_search;
    Toast* m_toast;
    ProgressCard* m_card;
    ImportJob* m_import;
    DuplicateJob* m_duplicates;
    Page* m_page = nullptr;
    std::vector<Visit> m_visits;
    std::size_t m_at = 0;
    QTimer m_idle;
    QTimer m_arrival; // of the page to be shown
    bool m_inBook = false;
    bool m_left = false;       // the person did, while an import ran
    bool m_codeUnkept = false; // locked before the person said that the recovery code is kept
};

}
