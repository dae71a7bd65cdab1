#pragma once

#include <QObject>

class QLocalServer;

namespace kith {

// One window a book: a second start raises the first. The file itself is guarded by the store (BookInUse); this only
// makes the answer pleasant.
class SingleWindow : public QObject
{
    Q_OBJECT

public:
    explicit SingleWindow(QObject* parent = nullptr);

    // Asks whoever has this book to come forward. True if somebody answered. Waits at most 300 ms, before any window.
    static bool raiseOther(const QString& book);
    void listen(const QString& book);

signals:
    void raised();

private:
    QLocalServer* m_server;
};

}
