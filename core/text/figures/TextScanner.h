#pragma once

#include <QString>

#include <optional>

namespace kith {

// A run of ASCII digits. `value` is right up to nine of them, which is all that dates need.
struct Number
{
    QStringView text;
    int value = 0;
    qsizetype digits = 0;
};

// Walks through folded text, taking what it finds.
class TextScanner
{
public:
    explicit TextScanner(QStringView text) : m_text(text) {}

    qsizetype position() const { return m_at; }
    void goTo(qsizetype position) { m_at = position; }
    bool atEnd() const { return m_at == m_text.size(); }
    bool nextIsDigit() const { return isDigit(m_at); }
    bool nextIsFraction() const { return m_at < m_text.size() && isMark(m_text[m_at]) && isDigit(m_at + 1); }

    bool take(QChar c)
    {
        const bool found = m_at < m_text.size() && m_text[m_at] == c;
        m_at += found;
        return found;
    }
    bool take(QStringView text)
    {
        const bool found = m_text.sliced(m_at).startsWith(text);
        m_at += found ? text.size() : 0;
        return found;
    }
    // The one of these characters that stands here; a null one otherwise.
    QChar takeAny(QStringView characters)
    {
        return m_at < m_text.size() && characters.contains(m_text[m_at]) ? m_text[m_at++] : QChar();
    }
    void skipAny(QStringView characters)
    {
        while (m_at < m_text.size() && characters.contains(m_text[m_at]))
            ++m_at;
    }
    // 1st, 2nd, 3rd, 4th
    void skipOrdinal()
    {
        for (const QStringView ending : {u"st", u"nd", u"rd", u"th"}) {
            if (take(ending))
                return;
        }
    }

    std::optional<Number> number()
    {
        const auto start = m_at;
        while (isDigit(m_at))
            ++m_at;
        if (m_at == start)
            return std::nullopt;
        const auto text = m_text.sliced(start, m_at - start);
        return Number{text, text.first(std::min<qsizetype>(text.size(), 9)).toInt(), text.size()};
    }
    // A run of letters, perhaps empty.
    QStringView word()
    {
        const auto found = peekWord();
        m_at += found.size();
        return found;
    }
    QStringView peekWord() const
    {
        auto end = m_at;
        while (end < m_text.size() && m_text[end].isLetter())
            ++end;
        return m_text.sliced(m_at, end - m_at);
    }

private:
    static bool isMark(QChar c) { return c == u'.' || c == u','; }
    bool isDigit(qsizetype at) const { return at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9'; }

    QStringView m_text;
    qsizetype m_at = 0;
};

}
