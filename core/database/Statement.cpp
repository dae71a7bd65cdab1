#include "core/database/Statement.h"

#include "core/database/engine/EngineError.h"
#include "core/database/engine/StatementCache.h"

#include <QVarLengthArray>

#include <sqlite3.h>

#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// A pointer that is never null, because SQLite takes a null one for NULL.
const char* dataOf(QByteArrayView bytes)
{
    return bytes.isEmpty() ? "" : bytes.data();
}

// False at the first character outside ASCII.
bool copyAscii(QStringView text, char* to)
{
    char16_t seen = 0;
    for (const QChar character : text) {
        seen |= character.unicode();
        *to++ = char(character.unicode());
    }
    return seen < 0x80;
}

}

Statement::Statement(sqlite3_stmt* statement, StatementCache* lender) : m_statement(statement), m_lender(lender) {}

Statement::Statement(Error failed) : m_failed(std::move(failed)) {}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_lender(std::exchange(other.m_lender, nullptr))
    , m_failed(std::move(other.m_failed))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_statement = std::exchange(other.m_statement, nullptr);
        m_lender = std::exchange(other.m_lender, nullptr);
        m_failed = std::move(other.m_failed);
    }
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack()
{
    sqlite3_stmt* statement = std::exchange(m_statement, nullptr);
    if (!statement)
        return;
    if (StatementCache* lender = std::exchange(m_lender, nullptr))
        lender->giveBack(statement);
    else
        sqlite3_finalize(statement);
}

void Statement::keepFailure(int code)
{
    if (code != SQLITE_OK && !m_failed)
        m_failed = engineError(m_statement ? sqlite3_db_handle(m_statement) : nullptr, code);
}

Statement& Statement::bindInteger(int index, qint64 value)
{
    keepFailure(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement& Statement::bind(int index, double value)
{
    keepFailure(sqlite3_bind_double(m_statement, index, value));
    return *this;
}

Statement& Statement::bind(int index, std::nullopt_t)
{
    keepFailure(sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement& Statement::bind(int index, QStringView text)
{
    QVarLengthArray<char, 512> ascii(text.size());
    if (copyAscii(text, ascii.data()))
        return bindUtf8(index, QByteArrayView(ascii.data(), ascii.size()));
    return bindUtf8(index, text.toUtf8());
}

Statement& Statement::bind(int index, QByteArrayView blob)
{
    const auto size = sqlite3_uint64(blob.size());
    keepFailure(sqlite3_bind_blob64(m_statement, index, dataOf(blob), size, SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(int index, const Id128& id)
{
    keepFailure(sqlite3_bind_blob(m_statement, index, id.bytes.data(), int(id.bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindUtf8(int index, QByteArrayView text)
{
    const auto size = sqlite3_uint64(text.size());
    keepFailure(sqlite3_bind_text64(m_statement, index, dataOf(text), size, SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBorrowedUtf8(int index, QByteArrayView text)
{
    const auto size = sqlite3_uint64(text.size());
    keepFailure(sqlite3_bind_text64(m_statement, index, dataOf(text), size, SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBorrowedBlob(int index, QByteArrayView blob)
{
    const auto size = sqlite3_uint64(blob.size());
    keepFailure(sqlite3_bind_blob64(m_statement, index, dataOf(blob), size, SQLITE_STATIC));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_failed) {
        if (m_statement) {
            sqlite3_reset(m_statement);
            return *std::exchange(m_failed, std::nullopt);
        }
        return *m_failed;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    Error error = engineError(sqlite3_db_handle(m_statement), code);
    sqlite3_reset(m_statement);
    return error;
}

Status Statement::run()
{
    for (;;) {
        KITH_TRY(const bool row, step());
        if (!row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    if (m_statement)
        m_failed.reset();
}

void Statement::clearBindings()
{
    if (m_statement)
        sqlite3_clear_bindings(m_statement);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Statement::utf8(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return {text, text ? sqlite3_column_bytes(m_statement, column) : 0};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArrayView Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, bytes ? sqlite3_column_bytes(m_statement, column) : 0};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Id128 Statement::id128(int column) const
{
    Id128 id;
    const QByteArrayView bytes = blob(column);
    if (bytes.size() == qsizetype(id.bytes.size()))
        std::memcpy(id.bytes.data(), bytes.data(), id.bytes.size());
    return id;
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

bool Statement::isReadOnly() const
{
    return m_statement && sqlite3_stmt_readonly(m_statement) != 0;
}

int Statement::parameterCount() const
{
    return m_statement ? sqlite3_bind_parameter_count(m_statement) : 0;
}

}
