#include "core/database/Connection.h"

#include "core/database/engine/ConnectionState.h"
#include "core/database/engine/EngineError.h"
#include "core/database/engine/Opening.h"

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int stepsBetweenChecks = 4000;

int authorize(void* state, int action, const char*, const char*, const char*, const char*)
{
    if (action == SQLITE_ATTACH && !static_cast<Connection::State*>(state)->attachAllowed)
        return SQLITE_DENY;
    return SQLITE_OK;
}

int progressed(void* state)
{
    return static_cast<Connection::State*>(state)->shouldStop() ? 1 : 0;
}

using BlobTest = std::function<bool(QByteArrayView)>;

void runTest(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto& holds = *static_cast<const BlobTest*>(sqlite3_user_data(context));
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    sqlite3_result_int(context, holds(QByteArrayView(bytes, sqlite3_value_bytes(values[0]))) ? 1 : 0);
}

void deleteTest(void* test)
{
    delete static_cast<BlobTest*>(test);
}

qint64 figure(sqlite3* engine, int which)
{
    int now = 0;
    int highest = 0;
    return sqlite3_db_status(engine, which, &now, &highest, 0) == SQLITE_OK ? now : 0;
}

}

Connection::State::~State()
{
    statements.clear();
    sqlite3_close_v2(engine);
}

Connection::Connection(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const OpenOptions& options)
{
    KITH_TRY(sqlite3* const engine, openFile(options));
    auto state = std::make_unique<State>(engine);
    state->cipher = options.cipher;
    state->vfs = options.vfs;
    if (const int code = sqlite3_busy_timeout(engine, options.busyMilliseconds); code != SQLITE_OK)
        return engineError(engine, code);
    if (const int code = sqlite3_set_authorizer(engine, authorize, state.get()); code != SQLITE_OK)
        return engineError(engine, code);
    KITH_TRY(setCipherAndKey(engine, options));
    KITH_TRY(readSchema(engine, options));
    KITH_TRY(setPragmas(engine, options));
    KITH_TRY(requireEncrypted(engine, options));
    return Connection(std::move(state));
}

Status Connection::execute(const char* sql)
{
    const int code = sqlite3_exec(m_state->engine, sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Status() : engineError(m_state->engine, code);
}

Result<Statement> Connection::prepare(QByteArrayView sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_state->engine, sql.data(), int(sql.size()), 0, &statement, nullptr);
    if (code != SQLITE_OK)
        return engineError(m_state->engine, code);
    if (!statement)
        return Error{ErrorCode::Internal, {u"an empty statement"_s}};
    return Statement(statement, nullptr);
}

Statement Connection::kept(QByteArrayView sql)
{
    int code = 0;
    if (sqlite3_stmt* statement = m_state->statements.borrow(sql, code))
        return Statement(statement, &m_state->statements);
    return Statement(engineError(m_state->engine, code));
}

QByteArrayList Connection::keptTexts() const
{
    return m_state->statements.texts();
}

Result<qint64> Connection::integer(QByteArrayView sql)
{
    Statement statement = kept(sql);
    KITH_TRY(const bool row, statement.step());
    if (!row)
        return Error{ErrorCode::Internal, {u"no row"_s}};
    return statement.integer(0);
}

Result<QString> Connection::text(QByteArrayView sql)
{
    Statement statement = kept(sql);
    KITH_TRY(const bool row, statement.step());
    if (!row)
        return Error{ErrorCode::Internal, {u"no row"_s}};
    return statement.text(0);
}

qint64 Connection::lastInsertKey() const
{
    return sqlite3_last_insert_rowid(m_state->engine);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_state->engine);
}

qint64 Connection::totalChanges() const
{
    return sqlite3_total_changes64(m_state->engine);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_state->engine) == 0;
}

void Connection::interrupt() const
{
    sqlite3_interrupt(m_state->engine);
}

void Connection::setProgressCheck(std::function<bool()> shouldStop)
{
    m_state->shouldStop = std::move(shouldStop);
    if (m_state->shouldStop)
        sqlite3_progress_handler(m_state->engine, stepsBetweenChecks, progressed, m_state.get());
    else
        sqlite3_progress_handler(m_state->engine, 0, nullptr, nullptr);
}

Status Connection::addTest(const char* name, std::function<bool(QByteArrayView)> holds)
{
    // The engine deletes it with the connection, or at once if it cannot be added.
    auto* test = new BlobTest(std::move(holds));
    const int code =
        sqlite3_create_function_v2(m_state->engine, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                   test, runTest, nullptr, nullptr, deleteTest);
    return code == SQLITE_OK ? Status() : engineError(m_state->engine, code);
}

Status Connection::setDurability(Durability durability)
{
    switch (durability) {
    case Durability::Full:
        return execute("PRAGMA synchronous=FULL");
    case Durability::Normal:
        return execute("PRAGMA synchronous=NORMAL");
    case Durability::Off:
        return execute("PRAGMA synchronous=OFF");
    }
    return {};
}

Status Connection::setAutoCheckpoint(int pages)
{
    const int code = sqlite3_wal_autocheckpoint(m_state->engine, pages);
    return code == SQLITE_OK ? Status() : engineError(m_state->engine, code);
}

Status Connection::checkpoint(Checkpoint kind)
{
    const int mode = kind == Checkpoint::Truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_state->engine, "main", mode, nullptr, nullptr);
    return code == SQLITE_OK ? Status() : engineError(m_state->engine, code);
}

QString Connection::path() const
{
    return QString::fromUtf8(sqlite3_db_filename(m_state->engine, "main"));
}

Cipher Connection::cipher() const
{
    return m_state->cipher;
}

MemoryFigures Connection::memory() const
{
    MemoryFigures figures;
    figures.cacheBytes = figure(m_state->engine, SQLITE_DBSTATUS_CACHE_USED);
    figures.schemaBytes = figure(m_state->engine, SQLITE_DBSTATUS_SCHEMA_USED);
    figures.statementBytes = figure(m_state->engine, SQLITE_DBSTATUS_STMT_USED);
    figures.cacheHits = figure(m_state->engine, SQLITE_DBSTATUS_CACHE_HIT);
    figures.cacheMisses = figure(m_state->engine, SQLITE_DBSTATUS_CACHE_MISS);
    figures.keptStatements = m_state->statements.size();
    return figures;
}

void Connection::releaseMemory()
{
    sqlite3_db_release_memory(m_state->engine);
}

sqlite3* Connection::handle() const
{
    return m_state->engine;
}

}
