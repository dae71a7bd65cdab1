#include "core/exchange/vcard/VcardText.h"

#include "core/exchange/bytes/EncodingGuess.h"
#include "core/exchange/bytes/TextDecoder.h"
#include "core/exchange/rows/SourceRow.h"

#include <algorithm>

namespace kith {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = char(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool isSeparator(char c)
{
    return c == ';' || c == ',';
}

std::string fromQuotedPrintable(std::string_view value)
{
    std::string bytes;
    bytes.reserve(value.size());
    for (std::size_t at = 0; at < value.size(); ++at) {
        const int high = value[at] == '=' && at + 2 < value.size() ? hexDigit(value[at + 1]) : -1;
        const int low = high >= 0 ? hexDigit(value[at + 2]) : -1;
        if (low < 0) {
            bytes += value[at];
            continue;
        }
        const char byte = char(high * 16 + low);
        if (isSeparator(byte) && !bytes.ends_with('\\'))
            bytes += '\\';
        bytes += byte;
        at += 2;
    }
    return bytes;
}

struct Reading
{
    QString text;
    bool wrong = false; // some bytes mean nothing
    double chinese = 0; // how likely
    bool operator>(const Reading& other) const { return wrong != other.wrong ? !wrong : chinese > other.chinese; }
};

Reading readingIn(const std::string& bytes, const Encoding& encoding)
{
    const QByteArray all(bytes.data(), qsizetype(bytes.size()));
    Reading reading{{}, true, chineseLikelihood(all, encoding)};
    auto decoder = TextDecoder::open(std::make_unique<MemorySource>(all), encoding);
    if (!decoder)
        return reading;
    std::string utf8;
    std::vector<char> piece(std::size_t(16) * 1024);
    while (true) {
        const auto got = decoder->read(piece.data(), piece.size());
        if (!got || *got == 0)
            break;
        utf8.append(piece.data(), *got);
    }
    reading.wrong = decoder->wrongBytes() > 0;
    reading.text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).remove(QChar(0));
    return reading;
}

// In 2.1 a backslash is a character but before a separator.
QString unescaped(QStringView text, VcardVersion version)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
        if (c != u'\\' || next.isNull()) {
            plain += c;
            continue;
        }
        if (next == u';' || next == u',' || next == u':' || next == u'\\') {
            plain += next;
            ++at;
        } else if (version != VcardVersion::Two && (next == u'n' || next == u'N')) {
            plain += u'\n';
            ++at;
        } else {
            plain += c;
        }
    }
    return plain.trimmed();
}

}

std::string plainBytes(const VcardProperty& property)
{
    if (property.isQuotedPrintable())
        return fromQuotedPrintable(property.value);
    if (property.isBase64())
        return QByteArray::fromBase64(QByteArray(property.value.data(), qsizetype(property.value.size())))
            .toStdString();
    return property.value;
}

// UTF-8 is hardly ever anything else by chance, whatever a card says of itself. Else what the card says, unless the
// file's encoding makes better Chinese of it: a card in GBK that calls itself Latin-1.
QString VcardText::decoded(const VcardProperty& property)
{
    const auto bytes = plainBytes(property);
    if (isCleanUtf8(bytes))
        return cellText(bytes);
    const auto name = property.parameter("CHARSET");
    const auto declared = Encoding::named(QString::fromLatin1(name.data(), qsizetype(name.size())));
    std::optional<Reading> best;
    for (const auto& encoding : {declared, std::optional(m_fallback)}) {
        if (!encoding || encoding->isUtf8() || encoding->unitBytes() > 1)
            continue;
        auto reading = readingIn(bytes, *encoding);
        if (!best || reading > *best)
            best = std::move(reading);
    }
    if (best) {
        m_repaired = m_repaired || best->wrong;
        return best->text;
    }
    m_repaired = true;
    std::string clean;
    repairUtf8(bytes, clean);
    return cellText(clean);
}

QString VcardText::text(const VcardProperty& property, VcardVersion version)
{
    return unescaped(decoded(property), version);
}

QStringList VcardText::parts(const VcardProperty& property, VcardVersion version, QChar separator)
{
    const auto whole = decoded(property);
    QStringList parts;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= whole.size(); ++at) {
        if (at + 1 < whole.size() && whole[at] == u'\\') {
            ++at;
            continue;
        }
        if (at < whole.size() && whole[at] != separator)
            continue;
        parts += unescaped(QStringView(whole).sliced(start, at - start), version);
        start = at + 1;
    }
    return parts;
}

}
