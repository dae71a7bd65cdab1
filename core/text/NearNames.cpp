#include "core/text/NearNames.h"

#include "core/text/Fold.h"
#include "core/text/names/EditDistance.h"

#include <algorithm>
#include <bit>

namespace kith {

namespace {

constexpr qsizetype leastLengthForSlip = 6;
constexpr qsizetype leastLengthForChange = 9;
constexpr qsizetype leastLengthForTwo = 11;
constexpr int mostSlips = 2;

bool isLatinLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

QString keyOf(QStringView name, NameKind kind)
{
    return kind == NameKind::Company ? companyKey(name) : nameKey(name);
}

int wordCount(QStringView name)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : name) {
        const bool letter = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'\'' || c == u'.';
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

// A bit for each letter and digit that occurs: two names a slip apart differ in at most two bits.
std::uint64_t lettersIn(QStringView key)
{
    std::uint64_t bits = 0;
    for (const QChar c : key)
        bits |= std::uint64_t(1) << (c.unicode() & 63);
    return bits;
}

// Everything that must be equal letter by letter: digits, Chinese, other scripts.
bool sameBeyondLatin(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    for (;;) {
        while (i < a.size() && isLatinLetter(a[i]))
            ++i;
        while (j < b.size() && isLatinLetter(b[j]))
            ++j;
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size();
        if (a[i++] != b[j++])
            return false;
    }
}

bool isSwap(QStringView a, QStringView b)
{
    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i];
}

}

int slipsBetweenKeys(QStringView a, QStringView b)
{
    const auto length = std::max(a.size(), b.size());
    if (a == b)
        return 0;
    if (length < leastLengthForSlip || length > longestCompared || std::abs(a.size() - b.size()) > mostSlips ||
        a[0] != b[0] || !sameBeyondLatin(a, b))
        return -1;
    const int slips = editDistance(a, b, mostSlips);
    if (slips == 2)
        return length >= leastLengthForTwo ? 2 : -1;
    if (slips == 1 && a.size() == b.size() && length < leastLengthForChange && !isSwap(a, b))
        return -1;
    return slips == 1 ? 1 : -1;
}

int slipsBetween(QStringView a, QStringView b, NameKind kind)
{
    const auto keyA = keyOf(a, kind);
    const auto keyB = keyOf(b, kind);
    if (keyA == keyB)
        return 0;
    return keyA.isEmpty() || keyB.isEmpty() || wordCount(a) != wordCount(b) ? -1 : slipsBetweenKeys(keyA, keyB);
}

NearNames::NearNames(const QStringList& names, NameKind kind) : m_kind(kind)
{
    for (int position = 0; position < int(names.size()); ++position) {
        const auto& name = names[position];
        auto key = keyOf(name, kind);
        if (key.isEmpty())
            continue;
        m_same[key].push_back(position);
        const auto letters = lettersIn(key);
        m_candidates.push_back({std::move(key), letters, wordCount(name), position});
    }
    std::stable_sort(m_candidates.begin(), m_candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.key.size() < b.key.size(); });
}

NearMatch NearNames::find(QStringView typed) const
{
    const auto key = keyOf(typed, m_kind);
    if (key.isEmpty())
        return {};
    if (const auto same = m_same.find(key); same != m_same.end())
        return {same->size() == 1 ? NearCertainty::Same : NearCertainty::Ambiguous, *same};

    const auto letters = lettersIn(key);
    const auto words = wordCount(typed);
    NearMatch best;
    int fewest = mostSlips + 1;
    const auto shorter = [](const Candidate& candidate, qsizetype size) { return candidate.key.size() < size; };
    auto candidate = std::lower_bound(m_candidates.begin(), m_candidates.end(), key.size() - mostSlips, shorter);
    for (; candidate != m_candidates.end() && candidate->key.size() <= key.size() + mostSlips; ++candidate) {
        if (candidate->key[0] != key[0] || candidate->words != words ||
            std::popcount(candidate->letters ^ letters) > 2 * mostSlips)
            continue;
        const int slips = slipsBetweenKeys(candidate->key, key);
        if (slips < 0 || slips > fewest)
            continue;
        if (slips < fewest)
            best.candidates.clear();
        fewest = slips;
        best.candidates.push_back(candidate->position);
    }
    if (!best.candidates.empty())
        best.certainty = best.candidates.size() == 1 ? NearCertainty::Near : NearCertainty::Ambiguous;
    return best;
}

}
