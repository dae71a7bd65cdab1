#include "core/text/Fold.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

constexpr std::array chineseForms{
    u"有限责任公司"sv, u"股份有限公司"sv, u"有限公司"sv, u"股份公司"sv, u"公司"sv, u"股份"sv,
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

bool isNameCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'+' || c == U'#';
}

QString lettersOf(QStringView folded)
{
    QString key;
    key.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if (folded[i].isHighSurrogate() && i + 1 < folded.size()) {
            if (isNameCharacter(QChar::surrogateToUcs4(folded[i], folded[i + 1])))
                key += folded.mid(i, 2);
            ++i;
        } else if (isNameCharacter(folded[i].unicode())) {
            key += folded[i];
        }
    }
    return key;
}

bool isLatinForm(QStringView word)
{
    const std::u16string_view text(reinterpret_cast<const char16_t*>(word.utf16()), std::size_t(word.size()));
    return std::binary_search(latinForms.begin(), latinForms.end(), text);
}

// Takes "Co., Ltd." and the like off the end, as long as a name is left before it.
QStringView withoutLatinForm(QStringView text)
{
    const auto isSeparator = [](QChar c) { return !isNameCharacter(c.unicode()) && c != u'-' && !c.isSurrogate(); };
    for (;;) {
        auto end = text.size();
        while (end > 0 && isSeparator(text[end - 1]))
            --end;
        auto begin = end;
        while (begin > 0 && !isSeparator(text[begin - 1]))
            --begin;
        if (lettersOf(text.first(begin)).size() < 2 || !isLatinForm(text.sliced(begin, end - begin)))
            return text;
        text = text.first(begin);
    }
}

void dropChineseForm(QString& key)
{
    const auto endsWith = [&](std::u16string_view form) { return key.endsWith(QStringView(form)); };
    if (std::any_of(chineseBranches.begin(), chineseBranches.end(), endsWith))
        return;
    for (const auto form : chineseForms) {
        if (endsWith(form) && key.size() >= qsizetype(form.size()) + 2) {
            key.chop(qsizetype(form.size()));
            return;
        }
    }
}

}

QString nameKey(QStringView name)
{
    const auto folded = fold(name, FoldHan::Simplify);
    const auto key = lettersOf(folded);
    return key.isEmpty() ? folded : key;
}

QString companyKey(QStringView name)
{
    const auto folded = fold(name, FoldHan::Simplify);
    auto pointless = folded;
    pointless.remove(u'.').remove(u'\'').replace("a/s"_L1, "as"_L1);
    QStringView text = withoutLatinForm(pointless);
    if (text.startsWith("the "_L1) && text.size() > 6)
        text = text.sliced(4);
    auto key = lettersOf(text);
    dropChineseForm(key);
    return key.isEmpty() ? nameKey(name) : key;
}

bool sameName(QStringView a, QStringView b)
{
    return nameKey(a) == nameKey(b);
}

bool sameCompany(QStringView a, QStringView b)
{
    return companyKey(a) == companyKey(b);
}

}
