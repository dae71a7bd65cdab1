#include "core/database/engine/StatementCache.h"

#include <sqlite3.h>

namespace kith {
namespace {

constexpr std::size_t mostKept = 200;

}

StatementCache::~StatementCache()
{
    Q_ASSERT_X(m_lent == 0, "StatementCache", "a statement outlived its connection");
    clear();
}

void StatementCache::clear()
{
    for (const Kept& kept : m_kept)
        sqlite3_finalize(kept.statement);
    m_kept.clear();
    m_bySql.clear();
}

sqlite3_stmt* StatementCache::borrow(QByteArrayView text, int& code)
{
    const QByteArrayView sql = text.trimmed(); // as SQLite keeps it, so that it is found again
    code = SQLITE_OK;
    const auto found = m_bySql.constFind(QByteArray::fromRawData(sql.data(), sql.size()));
    if (found != m_bySql.cend()) {
        const auto kept = *found;
        sqlite3_stmt* statement = kept->statement;
        m_bySql.erase(found);
        m_kept.erase(kept);
        ++m_lent;
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    code = sqlite3_prepare_v3(m_engine, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    if (code == SQLITE_OK && (!statement || tail != sql.data() + sql.size())) {
        sqlite3_finalize(statement);
        code = SQLITE_MISUSE;
        return nullptr;
    }
    if (statement)
        ++m_lent;
    return statement;
}

void StatementCache::giveBack(sqlite3_stmt* statement)
{
    --m_lent;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    // SQLite's own copy of the text, so that the key costs nothing while the statement lives.
    const char* const text = sqlite3_sql(statement);
    const auto sql = QByteArray::fromRawData(text, qsizetype(qstrlen(text)));
    if (m_bySql.contains(sql)) { // two of the same text were out at once
        sqlite3_finalize(statement);
        return;
    }
    m_kept.push_front({sql, statement});
    m_bySql.insert(sql, m_kept.begin());
    if (m_kept.size() > mostKept) {
        m_bySql.remove(m_kept.back().sql);
        sqlite3_finalize(m_kept.back().statement);
        m_kept.pop_back();
    }
}

// Copies: a key lies in its statement, and goes with it.
QByteArrayList StatementCache::texts() const
{
    QByteArrayList texts;
    for (auto kept = m_bySql.keyBegin(); kept != m_bySql.keyEnd(); ++kept)
        texts += QByteArray(kept->constData(), kept->size());
    return texts;
}

}
