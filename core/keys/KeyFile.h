#pragma once

#include "core/base/Result.h"
#include "core/keys/KeyCopies.h"
#include "core/keys/Slot.h"

#include <QString>

#include <memory>
#include <vector>

namespace kith {

// What a slot gave: the data key, and what a change of the key file needs. Zeroed when destroyed.
class UnlockedKeys
{
public:
    const DataKey& dataKey() const { return m_keys.front(); }
    // The key a rotation was going to; nullptr without one. The book's database is under one of the two: try dataKey()
    // first, then this one, and finish or abandon the rotation accordingly.
    const DataKey* pendingKey() const { return m_keys.size() > 1 ? &m_keys.back() : nullptr; }
    SlotId openedBy() const { return m_slot; }
    UnlockedKeys copy() const;

private:
    friend class KeyFile;
    using SealKey = TypedKey<struct SealKeyTag>;
    UnlockedKeys(SealKey sealKey, SlotId slot) : m_sealKey(std::move(sealKey)), m_slot(slot) {}

    std::vector<DataKey> m_keys;
    std::vector<Id128> m_keyIds;
    SealKey m_sealKey;
    SlotId m_slot;
};

struct NewSlot
{
    QString label; // cut to 100 characters
    Instant created;
    Argon2Cost cost; // for a type with a passphrase: calibratedCost()
    SlotId id = {};  // of a KeychainKey; null: a new one
};

enum class Repair { Heal, LeaveAlone };

// The ways into a book. A slot holds a private key of its own and a seal key that all slots share, wrapped under what
// the person has (core/decisions/0004). The data key is sealed to the public half of each slot. So a new data key
// reaches slots whose secret is not at hand, and neither an old data key nor the file alone leads to the new one.
//
// Two copies; every change is prepared for both before either takes its name. An error means that nothing was changed,
// unless a method says otherwise. One process changes a key file: hold the book's lock. A KeyFile holds no secret and
// may be copied to the thread that unlocks; one object is used by one thread at a time.
class KeyFile
{
public:
    // For a new book; its first way in. FileExists if a key file is there already: it is never replaced.
    // `cipher` is the database's, by name. DiskFull, ReadOnly, FileUnwritable, NotEnoughMemory.
    static Result<KeyFile> create(const QString& bookPath, const BookId& book, const QString& cipher,
                                  const DataKey& key, const SlotSecret& secret, const NewSlot& slot,
                                  std::shared_ptr<KeyStorage> storage = std::make_shared<DiskKeyStorage>());

    // KeyFileMissing, KeyFileDamaged, KeyFileNewer, KeyFileAbsurd, KeyFileOther (the copies are of two books, or of two
    // times of one book that no rotation connects), FileUnreadable. Repair::Heal writes a bad copy anew from the good
    // one, for the holder of the book's lock; that it could not is no error, condition() tells.
    static Result<KeyFile> load(const QString& bookPath, Repair repair,
                                std::shared_ptr<KeyStorage> storage = std::make_shared<DiskKeyStorage>());

    BookId book() const { return m_copies.body.book; }
    QString cipher() const { return m_copies.body.keys.front().cipher; }
    QString pendingCipher() const { return m_copies.body.keys.back().cipher; }
    bool rotationPending() const { return m_copies.body.keys.size() > 1; }
    std::vector<KeySlot> slotList() const;
    bool hasSlot(SlotType type) const;
    const KeyFileCondition& condition() const { return m_copies.condition; }
    // KeyFileOther when the book, once open, says that it is another.
    Status expect(const BookId& book) const;

    // Tries the slots of the secret's type; with a passphrase up to 0.5 s each, so away from the interface thread.
    // WrongPassphrase, WrongRecoveryCode, KeychainKeyWrong, NoSuchSlot (none of that type), KeyFileDamaged,
    // NotEnoughMemory.
    Result<UnlockedKeys> unlock(const SlotSecret& secret) const;

    // Changes. `keys` must come from this file; BookInUse if somebody else has changed it meanwhile.
    Result<SlotId> addSlot(const UnlockedKeys& keys, const SlotSecret& secret, const NewSlot& slot);
    // LastSlot, NoSuchSlot. The keychain's entry, if any, stays: see removeKeychainKey.
    Status removeSlot(const UnlockedKeys& keys, const SlotId& slot);
    // Puts a slot with `next` in place of the one that `current` opens: a changed passphrase, or another type. The data
    // key stays, so whoever kept the old file and knows the old secret can still have it: rotate if that is the worry.
    // Id and label stay too where `slot` has none.
    Status replaceSecret(const UnlockedKeys& keys, const SlotSecret& current, const SlotSecret& next,
                         const NewSlot& slot);

    // Rotation: begin, bring the database under `next`, verify it, finish. A crash before the database took its new
    // file leaves the old key in use and the new one pending; after it, the other way round; both are in every slot
    // until finish or abandon, so the book opens with any of them. Internal if one is pending already, or none is.
    Status beginRotation(UnlockedKeys& keys, const DataKey& next, const QString& cipher);
    Status finishRotation(UnlockedKeys& keys);
    Status abandonRotation(UnlockedKeys& keys);

    // For a portable backup: the same slots around the backup's own key, in no file yet.
    Result<KeyFile> around(const UnlockedKeys& keys, const DataKey& key, const QString& cipher) const;
    QByteArray bytes() const { return encode(m_copies.body); }
    // `path` is for errors only. As load().
    static Result<KeyFile> fromBytes(const QByteArray& bytes, const QString& path);
    // Writes it as the key file of a book that has none. As create().
    Status writeNew(const QString& bookPath, std::shared_ptr<KeyStorage> storage = std::make_shared<DiskKeyStorage>());

private:
    KeyFile(QString bookPath, KeyCopies copies, std::shared_ptr<KeyStorage> storage);

    Result<StoredSlot> makeSlot(const UnlockedKeys& keys, const SlotSecret& secret, const NewSlot& slot) const;
    Result<UnlockedKeys> open(const StoredSlot& slot, const WrappingKey& key) const;
    Result<KeyFileBody> withKeys(const UnlockedKeys& keys, std::vector<StoredKey> stored,
                                 const std::vector<const DataKey*>& dataKeys) const;
    Status keepOnlyKey(UnlockedKeys& keys, std::size_t index);
    Status check(const UnlockedKeys& keys) const;
    Status commit(KeyFileBody next);

    QString m_bookPath;
    KeyCopies m_copies;
    std::shared_ptr<KeyStorage> m_storage;
};

}
