#include "core/keys/KeyFile.h"

#include <QCborArray>
#include <QCborValue>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QByteArray toBytes(const PublicKey& key)
{
    return QByteArray(reinterpret_cast<const char*>(key.data()), qsizetype(key.size()));
}

// Associated data: what must not be changed around a sealed secret. The words in front keep the two apart.
QByteArray dataOfSlot(const BookId& book, const StoredSlot& slot)
{
    return QCborArray{u"slot"_s,
                      book.toBytes(),
                      slot.about.id.toBytes(),
                      int(slot.about.type),
                      slot.salt,
                      qint64(slot.cost.memoryKiB),
                      qint64(slot.cost.passes),
                      toBytes(slot.publicKey)}
        .toCborValue()
        .toCbor();
}

QByteArray dataOfKey(const BookId& book, const StoredSlot& slot, const StoredKey& key)
{
    return QCborArray{u"key"_s, book.toBytes(), slot.about.id.toBytes(), key.id.toBytes(), key.cipher}
        .toCborValue()
        .toCbor();
}

Id128 randomId()
{
    return *Id128::fromBytes(randomBytes(16));
}

ErrorCode wrongSecret(SlotType type)
{
    switch (type) {
    case SlotType::Keychain:
        return ErrorCode::KeychainKeyWrong;
    case SlotType::RecoveryCode:
        return ErrorCode::WrongRecoveryCode;
    case SlotType::Passphrase:
    case SlotType::PassphraseAndKeychain:
        break;
    }
    return ErrorCode::WrongPassphrase;
}

}

UnlockedKeys UnlockedKeys::copy() const
{
    UnlockedKeys other(m_sealKey.copy(), m_slot);
    for (const auto& key : m_keys)
        other.m_keys.push_back(key.copy());
    other.m_keyIds = m_keyIds;
    return other;
}

KeyFile::KeyFile(QString bookPath, KeyCopies copies, std::shared_ptr<KeyStorage> storage)
    : m_bookPath(std::move(bookPath))
    , m_copies(std::move(copies))
    , m_storage(std::move(storage))
{
}

Result<KeyFile> KeyFile::create(const QString& bookPath, const BookId& book, const QString& cipher, const DataKey& key,
                                const SlotSecret& secret, const NewSlot& slot, std::shared_ptr<KeyStorage> storage)
{
    KeyFile file(bookPath, KeyCopies{{book, 0, {{randomId(), cipher}}, {}}, {}}, storage);
    UnlockedKeys keys(UnlockedKeys::SealKey::random(), {});
    keys.m_keys.push_back(key.copy());
    keys.m_keyIds.push_back(file.m_copies.body.keys.front().id);
    KITH_TRY(auto made, file.makeSlot(keys, secret, slot));
    file.m_copies.body.slotList.push_back(std::move(made));
    KITH_TRY(file.writeNew(bookPath, std::move(storage)));
    return file;
}

Result<KeyFile> KeyFile::load(const QString& bookPath, Repair repair, std::shared_ptr<KeyStorage> storage)
{
    KITH_TRY(auto copies, readCopies(*storage, bookPath));
    if (repair == Repair::Heal)
        healCopies(*storage, bookPath, copies);
    return KeyFile(bookPath, std::move(copies), std::move(storage));
}

Result<KeyFile> KeyFile::fromBytes(const QByteArray& bytes, const QString& path)
{
    KITH_TRY(auto body, decode(bytes, path));
    return KeyFile(path, KeyCopies{std::move(body), {}}, nullptr);
}

Status KeyFile::writeNew(const QString& bookPath, std::shared_ptr<KeyStorage> storage)
{
    for (const auto& path : {keyFilePath(bookPath), secondKeyFilePath(bookPath)}) {
        const auto there = storage->read(path, 1);
        if (there || there.error().code != ErrorCode::FileMissing)
            return Error{ErrorCode::FileExists, {path}};
    }
    m_bookPath = bookPath;
    m_storage = std::move(storage);
    return writeCopies(*m_storage, m_bookPath, m_copies.body, m_copies);
}

std::vector<KeySlot> KeyFile::slotList() const
{
    std::vector<KeySlot> list;
    for (const auto& slot : m_copies.body.slotList)
        list.push_back(slot.about);
    return list;
}

bool KeyFile::hasSlot(SlotType type) const
{
    return std::any_of(m_copies.body.slotList.begin(), m_copies.body.slotList.end(),
                       [&](const StoredSlot& slot) { return slot.about.type == type; });
}

