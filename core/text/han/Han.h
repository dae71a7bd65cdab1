#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

// Readings and variants of Chinese characters, from Unicode's Unihan database (see generate_han_table.py beside).
// Everything here is constant data: any thread, and no allocation but where a vector is answered.
namespace kith::han {

// Bumped whenever the table changes: stored sort keys and pinyin tokens are then made anew.
inline constexpr int tableVersion = 1;

bool isHan(char32_t character);
// Of a script written without blanks between words, or searched by any part of a word: Chinese, kana, bopomofo, hangul.
bool isUnspaced(char32_t character);

// A character as read one way. Ordered by syllable, then strokes, then code point: comparing ranks sorts by pinyin.
using Rank = std::uint16_t;

// All readings in modern use, the most common first; empty where none is known.
std::span<const Rank> readings(char32_t character);
std::span<const char32_t> charactersWithSeveralReadings();
// The most common one; 0 where none is known.
Rank commonReading(char32_t character);

// The syllable without its tone, ü as v: "zhong", "lv".
QLatin1StringView syllable(Rank rank);
// Every syllable, in alphabetical order, and a reading's place among them (of a reading that is one).
std::span<const QLatin1StringView> allSyllables();
std::size_t syllableNumber(Rank rank);
// Position among the readings that begin with the same letter, less than 16,384.
std::uint16_t rankWithinInitial(Rank rank);

// How many UTF-16 units at the start of `text` are a word whose readings differ from the common ones of its characters,
// and those readings: 重庆 is chong qing. As a person's name, a leading surname is read as a surname (单 is shan,
// 万俟 is mo qi). Zero units where nothing special is known.
struct SpecialReading
{
    int units = 0;
    std::span<const Rank> ranks;
};
enum class NameReading { Word, Person };
SpecialReading specialReading(QStringView text, NameReading as);

// What one character of those words and surnames is read as in them.
struct ReadingInWord
{
    char16_t character;
    Rank rank;
};
std::vector<ReadingInWord> readingsInWords();

// The simplified form, or the character itself.
char32_t simplified(char32_t character);

}
