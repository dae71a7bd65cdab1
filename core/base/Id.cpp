#include "core/base/Id.h"

#include <QRandomGenerator>

#include <cstring>

namespace kith {

namespace {

int hexDigit(QChar c)
{
    const auto u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

}

QByteArray Id128::toBytes() const
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

QString Id128::toString() const
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += u'-';
        text += QChar(digits[bytes[i] >> 4]);
        text += QChar(digits[bytes[i] & 15]);
    }
    return text;
}

std::optional<Id128> Id128::fromBytes(const QByteArray& bytes)
{
    Id128 id;
    if (std::size_t(bytes.size()) != id.bytes.size())
        return std::nullopt;
    std::memcpy(id.bytes.data(), bytes.constData(), id.bytes.size());
    return id;
}

std::optional<Id128> Id128::fromString(QStringView text)
{
    Id128 id;
    std::size_t digits = 0;
    for (const QChar c : text) {
        if (c == u'-')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0 || digits == 32)
            return std::nullopt;
        auto& byte = id.bytes[digits / 2];
        byte = std::uint8_t((byte << 4) | digit);
        ++digits;
    }
    return digits == 32 ? std::optional(id) : std::nullopt;
}

Id128 IdSource::next()
{
    const auto now = m_clock.now().milliseconds();
    if (now > m_milliseconds) {
        m_milliseconds = now;
        m_counter = 0;
    } else if (++m_counter == 1U << 12) {
        ++m_milliseconds;
        m_counter = 0;
    }
    if (m_randomLeft < 8) {
        // The operating system's generator, filled in bulk: one call for 512 ids.
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(m_random.data()),
                                              qsizetype(m_random.size() / sizeof(quint32)));
        m_randomLeft = m_random.size();
    }
    Id128 id;
    for (int i = 0; i < 6; ++i)
        id.bytes[std::size_t(i)] = std::uint8_t(m_milliseconds >> (8 * (5 - i)));
    id.bytes[6] = std::uint8_t(0x70 | (m_counter >> 8));
    id.bytes[7] = std::uint8_t(m_counter);
    std::memcpy(&id.bytes[8], &m_random[m_random.size() - m_randomLeft], 8);
    m_randomLeft -= 8;
    id.bytes[8] = std::uint8_t((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

}

std::size_t std::hash<kith::Id128>::operator()(const kith::Id128& id) const noexcept
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, id.bytes.data(), 8);
    std::memcpy(&low, id.bytes.data() + 8, 8);
    return std::size_t((high * 0x9e3779b97f4a7c15ULL) ^ low);
}
