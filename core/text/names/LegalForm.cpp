#include "core/text/names/LegalForm.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith {

namespace {

using namespace std::string_view_literals;

// The longest of those that end alike comes first.
constexpr std::array chineseForms{
    u"有限责任公司"sv, u"股份有限公司"sv, u"有限公司"sv, u"股份公司"sv, u"公司"sv, u"股份"sv,
};
// Folded and simplified: 株式會社 is 株式会社.
constexpr std::array otherEasternForms{
    u"有限合伙企业"sv, u"有限合伙"sv, u"普通合伙"sv, u"合伙企业"sv,
    u"个体工商户"sv,   u"株式会社"sv, u"有限会社"sv, u"合同会社"sv,
};
// What stands before 公司 and makes it part of the name: a branch, a subsidiary, a head office.
constexpr std::array chineseBranches{u"分公司"sv, u"子公司"sv, u"总公司"sv};

// Folded, without points; sorted.
constexpr std::array latinForms{
    u"ab"sv,    u"ag"sv,           u"aps"sv,   u"as"sv,          u"asa"sv, u"bhd"sv,     u"bv"sv,   u"co"sv,
    u"coltd"sv, u"company"sv,      u"corp"sv,  u"corporation"sv, u"cv"sv,  u"doo"sv,     u"ee"sv,   u"gmbh"sv,
    u"inc"sv,   u"incorporated"sv, u"kft"sv,   u"kg"sv,          u"kk"sv,  u"limited"sv, u"llc"sv,  u"llp"sv,
    u"lp"sv,    u"ltd"sv,          u"ltda"sv,  u"mbh"sv,         u"nv"sv,  u"ohg"sv,     u"oy"sv,   u"oyj"sv,
    u"plc"sv,   u"private"sv,      u"pte"sv,   u"pty"sv,         u"pvt"sv, u"sa"sv,      u"sarl"sv, u"sas"sv,
    u"sdn"sv,   u"se"sv,           u"spzoo"sv, u"srl"sv,         u"sro"sv, u"ug"sv,
};
static_assert(std::is_sorted(latinForms.begin(), latinForms.end()));
constexpr std::array wideLatinForms{
    u"dmcc"sv, u"ek"sv, u"eurl"sv, u"ev"sv,  u"fzco"sv, u"fze"sv, u"gbr"sv,
    u"kgaa"sv, u"kk"sv, u"sl"sv,   u"slu"sv, u"snc"sv,  u"spa"sv, u"spzoo"sv,
};
static_assert(std::is_sorted(wideLatinForms.begin(), wideLatinForms.end()));

bool isNameCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'+' || c == U'#';
}

bool isLatinForm(QStringView word, LegalForms forms)
{
    const std::u16string_view text(reinterpret_cast<const char16_t*>(word.utf16()), std::size_t(word.size()));
    return std::binary_search(latinForms.begin(), latinForms.end(), text) ||
           (forms == LegalForms::Wide && std::binary_search(wideLatinForms.begin(), wideLatinForms.end(), text));
}

template <typename List>
qsizetype lengthAtEnd(const List& list, QStringView letters)
{
    for (const auto form : list) {
        if (letters.endsWith(QStringView(form)) && letters.size() >= qsizetype(form.size()) + 2)
            return qsizetype(form.size());
    }
    return 0;
}

}

QString nameLetters(QStringView folded)
{
    QString letters;
    letters.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if (folded[i].isHighSurrogate() && i + 1 < folded.size()) {
            if (isNameCharacter(QChar::surrogateToUcs4(folded[i], folded[i + 1])))
                letters += folded.mid(i, 2);
            ++i;
        } else if (isNameCharacter(folded[i].unicode())) {
            letters += folded[i];
        }
    }
    return letters;
}

QStringView withoutLatinForm(QStringView text, LegalForms forms)
{
    const auto isSeparator = [](QChar c) { return !isNameCharacter(c.unicode()) && c != u'-' && !c.isSurrogate(); };
    for (;;) {
        auto end = text.size();
        while (end > 0 && isSeparator(text[end - 1]))
            --end;
        auto begin = end;
        while (begin > 0 && !isSeparator(text[begin - 1]))
            --begin;
        if (nameLetters(text.first(begin)).size() < 2 || !isLatinForm(text.sliced(begin, end - begin), forms))
            return text;
        text = text.first(begin);
    }
}

qsizetype easternFormLength(QStringView letters, LegalForms forms)
{
    if (isBranch(letters))
        return 0;
    const auto length = lengthAtEnd(chineseForms, letters);
    return length > 0 || forms == LegalForms::Sure ? length : lengthAtEnd(otherEasternForms, letters);
}

bool isBranch(QStringView letters)
{
    return std::any_of(chineseBranches.begin(), chineseBranches.end(),
                       [&](std::u16string_view branch) { return letters.endsWith(QStringView(branch)); });
}

}
