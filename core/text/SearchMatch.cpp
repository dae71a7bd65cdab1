#include "core/text/SearchMatch.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace kith {

namespace {

struct Token
{
    std::string text;
    int position;
    int start; // bytes
    int end;
};

std::vector<Token> tokensOf(const std::string& utf8, TokenMode mode)
{
    std::vector<Token> tokens;
    int position = -1;
    (void)tokenize(utf8, mode, [&](std::string_view token, int start, int end, bool colocated) {
        position += colocated ? 0 : 1;
        tokens.push_back({std::string(token), position, start, end});
        return 0;
    });
    return tokens;
}

struct Bytes
{
    int start;
    int end;
};

// The token of this text at this position. Tokens are in the order of their positions.
const Token* tokenAt(const std::vector<Token>& tokens, int position, const std::string& text, bool prefix)
{
    const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const Token& token) { return token.position < position; });
    for (auto token = first; token != tokens.end() && token->position == position; ++token) {
        if (prefix ? token->text.starts_with(text) : token->text == text)
            return &*token;
    }
    return nullptr;
}

// A title's tokens have a mark before them.
int titled(const Token& token)
{
    return token.text.starts_with('!') ? 1 : 0;
}

std::optional<Bytes> placeOf(const std::vector<std::string>& phrase, bool prefix, const std::vector<Token>& tokens)
{
    if (phrase.empty())
        return std::nullopt;
    for (const auto& first : tokens) {
        Bytes found{std::numeric_limits<int>::max(), 0};
        std::size_t i = 0;
        for (; i < phrase.size(); ++i) {
            const auto* token = tokenAt(tokens, first.position + int(i), phrase[i], prefix && i + 1 == phrase.size());
            if (!token)
                break;
            found.start = std::min(found.start, token->start);
            found.end = std::max(found.end, token->end);
            // Of a word that goes on only what was typed, where a byte is a letter.
            if (prefix && i + 1 == phrase.size() &&
                token->end - token->start == int(token->text.size()) - titled(*token))
                found.end -= int(token->text.size() - phrase[i].size());
        }
        if (i == phrase.size())
            return found;
    }
    return std::nullopt;
}

// From places in UTF-8 to places in the text it was made of, overlapping ones made one.
std::vector<TextRange> rangesOf(std::vector<Bytes> places, const std::string& utf8, int skipped)
{
    std::sort(places.begin(), places.end(), [](const Bytes& a, const Bytes& b) { return a.start < b.start; });
    std::vector<TextRange> ranges;
    const auto units = [&](int from, int to) {
        return QString::fromUtf8(utf8.data() + from, qsizetype(to - from)).size();
    };
    int end = 0;
    for (const auto& place : places) {
        const int start = std::max(place.start, skipped);
        if (!ranges.empty() && start <= end) {
            ranges.back().size += units(end, std::max(end, place.end));
            end = std::max(end, place.end);
            continue;
        }
        ranges.push_back({units(skipped, start), units(start, place.end)});
        end = place.end;
    }
    return ranges;
}

}

SearchMatcher::SearchMatcher(const std::vector<SearchTerm>& terms)
{
    for (const auto& term : terms) {
        Term own;
        for (const auto& phrase : term.inTitle)
            own.inTitle.push_back(phraseOf(phrase));
        own.elsewhere.push_back(phraseOf(term.elsewhere));
        m_terms.push_back(std::move(own));
    }
}

SearchMatcher::Phrase SearchMatcher::phraseOf(const SearchPhrase& phrase)
{
    Phrase own;
    own.prefix = phrase.prefix;
    for (auto& token : tokensOf(phrase.text.toStdString(), TokenMode::Query))
        own.tokens.push_back(std::move(token.text));
    return own;
}

SearchMatcher::Found SearchMatcher::find(QStringView text, Text kind) const
{
    const bool isTitle = kind == Text::Title;
    const auto utf8 = ((isTitle ? QString(QChar(titleMark)) : QString()) + text.toString()).toStdString();
    const auto tokens = tokensOf(utf8, TokenMode::Document);
    std::vector<Bytes> places;
    Found found;
    found.all = !m_terms.empty();
    for (const auto& term : m_terms) {
        // The way that begins first, and of those the longest.
        std::optional<Bytes> best;
        for (const auto& phrase : isTitle ? term.inTitle : term.elsewhere) {
            const auto place = placeOf(phrase.tokens, phrase.prefix, tokens);
            if (place &&
                (!best || place->start < best->start || (place->start == best->start && place->end > best->end)))
                best = place;
        }
        if (best)
            places.push_back(*best);
        else
            found.all = false;
    }
    found.ranges = rangesOf(std::move(places), utf8, isTitle ? int(QString(QChar(titleMark)).toUtf8().size()) : 0);
    return found;
}

}
