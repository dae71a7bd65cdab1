#include "core/exchange/xlsx/SharedTexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

// The character of `_x000D_` at this place, if it is one.
std::optional<char16_t> escapeAt(QStringView text, qsizetype at)
{
    if (at + 7 > text.size() || text[at] != u'_' || text[at + 1] != u'x' || text[at + 6] != u'_')
        return std::nullopt;
    const auto code = text.sliced(at + 2, 4);
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toUpper() >= u'A' && c.toUpper() <= u'F'); };
    if (!std::all_of(code.begin(), code.end(), isHex))
        return std::nullopt;
    return char16_t(code.toUShort(nullptr, 16));
}

}

QString unescaped(const QString& text)
{
    auto at = text.indexOf("_x"_L1);
    if (at < 0)
        return text;
    QString plain = text.left(at);
    while (at < text.size()) {
        if (const auto character = escapeAt(text, at)) {
            if (*character != 0)
                plain += QChar(*character);
            at += 7;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

QString escaped(const QString& text)
{
    const auto needsCare = [](QChar c) {
        return c == u'_' || c.unicode() >= 0xFFFE || (c.unicode() < 0x20 && c != u'\n' && c != u'\t');
    };
    if (std::none_of(text.begin(), text.end(), needsCare))
        return text;
    QString safe;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (needsCare(c) && (c != u'_' || escapeAt(text, at)))
            safe += u"_x%1_"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, QChar(u'0'));
        else
            safe += c;
    }
    return safe;
}

Status readText(XmlTokens& xml, QString& text, qsizetype most)
{
    const int here = xml.depth();
    for (;;) {
        KITH_TRY(const bool more, xml.next());
        if (!more || (xml.isEnd() && xml.depth() == here))
            return {};
        if (xml.isText())
            text += xml.text().first(std::min(xml.text().size(), most + 1 - text.size()));
    }
}

Status readRichText(XmlTokens& xml, QString& text, qsizetype most)
{
    const int here = xml.depth();
    for (;;) {
        KITH_TRY(const bool more, xml.next());
        if (!more || (xml.isEnd() && xml.depth() == here))
            return {};
        if (xml.isStart("rPh"_L1))
            KITH_TRY(xml.skipElement());
        else if (xml.isStart("t"_L1))
            KITH_TRY(readText(xml, text, most));
    }
}

Status SharedTexts::read(XmlTokens& xml, const ZipPackage& package, const QString& part, qsizetype most)
{
    KITH_TRY(xml.begin(part));
    QString text;
    for (;;) {
        KITH_TRY(const bool more, xml.next());
        if (!more)
            return {};
        if (!xml.isStart("si"_L1))
            continue;
        text.clear();
        KITH_TRY(readRichText(xml, text, most));
        // One that was cut must not look short enough again.
        const auto utf8 = (text.size() > most ? text : unescaped(text)).toUtf8();
        if (!add({utf8.constData(), std::size_t(utf8.size())}))
            return package.tooLarge(Tr::tr("Its cells hold more different texts than fit into memory."));
    }
}

bool SharedTexts::add(std::string_view text)
{
    const auto length = std::uint32_t(text.size());
    const auto needed = sizeof(length) + text.size();
    if (needed > blockBytes || m_places.size() >= mostTexts)
        return false;
    if (m_used + needed > blockBytes) {
        if ((m_blocks.size() + 1) * blockBytes > mostBytes)
            return false;
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(blockBytes));
        m_used = 0;
    }
    char* to = m_blocks.back().get() + m_used;
    std::memcpy(to, &length, sizeof(length));
    std::memcpy(to + sizeof(length), text.data(), text.size());
    m_places.push_back(std::uint32_t((m_blocks.size() - 1) * blockBytes + m_used));
    m_used += needed;
    return true;
}

std::string_view SharedTexts::text(std::size_t index) const
{
    const auto place = m_places[index];
    const char* from = m_blocks[place / blockBytes].get() + place % blockBytes;
    std::uint32_t length = 0;
    std::memcpy(&length, from, sizeof(length));
    return {from + sizeof(length), length};
}

}
