#include "core/text/SearchTokens.h"

#include "core/text/Fold.h"
#include "core/text/Utf8.h"
#include "core/text/han/Han.h"
#include "core/text/han/Pinyin.h"

#include <QList>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kith {

namespace {

constexpr std::string_view titleBytes = "\xee\x80\x80";     // titleMark
constexpr std::string_view tokenBytes = "\xee\x80\x81";     // tokenMark
constexpr std::string_view beginningBytes = "\xee\x80\x82"; // beginningMark
constexpr int longestWord = 60;                             // bytes; what follows is not searched
constexpr int leastPhoneDigits = 7;
constexpr int mostPhoneDigits = 15; // E.164
constexpr int mostJoiners = 3;

enum class Kind : std::uint8_t { Separator, Joiner, Apostrophe, Digit, Letter, Ideograph };

constexpr auto asciiKinds = [] {
    std::array<Kind, 128> kinds{};
    for (char c = '0'; c <= '9'; ++c)
        kinds[std::uint8_t(c)] = Kind::Digit;
    for (char c = 'a'; c <= 'z'; ++c)
        kinds[std::uint8_t(c)] = kinds[std::uint8_t(c - 32)] = Kind::Letter;
    for (const char c : {' ', '-', '.', '(', ')'})
        kinds[std::uint8_t(c)] = Kind::Joiner;
    kinds[std::size_t('\'')] = Kind::Apostrophe;
    return kinds;
}();

Kind kindOf(char32_t c)
{
    if (c < 0x80)
        return asciiKinds[c];
    if (han::isUnspaced(c))
        return Kind::Ideograph;
    if (c == 0x2019 || c == 0x2bc)
        return Kind::Apostrophe;
    if (c >= 0x2010 && c <= 0x2013)
        return Kind::Joiner;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) ? Kind::Letter : Kind::Separator;
}

// Without the accents that fold() keeps for other scripts (ё as е), because a document may hold them as characters of
// their own.
char32_t withoutAccents(char32_t c)
{
    while (c >= 0x370 && QChar::decompositionTag(c) == QChar::Canonical) {
        const auto parts = QChar::decomposition(c).toUcs4();
        if (parts.size() != 2 || parts[1] < 0x300 || parts[1] > 0x36f)
            break;
        c = parts[0];
    }
    return c;
}

class Tokenizer
{
public:
    Tokenizer(TokenMode mode, TokenCallback sink, void* context) : m_mode(mode), m_sink(sink), m_context(context) {}

    int run(std::string_view utf8)
    {
        std::size_t at = 0;
        if (utf8.starts_with(titleBytes)) {
            m_isTitle = true;
            m_isAtStart = m_mode == TokenMode::Document;
            at = titleBytes.size();
        }
        while (at < utf8.size() && m_result == 0) {
            const auto start = at;
            const auto lead = std::uint8_t(utf8[at]);
            if (m_mode == TokenMode::Query && lead == std::uint8_t(tokenBytes[0]) && takeMarked(utf8, at))
                continue;
            if (lead < 0x80) {
                ++at;
                const auto lower = lead >= 'A' && lead <= 'Z' ? lead + 32U : lead;
                take(asciiKinds[lead], lower, int(start), int(at));
            } else {
                const auto c = decodeUtf8(utf8, at);
                takeFolded(c, int(start), int(at));
            }
        }
        endWord();
        endNumber();
        endIdeographs();
        return m_result;
    }

private:
    struct Group
    {
        int first = 0; // position of its first digit among the digits
        int digits = 0;
    };
    struct Digit
    {
        char digit;
        int start;
        int end;
    };

    void takeFolded(char32_t c, int start, int end)
    {
        m_written = c;
        if (c >= 0x4e00 && c <= 0x9fff) {
            take(Kind::Ideograph, han::simplified(c), start, end);
            return;
        }
        const auto folded = foldedCharacter(c);
        for (qsizetype i = 0; i < folded.size(); ++i) {
            char32_t part = folded[i].unicode();
            if (QChar::isHighSurrogate(part) && i + 1 < folded.size())
                part = QChar::surrogateToUcs4(char16_t(part), folded[++i].unicode());
            part = han::simplified(withoutAccents(part));
            take(kindOf(part), part, start, end);
        }
    }

