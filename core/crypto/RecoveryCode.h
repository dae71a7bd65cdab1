#pragma once

#include "core/crypto/SecretKey.h"
#include "core/crypto/SecretText.h"

#include <QString>

#include <optional>

namespace kith {

// 160 random bits that a person prints and, one day, types: 36 signs of Crockford's base32 in groups of four, the last
// four a check, so that a slip of the finger is told from another book's code.
//     7ZQK-0M4T-9XWA-B2CD-EF5G-H6JN-PR8S-TV1Y-3K0M
class RecoveryCode
{
public:
    static constexpr std::size_t size = 20;

    static RecoveryCode random();
    // Takes what people type: any case, spaces, hyphens and dashes of any kind, full-width signs, O for 0, I and L
    // for 1. Nothing if the length or the check is wrong.
    static std::optional<RecoveryCode> parse(QStringView text);

    SecretText text() const;
    RecoveryCode copy() const { return RecoveryCode(SecureBytes::copyOf(m_bytes.bytes())); }

    // 160 bits need no Argon2; `salt`, 16 bytes, makes the key of each slot another (BLAKE2b with salt).
    WrappingKey wrappingKey(ByteSpan salt) const;

    bool operator==(const RecoveryCode& other) const { return m_bytes == other.m_bytes; }

private:
    explicit RecoveryCode(SecureBytes bytes) : m_bytes(std::move(bytes)) { m_bytes.freeze(); }

    SecureBytes m_bytes;
};

}
