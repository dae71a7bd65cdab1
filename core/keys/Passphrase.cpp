#include "core/keys/Passphrase.h"

#include <QString>
#include <QStringEncoder>

#include <algorithm>

namespace kith {

namespace {

// Composed, and every kind of space a space. Qt composes in ordinary memory, which is overwritten again.
SecureBytes normalForm(QStringView text)
{
    QString typed = text.toString();
    QString composed = typed.normalized(QString::NormalizationForm_C);
    SecureBytes normal = SecureBytes::copyOf(
        {reinterpret_cast<const std::uint8_t*>(composed.utf16()), std::size_t(composed.size()) * sizeof(QChar)});
    wipe(composed); // may share with what was typed, which is therefore wiped behind it
    wipe(typed);
    const auto bytes = normal.writable();
    auto* characters = reinterpret_cast<QChar*>(bytes.data());
    std::replace_if(
        characters, characters + bytes.size() / sizeof(QChar),
        [](QChar c) { return c.category() == QChar::Separator_Space; }, QChar(u' '));
    return normal;
}

QStringView viewOf(const SecureBytes& utf16)
{
    const auto bytes = utf16.bytes();
    return {reinterpret_cast<const QChar*>(bytes.data()), qsizetype(bytes.size() / sizeof(QChar))};
}

SecureBytes toUtf8(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    SecureBytes room(std::size_t(encoder.requiredSpace(text.size())));
    auto* begin = reinterpret_cast<char*>(room.writable().data());
    const auto* end = encoder.appendToBuffer(begin, text);
    return SecureBytes::copyOf(room.bytes().first(std::size_t(end - begin)));
}

}

Result<Passphrase> Passphrase::choose(QStringView text)
{
    const auto normal = normalForm(text);
    const auto view = viewOf(normal);
    const auto characters = std::count_if(view.begin(), view.end(), [](QChar c) { return !c.isLowSurrogate(); });
    if (characters < leastCharacters)
        return Error{ErrorCode::PassphraseTooShort, {QString::number(leastCharacters)}};
    return Passphrase(toUtf8(view));
}

Passphrase Passphrase::typed(QStringView text)
{
    const auto normal = normalForm(text);
    return Passphrase(toUtf8(viewOf(normal)));
}

}
