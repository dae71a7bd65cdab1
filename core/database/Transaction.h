#pragma once

#include "core/base/Result.h"

namespace kith {

class Connection;

// All or nothing: rolls back unless committed. The connection must outlive it.
class WriteTransaction
{
public:
    // Takes the write lock at once, so that nothing later fails for it. BookBusy if another holds it for too long.
    static Result<WriteTransaction> begin(Connection& connection);

    WriteTransaction(WriteTransaction&& other) noexcept;
    WriteTransaction& operator=(WriteTransaction&&) = delete;
    ~WriteTransaction();

    // After an error nothing of the transaction is visible to anybody, and it is over.
    Status commit();
    void rollback();

private:
    explicit WriteTransaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

// Every read until its end sees the book as it is now, whatever others commit meanwhile. Keep it short: while it lasts,
// the log cannot be emptied.
class ReadTransaction
{
public:
    static Result<ReadTransaction> begin(Connection& connection);

    ReadTransaction(ReadTransaction&& other) noexcept;
    ReadTransaction& operator=(ReadTransaction&&) = delete;
    ~ReadTransaction();

    void end();

private:
    explicit ReadTransaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

// A part of a write transaction that can be taken back by itself: rolls back to its beginning unless released. They
// nest.
class Savepoint
{
public:
    static Result<Savepoint> begin(Connection& connection);

    Savepoint(Savepoint&& other) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();

    Status release();
    void rollback();

private:
    explicit Savepoint(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

}
