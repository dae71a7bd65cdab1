#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>

namespace kith {

using ByteSpan = std::span<const std::uint8_t>;

// The bytes of a QByteArray, as the functions of core/crypto take them.
inline ByteSpan bytesOf(QByteArrayView view)
{
    return {reinterpret_cast<const std::uint8_t*>(view.data()), std::size_t(view.size())};
}

// Secret bytes on pages of their own: locked in memory where the system allows, between guard pages, left out of core
// dumps, zeroed when given back. Moves, never copies by accident. Each takes about four pages, so it is for keys and
// passphrases, not for contents. As with any allocation, no memory throws std::bad_alloc. A value is used by one thread
// at a time.
class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size); // zeroed
    static SecureBytes random(std::size_t size);
    static SecureBytes copyOf(ByteSpan bytes);

    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    ~SecureBytes();

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    ByteSpan bytes() const { return {m_data, m_size}; }
    // Must not be frozen.
    std::span<std::uint8_t> writable();
    // From here on writing to these bytes ends the process, by whomever it is done.
    void freeze();
    void clear();

    // In a time that does not depend on where they differ.
    bool operator==(const SecureBytes& other) const;

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
    bool m_frozen = false;
};

// From the system's generator, for what is not secret: salts, nonces, ids.
QByteArray randomBytes(qsizetype size);

// Overwrite and empty a text that held a secret. What shares its memory with another copy cannot be overwritten: that
// copy keeps it.
void wipe(QByteArray& bytes);
void wipe(QString& text);
// The same where it is known who the others are: every copy that shares the memory is overwritten with zeroes too.
void wipeShared(QString& text);

}
