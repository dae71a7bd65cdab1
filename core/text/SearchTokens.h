#pragma once

#include <QString>

#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kith {

// Bumped whenever tokenize() gives other tokens: an index of another version is built anew.
inline constexpr int searchTokensVersion = 3;

enum class TokenMode { Document, Query };

// Before a text: a title, whose tokens are kept apart from those of other texts, and whose Chinese characters are also
// found by pinyin. Not a character that people type.
inline constexpr char16_t titleMark = 0xe000;
// In a query, from here to the next blank: a token as it is; a word of which only the beginning was typed.
inline constexpr char16_t tokenMark = 0xe001;
inline constexpr char16_t beginningMark = 0xe002;
// As much of a word, and of a run of digits, is indexed as its beginning.
inline constexpr int beginningCharacters = 3;
inline constexpr int beginningDigits = 2;

// One token: its text (valid during the call only), the bytes of the input it stands for, and whether it lies at the
// same position as the token before. A result other than 0 stops and is handed back.
using TokenCallback = int (*)(void* context, std::string_view token, int start, int end, bool colocated);

// Cuts UTF-8 text (hostile bytes allowed) into what is searched, all of it folded, simplified and without accents. It
// looks at single characters: half-width voiced kana and loose hangul are found only if the text was composed before.
//   Chinese, kana, hangul: for a document every character and, at its place, the pair with its neighbour; for a query
//   one character as itself and more as pairs, so that a phrase of them finds any substring.
//   Words: a run of letters and digits; in a document also the part after an apostrophe, and how each begins, one, two
//   and three characters of it ("<w"), because to gather every word that begins with one letter takes a second.
//   Digits: any run of three or more as '#' and three digits at each place, so that a phrase of those finds any three
//   or more digits anywhere; the groups of a telephone number are one run; the first digit and the first two of each
//   group stand at its place ("<1", "<13") for shorter queries. Triples rather than suffixes, because a thousand
//   distinct terms stay small in the index where suffixes are a new term each.
//   Titles: all of the above with '!' before it; at the place of a Chinese character every syllable that it is read as
//   ("~wang") and with its Chinese neighbour the pairs of syllables ("&wang&xiao"), of initials ("^wx") and of the
//   syllable and the neighbour's initial ("%wang&x"), because two common syllables side by side are rare; and once more
//   with '|' what the title begins with ("|wang" is not in it, but "|王", "|王小", "|~wang", "|&wang&xiao", "|%wang&x",
//   "|^wx", "|<wa" are), because many titles hold what few begin with.
// Input is read up to 2 GiB. Any thread, no allocation.
int tokenizeInto(std::string_view utf8, TokenMode mode, TokenCallback sink, void* context);

// The same with any callable `int(std::string_view token, int start, int end, bool colocated)`.
template <typename Sink>
int tokenize(std::string_view utf8, TokenMode mode, Sink&& sink)
{
    using Callable = std::remove_reference_t<Sink>;
    return tokenizeInto(
        utf8, mode,
        [](void* context, std::string_view token, int start, int end, bool colocated) {
            return (*static_cast<Callable*>(context))(token, start, end, colocated);
        },
        const_cast<void*>(static_cast<const void*>(std::addressof(sink))));
}

// Tokens that must follow each other: to be tokenized as a query.
struct SearchPhrase
{
    QString text;
    bool prefix = false; // the last word may go on

    bool operator==(const SearchPhrase&) const = default;
};

// One part of what a person typed. A record must hold all parts, each in one of these ways.
struct SearchTerm
{
    std::vector<SearchPhrase> inTitle; // as it is, and as pinyin
    SearchPhrase elsewhere;            // as it is
};

std::vector<SearchTerm> searchTerms(QStringView typed);

// The terms as the text after FTS5's MATCH, every one quoted so that nothing typed acts as an operator; empty where
// nothing can be searched for.
enum class SearchIn {
    TitleStart, // the first part at the start of the title, the others anywhere
    Title,
    Elsewhere // also: of a single part, without the records that have it in their title
};
QString matchExpression(const std::vector<SearchTerm>& terms, SearchIn where);

}
