#include "core/services/BackupFile.h"

#include "core/crypto/Blake2b.h"
#include "core/database/Cipher.h"
#include "core/database/system/DiskFiles.h"
#include "core/services/OpenBook.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("KITHBOOK");
constexpr quint32 formatVersion = 1;
constexpr qsizetype hashBytes = 32;
constexpr quint32 largestKeyFile = 1024 * 1024;
constexpr qint64 pieceBytes = 1024 * 1024;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

Error invalid(const QString& path, const QString& why)
{
    return Error{ErrorCode::BackupInvalid, {path, why}};
}

// Copies everything that is left of one file behind another, through the hash.
Status append(QFile& from, qint64 bytes, QIODevice& to, Blake2b* hash)
{
    while (bytes > 0) {
        const auto piece = from.read(std::min(bytes, pieceBytes));
        if (piece.isEmpty())
            return Error{ErrorCode::FileUnreadable, {from.fileName(), from.errorString()}};
        if (hash)
            hash->add(piece);
        if (to.write(piece) != piece.size())
            return Error{ErrorCode::DiskFull, {from.fileName()}};
        bytes -= piece.size();
    }
    return {};
}

struct Temporary
{
    QString path;
    ~Temporary() { QFile::remove(path); }
};

struct Parts
{
    QByteArray keyFile;
    qint64 databaseAt = 0;
    qint64 databaseBytes = 0;
};

// Reads the head and checks the hash over the whole file before anything is believed.
Result<Parts> readParts(QFile& file)
{
    const auto path = file.fileName();
    const qint64 size = file.size();
    const auto head = file.read(magic.size() + 8);
    if (head.size() < magic.size() + 8 || !head.startsWith(magic.toByteArray()))
        return invalid(path, u"head"_s);
    if (qFromBigEndian<quint32>(head.constData() + magic.size()) != formatVersion)
        return Error{ErrorCode::BookNewer, {path, {}, {}}};
    const auto keyBytes = qFromBigEndian<quint32>(head.constData() + magic.size() + 4);
    if (keyBytes > largestKeyFile)
        return invalid(path, u"head"_s);
    Parts parts;
    parts.keyFile = file.read(keyBytes);
    const auto length = file.read(8);
    if (parts.keyFile.size() != qsizetype(keyBytes) || length.size() != 8)
        return invalid(path, u"length"_s);
    parts.databaseAt = file.pos();
    parts.databaseBytes = qFromBigEndian<qint64>(length.constData());
    if (parts.databaseBytes < 0 || parts.databaseAt + parts.databaseBytes + hashBytes != size)
        return invalid(path, u"length"_s);
    Blake2b hash;
    file.seek(0);
    for (qint64 left = size - hashBytes; left > 0;) {
        const auto piece = file.read(std::min(left, pieceBytes));
        if (piece.isEmpty())
            return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
        hash.add(piece);
        left -= piece.size();
    }
    if (hash.finish() != file.read(hashBytes))
        return invalid(path, u"hash"_s);
    return parts;
}

}

namespace {

Result<KeyFile> keyFileAround(OpenBook& book, const DataKey& key, const QString& cipher)
{
    const std::lock_guard use(book.keyUse);
    return book.keyFile->around(*book.keys, key, cipher);
}

}

Result<BackupReport> writeBackup(OpenBook& book, Connection& connection, const QString& path)
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::FileExists, {path}};
    const auto dataKey = DataKey::random();
    const auto cipher = preferredCipher();
    const auto key = databaseKey(dataKey);
    const Temporary copy{path + u".database"_s};
    QFile::remove(copy.path);
    KITH_TRY(const auto report, backUp(connection, {copy.path, key.bytes(), cipher}));
    KITH_TRY(const auto keyFile, keyFileAround(book, dataKey, nameOf(cipher)));
    QFile database(copy.path);
    QSaveFile out(path);
    if (!database.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {copy.path, database.errorString()}};
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly))
        return Error{ErrorCode::FileUnwritable, {path, out.errorString()}};
    const auto keyBytes = keyFile.bytes();
    const auto head = magic.toByteArray() + bigEndian(formatVersion) + bigEndian(quint32(keyBytes.size())) + keyBytes +
                      bigEndian(database.size());
    Blake2b hash;
    hash.add(head);
    out.write(head);
    KITH_TRY(append(database, database.size(), out, &hash));
    out.write(hash.finish());
    if (!out.commit())
        return Error{ErrorCode::DiskFull, {path}};
    // Read back from the disk: what cannot be restored is no backup.
    QFile written(path);
    if (!written.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path, written.errorString()}};
    if (const auto read = readParts(written); !read) {
        QFile::remove(path);
        return read.error();
    }
    KITH_TRY(syncFolder(QFileInfo(path).path()));
    return report;
}

Status restoreBackup(const QString& backup, const QString& bookPath)
{
    if (QFileInfo::exists(bookPath))
        return Error{ErrorCode::BookExists, {bookPath}};
    QFile file(backup);
    if (!file.exists())
        return Error{ErrorCode::FileMissing, {backup}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {backup, file.errorString()}};
    KITH_TRY(const auto parts, readParts(file));
    KITH_TRY(auto keyFile, KeyFile::fromBytes(parts.keyFile, backup));
    QSaveFile database(bookPath);
    if (!database.open(QIODevice::WriteOnly) || !database.setPermissions(ownerOnly))
        return Error{ErrorCode::FileUnwritable, {bookPath, database.errorString()}};
    file.seek(parts.databaseAt);
    KITH_TRY(append(file, parts.databaseBytes, database, nullptr));
    // The keys first: they refuse to replace others, and a book without them would be of no use.
    KITH_TRY(keyFile.writeNew(bookPath));
    if (!database.commit()) {
        QFile::remove(keyFilePath(bookPath));
        QFile::remove(secondKeyFilePath(bookPath));
        return Error{ErrorCode::DiskFull, {bookPath}};
    }
    return syncFolder(QFileInfo(bookPath).path());
}

}
