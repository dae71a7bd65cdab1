#include "core/database/Transaction.h"

#include "core/database/Connection.h"

#include <QString>

#include <utility>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// The engine rolls back by itself on a full disk, an input or output error and an interrupted write.
void rollBackIfOpen(Connection& connection)
{
    if (connection.inTransaction())
        static_cast<void>(connection.execute("ROLLBACK"));
}

}

Result<WriteTransaction> WriteTransaction::begin(Connection& connection)
{
    KITH_TRY(connection.kept("BEGIN IMMEDIATE").run());
    return WriteTransaction(connection);
}

WriteTransaction::WriteTransaction(WriteTransaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

WriteTransaction::~WriteTransaction()
{
    rollback();
}

Status WriteTransaction::commit()
{
    Connection* connection = std::exchange(m_connection, nullptr);
    if (!connection || !connection->inTransaction())
        return Error{ErrorCode::Internal, {u"the transaction was over before its commit"_s}};
    Status committed = connection->kept("COMMIT").run();
    if (!committed)
        rollBackIfOpen(*connection);
    return committed;
}

void WriteTransaction::rollback()
{
    if (Connection* connection = std::exchange(m_connection, nullptr))
        rollBackIfOpen(*connection);
}

Result<ReadTransaction> ReadTransaction::begin(Connection& connection)
{
    KITH_TRY(connection.kept("BEGIN").run());
    ReadTransaction transaction(connection);
    // The snapshot is taken by the first read, not by BEGIN.
    KITH_TRY(connection.kept("SELECT 1 FROM sqlite_schema LIMIT 1").run());
    return transaction;
}

ReadTransaction::ReadTransaction(ReadTransaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

ReadTransaction::~ReadTransaction()
{
    end();
}

void ReadTransaction::end()
{
    if (Connection* connection = std::exchange(m_connection, nullptr))
        rollBackIfOpen(*connection);
}

Result<Savepoint> Savepoint::begin(Connection& connection)
{
    if (!connection.inTransaction())
        return Error{ErrorCode::Internal, {u"a savepoint outside a transaction"_s}};
    KITH_TRY(connection.kept("SAVEPOINT kith").run());
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Savepoint::~Savepoint()
{
    rollback();
}

Status Savepoint::release()
{
    Connection* connection = std::exchange(m_connection, nullptr);
    if (!connection || !connection->inTransaction())
        return Error{ErrorCode::Internal, {u"the savepoint was over before its release"_s}};
    return connection->kept("RELEASE kith").run();
}

void Savepoint::rollback()
{
    Connection* connection = std::exchange(m_connection, nullptr);
    if (!connection || !connection->inTransaction())
        return;
    static_cast<void>(connection->kept("ROLLBACK TO kith").run());
    static_cast<void>(connection->kept("RELEASE kith").run());
}

}
