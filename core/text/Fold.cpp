#include "core/text/Fold.h"

#include "core/text/han/Han.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>

namespace kith {

namespace {

std::u16string normalized(const UNormalizer2* form, std::u16string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    std::u16string result(text.size() * 3 + 32, u'\0');
    auto size =
        unorm2_normalize(form, text.data(), int32_t(text.size()), result.data(), int32_t(result.size()), &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        result.resize(std::size_t(size));
        size =
            unorm2_normalize(form, text.data(), int32_t(text.size()), result.data(), int32_t(result.size()), &status);
    }
    result.resize(U_SUCCESS(status) ? std::size_t(size) : 0);
    return result;
}

// ICU's normalizers are constant and live as long as the process.
struct Normalizers
{
    const UNormalizer2* composed = nullptr;
    const UNormalizer2* decomposed = nullptr;
    const UNormalizer2* compatible = nullptr;
    const UNormalizer2* caseless = nullptr;

    Normalizers()
    {
        UErrorCode status = U_ZERO_ERROR;
        composed = unorm2_getNFCInstance(&status);
        decomposed = unorm2_getNFDInstance(&status);
        compatible = unorm2_getNFKCInstance(&status);
        caseless = unorm2_getNFKCCasefoldInstance(&status);
        if (U_FAILURE(status))
            qFatal("ICU has no normalization data");
    }
};

const Normalizers& normalizers()
{
    static const Normalizers all;
    return all;
}

// Latin letters that Unicode does not take apart, in the way people type them without their own keyboard.
std::u16string_view plainLatin(char32_t c)
{
    switch (c) {
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'ø':
        return u"o";
    case U'đ':
    case U'ð':
        return u"d";
    case U'þ':
        return u"th";
    case U'ł':
        return u"l";
    case U'ħ':
        return u"h";
    case U'ŧ':
        return u"t";
    case U'ı':
        return u"i";
    case U'ĸ':
        return u"k";
    case U'ŋ':
        return u"n";
    default:
        return {};
    }
}

bool losesAccents(char32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(UChar32(c), &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

bool isBlank(char32_t c)
{
    return u_isUWhiteSpace(UChar32(c)) || u_charType(UChar32(c)) == U_CONTROL_CHAR ||
           u_charType(UChar32(c)) == U_SPACE_SEPARATOR;
}

constexpr bool isMarkOfLatin(char32_t c)
{
    return c >= 0x300 && c <= 0x36f;
}

// May unite with, or change places with, what stands before it, so that a text holding it must be composed first.
bool joins(char32_t c)
{
    return u_getCombiningClass(UChar32(c)) != 0 ||
           u_getIntPropertyValue(UChar32(c), UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE;
}

void append(std::u16string& text, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        text += char16_t(QChar::highSurrogate(c));
        text += char16_t(QChar::lowSurrogate(c));
    } else {
        text += char16_t(c);
    }
}

template <typename Use>
void forEachCharacter(std::u16string_view text, Use use)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && QChar::isLowSurrogate(text[i + 1]))
            c = QChar::surrogateToUcs4(char16_t(c), text[++i]);
        use(c);
    }
}

std::u16string foldOnce(std::u16string_view text)
{
    std::u16string result;
    forEachCharacter(normalized(normalizers().caseless, text), [&](char32_t c) {
        if (isBlank(c)) {
            result += u' ';
        } else if (losesAccents(c)) {
            std::u16string one;
            append(one, c);
            forEachCharacter(normalized(normalizers().decomposed, one), [&](char32_t part) {
                if (const auto plain = plainLatin(part); !plain.empty())
                    result += plain;
                else if (u_getCombiningClass(UChar32(part)) == 0)
                    append(result, part);
            });
        } else if (!isMarkOfLatin(c) && !QChar::isSurrogate(c)) {
            append(result, c);
        }
    });
    return result;
}

std::u16string computeFold(char32_t c)
{
    if (isBlank(c))
        return u" ";
    std::u16string text;
    append(text, c);
    if (han::isHan(c) && c < 0xf900)
        return text;
    // Twice, because a letter without its accent may have a case or a compatibility form of its own.
    return foldOnce(foldOnce(text));
}

// The folds of 256 characters, made when the first of them is met.
struct Page
{
    std::array<std::uint16_t, 257> starts{};
    std::array<bool, 256> joining{};
    std::u16string text;