    void take(Kind kind, char32_t c, int start, int end)
    {
        switch (kind) {
        case Kind::Digit:
        case Kind::Letter:
            addToWord(kind, c, start, end);
            return;
        case Kind::Apostrophe:
            if (m_wordSize > 0 && !m_wordIsNumber) {
                m_tail = m_wordSize;
                m_tailStart = end;
                return;
            }
            break;
        case Kind::Ideograph:
            endWord();
            endNumber();
            addIdeograph(c, start, end);
            return;
        case Kind::Joiner:
        case Kind::Separator:
            break;
        }
        endWord();
        m_previous = 0;
        if (m_groupCount > 0 && (kind != Kind::Joiner || ++m_joiners > mostJoiners))
            endNumber();
    }

    // A token that the query gives in so many letters.
    bool takeMarked(std::string_view utf8, std::size_t& at)
    {
        const auto rest = utf8.substr(at);
        const bool beginning = rest.starts_with(beginningBytes);
        if (!beginning && !rest.starts_with(tokenBytes))
            return false;
        const auto end = std::min(rest.find(' '), rest.size());
        const auto token = rest.substr(tokenBytes.size(), std::min(end - tokenBytes.size(), std::size_t(longestWord)));
        const int start = int(at);
        at += end;
        endWord();
        endNumber();
        if (beginning)
            send('<' + std::string(token), start, int(at), false);
        else if (!token.empty())
            sendAsItIs(token, start, int(at), false);
        endIdeographs();
        return true;
    }

    void sendAsItIs(std::string_view token, int start, int end, bool colocated)
    {
        if (m_pending != 0)
            sendPending();
        if (m_result == 0)
            m_result = m_sink(m_context, token, start, end, colocated);
    }

    // A title's tokens are others than those of a detail, so that a search of titles need not look through details.
    void send(std::string_view token, int start, int end, bool colocated)
    {
        if (!m_isTitle)
            return sendAsItIs(token, start, end, colocated);
        m_isAtStart = m_isAtStart && (colocated || !m_hasSent);
        m_hasSent = true;
        sendMarked('!', token, {}, {}, start, end, colocated);
    }

    void sendMarked(char mark, std::string_view first, std::string_view between, std::string_view second, int start,
                    int end, bool colocated)
    {
        std::array<char, longestWord + 2 * 8> text{mark};
        auto* to = std::copy(first.begin(), first.end(), text.begin() + 1);
        to = std::copy(between.begin(), between.end(), to);
        to = std::copy(second.begin(), second.end(), to);
        sendAsItIs({text.data(), std::size_t(to - text.begin())}, start, end, colocated);
    }

    // What the first character, syllable, initial, pair of them or word of a title is: few titles begin with what many
    // hold.
    void sendStart(std::string_view mark, std::string_view token, int start, int end)
    {
        if (m_isAtStart)
            sendMarked('|', mark, token, {}, start, end, true);
    }

    // --- Chinese, kana, hangul

    void addIdeograph(char32_t c, int start, int end)
    {
        std::array<char, 8> text;
        if (m_isTitle && m_mode == TokenMode::Document)
            readSyllables(c);
        if (m_previous != 0) {
            const int first = encodeUtf8(m_previous, text.data());
            const int size = first + encodeUtf8(c, text.data() + first);
            m_pending = 0; // in a query the pair stands for its first character
            const std::string_view pair(text.data(), std::size_t(size));
            send(pair, m_previousStart, end, m_mode == TokenMode::Document);
            m_runIsPaired = true;
            if (m_isTitle && m_mode == TokenMode::Document) {
                sendStart({}, pair, m_previousStart, end);
                sendPairsOfSyllables(end);
            }
        } else {
            m_runIsPaired = false;
        }
        if (m_mode == TokenMode::Document) {
            const std::string_view character(text.data(), std::size_t(encodeUtf8(c, text.data())));
            send(character, start, end, false);
            if (m_isTitle) {
                sendStart({}, character, start, end);
                sendSyllables(start, end);
            }
        } else {
            if (m_pending != 0)
                sendPending();
            m_pending = c;
            m_pendingStart = start;
            m_pendingEnd = end;
        }
        m_previous = c;
        m_previousStart = start;
    }

    void sendPending()
    {
        std::array<char, 4> text;
        const auto pending = std::exchange(m_pending, 0);
        send({text.data(), std::size_t(encodeUtf8(pending, text.data()))}, m_pendingStart, m_pendingEnd, false);
    }

