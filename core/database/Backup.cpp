#include "core/database/Backup.h"

#include "core/database/engine/ConnectionState.h"
#include "core/database/engine/EngineError.h"
#include "core/database/system/DiskFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// Changes when another connection has committed.
constexpr const char* dataVersion = "PRAGMA data_version";

// A file under another name until it is good; removed unless it was named.
class UnnamedCopy
{
public:
    explicit UnnamedCopy(const QString& target) : m_target(target), m_path(target + u".part"_s) {}
    ~UnnamedCopy()
    {
        if (!m_named)
            QFile::remove(m_path);
        QFile::remove(m_path + u"-journal"_s);
    }
    UnnamedCopy(const UnnamedCopy&) = delete;
    UnnamedCopy& operator=(const UnnamedCopy&) = delete;

    const QString& path() const { return m_path; }
    Status prepare() const
    {
        if (QFileInfo::exists(m_target))
            return Error{ErrorCode::FileExists, {m_target}};
        // What a crash left; it was never a backup.
        if (QFileInfo::exists(m_path) && !QFile::remove(m_path))
            return Error{ErrorCode::FileUnwritable, {m_path, {}}};
        // VACUUM INTO takes an empty file as none.
        if (const auto made = createPrivateFile(m_path); !made)
            return Error{made.error().code, {m_target, made.error().detail.value(1)}};
        return {};
    }
    Status name()
    {
        QFile file(m_path);
        if (!file.rename(m_target)) { // never onto an existing file
            const auto code = QFileInfo::exists(m_target) ? ErrorCode::FileExists : ErrorCode::FileUnwritable;
            return Error{code, {m_target, file.errorString()}};
        }
        m_named = true;
        return syncFolder(QFileInfo(m_target).absolutePath());
    }

private:
    QString m_target;
    QString m_path;
    bool m_named = false;
};

// The one place where ATTACH passes the authorizer: VACUUM INTO does it inside.
class AttachPermission
{
public:
    explicit AttachPermission(bool& allowed) : m_allowed(allowed) { m_allowed = true; }
    ~AttachPermission() { m_allowed = false; }
    AttachPermission(const AttachPermission&) = delete;
    AttachPermission& operator=(const AttachPermission&) = delete;

private:
    bool& m_allowed;
};

// VACUUM INTO takes the copy's cipher and key only from a URI. Both numbers of hexadecimal digits are even: "raw:" and
// 32 bytes.
QByteArray uriOf(const QString& path, const BackupTarget& target)
{
    QByteArray uri = "file:" + QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/:");
#ifdef Q_OS_WIN
    uri.insert(5, '/');
#endif
    uri += target.cipher == Cipher::Aegis256 ? "?cipher=aegis&algorithm=aegis-256" : "?cipher=chacha20&legacy=0";
    const auto* key = reinterpret_cast<const char*>(target.key.data());
    QByteArray hex = QByteArray::fromRawData(key, qsizetype(target.key.size())).toHex();
    uri += "&hexkey=" + QByteArray("raw:").toHex() + hex;
    hex.fill('\0');
    return uri;
}

Status vacuumInto(Connection& book, bool& attachAllowed, const QString& path, const BackupTarget& target)
{
    const AttachPermission permission(attachAllowed);
    QByteArray uri = uriOf(path, target);
    Status copied = [&]() -> Status {
        KITH_TRY(auto vacuum, book.prepare("VACUUM main INTO ?1"));
        vacuum.bindUtf8(1, uri);
        return vacuum.run();
    }();
    uri.fill('\0');
    if (!copied && copied.error().code == ErrorCode::Internal) // SQLite's text may hold the URI, and so the key
        return Error{ErrorCode::FileUnwritable, {target.path, {}}};
    if (!copied && copied.error().code != ErrorCode::Cancelled && !copied.error().detail.isEmpty())
        return Error{copied.error().code, {target.path}};
    return copied;
}

Result<QByteArray> hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
    return hash.result();
}

Result<std::vector<TableRows>> checkCopy(const QString& path, const BackupTarget& target, const char* vfs,
                                         const CopyProgress& progress)
{
    KITH_TRY(auto copy,
             Connection::open(
                 {.path = path, .cipher = target.cipher, .key = target.key, .mode = OpenMode::ReadOnly, .vfs = vfs}));
    if (progress)
        copy.setProgressCheck([&] { return !progress(-1); });
    KITH_TRY(verifyIntegrity(copy));
    return countRows(copy);
}

// Asks the progress while the book is copied: the copy's size tells how far that is.
class CopyWatch
{
public:
    CopyWatch(Connection& book, const QString& copy, const CopyProgress& progress) : m_book(progress ? &book : nullptr)
    {
        if (!progress)
            return;
        const auto whole = double(std::max<qint64>(QFileInfo(book.path()).size(), 1));
        book.setProgressCheck([=] { return !progress(std::min(double(QFileInfo(copy).size()) / whole, 1.0)); });
    }
    ~CopyWatch()
    {
        if (m_book)
            m_book->setProgressCheck({});
    }
    CopyWatch(const CopyWatch&) = delete;
    CopyWatch& operator=(const CopyWatch&) = delete;

private:
    Connection* m_book;
};

}

Result<BackupReport> backUp(Connection& book, const BackupTarget& target, const CopyProgress& progress)
{
    if (target.cipher == Cipher::None || target.key.size() != 32)
        return Error{ErrorCode::Internal, {u"a backup without a key of 32 bytes"_s}};
    UnnamedCopy copy(target.path);
    KITH_TRY(copy.prepare());
    auto& state = book.state();
    BackupReport report;
    KITH_TRY(const qint64 before, book.integer(dataVersion));
    KITH_TRY(const auto rows, countRows(book));
    {
        const CopyWatch watch(book, copy.path(), progress);
        KITH_TRY(vacuumInto(book, state.attachAllowed, copy.path(), target));
    }
    KITH_TRY(const qint64 after, book.integer(dataVersion));
    KITH_TRY(report.rows,
             checkCopy(copy.path(), target, state.vfs.isEmpty() ? nullptr : state.vfs.constData(), progress));
    if (before == after && report.rows != rows)
        return Error{ErrorCode::BackupInvalid, {target.path, u"another number of rows than the book"_s}};
    KITH_TRY(syncFile(copy.path()));
    KITH_TRY(report.hash, hashOf(copy.path()));
    report.bytes = QFileInfo(copy.path()).size();
    KITH_TRY(copy.name());
    return report;
}

Status verifyIntegrity(Connection& connection)
{
    KITH_TRY(auto check, connection.prepare("PRAGMA integrity_check(10)"));
    QStringList found;
    for (;;) {
        KITH_TRY(const bool row, check.step());
        if (!row)
            break;
        found.append(check.text(0));
    }
    if (found == QStringList{u"ok"_s})
        return {};
    return Error{ErrorCode::BookDamaged, {connection.path(), found.join(u'\n')}};
}

Result<std::vector<TableRows>> countRows(Connection& connection)
{
    std::vector<TableRows> tables;
    KITH_TRY(auto names, connection.prepare(R"(
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name)"));
    for (;;) {
        KITH_TRY(const bool row, names.step());
        if (!row)
            return tables;
        TableRows& table = tables.emplace_back(TableRows{names.utf8(0).toByteArray(), 0});
        QByteArray quoted = table.table;
        quoted.replace('"', "\"\"");
        KITH_TRY(auto count, connection.prepare("SELECT count(*) FROM \"" + quoted + '"'));
        KITH_TRY(count.step());
        table.rows = count.integer(0);
    }
}

}
