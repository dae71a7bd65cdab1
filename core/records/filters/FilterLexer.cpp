#include "core/records/filters/FilterLexer.h"

namespace kith {

namespace {

// The ASCII sign that a full-width one looks like.
QChar narrow(QChar c)
{
    switch (c.unicode()) {
    case 0xff08:
        return u'(';
    case 0xff09:
        return u')';
    case 0xff0c:
        return u',';
    case 0xff1d:
        return u'=';
    case 0xff1c:
        return u'<';
    case 0xff1e:
        return u'>';
    case 0xff01:
        return u'!';
    case 0xff02:
        return u'"';
    default:
        return c;
    }
}

std::optional<QChar> closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
    case u'\'':
        return opening;
    case 0x201c:
        return QChar(0x201d);
    default:
        return std::nullopt;
    }
}

std::optional<Comparison> loneSign(QChar c)
{
    switch (c.unicode()) {
    case u'=':
        return Comparison::Equal;
    case u'<':
        return Comparison::Less;
    case u'>':
        return Comparison::Greater;
    case 0x2260:
        return Comparison::NotEqual;
    case 0x2264:
        return Comparison::LessOrEqual;
    case 0x2265:
        return Comparison::GreaterOrEqual;
    default:
        return std::nullopt;
    }
}

std::optional<Comparison> doubleSign(QChar first, QChar second)
{
    if (first == u'=' && second == u'=')
        return Comparison::Equal;
    if ((first == u'!' && second == u'=') || (first == u'<' && second == u'>'))
        return Comparison::NotEqual;
    if (first == u'<' && second == u'=')
        return Comparison::LessOrEqual;
    if (first == u'>' && second == u'=')
        return Comparison::GreaterOrEqual;
    return std::nullopt;
}

}

FilterToken FilterLexer::take()
{
    auto taken = std::move(m_token);
    next();
    return taken;
}

QChar FilterLexer::at(qsizetype position) const
{
    return position < m_text.size() ? narrow(m_text[position]) : QChar();
}

void FilterLexer::next()
{
    while (m_position < m_text.size() && m_text[m_position].isSpace())
        ++m_position;
    m_token = {};
    m_token.position = m_position;
    if (m_position == m_text.size())
        return;
    const QChar c = at(m_position);
    if (const auto closing = closingQuote(c))
        readQuoted(*closing);
    else if (!readSign())
        readWord();
}

bool FilterLexer::readSign()
{
    using Kind = FilterToken::Kind;
    const QChar c = at(m_position);
    const auto twin = doubleSign(c, at(m_position + 1));
    if (const auto sign = twin ? twin : loneSign(c)) {
        m_token.kind = Kind::Comparison;
        m_token.comparison = *sign;
        m_position += twin ? 2 : 1;
        return true;
    }
    if (c != u'(' && c != u')' && c != u',')
        return false;
    m_token.kind = c == u'(' ? Kind::Open : c == u')' ? Kind::Close : Kind::Comma;
    ++m_position;
    return true;
}

void FilterLexer::readQuoted(QChar closing)
{
    for (++m_position; m_position < m_text.size(); ++m_position) {
        // A quote of the plain kind may have been typed full-width; its end may be as well.
        const bool ends = m_text[m_position] == closing || (closing == u'"' && m_text[m_position] == QChar(0xff02));
        if (!ends) {
            m_token.text += m_text[m_position];
            continue;
        }
        if (m_position + 1 < m_text.size() && m_text[m_position + 1] == m_text[m_position]) {
            m_token.text += m_text[m_position++];
            continue;
        }
        ++m_position;
        m_token.kind = FilterToken::Kind::Quoted;
        return;
    }
    m_token.kind = FilterToken::Kind::Unclosed;
    m_token.position = m_position;
}

void FilterLexer::readWord()
{
    const auto start = m_position;
    do {
        ++m_position;
        const QChar c = at(m_position);
        if (m_position == m_text.size() || c.isSpace() || c == u'(' || c == u')' || c == u',' || loneSign(c) ||
            doubleSign(c, at(m_position + 1)))
            break;
    } while (true);
    m_token.kind = FilterToken::Kind::Word;
    m_token.text = m_text.sliced(start, m_position - start).toString();
}

}
