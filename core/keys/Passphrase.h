#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QStringView>

namespace kith {

// What a person types to open a book, in secure memory, as UTF-8 of one form: composed, and every kind of space a space
// (the OpaqueString profile of RFC 8265), so that another keyboard or system gives the same bytes. The text it comes
// from is a SecretText's.
class Passphrase
{
public:
    static constexpr int leastCharacters = 8;

    // A new one. PassphraseTooShort.
    static Result<Passphrase> choose(QStringView text);
    // One that may open something: any text.
    static Passphrase typed(QStringView text);

    ByteSpan bytes() const { return m_bytes.bytes(); }
    Passphrase copy() const { return Passphrase(SecureBytes::copyOf(m_bytes.bytes())); }

private:
    explicit Passphrase(SecureBytes bytes) : m_bytes(std::move(bytes)) { m_bytes.freeze(); }

    SecureBytes m_bytes;
};

}
