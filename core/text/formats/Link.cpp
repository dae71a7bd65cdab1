#include "core/text/formats/Link.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLink = 2048;
constexpr std::array schemes{"https"_L1, "http"_L1, "ftp"_L1};

bool isBlankOrControl(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

// "example.com:8080/a" has no scheme although it has a colon.
bool hasScheme(QStringView text)
{
    const auto colon = text.indexOf(u':');
    return colon > 0 && !text.first(colon).contains(u'.') && !text.first(colon).contains(u'/') &&
           (colon + 1 == text.size() || !text[colon + 1].isDigit());
}

bool isHost(QStringView host)
{
    if (host.isEmpty() || host.startsWith(u'.') || host.endsWith(u'-') || host.contains(u".."_s))
        return false;
    return host.contains(u'.') || host.contains(u':') || host == u"localhost"_s;
}

QStringView withoutWww(QStringView host)
{
    return host.startsWith(u"www."_s) && host.count(u'.') > 1 ? host.sliced(4) : host;
}

}

Result<WebLink> WebLink::parse(QStringView typed)
{
    const Error invalid{ErrorCode::LinkInvalid, {QString(), typed.toString()}};
    auto text = typed.trimmed().toString();
    for (QChar& c : text) {
        if (c.unicode() > 0xff00 && c.unicode() < 0xff5f) // full-width forms of ASCII
            c = QChar(char16_t(c.unicode() - 0xfee0));
    }
    if (text.isEmpty() || text.size() > longestLink || std::any_of(text.begin(), text.end(), isBlankOrControl))
        return invalid;
    if (text.startsWith("//"_L1))
        text.prepend("https:"_L1);
    else if (!hasScheme(text))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || std::find(schemes.begin(), schemes.end(), url.scheme()) == schemes.end() ||
        !url.userInfo().isEmpty() || !isHost(url.host()))
        return invalid;
    if (url.path() == u"/"_s && !url.hasQuery() && !url.hasFragment())
        url.setPath(QString());
    return WebLink(url.toString(QUrl::PrettyDecoded));
}

QString WebLink::host() const
{
    return withoutWww(QUrl(m_url).host()).toString();
}

QString WebLink::shown() const
{
    const auto start = m_url.indexOf("://"_L1) + 3;
    const auto rest = QStringView(m_url).sliced(start);
    return m_url.startsWith("ftp"_L1) ? m_url : withoutWww(rest).toString();
}

QString WebLink::key() const
{
    return shown().toCaseFolded();
}

}
