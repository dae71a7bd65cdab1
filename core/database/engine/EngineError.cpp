#include "core/database/engine/EngineError.h"

#include <QString>

#include <sqlite3.h>

#include <system_error>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QString pathOf(sqlite3* engine)
{
    const char* path = engine ? sqlite3_db_filename(engine, "main") : nullptr;
    return path ? QString::fromUtf8(path) : QString();
}

QString engineText(sqlite3* engine, int code)
{
    const char* text = engine ? sqlite3_errmsg(engine) : sqlite3_errstr(code);
    return u"SQLite %1: %2"_s.arg(code).arg(QString::fromUtf8(text));
}

int systemNumber(sqlite3* engine)
{
    return engine ? sqlite3_system_errno(engine) : 0;
}

QString systemText(sqlite3* engine, int code)
{
    const int number = systemNumber(engine);
    if (number == 0)
        return QString::fromUtf8(sqlite3_errstr(code));
    return QString::fromStdString(std::system_category().message(number));
}

// The engine says so of a write only, not of the shared memory that every opening needs.
bool isFull(sqlite3* engine)
{
    return std::system_category().default_error_condition(systemNumber(engine)) == std::errc::no_space_on_device;
}

bool isReading(int code)
{
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_SEEK:
        return true;
    default:
        return false;
    }
}

Error inputOutputError(sqlite3* engine, int code)
{
    if (code == SQLITE_IOERR_NOMEM)
        return {ErrorCode::NotEnoughMemory, {}};
    if (code == SQLITE_IOERR_CORRUPTFS)
        return {ErrorCode::BookDamaged, {pathOf(engine), engineText(engine, code)}};
    if (!isReading(code) && isFull(engine))
        return {ErrorCode::DiskFull, {pathOf(engine)}};
    const ErrorCode kind = isReading(code) ? ErrorCode::FileUnreadable : ErrorCode::FileUnwritable;
    return {kind, {pathOf(engine), systemText(engine, code)}};
}

}

Error engineError(sqlite3* engine, int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, {pathOf(engine)}};
    case SQLITE_IOERR:
        return inputOutputError(engine, code);
    case SQLITE_CANTOPEN:
        return {ErrorCode::FileUnreadable, {pathOf(engine), systemText(engine, code)}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::ReadOnly, {pathOf(engine)}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return {ErrorCode::BookDamaged, {pathOf(engine), engineText(engine, code)}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return {ErrorCode::BookBusy, {pathOf(engine)}};
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return {ErrorCode::Cancelled, {}};
    case SQLITE_NOMEM:
        return {ErrorCode::NotEnoughMemory, {}};
    default:
        return {ErrorCode::Internal, {engineText(engine, code)}};
    }
}

}
