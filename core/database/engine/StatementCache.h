#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <QHash>

#include <list>

struct sqlite3;
struct sqlite3_stmt;

namespace kith {

// The prepared statements of one connection that nobody uses at the moment, by their text, least recently used last.
class StatementCache
{
public:
    explicit StatementCache(sqlite3* engine) : m_engine(engine) {}
    ~StatementCache();
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;

    // A kept statement, or a new one. Null if it cannot be prepared or is not exactly one; `code` says why.
    sqlite3_stmt* borrow(QByteArrayView text, int& code);
    void giveBack(sqlite3_stmt* statement);
    void clear();

    int size() const { return int(m_kept.size()); }
    QByteArrayList texts() const;
    int lent() const { return m_lent; }

private:
    struct Kept
    {
        QByteArray sql;
        sqlite3_stmt* statement;
    };

    sqlite3* m_engine;
    std::list<Kept> m_kept;
    QHash<QByteArray, std::list<Kept>::iterator> m_bySql;
    int m_lent = 0;
};

}
