#pragma once

#include <QString>

#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kith {

// Bumped whenever tokenize() gives other tokens: an index of another version is built anew.
inline constexpr int searchTokensVersion = 1;

enum class TokenMode { Document, Query };

// One token: its text (valid during the call only), the bytes of the input it stands for, and whether it lies at the
// same position as the token before. A result other than 0 stops and is handed back.
using TokenCallback = int (*)(void* context, std::string_view token, int start, int end, bool colocated);

// Cuts UTF-8 text (hostile bytes allowed) into what is searched, all of it folded, simplified and without accents. It
// looks at single characters: half-width voiced kana and loose hangul are found only if the text was composed before.
//   Chinese, kana, hangul: for a document every character and, at its place, the pair with its neighbour; for a query
//   one character as itself and more as pairs, so that a phrase of them finds any substring.
//   Words: a run of letters and digits; in a document also the part after an apostrophe.
//   Digits: any run of three or more as '#' and three digits at each place, so that a phrase of those finds any three
//   or more digits anywhere; the groups of a telephone number are one run; the first two digits of each group stand at
//   its place for shorter queries. Triples rather than suffixes, because a thousand distinct terms stay small in the
//   index where suffixes are a new term each.
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

// One part of what a person typed; a record must match all of them.
struct SearchTerm
{
    QString text;        // to be tokenized as a query: one token, or several that must follow each other
    bool prefix = false; // the last word may go on

    bool operator==(const SearchTerm&) const = default;
};

std::vector<SearchTerm> searchTerms(QStringView typed);

// The terms as the text after FTS5's MATCH, every one quoted so that nothing typed acts as an operator; empty where
// nothing can be searched for.
QString matchExpression(QStringView typed);

}
