#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/crypto/Argon2.h"
#include "core/crypto/RecoveryCode.h"
#include "core/crypto/Seal.h"
#include "core/keys/Passphrase.h"

#include <optional>

namespace kith {

using SlotId = Id<struct SlotTag>;

// The numbers stand in key files.
enum class SlotType { Passphrase = 1, Keychain = 2, PassphraseAndKeychain = 3, RecoveryCode = 4 };

// One way into a book, as people see it.
struct KeySlot
{
    SlotId id;
    SlotType type = SlotType::Passphrase;
    QString label; // at most 100 characters
    Instant created;

    bool operator==(const KeySlot&) const = default;
};

// What opens a slot. The keychain's part is the random key that the system keychain holds, never the data key.
class SlotSecret
{
public:
    static SlotSecret passphrase(Passphrase passphrase);
    static SlotSecret keychain(WrappingKey key);
    static SlotSecret passphraseAndKeychain(Passphrase passphrase, WrappingKey key);
    static SlotSecret recoveryCode(RecoveryCode code);

    SlotType type() const { return m_type; }
    // The key that closes a slot with this salt and cost; for a type with a passphrase as slow as `cost` says.
    Result<WrappingKey> wrappingKey(ByteSpan salt, Argon2Cost cost) const;

private:
    explicit SlotSecret(SlotType type) : m_type(type) {}

    SlotType m_type;
    std::optional<Passphrase> m_passphrase;
    std::optional<WrappingKey> m_keychain;
    std::optional<RecoveryCode> m_code;
};

inline bool hasPassphrase(SlotType type)
{
    return type == SlotType::Passphrase || type == SlotType::PassphraseAndKeychain;
}
inline bool hasKeychain(SlotType type)
{
    return type == SlotType::Keychain || type == SlotType::PassphraseAndKeychain;
}

}
