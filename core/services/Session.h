#pragma once

#include "core/base/Result.h"
#include "core/keys/KeyFile.h"
#include "core/records/Record.h"
#include "core/services/RecordDesk.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace kith {

class ImportDesk;
class ExportDesk;
class BookCare;

// What changed, told once per act after it is committed.
struct ChangeNotice
{
    struct Entry
    {
        EntityId entity;
        RecordId record;
    };
    std::vector<Entry> records;       // empty with `many`
    std::vector<EntityId> entities;   // every entity touched, also by derived values
    bool many = false;                // more records than are worth naming
    bool catalog = false;
    std::int64_t act = 0;
};

enum class SessionState { Closed, Opening, Open, Locked };

// How a person gets in.
struct WayIn
{
    enum class Kind { Passphrase, Keychain, PassphraseAndKeychain, RecoveryCode };
    Kind kind = Kind::Passphrase;
    QString secret; // the passphrase or the recovery code; wiped by the session after use
};

// One open book and its desks. Lives on the interface thread; signals come there. Opening, key derivation and closing
// run on other threads. While locked the file is closed and every key is zeroed.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    SessionState state() const;
    QString path() const;
    QString name() const; // of the book, for titles

    // Making a book: passphrase slot first; with `keychain` a second slot. Answers the recovery code when asked for one.
    struct NewBook
    {
        QString path;
        QString passphrase;
        bool withRecoveryCode = true;
        bool withKeychain = false;
        QString language;
        QString region;
        QString currency;
        QString personName; // empty: unknown yet
    };
    struct Created
    {
        QString recoveryCode;
        QStringList notices; // e.g. the keychain did not answer: the book is made without that slot
    };
    QFuture<Result<Created>> create(const NewBook& book);
    QFuture<Result<void>> open(const QString& path, const WayIn& way);
    // Whether a keychain entry might open this book without a question.
    static bool hasKeychainSlot(const QString& path);
    QFuture<Result<void>> unlock(const WayIn& way);
    void lock();
    void close();

    // Valid only while Open.
    RecordDesk& desk();
    ImportDesk& imports();
    ExportDesk& exports();
    BookCare& care(); // keys, backups, verification

signals:
    void stateChanged(kith::SessionState state);
    void recordsChanged(const kith::ChangeNotice& notice);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
