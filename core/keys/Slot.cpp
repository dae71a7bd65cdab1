#include "core/keys/Slot.h"

#include "core/crypto/Blake2b.h"

namespace kith {

SlotSecret SlotSecret::passphrase(Passphrase passphrase)
{
    SlotSecret secret(SlotType::Passphrase);
    secret.m_passphrase = std::move(passphrase);
    return secret;
}

SlotSecret SlotSecret::keychain(WrappingKey key)
{
    SlotSecret secret(SlotType::Keychain);
    secret.m_keychain = std::move(key);
    return secret;
}

SlotSecret SlotSecret::passphraseAndKeychain(Passphrase passphrase, WrappingKey key)
{
    SlotSecret secret(SlotType::PassphraseAndKeychain);
    secret.m_passphrase = std::move(passphrase);
    secret.m_keychain = std::move(key);
    return secret;
}

SlotSecret SlotSecret::recoveryCode(RecoveryCode code)
{
    SlotSecret secret(SlotType::RecoveryCode);
    secret.m_code = std::move(code);
    return secret;
}

Result<WrappingKey> SlotSecret::wrappingKey(ByteSpan salt, Argon2Cost cost) const
{
    if (m_code)
        return m_code->wrappingKey(salt);
    if (!m_passphrase)
        return m_keychain->copy();
    KITH_TRY(auto fromPassphrase, deriveKey(m_passphrase->bytes(), salt, cost));
    if (!m_keychain)
        return fromPassphrase;
    // Both at once: the keychain's key is the hash's key, so that neither alone says anything about the result.
    Blake2b hash(*m_keychain);
    const auto bytes = fromPassphrase.bytes();
    hash.add(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    QByteArray both = hash.finish();
    auto key = WrappingKey::from(bytesOf(both));
    wipe(both);
    return std::move(*key);
}

}
