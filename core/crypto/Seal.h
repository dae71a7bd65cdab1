#pragma once

#include "core/crypto/SecretKey.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace kith {

// XChaCha20-Poly1305 with a random nonce in front: 40 bytes longer than what is sealed. `associated` is not stored; the
// same must be given to unseal. For small secrets: what comes back lies in secure memory. Contents: FileCipher.h.
QByteArray seal(const SecretKey& key, ByteSpan plain, QByteArrayView associated);
// Nothing when a bit of the sealed bytes, the associated data or the key is not what it was.
std::optional<SecureBytes> unseal(const SecretKey& key, QByteArrayView sealed, QByteArrayView associated);

// An X25519 pair: what is sealed to the public half only the private half opens.
using PublicKey = std::array<std::uint8_t, 32>;
using PrivateKey = TypedKey<struct PrivateKeyTag>;
PublicKey publicKeyOf(const PrivateKey& key);

// Seals to somebody whose private key is not at hand. The key is BLAKE2b of the X25519 secret, keyed with `shared`,
// over an ephemeral pair: opening takes the private key and `shared`, sealing takes `shared`, so that nobody without it
// can put another content in place, and breaking X25519 alone opens nothing. 72 bytes longer than what is sealed.
// Nothing if `recipient` is no public key (a point of low order).
std::optional<QByteArray> sealTo(const PublicKey& recipient, const SecretKey& shared, ByteSpan plain,
                                 QByteArrayView associated);
std::optional<SecureBytes> unsealFrom(const PrivateKey& recipient, const SecretKey& shared, QByteArrayView sealed,
                                      QByteArrayView associated);

}
