#include "core/crypto/SecureBytes.h"

#include "core/crypto/Sodium.h"

#include <cstring>
#include <new>
#include <utility>

namespace kith {

void prepareSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium found no source of random numbers");
}

SecureBytes::SecureBytes(std::size_t size) : m_size(size)
{
    if (size == 0)
        return;
    prepareSodium();
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (m_data == nullptr)
        throw std::bad_alloc();
    sodium_memzero(m_data, size);
}

SecureBytes SecureBytes::random(std::size_t size)
{
    SecureBytes bytes(size);
    if (bytes.m_data != nullptr)
        randombytes_buf(bytes.m_data, size);
    return bytes;
}

SecureBytes SecureBytes::copyOf(ByteSpan bytes)
{
    SecureBytes copy(bytes.size());
    if (copy.m_data != nullptr)
        std::memcpy(copy.m_data, bytes.data(), bytes.size());
    return copy;
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_frozen(std::exchange(other.m_frozen, false))
{
}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_frozen = std::exchange(other.m_frozen, false);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    clear();
}

std::span<std::uint8_t> SecureBytes::writable()
{
    Q_ASSERT(!m_frozen);
    return {m_data, m_size};
}

void SecureBytes::freeze()
{
    // Where the system has no such protection the bytes stay writable, which is what they were.
    if (m_data != nullptr && sodium_mprotect_readonly(m_data) == 0)
        m_frozen = true;
}

void SecureBytes::clear()
{
    sodium_free(m_data); // makes frozen pages writable, zeroes them, and takes nullptr
    m_data = nullptr;
    m_size = 0;
    m_frozen = false;
}

bool SecureBytes::operator==(const SecureBytes& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

QByteArray randomBytes(qsizetype size)
{
    prepareSodium();
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(size));
    return bytes;
}

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    bytes = QByteArray();
}

void wipeShared(QString& text)
{
    if (!text.isEmpty())
        sodium_memzero(const_cast<QChar*>(text.constData()), std::size_t(text.size()) * sizeof(QChar));
    text = QString();
}

void wipe(QString& text)
{
    if (text.isDetached())
        sodium_memzero(text.data(), std::size_t(text.size()) * sizeof(QChar));
    text = QString();
}

}
