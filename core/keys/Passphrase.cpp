#include "core/keys/Passphrase.h"

#include <QString>

namespace kith {

Result<Passphrase> Passphrase::choose(QStringView text)
{
    QString composed = text.toString().normalized(QString::NormalizationForm_C);
    qsizetype characters = 0;
    for (const QChar c : std::as_const(composed)) {
        if (!c.isLowSurrogate())
            ++characters;
    }
    wipe(composed);
    if (characters < leastCharacters)
        return Error{ErrorCode::PassphraseTooShort, {QString::number(leastCharacters)}};
    return typed(text);
}

Passphrase Passphrase::typed(QStringView text)
{
    QString composed = text.toString().normalized(QString::NormalizationForm_C);
    for (QChar& c : composed) {
        if (c.category() == QChar::Separator_Space)
            c = u' ';
    }
    QByteArray utf8 = composed.toUtf8();
    wipe(composed);
    auto bytes = SecureBytes::copyOf(bytesOf(utf8));
    wipe(utf8);
    return Passphrase(std::move(bytes));
}

}
