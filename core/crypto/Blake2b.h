#pragma once

#include "core/crypto/SecretKey.h"

#include <QByteArray>

#include <array>
#include <cstddef>

namespace kith {

// BLAKE2b-256 of bytes that arrive in pieces (RFC 7693); with a key it is a message authentication code.
class Blake2b
{
public:
    static constexpr qsizetype size = 32;

    Blake2b();
    explicit Blake2b(const SecretKey& key);
    ~Blake2b();
    Blake2b(const Blake2b&) = delete;
    Blake2b& operator=(const Blake2b&) = delete;

    void add(QByteArrayView bytes);
    // Once; afterwards nothing can be added.
    QByteArray finish();

    static QByteArray of(QByteArrayView bytes);

private:
    alignas(64) std::array<std::byte, 384> m_state;
};

}