    // A query's last character is needed by itself only where it has no pair; one that other tokens follow was sent
    // before them, to keep their distance.
    void endIdeographs()
    {
        if (m_pending != 0 && !m_runIsPaired)
            sendPending();
        m_pending = 0;
        m_previous = 0;
    }

    // --- pinyin of titles

    // The character as it was written may be read in ways that its simplified form is not.
    void readSyllables(char32_t simplified)
    {
        std::swap(m_syllables, m_previousSyllables);
        m_syllables.clear();
        const auto add = [this](std::span<const QLatin1StringView> more) {
            for (const auto latin : more) {
                const std::string_view syllable(latin.data(), std::size_t(latin.size()));
                if (std::find(m_syllables.begin(), m_syllables.end(), syllable) == m_syllables.end())
                    m_syllables.push_back(syllable);
            }
        };
        add(han::syllablesOf(simplified));
        if (m_written != simplified)
            add(han::syllablesOf(m_written));
    }

    void sendSyllables(int start, int end)
    {
        for (const auto syllable : m_syllables) {
            sendMarked('~', syllable, {}, {}, start, end, true);
            sendStart("~", syllable, start, end);
        }
    }

    void sendPairsOfSyllables(int end)
    {
        std::array<std::array<char, 2>, 16> sent;
        std::size_t count = 0;
        for (const auto first : m_previousSyllables) {
            std::string initialsOfSecond;
            for (const auto second : m_syllables) {
                sendPair('&', first, "&", second, end);
                if (initialsOfSecond.find(second.front()) == std::string::npos) {
                    initialsOfSecond += second.front();
                    sendPair('%', first, "&", second.substr(0, 1), end);
                }
                const std::array<char, 2> initials{first.front(), second.front()};
                auto* const last = sent.data() + count;
                if (count == sent.size() || std::find(sent.data(), last, initials) != last)
                    continue;
                sent[count++] = initials;
                sendPair('^', first.substr(0, 1), {}, second.substr(0, 1), end);
            }
        }
    }

    void sendPair(char mark, std::string_view first, std::string_view between, std::string_view second, int end)
    {
        sendMarked(mark, first, between, second, m_previousStart, end, true);
        if (m_isAtStart)
            sendStart({&mark, 1}, std::string(first).append(between).append(second), m_previousStart, end);
    }

    // --- words

    void addToWord(Kind kind, char32_t c, int start, int end)
    {
        if (m_wordSize == 0) {
            m_previous = 0;
            m_wordStart = start;
            m_wordIsNumber = true;
            m_wordDigits = 0;
            m_wordCharacters = 0;
            m_tail = 0;
        }
        m_wordEnd = end;
        if (m_wordSize + 4 > longestWord)
            return;
        if (m_wordCharacters < beginningCharacters)
            m_wordEnds[std::size_t(m_wordCharacters++)] = end;
        m_wordSize += encodeUtf8(c, m_word.data() + m_wordSize);
        if (kind == Kind::Digit)
            m_digits[std::size_t(m_wordDigits++)] = {char(c), start, end};
        else
            m_wordIsNumber = false;
    }

    void endWord()
    {
        if (m_wordSize == 0)
            return;
        if (m_wordIsNumber)
            addGroup();
        else
            sendWord();
        m_wordSize = 0;
    }

    void sendWord()
    {
        endNumber();
        const std::string_view word(m_word.data(), std::size_t(m_wordSize));
        send(word, m_wordStart, m_wordEnd, false);
        if (m_mode == TokenMode::Query)
            return;
        sendBeginnings(word, m_wordStart, m_wordEnds);
        if (m_tail > 0 && m_wordSize - m_tail >= 3) {
            const auto tail = word.substr(std::size_t(m_tail));
            send(tail, m_tailStart, m_wordEnd, true);
            sendBeginnings(tail, m_tailStart, {m_wordEnd, m_wordEnd, m_wordEnd});
        }
        bool colocated = true;
        for (int i = 0; i + 2 < m_wordDigits; ++i) {
            const auto* digit = &m_digits[std::size_t(i)];
            if (digit[1].start == digit[0].end && digit[2].start == digit[1].end)
                sendTriple(digit, std::exchange(colocated, false));
        }
    }

    using Ends = std::array<int, beginningCharacters>;

    void sendBeginnings(std::string_view word, int start, const Ends& ends)
    {
        std::array<char, 1 + 4 * beginningCharacters> text{'<'};
        std::size_t at = 0;
        for (int characters = 0; characters < beginningCharacters && at < word.size(); ++characters) {
            (void)decodeUtf8(word, at);
            std::copy_n(word.begin(), at, text.begin() + 1);
            const std::string_view beginning(text.data(), 1 + at);
            const int end = ends[std::size_t(characters)];
            send(beginning, start, end, true);
            sendStart({}, beginning, start, end);
        }
    }

