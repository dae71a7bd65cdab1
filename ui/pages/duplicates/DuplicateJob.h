#pragma once

#include "core/services/DuplicateDesk.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace kith {

class Session;

// Keeps the list of likely duplicates up to date while a book is open: a moment after each change, and by comparing a
// whole kind of records when too much has changed for that. Interface thread.
class DuplicateJob : public QObject
{
    Q_OBJECT

public:
    explicit DuplicateJob(Session& session, QObject* parent = nullptr);

    // A book was opened; forget() before its desks go.
    void begin();
    void forget();

    // Somebody looks at the list: what is waiting is done now. Nothing if all is known.
    void hurry();
    void scan(const QString& entity);
    void stop();

    // The entity that is being compared; empty: none.
    QString scanned() const { return m_scanned; }
    // Whether it is certain to be compared in a moment, because its list is out of date.
    bool isWaiting(const QString& entity) const;
    ScanProgress progress() const;

signals:
    void progressed();
    void changed(const QString& entity); // the groups of these records
    void failed(const kith::Error& error);

private:
    void follow();
    void scanNext();

    Session& m_session;
    QTimer m_soon;  // after a change
    QTimer m_later; // before a scan that nobody waits for
    QTimer m_poll;
    std::deque<QString> m_waiting; // entities to scan
    QString m_scanned;
    bool m_following = false;
    bool m_again = false; // changed while following
    int m_book = 0;       // counts books, so that answers of an earlier one are dropped
};

QString progressText(const ScanProgress& progress, const QLocale& locale);

}
