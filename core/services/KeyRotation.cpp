#include "core/services/KeyRotation.h"

#include "core/database/Backup.h"
#include "core/database/Cipher.h"
#include "core/database/system/DiskFiles.h"
#include "core/services/OpenBook.h"

#include <QFile>
#include <QFileInfo>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// The file itself where the book's path is a link: the copy must lie beside what it replaces.
QString filePath(const OpenBook& book)
{
    return QFileInfo(book.path).canonicalFilePath();
}

QString copyPath(const OpenBook& book)
{
    return filePath(book) + u"-rotated"_s;
}

Status begin(OpenBook& book, const DataKey& next, Cipher cipher)
{
    const std::lock_guard use(book.keyUse);
    return book.keyFile->beginRotation(*book.keys, next, nameOf(cipher));
}

Result<BackupReport> copyUnder(const DatabaseKey& key, Cipher cipher, OpenBook& book, Connection& connection)
{
    const auto goesOn = [&state = book.rotation, &closing = book.closing](double part) {
        state.part = part;
        return !state.cancelled && !closing;
    };
    if (!goesOn(0))
        return Error{ErrorCode::Cancelled, {}};
    KITH_TRY(auto report, backUp(connection, {copyPath(book), key.bytes(), cipher}, goesOn));
    {
        // Opening it to write once gives it a log instead of a journal. Later, under its new name, a crash would leave
        // a journal that whoever only reads could not roll back.
        OpenOptions options;
        options.path = copyPath(book);
        options.cipher = cipher;
        options.key = key.bytes();
        options.vfs = book.vfs;
        KITH_TRY(Connection::open(options));
    }
    KITH_TRY(syncFile(copyPath(book)));
    // Closing would do this too, and say nothing of a full disk. A reader may be in the way; then closing does it.
    if (const auto moved = connection.checkpoint(Checkpoint::Truncate);
        !moved && moved.error().code != ErrorCode::BookBusy)
        return moved.error();
    return report;
}

// While nothing has the book open.
Status giveName(const OpenBook& book)
{
    const auto path = filePath(book);
    // The engine removes the log with the last connection. Here it is still there, so another program has one.
    if (QFileInfo::exists(path + u"-wal"_s))
        return Error{ErrorCode::BookInUse, {book.path}};
    // The old log must never stand beside the new file, not even after a power cut.
    KITH_TRY(syncFolder(QFileInfo(path).path()));
    return replaceFile(copyPath(book), path);
}

}

Result<bool> isUnderPendingKey(const OpenBook& book)
{
    const auto* pending = book.keys->pendingKey();
    if (!pending)
        return false;
    const auto cipher = cipherNamed(book.keyFile->pendingCipher());
    if (!cipher)
        return Error{ErrorCode::KeyFileNewer, {book.path}};
    const auto key = databaseKey(*pending);
    OpenOptions options;
    options.path = book.path;
    options.cipher = *cipher;
    options.key = key.bytes();
    options.mode = OpenMode::ReadOnly;
    options.vfs = book.vfs;
    const auto opened = Connection::open(options);
    if (!opened && opened.error().code != ErrorCode::BookKeyWrong)
        return opened.error();
    return opened.ok();
}

Status settleRotation(OpenBook& book)
{
    const std::lock_guard use(book.keyUse);
    if (!book.underPending) {
        for (const auto* suffix : {u"", u"-wal", u"-shm", u"-journal", u".part", u".part-journal"})
            QFile::remove(copyPath(book) + QString::fromUtf16(suffix));
        return book.keyFile->rotationPending() ? book.keyFile->abandonRotation(*book.keys) : Status();
    }
    // The old key may go only when the new file certainly has the book's name.
    KITH_TRY(syncFolder(QFileInfo(filePath(book)).path()));
    KITH_TRY(book.keyFile->finishRotation(*book.keys));
    book.underPending = false;
    return {};
}

Result<RotationReport> rotateKey(OpenBook& book)
{
    if (!book.lock)
        return Error{ErrorCode::BookInUse, {book.path}};
    KITH_TRY(settleRotation(book));
    const auto cipherNow = cipherNamed(book.keyFile->cipher());
    const auto cipherNext = preferredCipher();
    const auto keyNow = databaseKey(book.keys->dataKey());
    const auto nextKey = DataKey::random();
    const auto keyNext = databaseKey(nextKey);
    KITH_TRY(begin(book, nextKey, cipherNext));

    BackupReport copied;
    const auto prepare = [&](StoreWriter& writer) -> Status {
        KITH_TRY(copied, copyUnder(keyNext, cipherNext, book, writer.connection));
        return {};
    };
    bool closed = false;
    Status named;
    const auto exchange = [&]() -> Result<BookAccess> {
        closed = true;
        named = giveName(book);
        // An error may have come behind the fact: what lies there decides.
        KITH_TRY(book.underPending, isUnderPendingKey(book));
        if (book.underPending)
            return BookAccess{book.path, cipherNext, keyNext.bytes(), book.vfs};
        return BookAccess{book.path, *cipherNow, keyNow.bytes(), book.vfs};
    };
    auto exchanged = book.threads->exchangeFile(prepare, exchange);
    exchanged.waitForFinished();
    const Status done = exchanged.result();
    if (!done && closed) {
        // Both keys stay in the key file: the next opening finds out which one it is.
        book.lost();
        return done.error();
    }
    // If it cannot be settled now, the next opening does it: the book is under one of the two keys all the same.
    if (named || !book.underPending)
        static_cast<void>(settleRotation(book));
    KITH_TRY(done);
    KITH_TRY(named);
    RotationReport report;
    report.bytes = copied.bytes;
    for (const auto& table : copied.rows)
        report.rows += table.rows;
    return report;
}

}
