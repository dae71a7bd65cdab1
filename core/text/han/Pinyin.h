#pragma once

#include <QLatin1StringView>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::han {

// What one stretch of typed letters stands for: a whole syllable, the initial of one, or, at the end, as much of a
// syllable as was typed.
struct PinyinPart
{
    enum class Kind { Syllable, Initial, Beginning };
    Kind kind = Kind::Syllable;
    std::string letters; // of an initial only the first: the h of zh, ch, sh may be typed or left out
    bool operator==(const PinyinPart&) const = default;
};
using PinyinReading = std::vector<PinyinPart>;

// The ways to read letters as people type names: whole syllables, then initials, the last part cut off anywhere
// ("wangxiaoming", "wangxm", "wxm", "wangxiaom"); an apostrophe parts syllables ("xi'an"). Letters are a to z in lower
// case, ü as v, and as in passports "lyu", "nyu". Those with the fewest parts first, and initials alone before them;
// no more than `mostPinyinReadings`. Empty where the letters cannot be pinyin. Any thread.
inline constexpr std::size_t mostPinyinReadings = 20;
std::vector<PinyinReading> pinyinReadings(std::string_view letters);

// The syllables as which a character may be read, each once: in modern use, as a surname, in the words that Han knows.
// The common one first. Not those without a vowel, which are sounds more than syllables.
std::span<const QLatin1StringView> syllablesOf(char32_t character);

// The syllables that begin so, in alphabetical order; none for no letters.
std::span<const QLatin1StringView> syllablesBeginningWith(std::string_view letters);

}
