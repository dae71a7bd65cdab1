#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecretText.h"
#include "core/keys/Slot.h"
#include "core/records/Outcome.h"
#include "core/services/KeyRotation.h"

#include <QFuture>
#include <QStringList>

#include <vector>

namespace kith {

struct OpenBook;

struct Verification
{
    bool ok = false;
    std::int64_t rows = 0;
    QString hash; // over every living record, the same for books that hold the same
    QStringList problems;
    QStringList repairs; // what was wrong beside the records, and is right now
};

// Keys, backups and checks of the open book. Called on the session's thread; slow work runs elsewhere, one after
// another. Same lifetime as RecordDesk.
class BookCare
{
public:
    explicit BookCare(std::shared_ptr<OpenBook> book) : m_book(std::move(book)) {}

    std::vector<KeySlot> keySlots() const;
    QFuture<Result<void>> addPassphrase(const SecretText& passphrase, const QString& label = {});
    QFuture<Result<SecretText>> addRecoveryCode(); // answers the code, shown once
    // What asks the keychain needs the session's event loop, and answers BookBusy while another such change waits for
    // it. KeychainLocked, KeychainUnavailable, KeychainTimeout: nothing was changed.
    QFuture<Result<void>> addKeychain();
    // One way in that wants both. It is stronger than the passphrase alone where no such way is left.
    QFuture<Result<void>> addPassphraseAndKeychain(const SecretText& passphrase, const QString& label = {});
    // A change that waits for the keychain answers Cancelled, and nothing was changed.
    void cancelKeychain();
    // Of a keychain slot the entry is removed from the keychain too, if that answers; it opens nothing any more. That
    // too needs the event loop.
    QFuture<Result<void>> removeSlot(const SlotId& slot);
    // Of the way in that `current` opens, alone or together with the keychain, which is asked only then.
    QFuture<Result<void>> changePassphrase(const SecretText& current, const SecretText& next);

    // Puts the whole book under a new key, for when the present one may be known to somebody; every way in stays. See
    // rotateKey() for what waits meanwhile. BookBusy while one runs. Backups keep the keys they were made with.
    QFuture<Result<RotationReport>> rotateKey();
    const RotationState& rotation() const;
    // Harmless: the book goes on under the key it has, and the future answers Cancelled.
    void cancelRotation();

    // One portable file of the book and its key file, checked before it takes its name. FileExists: never overwritten.
    QFuture<Result<Verification>> backup(const QString& path);
    // Makes a book of a backup; it opens with the ways in that the backup's book had. BackupInvalid, BookExists.
    static QFuture<Result<void>> restore(const QString& backup, const QString& bookPath);
    // Reads and checks every page, row, derived value and word of the search index; what follows from records and is
    // wrong is put right and reported.
    QFuture<Result<Verification>> verify();

private:
    std::shared_ptr<OpenBook> m_book;
};

}
