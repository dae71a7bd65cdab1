#pragma once

#include "core/crypto/SecureBytes.h"

#include <optional>
#include <utility>

namespace kith {

// 32 secret bytes, read-only in memory once made. What they are for stands in the type: see TypedKey.
class SecretKey
{
public:
    static constexpr std::size_t size = 32;

    std::span<const std::uint8_t, size> bytes() const { return m_bytes.bytes().first<size>(); }
    bool operator==(const SecretKey& other) const { return m_bytes == other.m_bytes; } // constant time

protected:
    explicit SecretKey(SecureBytes bytes) : m_bytes(std::move(bytes)) { m_bytes.freeze(); }
    SecretKey(SecretKey&&) noexcept = default;
    SecretKey& operator=(SecretKey&&) noexcept = default;
    ~SecretKey() = default;

private:
    SecureBytes m_bytes;
};

// A key that knows its purpose: the key of the log where the key of the database is wanted does not compile.
template <typename Tag>
class TypedKey final : public SecretKey
{
public:
    static TypedKey random() { return TypedKey(SecureBytes::random(size)); }
    static std::optional<TypedKey> from(ByteSpan bytes)
    {
        return bytes.size() == size ? std::optional(TypedKey(SecureBytes::copyOf(bytes))) : std::nullopt;
    }
    TypedKey copy() const { return TypedKey(SecureBytes::copyOf(bytes())); }

private:
    explicit TypedKey(SecureBytes bytes) : SecretKey(std::move(bytes)) {}
};

using DataKey = TypedKey<struct DataKeyTag>;               // of a book; encrypts nothing itself
using DatabaseKey = TypedKey<struct DatabaseKeyTag>;       // given to the database engine
using AttachmentsKey = TypedKey<struct AttachmentsKeyTag>; // wraps the FileKey of each attachment
using BackupKey = TypedKey<struct BackupKeyTag>;
using LogKey = TypedKey<struct LogKeyTag>;
using FileKey = TypedKey<struct FileKeyTag>;         // of one encrypted file
using WrappingKey = TypedKey<struct WrappingKeyTag>; // closes a slot: from a passphrase, a code or the keychain

// One data key gives these for ever the same; none tells anything about another or about the data key (crypto_kdf).
DatabaseKey databaseKey(const DataKey& key);
AttachmentsKey attachmentsKey(const DataKey& key);
BackupKey backupKey(const DataKey& key);
LogKey logKey(const DataKey& key);

}