    // --- numbers

    void addGroup()
    {
        if (m_groupCount == int(m_groups.size()) || m_numberSize + m_wordDigits > mostPhoneDigits)
            endNumber();
        m_joiners = 0;
        m_groups[std::size_t(m_groupCount++)] = {m_numberSize, m_wordDigits};
        std::copy_n(m_digits.begin(), m_wordDigits, m_number.begin() + m_numberSize);
        m_numberSize += m_wordDigits;
    }

    void endNumber()
    {
        if (m_groupCount == 0)
            return;
        const auto groups = std::span(m_groups).first(std::size_t(m_groupCount));
        if (m_numberSize >= leastPhoneDigits) {
            sendDigits(groups);
        } else {
            for (const auto& group : groups)
                sendDigits(std::span(&group, 1));
        }
        m_groupCount = 0;
        m_numberSize = 0;
    }

    // The triples of these groups taken as one run of digits; in a document also how each group begins, for queries of
    // one or two digits.
    void sendDigits(std::span<const Group> groups)
    {
        const int begin = groups.front().first;
        const int end = groups.back().first + groups.back().digits;
        auto group = groups.begin();
        bool first = true;
        for (int i = begin; i + 2 < end || first; ++i) {
            const bool triple = i + 2 < end;
            if (triple)
                sendTriple(&m_number[std::size_t(i)], false);
            const bool last = i + 3 >= end;
            for (; group != groups.end() && (group->first == i || last); ++group) {
                if (m_mode == TokenMode::Document || !triple)
                    sendBeginning(*group, triple);
            }
            first = false;
        }
    }

    // Of a document each length, of a query the whole.
    void sendBeginning(const Group& group, bool colocated)
    {
        const auto* digits = &m_number[std::size_t(group.first)];
        const int most = std::min(group.digits, beginningDigits);
        std::array<char, 1 + beginningDigits> text{'<'};
        for (int i = 0; i < most; ++i) {
            text[std::size_t(i) + 1] = digits[i].digit;
            const std::string_view token(text.data(), std::size_t(i) + 2);
            if (m_mode == TokenMode::Document || i + 1 == most)
                send(token, digits[0].start, digits[i].end, colocated || (m_mode == TokenMode::Document && i > 0));
            sendStart({}, token, digits[0].start, digits[i].end);
        }
    }

    void sendTriple(const Digit* digits, bool colocated)
    {
        const std::array<char, 4> text{'#', digits[0].digit, digits[1].digit, digits[2].digit};
        send({text.data(), text.size()}, digits[0].start, digits[2].end, colocated);
    }

    TokenMode m_mode;
    TokenCallback m_sink;
    void* m_context;
    int m_result = 0;

    char32_t m_previous = 0; // the ideograph just before, if any
    int m_previousStart = 0;
    char32_t m_pending = 0; // query only: the ideograph not yet covered by a token
    int m_pendingStart = 0;
    int m_pendingEnd = 0;
    bool m_runIsPaired = false;

    bool m_isTitle = false;
    bool m_isAtStart = false; // nothing but a title's first token and what stands at its place was sent
    bool m_hasSent = false;
    char32_t m_written = 0; // the character at hand, before it was simplified
    std::vector<std::string_view> m_syllables;
    std::vector<std::string_view> m_previousSyllables;

    std::array<char, longestWord> m_word;
    int m_wordSize = 0;
    int m_wordStart = 0;
    int m_wordEnd = 0;
    int m_wordCharacters = 0;
    std::array<int, beginningCharacters> m_wordEnds{};
    int m_tail = 0; // where the part after the last apostrophe begins
    int m_tailStart = 0;
    bool m_wordIsNumber = false;
    std::array<Digit, longestWord> m_digits;
    int m_wordDigits = 0;

    std::array<Digit, longestWord + mostPhoneDigits> m_number;
    int m_numberSize = 0;
    std::array<Group, 8> m_groups{};
    int m_groupCount = 0;
    int m_joiners = 0;
};

}

int tokenizeInto(std::string_view utf8, TokenMode mode, TokenCallback sink, void* context)
{
    return Tokenizer(mode, sink, context).run(utf8);
}

}
