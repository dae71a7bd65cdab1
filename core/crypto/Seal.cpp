#include "core/crypto/Seal.h"

#include "core/crypto/Sodium.h"

#include <algorithm>

namespace kith {

namespace {

constexpr qsizetype NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype PublicKeySize = crypto_scalarmult_BYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == SecretKey::size);

using AgreedKey = TypedKey<struct AgreedKeyTag>;

const std::uint8_t* raw(QByteArrayView view)
{
    return reinterpret_cast<const std::uint8_t*>(view.data());
}

std::optional<AgreedKey> agree(const PrivateKey& own, const PublicKey& other, const SecretKey& shared,
                               const PublicKey& ephemeral, const PublicKey& recipient)
{
    SecureBytes secret(crypto_scalarmult_BYTES);
    if (crypto_scalarmult(secret.writable().data(), own.bytes().data(), other.data()) != 0)
        return std::nullopt;
    SecureBytes state(sizeof(crypto_generichash_state));
    auto* hash = reinterpret_cast<crypto_generichash_state*>(state.writable().data());
    SecureBytes key(SecretKey::size);
    crypto_generichash_init(hash, shared.bytes().data(), SecretKey::size, key.size());
    crypto_generichash_update(hash, secret.bytes().data(), secret.size());
    crypto_generichash_update(hash, ephemeral.data(), ephemeral.size());
    crypto_generichash_update(hash, recipient.data(), recipient.size());
    crypto_generichash_final(hash, key.writable().data(), key.size());
    return AgreedKey::from(key.bytes());
}

}

QByteArray seal(const SecretKey& key, ByteSpan plain, QByteArrayView associated)
{
    QByteArray sealed = randomBytes(NonceSize);
    sealed.resize(NonceSize + qsizetype(plain.size()) + TagSize);
    auto* out = reinterpret_cast<std::uint8_t*>(sealed.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NonceSize, nullptr, plain.data(), plain.size(), raw(associated),
                                               std::uint64_t(associated.size()), nullptr, out, key.bytes().data());
    return sealed;
}

std::optional<SecureBytes> unseal(const SecretKey& key, QByteArrayView sealed, QByteArrayView associated)
{
    prepareSodium();
    if (sealed.size() < NonceSize + TagSize)
        return std::nullopt;
    SecureBytes plain(std::size_t(sealed.size() - NonceSize - TagSize));
    const auto body = sealed.sliced(NonceSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.writable().data(), nullptr, nullptr, raw(body), std::uint64_t(body.size()), raw(associated),
            std::uint64_t(associated.size()), raw(sealed), key.bytes().data()) != 0)
        return std::nullopt;
    return plain;
}

PublicKey publicKeyOf(const PrivateKey& key)
{
    prepareSodium();
    PublicKey result;
    crypto_scalarmult_base(result.data(), key.bytes().data());
    return result;
}

std::optional<QByteArray> sealTo(const PublicKey& recipient, const SecretKey& shared, ByteSpan plain,
                                 QByteArrayView associated)
{
    const auto own = PrivateKey::random();
    const auto ephemeral = publicKeyOf(own);
    const auto key = agree(own, recipient, shared, ephemeral, recipient);
    if (!key)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char*>(ephemeral.data()), PublicKeySize) + seal(*key, plain, associated);
}

std::optional<SecureBytes> unsealFrom(const PrivateKey& recipient, const SecretKey& shared, QByteArrayView sealed,
                                      QByteArrayView associated)
{
    if (sealed.size() < PublicKeySize)
        return std::nullopt;
    PublicKey ephemeral;
    std::copy_n(raw(sealed), ephemeral.size(), ephemeral.begin());
    const auto key = agree(recipient, ephemeral, shared, ephemeral, publicKeyOf(recipient));
    if (!key)
        return std::nullopt;
    return unseal(*key, sealed.sliced(PublicKeySize), associated);
}

}
