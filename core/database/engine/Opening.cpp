#include "core/database/engine/Opening.h"

#include "core/database/engine/EngineError.h"
#include "core/database/system/DiskFiles.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr std::size_t keySize = 32;
constexpr int aegis256 = 4; // SQLite3MC's number of the algorithm
constexpr int smallestPage = 512;
constexpr std::string_view plainHeader{"SQLite format 3", 16};
constexpr int applicationId = 0x4b697468; // "Kith"

using FirstBytes = std::array<char, 16>;

// As they lie on the disk: SQLite3MC does not decrypt a read of exactly these 16 bytes. Through the engine's own file,
// because closing another handle of it would drop this process's locks on it.
Result<FirstBytes> firstBytes(sqlite3* engine)
{
    sqlite3_file* file = nullptr;
    if (const int code = sqlite3_file_control(engine, "main", SQLITE_FCNTL_FILE_POINTER, &file); code != SQLITE_OK)
        return engineError(engine, code);
    FirstBytes bytes{};
    if (const int code = file->pMethods->xRead(file, bytes.data(), int(bytes.size()), 0); code != SQLITE_OK)
        return engineError(engine, code);
    return bytes;
}

bool isPlain(const FirstBytes& bytes)
{
    return std::memcmp(bytes.data(), plainHeader.data(), bytes.size()) == 0;
}

Error impossible(const char* what)
{
    return {ErrorCode::Internal, {QString::fromLatin1(what)}};
}

// The first column of the first row, as a number; -1 without one.
Result<int> pragma(sqlite3* engine, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(engine, sql, -1, &statement, nullptr);
    int answer = -1;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            answer = sqlite3_column_int(statement, 0);
    }
    if (code != SQLITE_DONE) {
        Error error = engineError(engine, code);
        sqlite3_finalize(statement);
        return error;
    }
    sqlite3_finalize(statement);
    return answer;
}

Status requirePragma(sqlite3* engine, const char* set, const char* read, int expected)
{
    KITH_TRY(pragma(engine, set));
    KITH_TRY(const int answer, pragma(engine, read));
    if (answer != expected)
        return impossible(read);
    return {};
}

Status requireOption(sqlite3* engine, int option, int wanted)
{
    int now = -1;
    if (const int code = sqlite3_db_config(engine, option, wanted, &now); code != SQLITE_OK)
        return engineError(engine, code);
    return now == wanted ? Status() : impossible("sqlite3_db_config");
}

Status setCipher(sqlite3* engine, Cipher cipher)
{
    const char* name = cipher == Cipher::Aegis256 ? "aegis" : "chacha20";
    const int index = sqlite3mc_cipher_index(name);
    if (index < 1 || sqlite3mc_config(engine, "cipher", index) != index ||
        sqlite3mc_config(engine, "cipher", -1) != index)
        return impossible("the engine lacks the cipher");
    if (cipher == Cipher::Aegis256) {
        sqlite3mc_config_cipher(engine, name, "algorithm", aegis256);
        if (sqlite3mc_config_cipher(engine, name, "algorithm", -1) != aegis256)
            return impossible("the engine lacks AEGIS-256");
    }
    // Only the form with authenticated pages.
    if (cipher == Cipher::ChaCha20Poly1305 && sqlite3mc_config_cipher(engine, name, "legacy", -1) != 0)
        return impossible("the engine's ChaCha20 is the legacy one");
    if (sqlite3mc_config(engine, "hmac_check", -1) != 1)
        return impossible("the engine does not authenticate pages");
    return {};
}

void zero(char* bytes, std::size_t size)
{
    volatile char* place = bytes;
    while (size-- > 0)
        *place++ = 0;
}

Status setKey(sqlite3* engine, std::span<const std::uint8_t> key)
{
    constexpr const char* digits = "0123456789abcdef";
    std::array<char, 2 * keySize + 3> text{};
    auto place = text.begin();
    *place++ = 'x';
    *place++ = '\'';
    for (const std::uint8_t byte : key) {
        *place++ = digits[byte >> 4];
        *place++ = digits[byte & 15];
    }
    *place = '\'';
    const int code = sqlite3_key_v2(engine, "main", text.data(), int(text.size()));
    zero(text.data(), text.size());
    return code == SQLITE_OK ? Status() : engineError(engine, code);
}

Status writeFirstPage(sqlite3* engine)
{
    char sql[64];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA application_id=%d", applicationId);
    return requirePragma(engine, sql, "PRAGMA application_id", applicationId);
}

// A wal that cannot be had (a file system without shared memory, a file marked otherwise) answers with another mode.
Status requireWal(sqlite3* engine)
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(engine, "PRAGMA journal_mode=WAL", -1, &statement, nullptr);
    bool wal = false;
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        const auto* mode = code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : nullptr;
        wal = mode && std::strcmp(reinterpret_cast<const char*>(mode), "wal") == 0;
    }
    Status status;
    if (code != SQLITE_ROW)
        status = engineError(engine, code);
    else if (!wal)
        status = impossible("PRAGMA journal_mode");
    sqlite3_finalize(statement);
    return status;
}

