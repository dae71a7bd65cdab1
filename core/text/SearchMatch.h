#pragma once

#include "core/text/SearchTokens.h"
#include "core/text/TextRange.h"

#include <QStringView>

#include <string>
#include <vector>

namespace kith {

// Where the parts of a query stand in a text that the index has found, by the same tokens: for marking and ranking.
// Any thread once made.
class SearchMatcher
{
public:
    enum class Text { Title, Detail };

    explicit SearchMatcher(const std::vector<SearchTerm>& terms);

    struct Found
    {
        bool all = false;              // every part stands in this text
        std::vector<TextRange> ranges; // of the parts that do, in order, not touching
    };
    Found find(QStringView text, Text kind) const;

private:
    struct Phrase
    {
        std::vector<std::string> tokens;
        bool prefix = false;
    };
    struct Term
    {
        std::vector<Phrase> inTitle;
        std::vector<Phrase> elsewhere;
    };
    static Phrase phraseOf(const SearchPhrase& phrase);

    std::vector<Term> m_terms;
};

}
