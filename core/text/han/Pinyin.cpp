#include "core/text/han/Pinyin.h"

#include "core/text/han/Han.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace kith::han {

namespace {

constexpr std::size_t longestRead = 40; // letters; names are shorter
constexpr std::size_t longestSyllable = 6;

std::string_view plain(QLatin1StringView text)
{
    return {text.data(), std::size_t(text.size())};
}

std::span<const QLatin1StringView> beginningWith(std::string_view letters)
{
    const auto all = allSyllables();
    const auto first = std::partition_point(all.begin(), all.end(),
                                            [&](QLatin1StringView syllable) { return plain(syllable) < letters; });
    const auto last = std::partition_point(first, all.end(), [&](QLatin1StringView syllable) {
        return plain(syllable).substr(0, letters.size()) == letters;
    });
    return {first, last};
}

// Sounds such as "m" and "ng" are readings of a few particles; as parts of names they would only split other syllables.
bool hasVowel(std::string_view syllable)
{
    return syllable.find_first_of("aeiouv") != std::string_view::npos;
}

bool isSyllable(std::string_view letters)
{
    const auto found = beginningWith(letters);
    return hasVowel(letters) && !found.empty() && letters == plain(found.front());
}

bool isBeginning(std::string_view letters)
{
    return !letters.empty() && !beginningWith(letters).empty();
}

// Characters that are read as more than one syllable.
class SeveralSyllables
{
public:
    SeveralSyllables()
    {
        std::map<char32_t, std::vector<std::size_t>> found;
        const auto add = [&](char32_t character, Rank rank) {
            auto& numbers = found[character];
            const auto number = syllableNumber(rank);
            if (hasVowel(plain(allSyllables()[number])) &&
                std::find(numbers.begin(), numbers.end(), number) == numbers.end())
                numbers.push_back(number);
        };
        for (const auto character : charactersWithSeveralReadings()) {
            for (const auto rank : readings(character))
                add(character, rank);
        }
        for (const auto& [character, rank] : readingsInWords()) {
            for (const auto known : readings(character))
                add(character, known);
            add(character, rank);
        }
        for (const auto& [character, numbers] : found) {
            if (numbers.empty())
                continue;
            m_places.insert({character, {m_syllables.size(), numbers.size()}});
            for (const auto number : numbers)
                m_syllables.push_back(allSyllables()[number]);
        }
    }

    std::span<const QLatin1StringView> of(char32_t character) const
    {
        const auto place = m_places.find(character);
        return place == m_places.end() ? std::span<const QLatin1StringView>()
                                       : std::span(m_syllables).subspan(place->second.first, place->second.second);
    }

private:
    std::vector<QLatin1StringView> m_syllables;
    std::unordered_map<char32_t, std::pair<std::size_t, std::size_t>> m_places; // first and count
};

// Reads letters from the left, keeping what was read on a stack.
class Reader
{
public:
    explicit Reader(std::string_view letters) : m_letters(letters) {}

    std::vector<PinyinReading> read()
    {
        readFrom(0, true);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto& a, const auto& b) { return rank(a) < rank(b); });
        if (m_found.size() > mostPinyinReadings)
            m_found.resize(mostPinyinReadings);
        return std::move(m_found);
    }

private:
    // Initials alone first: nothing else stands for them, while a name has few syllables.
    static std::size_t rank(const PinyinReading& reading)
    {
        return reading.front().kind == PinyinPart::Kind::Initial ? 0 : reading.size();
    }

    void readFrom(std::size_t at, bool syllablesMayFollow)
    {
        if (m_letters.size() - at <= longestSyllable)
            push(PinyinPart::Kind::Beginning, at, m_letters.size() - at, [this] { m_found.push_back(m_parts); });
        const auto room = m_letters.size() - at;
        for (auto size = std::min(longestSyllable + 1, room - 1); syllablesMayFollow && size > 0; --size)
            push(PinyinPart::Kind::Syllable, at, size, [&] { readFrom(at + size, true); });
        for (const std::size_t size : {1U, 2U}) {
            if (size < room)
                push(PinyinPart::Kind::Initial, at, size, [&] { readFrom(at + size, false); });
        }
    }

    template <typename Next>
    void push(PinyinPart::Kind kind, std::size_t at, std::size_t size, Next next)
    {
        // As many again are read as are kept, so that the best are among them.
        if (m_found.size() >= 4 * mostPinyinReadings)
            return;
        auto letters = std::string(m_letters.substr(at, size));
        // An apostrophe is the end of the part before it, or nothing.
        if (letters.front() != '\'' && letters.back() == '\'')
            letters.pop_back();
        if (letters.find('\'') != std::string::npos || !fits(kind, letters))
            return;
        if (kind == PinyinPart::Kind::Initial)
            letters.resize(1);
        m_parts.push_back({kind, std::move(letters)});
        next();
        m_parts.pop_back();
    }

    static bool fits(PinyinPart::Kind kind, std::string_view letters)
    {
        switch (kind) {
        case PinyinPart::Kind::Syllable:
            return isSyllable(letters);
        case PinyinPart::Kind::Beginning:
            return isBeginning(letters);
        case PinyinPart::Kind::Initial:
            return letters.size() == 1 ? isBeginning(letters) : letters == "zh" || letters == "ch" || letters == "sh";
        }
        return false;
    }

    std::string_view m_letters;
    PinyinReading m_parts;
    std::vector<PinyinReading> m_found;
};

}

std::vector<PinyinReading> pinyinReadings(std::string_view letters)
{
    std::string own;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool passport = i + 2 < letters.size() && (letters[i] == 'l' || letters[i] == 'n') &&
                              letters[i + 1] == 'y' && letters[i + 2] == 'u';
        own += letters[i];
        if (passport) {
            own += 'v';
            i += 2;
        }
    }
    if (own.empty() || own.size() > longestRead)
        return {};
    return Reader(own).read();
}

std::span<const QLatin1StringView> syllablesBeginningWith(std::string_view letters)
{
    return letters.empty() ? std::span<const QLatin1StringView>() : beginningWith(letters);
}

std::span<const QLatin1StringView> syllablesOf(char32_t character)
{
    static const SeveralSyllables several;
    if (const auto found = several.of(character); !found.empty())
        return found;
    const auto rank = commonReading(character);
    return rank == 0 || !hasVowel(plain(syllable(rank))) ? std::span<const QLatin1StringView>()
                                                         : allSyllables().subspan(syllableNumber(rank), 1);
}

}
