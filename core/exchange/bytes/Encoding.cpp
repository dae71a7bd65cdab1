#include "core/exchange/bytes/Encoding.h"

#include <unicode/ucnv.h>

#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    const char* name;
    int unitBytes;
    const char* mark;
    const char* otherNames; // folded, with a blank on both sides
};

constexpr std::array knownEncodings{
    Known{"UTF-8", 1, "\xEF\xBB\xBF", " utf8 utf8bom utf8sig ascii usascii "},
    Known{"GB18030", 1, "\x84\x31\x95\x33", " gb18030 gbk gb2312 gb cp936 ms936 windows936 euccn "},
    Known{"Big5", 1, "", " big5 cp950 ms950 windows950 big5eten "},
    Known{"UTF-16LE", 2, "\xFF\xFE", " utf16le utf16 unicode ucs2 "},
    Known{"UTF-16BE", 2, "\xFE\xFF", " utf16be "},
    Known{"windows-1252", 1, "", " windows1252 cp1252 latin1 iso88591 ansi l1 "},
};

QByteArray foldedName(QStringView name)
{
    QByteArray folded;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            folded += c.toLower().toLatin1();
    }
    return folded;
}

}

Encoding Encoding::utf8()
{
    const auto& known = knownEncodings.front();
    return Encoding(QString::fromLatin1(known.name), known.name, known.unitBytes, known.mark);
}

QStringList Encoding::offered()
{
    QStringList names;
    for (const auto& known : knownEncodings)
        names += QString::fromLatin1(known.name);
    return names << u"windows-1250"_s << u"windows-1251"_s << u"Shift_JIS"_s << u"EUC-KR"_s;
}

std::optional<Encoding> Encoding::named(QStringView name)
{
    const auto folded = foldedName(name);
    if (folded.isEmpty())
        return std::nullopt;
    for (const auto& known : knownEncodings) {
        if (QByteArray(known.otherNames).contains(' ' + folded + ' '))
            return Encoding(QString::fromLatin1(known.name), known.name, known.unitBytes, known.mark);
    }
    return fromIcu(name.trimmed().toLatin1());
}

std::optional<Encoding> Encoding::fromIcu(const QByteArray& name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.constData(), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    const auto type = ucnv_getType(converter);
    const char* canonical = ucnv_getName(converter, &status);
    const char* shown = canonical ? ucnv_getStandardName(canonical, "MIME", &status) : nullptr;
    if (canonical && !shown)
        shown = ucnv_getStandardName(canonical, "IANA", &status);
    // A line break must be the byte 0x0A: this leaves out EBCDIC, and the type what keeps a state between characters.
    const QByteArray sample("\n\r\t,;|\"'aZ09");
    std::array<UChar, 16> decoded{};
    status = U_ZERO_ERROR;
    const auto length =
        ucnv_toUChars(converter, decoded.data(), int(decoded.size()), sample.constData(), int(sample.size()), &status);
    const bool usable = U_SUCCESS(status) && (type == UCNV_SBCS || type == UCNV_MBCS || type == UCNV_LATIN_1) &&
                        QStringView(decoded.data(), length) == QLatin1StringView(sample);
    std::optional<Encoding> encoding;
    if (usable && canonical)
        encoding = Encoding(QString::fromLatin1(shown ? shown : canonical), canonical, 1, {});
    ucnv_close(converter);
    return encoding;
}

}
