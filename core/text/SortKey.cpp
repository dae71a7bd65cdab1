#include "core/text/SortKey.h"

#include "core/text/Fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kith {

namespace {

// First byte of a unit, in the order of looking up. A Chinese character is the letter of its pinyin and two bytes from
// hanBase up, above every byte that may follow a Latin letter and below any first byte of UTF-8.
constexpr std::uint8_t separator = 0x02;
constexpr std::uint8_t pairBase = separator + 1; // and two digits as a number
constexpr std::uint8_t digitsBase = 0x10;        // and the number of digits: longer numbers are larger
constexpr std::uint8_t letterBase = 0x31;
constexpr std::uint8_t hanBase = 0x80;
constexpr std::uint16_t hanRanks = 0x4000; // 0x80 to 0xbf in the first of the two bytes
constexpr int longestNumber = 30;
constexpr int tieCapacity = 4; // two bits for each of the first 16 characters, after one byte of 0
constexpr int primaryCapacity = sortKeyCapacity - tieCapacity - 1;

enum Tie : std::uint8_t { AsFolded, OtherCase, OtherForm };

// Free accents, conjoining or half-width hangul, voiced marks of kana: composed first.
bool joins(QChar c)
{
    const auto u = c.unicode();
    return u >= 0x300 &&
           (u < 0x370 || (u >= 0x1100 && u < 0x1200) || u == 0x3099 || u == 0x309a || (u >= 0xff9e && u < 0xffe0));
}

class KeyWriter
{
public:
    KeyWriter(QStringView text, han::NameReading as) : m_text(text), m_as(as) {}

    QByteArray write()
    {
        while (m_at < m_text.size() && !full())
            writeNext();
        flushNumber();
        dropTrailingSeparator();
        if (m_size == 0 && !m_text.isEmpty())
            writeSigns();
        appendTies();
        return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), m_size);
    }

