#pragma once

#include "core/base/Result.h"
#include "core/database/Cipher.h"
#include "core/database/Statement.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

struct sqlite3;

namespace kith {

enum class OpenMode {
    ReadOnly,
    ReadWrite,
    Create, // the file must not exist: BookExists
};

// Full survives a power cut; Normal may lose the last transactions in one, never the book; Off is for tests only.
enum class Durability { Full, Normal, Off };

enum class Checkpoint {
    Passive,  // what can be moved without waiting for anybody
    Truncate, // all of it, and the log file emptied: BookBusy if a reader is in the way
};

struct OpenOptions
{
    QString path;
    Cipher cipher = Cipher::Aegis256;
    std::span<const std::uint8_t> key; // 32 bytes, or none with Cipher::None. Only read during open().
    OpenMode mode = OpenMode::ReadWrite;
    int cacheKiB = 16 * 1024;
    int busyMilliseconds = 5000;
    const char* vfs = nullptr; // name of a registered file layer, for tests; nullptr: the system's
};

struct MemoryFigures
{
    qint64 cacheBytes = 0;
    qint64 schemaBytes = 0;
    qint64 statementBytes = 0;
    qint64 cacheHits = 0;
    qint64 cacheMisses = 0;
    int keptStatements = 0;
};

// One open book file, as one thread at a time uses it; only interrupt() may come from another. In WAL mode: one
// connection writes, others read their snapshot meanwhile. Every statement must be gone before its connection is.
class Connection
{
public:
    // Does the whole opening sequence and checks each step of it. Errors: BookMissing, BookExists, BookKeyWrong (the
    // key, the cipher or the first page is wrong: they cannot be told apart), BookPlain, BookNotABook, BookDamaged,
    // BookBusy, DiskFull, FileUnreadable, FileUnwritable, ReadOnly.
    static Result<Connection> open(const OpenOptions& options);

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    // Fixed SQL without values, one statement or several; rows are dropped.
    Status execute(const char* sql);
    // For SQL used once. For the rest, kept().
    Result<Statement> prepare(QByteArrayView sql);
    // The statement of this text, ready to bind: prepared once and lent out each time; its destructor gives it back,
    // reset and with nothing bound. The least recently used beyond 200 are dropped. An SQL error is told by step() and
    // run().
    Statement kept(QByteArrayView sql);
    // What is kept now, for looking at the plans of what was asked.
    QByteArrayList keptTexts() const;

    // The first column of the only row that fixed SQL answers; Internal if there is none.
    Result<qint64> integer(QByteArrayView sql);
    Result<QString> text(QByteArrayView sql);

    qint64 lastInsertKey() const;
    qint64 changes() const;      // rows changed by the last statement
    qint64 totalChanges() const; // since the connection was opened
    bool inTransaction() const;

    // From any thread while the connection is open: what runs now answers Cancelled.
    void interrupt() const;
    // Asked every few thousand steps of the engine, on this connection's thread; true: stop and answer Cancelled.
    // An empty function takes it away.
    void setProgressCheck(std::function<bool()> shouldStop);

    // Makes known to this connection's SQL a function of one blob: 1 where `holds` says so, else 0; NULL is an empty
    // blob. It must be pure, and is called on the connection's thread.
    Status addTest(const char* name, std::function<bool(QByteArrayView blob)> holds);

    Status setDurability(Durability durability);
    // Pages in the log at which a commit moves them into the file; 0: only checkpoint() does. 1000 at first.
    Status setAutoCheckpoint(int pages);
    Status checkpoint(Checkpoint kind);

    QString path() const;
    Cipher cipher() const;
    MemoryFigures memory() const;
    // Gives unused cache back to the system.
    void releaseMemory();

    // For core/database alone.
    struct State;
    State& state() const { return *m_state; }
    sqlite3* handle() const;

private:
    explicit Connection(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}