// Nothing could be decrypted: says what the file is instead.
Error whatItIs(sqlite3* engine, const OpenOptions& options)
{
    auto bytes = firstBytes(engine);
    if (!bytes)
        return QFileInfo(options.path).size() < smallestPage ? Error{ErrorCode::BookNotABook, {options.path}}
                                                             : bytes.error();
    if (isPlain(*bytes) && options.cipher != Cipher::None)
        return {ErrorCode::BookPlain, {options.path}};
    if (options.cipher == Cipher::None || QFileInfo(options.path).size() < smallestPage)
        return {ErrorCode::BookNotABook, {options.path}};
    return {ErrorCode::BookKeyWrong, {options.path}};
}

}

Result<sqlite3*> openFile(const OpenOptions& options)
{
    const QFileInfo file(options.path);
    if (options.mode == OpenMode::Create && file.exists())
        return Error{ErrorCode::BookExists, {options.path}};
    if (options.mode != OpenMode::Create && !file.exists())
        return Error{ErrorCode::BookMissing, {options.path}};
    // An empty file would become a new database without a word.
    if (options.mode != OpenMode::Create && (file.isDir() || file.size() == 0))
        return Error{ErrorCode::BookNotABook, {options.path}};
    if (options.mode == OpenMode::Create)
        KITH_TRY(createPrivateFile(options.path));

    // SQLITE_OPEN_URI is for a backup's own key alone; this path is absolute, so it is never taken for one.
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_URI;
    flags |= options.mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options.mode == OpenMode::Create)
        flags |= SQLITE_OPEN_CREATE;
    // A file layer by name is wrapped by the one that encrypts.
    const QByteArray vfs = options.vfs ? QByteArray("multipleciphers-").append(options.vfs) : QByteArray();
    const QByteArray path = QDir::toNativeSeparators(file.absoluteFilePath()).toUtf8();
    sqlite3* engine = nullptr;
    const int code = sqlite3_open_v2(path.constData(), &engine, flags, vfs.isEmpty() ? nullptr : vfs.constData());
    if (code == SQLITE_OK)
        return engine;
    Error error = engineError(engine, code);
    sqlite3_close_v2(engine);
    if (error.code == ErrorCode::FileUnreadable && options.mode == OpenMode::Create)
        error.code = ErrorCode::FileUnwritable;
    return error;
}

Status setCipherAndKey(sqlite3* engine, const OpenOptions& options)
{
    if (options.cipher == Cipher::None)
        return options.key.empty() ? Status() : impossible("a key without a cipher");
    if (options.key.size() != keySize)
        return impossible("a key that is not 32 bytes");
    KITH_TRY(setCipher(engine, options.cipher));
    return setKey(engine, options.key);
}

Status readSchema(sqlite3* engine, const OpenOptions& options)
{
    KITH_TRY(requireOption(engine, SQLITE_DBCONFIG_DEFENSIVE, 1));
    KITH_TRY(requireOption(engine, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0));
    if (const auto read = pragma(engine, "SELECT count(*) FROM sqlite_schema"); !read) {
        const int code = sqlite3_errcode(engine) & 0xff;
        return code == SQLITE_NOTADB ? whatItIs(engine, options) : read.error();
    }
    if (options.mode == OpenMode::Create)
        KITH_TRY(writeFirstPage(engine));
    KITH_TRY(const int application, pragma(engine, "PRAGMA application_id"));
    if (application != applicationId)
        return Error{ErrorCode::BookNotABook, {options.path}};
    return {};
}

Status setPragmas(sqlite3* engine, const OpenOptions& options)
{
    char cache[48];
    sqlite3_snprintf(sizeof cache, cache, "PRAGMA cache_size=-%d", options.cacheKiB);
    KITH_TRY(requirePragma(engine, cache, "PRAGMA cache_size", -options.cacheKiB));
    KITH_TRY(requirePragma(engine, "PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys", 0));
    KITH_TRY(requirePragma(engine, "PRAGMA temp_store=MEMORY", "PRAGMA temp_store", 2));
    KITH_TRY(requirePragma(engine, "PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", 1));
    KITH_TRY(requirePragma(engine, "PRAGMA secure_delete=ON", "PRAGMA secure_delete", 1));
    KITH_TRY(requirePragma(engine, "PRAGMA mmap_size=0", "PRAGMA mmap_size", 0));
    if (options.mode != OpenMode::ReadOnly)
        KITH_TRY(requireWal(engine));
    KITH_TRY(requirePragma(engine, "PRAGMA synchronous=FULL", "PRAGMA synchronous", 2));
    KITH_TRY(requirePragma(engine, "PRAGMA fullfsync=ON", "PRAGMA fullfsync", 1));
    KITH_TRY(requirePragma(engine, "PRAGMA checkpoint_fullfsync=ON", "PRAGMA checkpoint_fullfsync", 1));
    KITH_TRY(
        requirePragma(engine, "PRAGMA journal_size_limit=67108864", "PRAGMA journal_size_limit", 64 * 1024 * 1024));
    KITH_TRY(requirePragma(engine, "PRAGMA wal_autocheckpoint=1000", "PRAGMA wal_autocheckpoint", 1000));
    return {};
}

Status requireEncrypted(sqlite3* engine, const OpenOptions& options)
{
    KITH_TRY(const FirstBytes bytes, firstBytes(engine));
    if (isPlain(bytes) != (options.cipher == Cipher::None))
        return Error{ErrorCode::BookPlain, {options.path}};
    return {};
}

}
