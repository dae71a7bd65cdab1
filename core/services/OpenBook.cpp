#include "core/services/OpenBook.h"

#include "core/crypto/Argon2.h"
#include "core/database/Backup.h"
#include "core/database/Cipher.h"

#include <QDir>
#include <QFileInfo>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Result<FileLock> lockBook(const QString& path)
{
    auto lock = FileLock::acquire(path + u"-lock"_s);
    if (!lock && lock.error().code == ErrorCode::BookInUse)
        return Error{ErrorCode::BookInUse, {path}};
    return lock;
}

Result<std::unique_ptr<StoreThreads>> openThreads(const OpenRequest& request, const DatabaseKey& key, Cipher cipher)
{
    const BookAccess access{request.path, cipher, key.bytes(), nullptr};
    if (request.readBeside)
        return StoreThreads::openReadOnly(access, *request.clock);
    return StoreThreads::open(access, [&] {
        // An older book is kept as it was, beside itself and under the same key.
        const auto copyFirst = [&](Connection& connection) -> Status {
            KITH_TRY(const auto version, connection.integer("PRAGMA user_version"));
            const auto copy = request.path + u".before-version-%1"_s.arg(version + 1);
            if (QFileInfo::exists(copy))
                return {};
            KITH_TRY(backUp(connection, {copy, key.bytes(), cipher}));
            return {};
        };
        return StoreWriter::open(access, *request.clock, copyFirst);
    });
}

}

Result<std::shared_ptr<OpenBook>> openBook(const OpenRequest& request, const SlotSecret& secret)
{
    if (!QFileInfo::exists(request.path))
        return Error{ErrorCode::BookMissing, {request.path}};
    auto book = std::make_shared<OpenBook>();
    book->path = request.path;
    book->clock = request.clock;
    book->keychain = request.keychain;
    book->slow.setMaxThreadCount(1);
    if (!request.readBeside) {
        KITH_TRY(auto lock, lockBook(request.path));
        book->lock.emplace(std::move(lock));
    }
    KITH_TRY(auto keyFile, KeyFile::load(request.path, request.readBeside ? Repair::LeaveAlone : Repair::Heal));
    KITH_TRY(auto keys, keyFile.unlock(secret));
    const auto cipher = cipherNamed(keyFile.cipher());
    if (!cipher)
        return Error{ErrorCode::KeyFileNewer, {request.path}};
    auto threads = openThreads(request, databaseKey(keys.dataKey()), *cipher);
    if (!threads && threads.error().code == ErrorCode::BookKeyWrong && keys.pendingKey()) {
        // A change of keys was cut off after the book had taken the new one.
        const auto pending = cipherNamed(keyFile.pendingCipher());
        threads = openThreads(request, databaseKey(*keys.pendingKey()), pending.value_or(*cipher));
        if (threads && !request.readBeside)
            KITH_TRY(keyFile.finishRotation(keys));
    } else if (threads && keyFile.rotationPending() && !request.readBeside) {
        KITH_TRY(keyFile.abandonRotation(keys));
    }
    if (!threads)
        return threads.error();
    book->threads = std::move(threads).value();
    KITH_TRY(keyFile.expect(book->threads->meta().book));
    book->waysIn = keyFile.slotList();
    book->keyFile.emplace(std::move(keyFile));
    book->keys.emplace(std::move(keys));
    return book;
}

Result<std::shared_ptr<OpenBook>> createBook(const OpenRequest& request, const BookBirth& birth,
                                             const SlotSecret& secret)
{
    if (QFileInfo::exists(request.path))
        return Error{ErrorCode::BookExists, {request.path}};
    auto book = std::make_shared<OpenBook>();
    book->path = request.path;
    book->clock = request.clock;
    book->keychain = request.keychain;
    book->slow.setMaxThreadCount(1);
    const QDir folder = QFileInfo(request.path).dir();
    if (!folder.exists() && !folder.mkpath(u"."_s))
        return Error{ErrorCode::FileUnwritable, {folder.path(), {}}};
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
    const BookAccess access{request.path, cipher, key.bytes(), nullptr};
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