    explicit Page(char32_t first)
    {
        for (std::size_t i = 0; i < 256; ++i) {
            const auto c = char32_t(first + i);
            starts[i] = std::uint16_t(text.size());
            const auto folded = computeFold(c);
            text += folded;
            // The second: half-width voiced kana and hangul.
            joining[i] = joins(c) || (!folded.empty() && joins(folded[0]));
        }
        starts[256] = std::uint16_t(text.size());
    }

    QStringView fold(char32_t c) const
    {
        const auto low = c & 0xff;
        return QStringView(text.data() + starts[low], starts[low + 1] - starts[low]);
    }
};

const Page& page(char32_t c)
{
    static std::array<std::atomic<const Page*>, 0x1100> pages{};
    auto& slot = pages[c >> 8];
    if (const auto* known = slot.load(std::memory_order_acquire))
        return *known;
    // Two threads may make the same page; one is kept. Pages live as long as the process.
    auto made = std::make_unique<const Page>(c & ~char32_t(0xff));
    const Page* expected = nullptr;
    if (slot.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel))
        return *made.release();
    return *expected;
}

// Replaces `out`; false where a character joins what stands before it.
bool foldCharacters(QStringView text, FoldHan han, QString& out)
{
    out.resize(text.size() + 32);
    auto* target = reinterpret_cast<char16_t*>(out.data());
    qsizetype used = 0;
    const Page* known = nullptr;
    char32_t knownHigh = 0;
    const auto put = [&](char16_t unit) {
        if (unit != u' ' || (used > 0 && target[used - 1] != u' '))
            target[used++] = unit;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c < 0x80) {
            put(c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c <= u' ' || c == 0x7f ? u' ' : char16_t(c));
        } else {
            if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                c = QChar::surrogateToUcs4(char16_t(c), text[++i].unicode());
            if (!known || knownHigh != c >> 8) {
                known = &page(c);
                knownHigh = c >> 8;
            }
            if (known->joining[c & 0xff])
                return false;
            for (const QChar unit : known->fold(c)) {
                const char32_t plain = han == FoldHan::Simplify ? han::simplified(unit.unicode()) : unit.unicode();
                put(char16_t(plain));
            }
        }
        // The longest fold of one character has 18 units.
        if (out.size() - used < 20 + (text.size() - i)) {
            out.resize(out.size() * 2 + 32);
            target = reinterpret_cast<char16_t*>(out.data());
        }
    }
    if (used > 0 && target[used - 1] == u' ')
        --used;
    out.resize(used);
    return true;
}

std::u16string_view units(QStringView text)
{
    return {reinterpret_cast<const char16_t*>(text.utf16()), std::size_t(text.size())};
}

// For texts with free accents, conjoining letters or half-width voiced kana: composed first, then folded, until both
// agree.
QString foldComposed(QStringView text)
{
    auto result = std::u16string(units(text));
    for (int round = 0; round < 4; ++round) {
        const auto composed = normalized(normalizers().compatible, result);
        std::u16string next;
        forEachCharacter(composed, [&](char32_t c) { next += units(page(c).fold(c)); });
        if (next == result)
            break;
        result = std::move(next);
    }
    return QString::fromStdU16String(result).simplified();
}

}

void foldInto(QStringView text, FoldHan han, QString& out)
{
    if (foldCharacters(text, han, out))
        return;
    out = foldComposed(text);
    if (han == FoldHan::Simplify) {
        for (QChar& unit : out)
            unit = QChar(char16_t(han::simplified(unit.unicode())));
    }
}

QString fold(QStringView text, FoldHan han)
{
    QString out;
    foldInto(text, han, out);
    return out;
}

QStringView foldedCharacter(char32_t character)
{
    return character < 0x110000 ? page(character).fold(character) : QStringView();
}

}
