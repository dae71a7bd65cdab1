#include "core/crypto/Blake2b.h"

#include "core/crypto/Sodium.h"

namespace kith {

namespace {

static_assert(Blake2b::size == crypto_generichash_BYTES);

crypto_generichash_state* stateIn(std::byte* memory)
{
    return reinterpret_cast<crypto_generichash_state*>(memory);
}

}

Blake2b::Blake2b()
{
    static_assert(sizeof(crypto_generichash_state) <= sizeof(m_state));
    static_assert(alignof(crypto_generichash_state) <= 64);
    prepareSodium();
    crypto_generichash_init(stateIn(m_state.data()), nullptr, 0, std::size_t(size));
}

Blake2b::Blake2b(const SecretKey& key)
{
    crypto_generichash_init(stateIn(m_state.data()), key.bytes().data(), SecretKey::size, std::size_t(size));
}

Blake2b::~Blake2b()
{
    sodium_memzero(m_state.data(), m_state.size());
}

void Blake2b::add(QByteArrayView bytes)
{
    crypto_generichash_update(stateIn(m_state.data()), bytesOf(bytes).data(), std::uint64_t(bytes.size()));
}

QByteArray Blake2b::finish()
{
    QByteArray hash(size, Qt::Uninitialized);
    crypto_generichash_final(stateIn(m_state.data()), reinterpret_cast<std::uint8_t*>(hash.data()), std::size_t(size));
    return hash;
}

QByteArray Blake2b::of(QByteArrayView bytes)
{
    Blake2b hash;
    hash.add(bytes);
    return hash.finish();
}

}