Status KeyFile::expect(const BookId& book) const
{
    if (book != m_copies.body.book)
        return Error{ErrorCode::KeyFileOther, {keyFilePath(m_bookPath)}};
    return {};
}

Result<UnlockedKeys> KeyFile::unlock(const SlotSecret& secret) const
{
    if (!hasSlot(secret.type()))
        return Error{ErrorCode::NoSuchSlot, {}};
    for (const auto& slot : m_copies.body.slotList) {
        if (slot.about.type != secret.type())
            continue;
        KITH_TRY(const auto key, secret.wrappingKey(bytesOf(slot.salt), slot.cost));
        auto opened = open(slot, key);
        if (opened || opened.error().code != wrongSecret(secret.type()))
            return opened;
    }
    return Error{wrongSecret(secret.type()), {}};
}

Result<UnlockedKeys> KeyFile::open(const StoredSlot& slot, const WrappingKey& key) const
{
    const auto parts = unseal(key, slot.wrapped, dataOfSlot(m_copies.body.book, slot));
    if (!parts)
        return Error{wrongSecret(slot.about.type), {}};
    const auto own = PrivateKey::from(parts->bytes().first(SecretKey::size));
    auto sealKey = UnlockedKeys::SealKey::from(parts->bytes().subspan(SecretKey::size));
    UnlockedKeys keys(std::move(*sealKey), slot.about.id);
    for (std::size_t i = 0; i < m_copies.body.keys.size(); ++i) {
        const auto bytes =
            unsealFrom(*own, keys.m_sealKey, slot.keys[i], dataOfKey(m_copies.body.book, slot, m_copies.body.keys[i]));
        if (!bytes)
            return Error{ErrorCode::KeyFileDamaged, {keyFilePath(m_bookPath)}};
        keys.m_keys.push_back(std::move(*DataKey::from(bytes->bytes())));
        keys.m_keyIds.push_back(m_copies.body.keys[i].id);
    }
    return keys;
}

Result<StoredSlot> KeyFile::makeSlot(const UnlockedKeys& keys, const SlotSecret& secret, const NewSlot& slot) const
{
    const auto own = PrivateKey::random();
    StoredSlot made;
    made.about = {slot.id.isNull() ? SlotId::from(randomId()) : slot.id, secret.type(), slot.label.left(greatestLabel),
                  slot.created};
    made.salt = randomBytes(argon2SaltSize);
    made.cost = hasPassphrase(secret.type()) ? slot.cost : Argon2Cost{};
    made.publicKey = publicKeyOf(own);
    KITH_TRY(const auto key, secret.wrappingKey(bytesOf(made.salt), made.cost));
    SecureBytes parts(2 * SecretKey::size);
    std::copy_n(own.bytes().begin(), SecretKey::size, parts.writable().begin());
    std::copy_n(keys.m_sealKey.bytes().begin(), SecretKey::size, parts.writable().begin() + SecretKey::size);
    made.wrapped = seal(key, parts.bytes(), dataOfSlot(m_copies.body.book, made));
    for (std::size_t i = 0; i < m_copies.body.keys.size(); ++i) {
        auto sealed = sealTo(made.publicKey, keys.m_sealKey, keys.m_keys[i].bytes(),
                             dataOfKey(m_copies.body.book, made, m_copies.body.keys[i]));
        made.keys.push_back(std::move(*sealed)); // our own public key is one
    }
    return made;
}

Result<SlotId> KeyFile::addSlot(const UnlockedKeys& keys, const SlotSecret& secret, const NewSlot& slot)
{
    KITH_TRY(check(keys));
    if (m_copies.body.slotList.size() == greatestSlots)
        return Error{ErrorCode::TooManySlots, {QString::number(greatestSlots)}};
    KITH_TRY(auto made, makeSlot(keys, secret, slot));
    const auto id = made.about.id;
    auto next = m_copies.body;
    next.slotList.push_back(std::move(made));
    KITH_TRY(commit(std::move(next)));
    return id;
}

Status KeyFile::removeSlot(const UnlockedKeys& keys, const SlotId& slot)
{
    KITH_TRY(check(keys));
    auto next = m_copies.body;
    if (std::erase_if(next.slotList, [&](const StoredSlot& stored) { return stored.about.id == slot; }) == 0)
        return Error{ErrorCode::NoSuchSlot, {}};
    if (next.slotList.empty())
        return Error{ErrorCode::LastSlot, {}};
    return commit(std::move(next));
}