private:
    bool full() const { return m_size >= primaryCapacity; }

    void put(unsigned byte)
    {
        if (m_size < primaryCapacity)
            m_bytes[std::size_t(m_size++)] = std::uint8_t(byte);
    }

    void writeNext()
    {
        if (writeSpecial())
            return;
        char32_t c = m_text[m_at].unicode();
        if (c >= 0x4e00 && c <= 0x9fff) {
            ++m_at;
            note(AsFolded);
            writeUnit(c);
            return;
        }
        if (c < 0x80) {
            ++m_at;
            const bool upper = c >= U'A' && c <= U'Z';
            note(upper ? OtherCase : AsFolded);
            writeUnit(upper ? c + 32 : c);
            return;
        }
        if (QChar::isHighSurrogate(c) && m_at + 1 < m_text.size() && m_text[m_at + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), m_text[++m_at].unicode());
        ++m_at;
        writeFolded(c);
    }

    bool writeSpecial()
    {
        const auto unit = m_text[m_at].unicode();
        if (unit < 0x3400 || unit > 0x9fff)
            return false;
        const auto as = m_at == 0 ? m_as : han::NameReading::Word;
        auto special = han::specialReading(m_text.sliced(m_at), as);
        if (special.units == 0 && as == han::NameReading::Person)
            special = han::specialReading(m_text.sliced(m_at), han::NameReading::Word);
        for (const auto rank : special.ranks) {
            note(AsFolded);
            writeRank(rank);
        }
        m_at += special.units;
        return special.units > 0;
    }

    void writeFolded(char32_t c)
    {
        const auto folded = foldedCharacter(c);
        const bool same = folded.size() == 1 && folded[0].unicode() == c;
        note(same || QChar::requiresSurrogates(c)                             ? AsFolded
             : folded.size() == 1 && QChar::toLower(c) == folded[0].unicode() ? OtherCase
                                                                              : OtherForm);
        for (qsizetype i = 0; i < folded.size(); ++i) {
            char32_t unit = folded[i].unicode();
            if (QChar::isHighSurrogate(unit) && i + 1 < folded.size())
                unit = QChar::surrogateToUcs4(char16_t(unit), folded[++i].unicode());
            writeUnit(unit);
        }
    }

    void writeUnit(char32_t c)
    {
        if (c >= U'0' && c <= U'9') {
            if (m_digits > 0 || c != U'0')
                writeDigit(std::uint8_t(c - U'0'));
            m_inNumber = true;
            return;
        }
        flushNumber();
        if (c >= U'a' && c <= U'z') {
            put(unsigned(letterBase + (c - U'a')));
        } else if (const auto rank = han::commonReading(c); rank != 0) {
            writeRank(rank);
        } else if (c >= 0x80 && (QChar::isLetterOrNumber(c) || QChar::isMark(c) || c > 0xffff)) {
            writeUtf8(c);
        } else if (m_size > 0 && m_bytes[std::size_t(m_size - 1)] != separator) {
            put(separator);
        }
    }

    void writeRank(han::Rank rank)
    {
        flushNumber();
        const auto within = han::rankWithinInitial(rank) % hanRanks;
        put(unsigned(letterBase + (han::syllable(rank).at(0).toLatin1() - 'a')));
        put(hanBase + unsigned(within >> 8));
        put(unsigned(within) & 0xffU);
    }

    void writeUtf8(char32_t c)
    {
        const auto utf8 = QString::fromUcs4(&c, 1).toUtf8();
        for (const char byte : utf8)
            put(std::uint8_t(byte));
    }

    void writeDigit(std::uint8_t digit)
    {
        if (m_digits < longestNumber)
            m_number[std::size_t(m_digits++)] = digit;
    }

    // The number of digits, then two digits a byte.
    void flushNumber()
    {
        if (!m_inNumber)
            return;
        put(unsigned(digitsBase + m_digits));
        for (int i = 0; i < m_digits; i += 2) {
            const int second = i + 1 < m_digits ? m_number[std::size_t(i + 1)] : 0;
            put(unsigned(pairBase + m_number[std::size_t(i)] * 10 + second));
        }
        m_digits = 0;
        m_inNumber = false;
    }

    void note(Tie tie)
    {
        if (m_noted >= tieCapacity * 4)
            return;
        m_ties[std::size_t(m_noted / 4)] =
            std::uint8_t(m_ties[std::size_t(m_noted / 4)] | (tie << (6 - 2 * (m_noted % 4))));
        ++m_noted;
    }

    void dropTrailingSeparator()
    {
        if (m_size > 0 && !full() && m_bytes[std::size_t(m_size - 1)] == separator)
            --m_size;
    }

    // A text without a letter or digit, before all others.
    void writeSigns()
    {
        put(separator);
        for (qsizetype i = 0; i < m_text.size() && !full(); ++i)
            writeUtf8(m_text[i].unicode());
    }

    void appendTies()
    {
        int used = tieCapacity;
        while (used > 0 && m_ties[std::size_t(used - 1)] == 0)
            --used;
        if (used == 0)
            return;
        m_bytes[std::size_t(m_size++)] = 0;
        for (int i = 0; i < used; ++i)
            m_bytes[std::size_t(m_size++)] = m_ties[std::size_t(i)];
    }

    QStringView m_text;
    han::NameReading m_as;
    qsizetype m_at = 0;
    std::array<std::uint8_t, sortKeyCapacity> m_bytes{};
    int m_size = 0;
    std::array<std::uint8_t, longestNumber> m_number{};
    int m_digits = 0;
    bool m_inNumber = false;
    std::array<std::uint8_t, tieCapacity> m_ties{};
    int m_noted = 0;
};

}

QByteArray sortKey(QStringView text, han::NameReading as)
{
    const auto trimmed = text.trimmed();
    if (std::none_of(trimmed.begin(), trimmed.end(), joins))
        return KeyWriter(trimmed, as).write();
    return KeyWriter(trimmed.toString().normalized(QString::NormalizationForm_KC), as).write();
}

}
