#include "core/text/names/PersonName.h"

#include "core/text/Fold.h"
#include "core/text/NearNames.h"
#include "core/text/han/Han.h"
#include "core/text/names/EditDistance.h"
#include "core/text/names/SoundKey.h"

#include <algorithm>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype leastWordForSlip = 5;
constexpr qsizetype leastHanForOneCharacter = 3;

bool isTitle(QStringView word)
{
    static const QStringList titles{u"mr"_s, u"mrs"_s, u"ms"_s, u"miss"_s, u"dr"_s, u"prof"_s, u"herr"_s, u"frau"_s};
    return titles.contains(word);
}

bool isHan(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return han::isHan(c.unicode()); });
}

void dropChineseTitle(QString& word)
{
    for (const auto& title : {u"先生"_s, u"女士"_s, u"小姐"_s, u"老师"_s}) {
        if (word.endsWith(title) && word.size() >= title.size() + 2)
            word.chop(title.size());
    }
}

QStringList wordsOf(const QString& folded)
{
    QStringList words;
    QString word;
    for (const QChar c : folded + u' ') {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
        } else if (c != u'\'' && !word.isEmpty()) {
            words += std::exchange(word, {});
        }
    }
    return words;
}

// Words that agree, and what is left of each.
struct Aligned
{
    QStringList leftOfA;
    QStringList leftOfB;
};

Aligned align(const QStringList& a, const QStringList& b)
{
    Aligned aligned{{}, b};
    for (const auto& word : a) {
        if (!aligned.leftOfB.removeOne(word))
            aligned.leftOfA += word;
    }
    return aligned;
}

NameAgreement compareHanNames(QStringView a, QStringView b)
{
    if (a.first(1) == b.first(1) && soundsLike(a, b))
        return NameAgreement::SoundsAlike;
    const bool isLong = std::min(a.size(), b.size()) >= leastHanForOneCharacter;
    if (isLong && a.size() == b.size() && a.first(1) == b.first(1) && editDistance(a, b, 1) == 1)
        return NameAgreement::OneCharacter;
    return NameAgreement::Different;
}

// One letter, or a word that begins with the other.
bool abbreviates(const QString& a, const QString& b)
{
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return (shorter.size() == 1 || shorter.size() >= 3) && longer.startsWith(shorter);
}

}

PersonName PersonName::read(QStringView typed)
{
    PersonName name;
    auto words = wordsOf(fold(typed, FoldHan::Simplify));
    if (words.size() > 1)
        words.removeIf([](const QString& word) { return isTitle(word); });
    if (std::all_of(words.begin(), words.end(), isHan))
        words = words.isEmpty() ? QStringList() : QStringList{words.join(QString())};
    if (words.size() == 1)
        dropChineseTitle(words.front());
    name.whole = words.join(QString());
    std::sort(words.begin(), words.end());
    name.words = std::move(words);
    return name;
}

NameAgreement comparePersons(const PersonName& a, const PersonName& b)
{
    if (a.isEmpty() || b.isEmpty())
        return NameAgreement::Unknown;
    if (a.whole == b.whole)
        return NameAgreement::Same;
    if (a.words == b.words)
        return NameAgreement::Reordered;
    if (isHan(a.whole) && isHan(b.whole))
        return compareHanNames(a.whole, b.whole);
    const auto [leftOfA, leftOfB] = align(a.words, b.words);
    const bool shareWord = leftOfA.size() < a.words.size();
    // A middle name that only one of them has.
    if (shareWord && (leftOfA.isEmpty() || leftOfB.isEmpty()) && std::min(a.words.size(), b.words.size()) > 1)
        return NameAgreement::Short;
    if (!shareWord || leftOfA.size() != 1 || leftOfB.size() != 1)
        return NameAgreement::Different;
    const auto& one = leftOfA.front();
    const auto& other = leftOfB.front();
    if (std::min(one.size(), other.size()) >= leastWordForSlip && one.front() == other.front() &&
        editDistance(one, other, 1) == 1)
        return NameAgreement::Slip;
    return abbreviates(one, other) ? NameAgreement::Short : NameAgreement::Different;
}

}
