#include "core/records/NameList.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';

bool isSeparator(QChar c)
{
    return c == u';' || c == QChar(0xff1b);
}

// Behind the quotation mark that ends what begins at `from`; -1 where none does, or where something stands behind it.
qsizetype endOfQuoted(const QString& text, qsizetype from)
{
    qsizetype at = from + 1;
    for (; at < text.size(); ++at) {
        if (text[at] != quote)
            continue;
        if (at + 1 == text.size() || text[at + 1] != quote)
            break;
        ++at;
    }
    if (at >= text.size())
        return -1;
    for (auto rest = at + 1; rest < text.size() && !isSeparator(text[rest]); ++rest) {
        if (!text[rest].isSpace())
            return -1;
    }
    return at + 1;
}

}

QString joinedNames(const QStringList& names)
{
    QStringList texts;
    for (const auto& name : names) {
        const bool plain = !name.startsWith(quote) && std::none_of(name.begin(), name.end(), isSeparator);
        texts += plain ? name : quote + QString(name).replace(quote, u"\"\""_s) + quote;
    }
    return texts.join(u"; "_s);
}

QStringList splitNames(const QString& text)
{
    QStringList names;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace() || isSeparator(text[at])) {
            ++at;
            continue;
        }
        const auto quoted = text[at] == quote ? endOfQuoted(text, at) : -1;
        if (quoted > 0) {
            const auto name = text.sliced(at + 1, quoted - at - 2).replace(u"\"\""_s, u"\""_s).trimmed();
            if (!name.isEmpty())
                names += name;
            at = quoted;
            continue;
        }
        const auto end = std::find_if(text.begin() + at, text.end(), isSeparator) - text.begin();
        names += text.sliced(at, end - at).trimmed();
        at = end;
    }
    return names;
}

}
