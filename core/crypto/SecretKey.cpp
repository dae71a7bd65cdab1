#include "core/crypto/SecretKey.h"

#include "core/crypto/Sodium.h"

namespace kith {

namespace {

// Numbers and context are part of every book: they never change and are never used again for something else.
enum class Purpose : std::uint64_t { Database = 1, Attachments = 2, Backups = 3, Log = 4 };
constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "KithBook";
static_assert(crypto_kdf_KEYBYTES == SecretKey::size);

template <typename Key>
Key derived(const DataKey& key, Purpose purpose)
{
    SecureBytes bytes(SecretKey::size);
    crypto_kdf_derive_from_key(bytes.writable().data(), bytes.size(), std::uint64_t(purpose), context,
                               key.bytes().data());
    return std::move(*Key::from(bytes.bytes()));
}

}

DatabaseKey databaseKey(const DataKey& key)
{
    return derived<DatabaseKey>(key, Purpose::Database);
}

AttachmentsKey attachmentsKey(const DataKey& key)
{
    return derived<AttachmentsKey>(key, Purpose::Attachments);
}

BackupKey backupKey(const DataKey& key)
{
    return derived<BackupKey>(key, Purpose::Backups);
}

LogKey logKey(const DataKey& key)
{
    return derived<LogKey>(key, Purpose::Log);
}

}
