#include "core/crypto/SecretText.h"

#include <QStringDecoder>

#include <cstring>

namespace kith {

SecretText::SecretText(SecureBytes utf16)
{
    utf16.freeze();
    m_utf16 = std::make_shared<const SecureBytes>(std::move(utf16));
}

SecretText SecretText::copyOf(QStringView text)
{
    if (text.isEmpty())
        return {};
    const auto size = std::size_t(text.size()) * sizeof(char16_t);
    return SecretText(SecureBytes::copyOf({reinterpret_cast<const std::uint8_t*>(text.utf16()), size}));
}

SecretText SecretText::take(QString& text)
{
    auto taken = copyOf(text);
    wipe(text);
    return taken;
}

SecretText SecretText::fromUtf8(ByteSpan bytes)
{
    if (bytes.empty())
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    SecureBytes room(std::size_t(decoder.requiredSpace(qsizetype(bytes.size()))) * sizeof(char16_t));
    auto* begin = reinterpret_cast<QChar*>(room.writable().data());
    const auto* end = decoder.appendToBuffer(begin, QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return copyOf(QStringView(begin, end - begin));
}

QStringView SecretText::view() const
{
    if (!m_utf16)
        return {};
    const auto bytes = m_utf16->bytes();
    return {reinterpret_cast<const QChar*>(bytes.data()), qsizetype(bytes.size() / sizeof(QChar))};
}

bool SecretText::operator==(const SecretText& other) const
{
    if (isEmpty() || other.isEmpty())
        return isEmpty() == other.isEmpty();
    return *m_utf16 == *other.m_utf16;
}

}
