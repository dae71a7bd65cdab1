#include "core/services/OpenBook.h"

#include "core/crypto/Argon2.h"
#include "core/database/Cipher.h"
#include "core/services/BackupFile.h"

#include <QDir>
#include <QFileInfo>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Result<FileLock> lockBook(const QString& path)
{
    auto lock = FileLock::acquire(path + u"-lock"_s);
    if (lock)
        return lock;
    Error error = lock.error();
    error.detail.first() = path; // people know the book, not the file beside it
    return error;
}

// A folder that is there is left as it is; one that is made is for this person alone.
Status makeFolder(const QString& path)
{
    const QDir folder(path);
    if (folder.exists())
        return {};
    if (!folder.mkpath(u"."_s) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{ErrorCode::FileUnwritable, {path, {}}};
    return {};
}

Result<std::unique_ptr<StoreThreads>> openThreads(const OpenRequest& request, OpenBook& book, const DatabaseKey& key,
                                                  Cipher cipher)
{
    const BookAccess access{request.path, cipher, key.bytes(), request.vfs};
    if (request.readBeside)
        return StoreThreads::openReadOnly(access, *request.clock);
    return StoreThreads::open(access, [&] {
        // An older book is kept as it was: as a backup beside it, which a later rotation of the key leaves readable.
        const auto copyFirst = [&](Connection& connection) -> Status {
            KITH_TRY(const auto version, connection.integer("PRAGMA user_version"));
            const QFileInfo file(request.path);
            const auto copy = file.dir().filePath(
                u"%1.before-version-%2.kith-backup"_s.arg(file.completeBaseName()).arg(version + 1));
            if (QFileInfo::exists(copy))
                return {};
            KITH_TRY(writeBackup(book, connection, copy));
            return {};
        };
        return StoreWriter::open(access, *request.clock, copyFirst);
    });
}

std::shared_ptr<OpenBook> newBook(const OpenRequest& request)
{
    auto book = std::make_shared<OpenBook>();
    book->path = request.path;
    book->clock = request.clock;
    book->keychain = request.keychain;
    book->vfs = request.vfs;
    book->slow.setMaxThreadCount(1);
    return book;
}

Result<std::shared_ptr<OpenBook>> openOnce(const OpenRequest& request, const SlotSecret& secret)
{
    if (!QFileInfo::exists(request.path))
        return Error{ErrorCode::BookMissing, {request.path}};
    auto book = newBook(request);
    if (!request.readBeside) {
        KITH_TRY(auto lock, lockBook(request.path));
        book->lock.emplace(std::move(lock));
    }
    KITH_TRY(auto keyFile,
             KeyFile::load(request.path, request.readBeside ? Repair::LeaveAlone : Repair::Heal, request.keyStorage));
    KITH_TRY(auto keys, keyFile.unlock(secret));
    book->keyFile.emplace(std::move(keyFile));
    book->keys.emplace(std::move(keys));
    KITH_TRY(book->underPending, isUnderPendingKey(*book));
    const auto& key = book->underPending ? *book->keys->pendingKey() : book->keys->dataKey();
    const auto cipher = cipherNamed(book->underPending ? book->keyFile->pendingCipher() : book->keyFile->cipher());
    if (!cipher)
        return Error{ErrorCode::KeyFileNewer, {request.path}};
    KITH_TRY(book->threads, openThreads(request, *book, databaseKey(key), *cipher));
    KITH_TRY(book->keyFile->expect(book->threads->meta().book));
    // A rotation that was cut off ends here. If it cannot, the book opens all the same.
    if (!request.readBeside)
        static_cast<void>(settleRotation(*book));
    book->waysIn = book->keyFile->slotList();
    return book;
}

}

Result<std::shared_ptr<OpenBook>> openBook(const OpenRequest& request, const SlotSecret& secret)
{
    auto book = openOnce(request, secret);
    // Beside a program that rotates the key: what was read of the key file may be of before.
    if (!book && book.error().code == ErrorCode::BookKeyWrong && request.readBeside)
        book = openOnce(request, secret);
    return book;
}

Result<std::shared_ptr<OpenBook>> createBook(const OpenRequest& request, const BookBirth& birth,
                                             const SlotSecret& secret)
{
    if (QFileInfo::exists(request.path))
        return Error{ErrorCode::BookExists, {request.path}};
    auto book = newBook(request);
    KITH_TRY(makeFolder(QFileInfo(request.path).path()));
    KITH_TRY(auto lock, lockBook(request.path));
    book->lock.emplace(std::move(lock));
    const auto cipher = preferredCipher();
    const auto dataKey = DataKey::random();
    NewSlot slot;
    slot.created = request.clock->now();
    slot.cost = hasPassphrase(secret.type()) ? calibratedCost() : Argon2Cost{};
    // The key file first: a book that nobody can open would be the worse half.
    KITH_TRY(auto keyFile, KeyFile::create(request.path, birth.book, nameOf(cipher), dataKey, secret, slot));
    const auto key = databaseKey(dataKey);
    const BookAccess access{request.path, cipher, key.bytes(), request.vfs};
    auto threads = StoreThreads::open(access, [&] { return StoreWriter::create(access, birth, *request.clock); });
    if (!threads) {
        // Nothing of a book that could not be made stays behind.
        for (const auto* suffix : {u"", u"-wal", u"-shm", u"-keys", u"-keys2", u"-lock"})
            QFile::remove(request.path + QString::fromUtf16(suffix));
        return threads.error();
    }
    book->threads = std::move(threads).value();
    KITH_TRY(auto keys, keyFile.unlock(secret));
    book->waysIn = keyFile.slotList();
    book->keyFile.emplace(std::move(keyFile));
    book->keys.emplace(std::move(keys));
    return book;
}

}
