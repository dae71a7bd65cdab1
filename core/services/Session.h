#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecretText.h"
#include "core/keys/Slot.h"
#include "core/records/Outcome.h"
#include "core/services/RecordDesk.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace kith {

class BookCare;
class Clock;
class DuplicateDesk;
class ExportDesk;
class ImportDesk;
class KeyFile;
class Keychain;
class QualityDesk;
class StoreThreads;

enum class SessionState { Closed, Opening, Open, Locked };

// How a person gets in. A passphrase that opens nothing alone is tried together with the keychain too, where the book
// has such a way: nobody need know which of the two it is.
struct WayIn
{
    using Kind = SlotType;
    Kind kind = Kind::Passphrase;
    SecretText secret; // the passphrase or the recovery code
};

// One open book and its desks. Lives on the interface thread; signals come there, through its event loop. Opening, key
// derivation and closing run on other threads. While locked the file is closed and every key is zeroed. A program
// without an event loop may wait for the futures, except for ways in with the keychain.
class Session : public QObject
{
    Q_OBJECT

public:
    // Both must outlive the session.
    Session(const Clock& clock, Keychain& keychain, QObject* parent = nullptr);
    ~Session() override;

    SessionState state() const;
    QString path() const;
    QString name() const; // of the book, for titles
    bool isDemo() const;  // the open book is the demo company: nobody's secret

    // Making a book: passphrase slot first; with `keychain` a second slot. Answers the recovery code when asked for
    // one.
    struct NewBook
    {
        QString path;
        SecretText passphrase;
        bool withRecoveryCode = true;
        bool withKeychain = false;
        QString language;
        QString region;
        QString currency;
        QString personName; // empty: unknown yet
        bool demo = false;  // a demo company can never join a hub
    };
    struct Created
    {
        SecretText recoveryCode; // empty: none was asked for
        QStringList notices;     // e.g. the keychain did not answer: the book is made without that slot
    };
    QFuture<Result<Created>> create(const NewBook& book);
    enum class Access { Write, ReadBeside };
    // ReadBeside: another process may be writing; every write answers BookInUse.
    QFuture<Result<void>> open(const QString& path, const WayIn& way, Access access = Access::Write);
    // Whether the book's key file has such a way in. Errors as KeyFile::load().
    static QFuture<Result<bool>> hasWay(const QString& path, WayIn::Kind kind);
    QFuture<Result<void>> unlock(const WayIn& way);
    // A question to the keychain that open(), unlock() or create() waits for is dropped: the first two answer
    // Cancelled, and the book is made without that way in.
    void cancelKeychain();
    // Both take effect at once: the desks are gone. What was written before is still saved, and the answer ends when
    // the file is closed and every key zeroed. An opening under way is given up.
    QFuture<void> lock();
    QFuture<void> close();

    // Valid only while Open.
    RecordDesk& desk();
    ImportDesk& imports();
    ExportDesk& exports();
    DuplicateDesk& duplicates();
    QualityDesk& quality();
    BookCare& care();      // keys, backups, verification
    StoreThreads& store(); // for what builds on the store itself: the demo company, benches

signals:
    // An opening waits for the keychain, which may ask the person for its own password.
    void keychainAsked();
    // From within lock() and close(), while the desks are still there: whoever waits for their answers lets go.
    void closing();
    void stateChanged(kith::SessionState state);
    void recordsChanged(const kith::ChangeNotice& notice);

private:
    struct Parts;
    static Result<Created> makeBook(Parts& parts, const NewBook& wanted, std::uint64_t attempt);
    struct Opening;
    static void enter(const std::shared_ptr<Opening>& opening, SlotSecret secret);
    static void enterTyped(const std::shared_ptr<Opening>& opening);
    static void findKeychainWay(const std::shared_ptr<Opening>& opening);
    void askKeychain(const std::shared_ptr<Opening>& opening, const KeyFile& file);
    QFuture<void> closeSoon();
    void addKeychain(const std::shared_ptr<QPromise<Result<Created>>>& promise, Created made);

    std::shared_ptr<Parts> m_parts; // shared with work under way, which finds out that the session is gone
};

}