Status KeyFile::replaceSecret(const UnlockedKeys& keys, const SlotSecret& current, const SlotSecret& next,
                              const NewSlot& slot)
{
    KITH_TRY(check(keys));
    KITH_TRY(const auto opened, unlock(current));
    auto about = slot;
    if (about.id.isNull())
        about.id = opened.openedBy();
    auto body = m_copies.body;
    const auto place = std::find_if(body.slotList.begin(), body.slotList.end(),
                                    [&](const StoredSlot& stored) { return stored.about.id == opened.openedBy(); });
    if (about.label.isEmpty())
        about.label = place->about.label; // unlock() found it in this list
    KITH_TRY(*place, makeSlot(keys, next, about));
    return commit(std::move(body));
}

Result<KeyFileBody> KeyFile::withKeys(const UnlockedKeys& keys, std::vector<StoredKey> stored,
                                      const std::vector<const DataKey*>& dataKeys) const
{
    auto next = m_copies.body;
    next.keys = std::move(stored);
    for (auto& slot : next.slotList) {
        slot.keys.clear();
        for (std::size_t i = 0; i < next.keys.size(); ++i) {
            auto sealed =
                sealTo(slot.publicKey, keys.m_sealKey, dataKeys[i]->bytes(), dataOfKey(next.book, slot, next.keys[i]));
            if (!sealed)
                return Error{ErrorCode::KeyFileDamaged, {keyFilePath(m_bookPath)}};
            slot.keys.push_back(std::move(*sealed));
        }
    }
    return next;
}

Status KeyFile::beginRotation(UnlockedKeys& keys, const DataKey& next, const QString& cipher)
{
    KITH_TRY(check(keys));
    if (rotationPending())
        return Error{ErrorCode::Internal, {u"a rotation is pending"_s}};
    const StoredKey stored{randomId(), cipher};
    KITH_TRY(auto body, withKeys(keys, {m_copies.body.keys.front(), stored}, {&keys.dataKey(), &next}));
    KITH_TRY(commit(std::move(body)));
    keys.m_keys.push_back(next.copy());
    keys.m_keyIds.push_back(stored.id);
    return {};
}

Status KeyFile::finishRotation(UnlockedKeys& keys)
{
    return keepOnlyKey(keys, 1);
}

Status KeyFile::abandonRotation(UnlockedKeys& keys)
{
    return keepOnlyKey(keys, 0);
}

Status KeyFile::keepOnlyKey(UnlockedKeys& keys, std::size_t index)
{
    KITH_TRY(check(keys));
    if (!rotationPending())
        return Error{ErrorCode::Internal, {u"no rotation is pending"_s}};
    KITH_TRY(auto body, withKeys(keys, {m_copies.body.keys[index]}, {&keys.m_keys[index]}));
    KITH_TRY(commit(std::move(body)));
    const auto other = std::ptrdiff_t(1 - index);
    keys.m_keys.erase(keys.m_keys.begin() + other);
    keys.m_keyIds.erase(keys.m_keyIds.begin() + other);
    return {};
}

Result<KeyFile> KeyFile::around(const UnlockedKeys& keys, const DataKey& key, const QString& cipher) const
{
    KITH_TRY(check(keys));
    KITH_TRY(auto body, withKeys(keys, {{randomId(), cipher}}, {&key}));
    body.sequence = 0;
    return KeyFile(m_bookPath, KeyCopies{std::move(body), {}}, nullptr);
}

Status KeyFile::check(const UnlockedKeys& keys) const
{
    const bool same =
        std::equal(keys.m_keyIds.begin(), keys.m_keyIds.end(), m_copies.body.keys.begin(), m_copies.body.keys.end(),
                   [](const Id128& id, const StoredKey& key) { return id == key.id; });
    if (!same)
        return Error{ErrorCode::Internal, {u"these keys are not of this key file"_s}};
    return {};
}

Status KeyFile::commit(KeyFileBody next)
{
    // What lies there must be what was read: otherwise another program's change would be lost.
    KITH_TRY(const auto there, readCopies(*m_storage, m_bookPath));
    if (!(there.body == m_copies.body))
        return Error{ErrorCode::BookInUse, {m_bookPath}};
    return writeCopies(*m_storage, m_bookPath, std::move(next), m_copies);
}

}
