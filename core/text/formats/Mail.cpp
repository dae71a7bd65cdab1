#include "core/text/formats/Mail.h"

#include <algorithm>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestAddress = 254; // RFC 5321, 4.5.3.1
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestLabel = 63;

bool isAtomCharacter(QChar c)
{
    const auto u = c.unicode();
    return u >= 0x80 ? c.isLetterOrNumber() || c.isMark() || c.isSurrogate()
                     : c.isLetterOrNumber() || u"!#$%&'*+-/=?^_`{|}~"_s.contains(c);
}

bool isLocalPart(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestLocalPart && !text.startsWith(u'.') && !text.endsWith(u'.') &&
           !text.contains(u".."_s) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'.' || isAtomCharacter(c); });
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') && !label.endsWith(u'-') &&
           std::all_of(label.begin(), label.end(),
                       [](QChar c) { return c == u'-' || c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); });
}

bool isDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isLabel) && labels.last().size() >= 2 &&
           !std::all_of(labels.last().begin(), labels.last().end(), isDigit);
}

// "Ada Lovelace <ada@example.com>", "mailto:ada@example.com?subject=...", "ada＠example。com"
QString addressIn(QStringView typed)
{
    auto text = typed.toString().normalized(QString::NormalizationForm_KC).trimmed();
    const auto open = text.lastIndexOf(u'<');
    if (text.endsWith(u'>') && open >= 0)
        text = text.sliced(open + 1).chopped(1).trimmed();
    if (text.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        text.remove(0, 7);
        const auto query = text.indexOf(u'?');
        if (query >= 0)
            text.truncate(query);
    }
    while (text.endsWith(u',') || text.endsWith(u';') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

}

Result<MailAddress> MailAddress::parse(QStringView typed)
{
    const Error invalid{ErrorCode::MailInvalid, {QString(), typed.toString()}};
    if (typed.size() > 2 * longestAddress)
        return invalid;
    const auto text = addressIn(typed);
    const auto at = text.lastIndexOf(u'@');
    if (at < 0 || text.size() > longestAddress)
        return invalid;
    const auto domain = text.sliced(at + 1).replace(u'。', u'.').toLower();
    if (!isLocalPart(QStringView(text).first(at)) || !isDomain(domain))
        return invalid;
    return MailAddress(text.first(at + 1) + domain);
}

QString MailAddress::key() const
{
    return m_address.toCaseFolded();
}

}
