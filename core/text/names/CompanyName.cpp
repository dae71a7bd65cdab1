#include "core/text/names/CompanyName.h"

#include "core/text/Fold.h"
#include "core/text/NearNames.h"
#include "core/text/names/EditDistance.h"
#include "core/text/names/LegalForm.h"
#include "core/text/names/Places.h"
#include "core/text/names/SoundKey.h"

#include <algorithm>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype leastCore = 2;            // units that are left of a name when something is taken off
constexpr qsizetype leastForOneCharacter = 4; // Chinese characters
constexpr qsizetype leastLatinShort = 5;      // letters of a word that may stand for a whole name

bool isLatin(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isAllLatin(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isLatin(c) || c.isDigit(); });
}

// "(Beijing)" and (集团): takes what stands in brackets out of the text and notes what it says; what is neither a place
// nor a group stays.
void readBrackets(QString& text, CompanyName& name)
{
    for (qsizetype open = text.indexOf(u'('); open >= 0; open = text.indexOf(u'(', open)) {
        const auto close = text.indexOf(u')', open);
        if (close < 0)
            return;
        const auto inside = nameLetters(QStringView(text).sliced(open + 1, close - open - 1));
        QStringView place = placeOfLatin(inside);
        if (place.isEmpty() && isPlace(inside))
            place = placePrefix(inside).place;
        const bool isGroup = inside == u"集团" || inside == u"控股" || inside == u"group" || inside == u"holding";
        const bool isCountry = inside == u"中国" || inside == u"china";
        if (place.isEmpty() && !isGroup && !isCountry) {
            ++open;
            continue;
        }
        if (!place.isEmpty() || isCountry)
            name.place = isCountry ? u"中国"_s : place.toString();
        text.replace(open, close - open + 1, u" "_s);
    }
}

QStringView withoutLatinGroup(QStringView text)
{
    for (const auto& word : {u" group"_s, u" holding"_s, u" holdings"_s, u" gruppe"_s, u" groupe"_s}) {
        const auto trimmed = text.trimmed();
        if (trimmed.endsWith(word) && nameLetters(trimmed.chopped(word.size())).size() >= leastCore)
            return trimmed.chopped(word.size());
    }
    return text;
}

void dropChineseGroup(QString& letters)
{
    for (const auto& word : {u"集团"_s, u"控股"_s}) {
        if (letters.endsWith(word) && letters.size() >= word.size() + leastCore) {
            letters.chop(word.size());
        }
    }
}

void dropPlace(QString& letters, CompanyName& name)
{
    const auto prefix = placePrefix(letters);
    if (prefix.place.isEmpty() || letters.size() - prefix.units < leastCore)
        return;
    if (name.place.isEmpty())
        name.place = prefix.place.toString();
    letters = letters.sliced(prefix.units);
}

// "Shanghai Velodis": the first of several words.
QStringView withoutLatinPlace(QStringView text, CompanyName& name)
{
    const auto end = text.indexOf(u' ');
    const auto place = end > 0 ? placeOfLatin(text.first(end)) : QStringView();
    if (place.isEmpty() || nameLetters(text.sliced(end)).size() < leastCore)
        return text;
    if (name.place.isEmpty())
        name.place = place.toString();
    return text.sliced(end + 1);
}

NameAgreement compareHan(QStringView a, QStringView b)
{
    const auto longer = std::max(a.size(), b.size());
    if (soundsLike(a, b) && longer >= leastCore)
        return NameAgreement::SoundsAlike;
    if (longer >= leastForOneCharacter && std::min(a.size(), b.size()) >= 3 && editDistance(a, b, 1) == 1)
        return NameAgreement::OneCharacter;
    return NameAgreement::Different;
}

bool isBeginning(QStringView shorter, QStringView longer)
{
    const bool latin = isAllLatin(shorter);
    return shorter.size() >= (latin ? leastLatinShort : leastCore) && longer.startsWith(shorter);
}

NameAgreement compareCores(QStringView a, QStringView b)
{
    if (a == b)
        return NameAgreement::Same;
    if (!sameDigits(a, b))
        return NameAgreement::Different;
    if (slipsBetweenKeys(a, b) > 0)
        return NameAgreement::Slip;
    if (!isAllLatin(a) || !isAllLatin(b)) {
        if (const auto han = compareHan(a, b); han != NameAgreement::Different)
            return han;
    }
    const bool isShort = a.size() < b.size() ? isBeginning(a, b) : isBeginning(b, a);
    return isShort ? NameAgreement::Short : NameAgreement::Different;
}

}

CompanyName CompanyName::read(QStringView typed)
{
    CompanyName name;
    auto text = fold(typed, FoldHan::Simplify);
    name.whole = nameLetters(text);
    if (name.whole.isEmpty())
        name.whole = text;
    readBrackets(text, name);
    text.remove(u'.').remove(u'\'').replace("a/s"_L1, "as"_L1);
    QStringView words = withoutLatinForm(text, LegalForms::Wide);
    words = withoutLatinGroup(words);
    if (words.startsWith("the "_L1) && words.size() > 6)
        words = words.sliced(4);
    words = withoutLatinPlace(words.trimmed(), name);
    auto letters = nameLetters(words);
    name.branch = isBranch(letters);
    letters.chop(easternFormLength(letters, LegalForms::Wide));
    dropChineseGroup(letters);
    for (const auto& form : {u"株式会社"_s, u"有限会社"_s}) {
        if (letters.startsWith(form) && letters.size() >= form.size() + leastCore)
            letters = letters.sliced(form.size());
    }
    dropPlace(letters, name);
    name.core = letters.isEmpty() ? name.whole : letters;
    return name;
}

bool sameDigits(QStringView a, QStringView b)
{
    const auto isDigit = [](QChar c) { return c.isDigit() || u"一二三四五六七八九十零"_s.contains(c); };
    const auto digitsOf = [&](QStringView text) {
        QString digits;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
        return digits;
    };
    return digitsOf(a) == digitsOf(b);
}

NameAgreement compareCompanies(const CompanyName& a, const CompanyName& b)
{
    if (a.whole.isEmpty() || b.whole.isEmpty())
        return NameAgreement::Unknown;
    if (a.whole == b.whole)
        return NameAgreement::Same;
    const auto cores = compareCores(a.core, b.core);
    if (cores == NameAgreement::Different)
        return cores;
    const bool placesDiffer = !a.place.isEmpty() && !b.place.isEmpty() && a.place != b.place;
    if (placesDiffer || a.branch != b.branch)
        return NameAgreement::OtherPlace;
    return cores == NameAgreement::Same && a.place != b.place ? NameAgreement::WithoutPlace : cores;
}

}
