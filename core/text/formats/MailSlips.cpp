#include "core/text/formats/MailSlips.h"

#include <algorithm>
#include <array>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

// Of whose addresses people leave out the end.
constexpr std::array<QStringView, 8> providers{u"qq",      u"163",     u"126",  u"gmail",
                                               u"hotmail", u"outlook", u"sina", u"foxmail"};
// Ends that are none, as fingers make them of `com`.
constexpr std::array<QStringView, 7> endsMeantCom{u"con", u"cmo", u"ocm", u"comm", u"vom", u"xom", u"coom"};

bool isSign(QChar c)
{
    static constexpr QStringView signs = u"@.,、。;";
    return signs.contains(c);
}

// One width, no brackets and quotes around, and no blanks beside the signs of an address. Others may part a name from
// its address.
QString tidied(QStringView typed)
{
    static constexpr QStringView around = u" <>()[]\"'“”‘’《》【】";
    auto plain = typed.toString().normalized(QString::NormalizationForm_KC).trimmed();
    if (plain.endsWith(u'>'))
        plain = plain.sliced(plain.lastIndexOf(u'<') + 1);
    while (!plain.isEmpty() && around.contains(plain.front()))
        plain.remove(0, 1);
    while (!plain.isEmpty() && around.contains(plain.back()))
        plain.chop(1);
    QString text;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        const bool besideSign =
            (!text.isEmpty() && isSign(text.back())) || (i + 1 < plain.size() && isSign(plain[i + 1]));
        if (c.category() != QChar::Other_Format && !(c.isSpace() && besideSign))
            text += c;
    }
    return text;
}

// Behind the @ whatever stands for a point is one; before it, it may part a name from its address.
QString withPoints(QString text)
{
    for (auto i = text.indexOf(u'@') + 1; i > 0 && i < text.size(); ++i) {
        if (text[i] != u'@' && isSign(text[i]))
            text[i] = u'.';
    }
    return text;
}

QString withSinglePoints(QString text)
{
    while (text.contains(u".."))
        text.replace(u".."_s, u"."_s);
    while (text.contains(u"@@"))
        text.replace(u"@@"_s, u"@"_s);
    text.replace(u".@"_s, u"@"_s).replace(u"@."_s, u"@"_s);
    while (text.startsWith(u'.'))
        text.remove(0, 1);
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString withRightEnd(QString text)
{
    const auto domain = text.sliced(text.indexOf(u'@') + 1).toLower();
    if (std::find(providers.begin(), providers.end(), domain) != providers.end())
        return text + u".com"_s;
    const auto end = domain.sliced(domain.lastIndexOf(u'.') + 1);
    if (std::find(endsMeantCom.begin(), endsMeantCom.end(), end) != endsMeantCom.end())
        return text.chopped(end.size()) + u"com"_s;
    return text;
}

}

std::optional<MailAddress> mailMeant(QStringView typed)
{
    if (MailAddress::parse(typed))
        return std::nullopt;
    const auto text = withRightEnd(withSinglePoints(withPoints(tidied(typed))));
    if (text.count(u'@') != 1)
        return std::nullopt;
    auto meant = MailAddress::parse(text);
    return meant ? std::optional(std::move(meant).value()) : std::nullopt;
}

}
