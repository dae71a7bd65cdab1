#include "core/text/han/Han.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <iterator>

namespace kith::han {

namespace {

struct Other
{
    char32_t character;
    Rank rank;
};
struct Word
{
    char16_t text[4];
    std::uint8_t units;
    Rank ranks[3];
};

#include "core/text/han/HanTable.inc"

constexpr char32_t basicFirst = 0x3400;
constexpr char32_t basicEnd = 0xa000;

// By character, because every character of every text searched is looked up.
constexpr auto simplifiedForms = [] {
    std::array<char16_t, basicEnd - basicFirst> forms{};
    for (std::size_t i = 0; i < forms.size(); ++i)
        forms[i] = char16_t(basicFirst + i);
    for (std::size_t i = 0; i < std::size(traditionalCharacters); ++i)
        forms[traditionalCharacters[i] - basicFirst] = simplifiedCharacters[i];
    return forms;
}();

constexpr auto syllableCount = std::size(syllables);

// For each letter the first rank of a syllable that begins with it.
std::array<Rank, 26> initialStarts()
{
    std::array<Rank, 26> starts{};
    for (auto i = syllableCount; i-- > 0;)
        starts[std::size_t(syllables[i][0] - 'a')] = firstRanks[i];
    return starts;
}

// Which characters begin a special word, by their low 12 bits: most texts are settled by one look at it.
std::bitset<4096> beginnings(std::span<const Word> list)
{
    std::bitset<4096> found;
    for (const auto& word : list)
        found.set(word.text[0] & 0xfff);
    return found;
}

bool startsWith(QStringView text, const Word& word)
{
    if (text.size() < word.units)
        return false;
    for (int i = 0; i < word.units; ++i) {
        if (simplified(text[i].unicode()) != word.text[i])
            return false;
    }
    return true;
}

SpecialReading lookUp(std::span<const Word> list, QStringView text)
{
    const auto first = simplified(text[0].unicode());
    auto word = std::lower_bound(list.begin(), list.end(), first,
                                 [](const Word& entry, char32_t character) { return entry.text[0] < character; });
    for (; word != list.end() && word->text[0] == first; ++word) {
        if (startsWith(text, *word))
            return {word->units, std::span(word->ranks, word->units)};
    }
    return {};
}

}

bool isHan(char32_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x323af) || (c >= 0xf900 && c <= 0xfaff);
}

bool isUnspaced(char32_t c)
{
    return isHan(c) || (c >= 0x3040 && c <= 0x312f) || (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xac00 && c <= 0xd7a3) ||
           c == 0x3005;
}

Rank commonReading(char32_t c)
{
    if (c >= basicFirst && c < basicEnd)
        return basicRanks[c - basicFirst];
    if (c >= 0x20000 && c < 0x2a6e0)
        return rareRanks[c - 0x20000];
    const auto other = std::lower_bound(std::begin(others), std::end(others), c,
                                        [](const Other& entry, char32_t value) { return entry.character < value; });
    return other != std::end(others) && other->character == c ? other->rank : Rank(0);
}

std::span<const Rank> readings(char32_t c)
{
    const auto several = std::lower_bound(std::begin(severalCharacters), std::end(severalCharacters), c);
    if (several != std::end(severalCharacters) && *several == c) {
        const auto at = several - std::begin(severalCharacters);
        return std::span(severalRanks + severalStarts[at], severalRanks + severalStarts[at + 1]);
    }
    if (c >= basicFirst && c < basicEnd && basicRanks[c - basicFirst] != 0)
        return std::span(basicRanks + (c - basicFirst), 1);
    if (c >= 0x20000 && c < 0x2a6e0 && rareRanks[c - 0x20000] != 0)
        return std::span(rareRanks + (c - 0x20000), 1);
    const auto other = std::lower_bound(std::begin(others), std::end(others), c,
                                        [](const Other& entry, char32_t value) { return entry.character < value; });
    if (other != std::end(others) && other->character == c)
        return std::span(&other->rank, 1);
    return {};
}

std::span<const char32_t> charactersWithSeveralReadings()
{
    return severalCharacters;
}

QLatin1StringView syllable(Rank rank)
{
    return rank == 0 || rank >= firstRanks[syllableCount] ? QLatin1StringView()
                                                          : QLatin1StringView(syllables[syllableNumber(rank)]);
}

std::span<const QLatin1StringView> allSyllables()
{
    static const auto all = [] {
        std::array<QLatin1StringView, syllableCount> views;
        std::transform(std::begin(syllables), std::end(syllables), views.begin(),
                       [](const char* one) { return QLatin1StringView(one); });
        return views;
    }();
    return all;
}

std::size_t syllableNumber(Rank rank)
{
    return std::size_t(std::upper_bound(std::begin(firstRanks), std::end(firstRanks), rank) - std::begin(firstRanks)) -
           1;
}

std::uint16_t rankWithinInitial(Rank rank)
{
    static const auto starts = initialStarts();
    const auto text = syllable(rank);
    return text.isEmpty() ? std::uint16_t(0) : std::uint16_t(rank - starts[std::size_t(text.at(0).toLatin1() - 'a')]);
}

SpecialReading specialReading(QStringView text, NameReading as)
{
    static const auto wordBeginnings = beginnings(words);
    static const auto surnameBeginnings = beginnings(surnames);
    if (text.isEmpty())
        return {};
    const auto low = simplified(text[0].unicode()) & 0xfff;
    if (as == NameReading::Person)
        return surnameBeginnings[low] ? lookUp(surnames, text) : SpecialReading();
    return wordBeginnings[low] ? lookUp(words, text) : SpecialReading();
}

std::vector<ReadingInWord> readingsInWords()
{
    std::vector<ReadingInWord> found;
    for (const auto list : {std::span<const Word>(words), std::span<const Word>(surnames)}) {
        for (const auto& word : list) {
            for (std::size_t i = 0; i < word.units; ++i)
                found.push_back({word.text[i], word.ranks[i]});
        }
    }
    return found;
}

char32_t simplified(char32_t c)
{
    return c >= basicFirst && c < basicEnd ? simplifiedForms[c - basicFirst] : c;
}

}
