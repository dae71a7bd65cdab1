#pragma once

#include "core/records/Outcome.h"
#include "core/services/Session.h"

#include <QLocale>
#include <QWidget>

#include <optional>
#include <utility>

namespace kith {

class DuplicateJob;
class ImportJob;

// A place in the window. Two equal ones show the same.
struct Location
{
    enum class Kind { Home, List, Record, Edit, New, Import, Duplicates, Quality, Settings, Help, Welcome, Unlock };
    Kind kind = Kind::Home;
    QString entity;     // key; List, Record, Edit, New; Import, Duplicates, Quality: proposed
    RecordId record;    // Record, Edit
    QString detail;     // Settings: section; List: view; Import: file; Quality: check; Help: topic
    FieldValues preset; // New

    bool operator==(const Location& other) const
    {
        return kind == other.kind && entity == other.entity && record == other.record && detail == other.detail;
    }
};

// What a person chose about the window itself; outlives the book.
struct Preferences
{
    QString theme = QStringLiteral("system"); // system, light, dark
    QString accent;
    QString language;     // empty: the system's
    int lockMinutes = 10; // 0: never
};

// What pages ask of the window around them. Lives longer than any page.
class Navigator
{
public:
    virtual ~Navigator() = default;

    virtual Session& session() = 0;
    // The window's language ("zh_CN"), which may be another than the book's own.
    virtual QString language() const = 0;
    // The book's, in the window's language. Only while the book is open.
    TextConventions conventions()
    {
        TextConventions own = session().desk().conventions();
        own.language = language();
        return own;
    }
    virtual void go(const Location& location) = 0;
    virtual void back() = 0;
    // Leaves the place for another that takes its turn in the history: a form for the record it saved.
    virtual void replace(const Location& location) = 0;
    // Says what was done; with an act, it can be taken back from there.
    virtual void say(const QString& text, std::int64_t undoAct = 0) = 0;
    virtual void complain(const Error& error) = 0;
    virtual Preferences preferences() const = 0;
    virtual void setPreferences(const Preferences& preferences) = 0;
    // Long work on a file goes on while one looks elsewhere; the import page shows it.
    virtual ImportJob& importJob() = 0;
    // Comparing records goes on too; the page of duplicates shows it.
    virtual DuplicateJob& duplicateJob() = 0;
    // Into the open book, to this place.
    virtual void enter(const Location& location) = 0;
    // Leaves the present book for the one at this path; an empty one: for the first screen.
    virtual void openBook(const QString& path) = 0;
    virtual void openDemo() = 0;
};

// One page. Asks its data when made, says `arrived` once what one looks for first is there, and `settled` once all of
// what one sees first is.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Navigator& navigator, QWidget* parent) : QWidget(parent), m_navigator(navigator) {}

    virtual QString title() const = 0;
    virtual void recordsChanged(const ChangeNotice& notice) { Q_UNUSED(notice) }
    // One of the window's commands ("edit", "filter", "delete"): whether this page knows it.
    virtual bool perform(const QString& command)
    {
        Q_UNUSED(command)
        return false;
    }
    // Where the keys go when the page is shown.
    virtual void takeFocus() { setFocus(); }
    bool hasArrived() const { return m_arrived; }
    bool isSettled() const { return m_settled; }

signals:
    void arrived();
    void settled();
    void titleChanged();

protected:
    Navigator& navigator() const { return m_navigator; }
    RecordDesk& desk() const { return m_navigator.session().desk(); }
    QString language() const { return m_navigator.language(); }
    TextConventions conventions() const { return m_navigator.conventions(); }
    QLocale numbers() const { return QLocale(language()); }
    void arrive()
    {
        if (std::exchange(m_arrived, true))
            return;
        emit arrived();
    }
    void settle()
    {
        arrive();
        if (m_settled)
            return;
        m_settled = true;
        emit settled();
    }

private:
    Navigator& m_navigator;
    bool m_arrived = false;
    bool m_settled = false;
};

}
