#include "core/exchange/xlsx/NumberForm.h"

#include "core/text/figures/Currency.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostZeros = 32;

// Walks through a format's code.
class FormReader
{
public:
    explicit FormReader(QStringView code) : m_code(code) {}

    NumberForm read();

private:
    bool atEnd() const { return m_at >= m_code.size(); }
    void readOne();
    void readBrackets();
    void readQuoted();
    void readLetters(QChar letter);
    void note(QStringView literal);
    void addLiteral();
    NumberForm::Kind kind() const;

    QStringView m_code;
    qsizetype m_at = 0;
    NumberForm m_form;
    QString m_literal; // characters that stand for themselves, one after another
    bool m_date = false;
    bool m_time = false;
    bool m_elapsed = false;
    bool m_monthOrMinute = false;
    bool m_ended = false;
    int m_zeros = 0;
    bool m_onlyZeros = true;
};

bool isOffset(QStringView text)
{
    if (text == u"Z")
        return true;
    const auto isDigit = [&](qsizetype i) { return text[i] >= u'0' && text[i] <= u'9'; };
    return text.size() == 6 && (text[0] == u'+' || text[0] == u'-') && isDigit(1) && isDigit(2) && text[3] == u':' &&
           isDigit(4) && isDigit(5);
}

// A literal in a format may name a currency, a clock's offset, or nothing of interest.
void FormReader::note(QStringView literal)
{
    const auto text = literal.trimmed();
    if (text.isEmpty())
        return;
    m_onlyZeros = false;
    if (isOffset(text))
        m_form.offset = text.toString().toStdString();
    else if (m_form.currency.empty() && currencyFromText(text))
        m_form.currency = text.toString().toStdString();
}

void FormReader::addLiteral()
{
    note(m_literal);
    m_literal.clear();
}

NumberForm FormReader::read()
{
    while (!atEnd() && !m_ended)
        readOne();
    addLiteral();
    m_form.kind = kind();
    m_form.digits = m_onlyZeros && m_zeros > 1 && m_zeros <= mostZeros ? m_zeros : 0;
    if (m_form.kind != NumberForm::Kind::Number) {
        m_form.percent = false;
        m_form.digits = 0;
        m_form.currency.clear();
    }
    return m_form;
}

NumberForm::Kind FormReader::kind() const
{
    using Kind = NumberForm::Kind;
    if (m_elapsed)
        return Kind::Elapsed;
    // m stands for minutes only beside hours or seconds.
    const bool date = m_date || (m_monthOrMinute && !m_time);
    if (date)
        return m_time ? Kind::DateTime : Kind::Date;
    return m_time ? Kind::Time : Kind::Number;
}

void FormReader::readOne()
{
    const QChar c = m_code[m_at];
    const bool isLiteral = c == u'\\' || (c.unicode() >= 0x80 || u"$+-(): /'"_s.contains(c));
    if (!isLiteral)
        addLiteral();
    switch (c.unicode()) {
    case u';':
        m_ended = true;
        return;
    case u'"':
        readQuoted();
        return;
    case u'[':
        readBrackets();
        return;
    case u'\\':
        m_literal += m_code.mid(m_at + 1, 1);
        m_at += 2;
        return;
    case u'_': // as wide as, filled with
    case u'*':
        m_at += 2;
        return;
    case u'%':
        m_form.percent = true;
        break;
    case u'0':
        ++m_zeros;
        ++m_at;
        return;
    case u'#':
    case u'?':
    case u'.':
    case u',':
        m_onlyZeros = false;
        break;
    default:
        if (c.isLetter() && c.unicode() < 0x80)
            return readLetters(c.toLower());
        m_literal += c;
    }
    ++m_at;
}

// A colour, a condition, a currency with its language, or hours beyond a day.
void FormReader::readBrackets()
{
    const auto end = m_code.indexOf(u']', m_at);
    const auto inside = end < 0 ? m_code.sliced(m_at + 1) : m_code.sliced(m_at + 1, end - m_at - 1);
    m_at = end < 0 ? m_code.size() : end + 1;
    if (inside.startsWith(u'$')) {
        const auto dash = inside.indexOf(u'-');
        note(inside.sliced(1, (dash < 0 ? inside.size() : dash) - 1));
        return;
    }
    const auto word = inside.toString().toLower();
    m_elapsed = m_elapsed || (!word.isEmpty() && (word.count(u'h') == word.size() || word.count(u'm') == word.size() ||
                                                  word.count(u's') == word.size()));
}

void FormReader::readQuoted()
{
    const auto end = m_code.indexOf(u'"', m_at + 1);
    note(m_code.sliced(m_at + 1, (end < 0 ? m_code.size() : end) - m_at - 1));
    m_at = end < 0 ? m_code.size() : end + 1;
}

void FormReader::readLetters(QChar letter)
{
    const auto rest = m_code.sliced(m_at);
    for (const QStringView word : {u"General", u"AM/PM", u"A/P"}) {
        if (rest.startsWith(word, Qt::CaseInsensitive)) {
            m_time = m_time || word.contains(u'/');
            m_onlyZeros = false;
            m_at += word.size();
            return;
        }
    }
    m_onlyZeros = false;
    const bool exponent = letter == u'e' && rest.size() > 1 && (rest[1] == u'+' || rest[1] == u'-');
    if (exponent) {
        m_at += 2;
        return;
    }
    m_date = m_date || u"ydebg"_s.contains(letter);
    m_time = m_time || letter == u'h' || letter == u's';
    m_monthOrMinute = m_monthOrMinute || letter == u'm';
    ++m_at;
}

}

NumberForm numberForm(QStringView code)
{
    return FormReader(code).read();
}

NumberForm builtInNumberForm(int number)
{
    using Kind = NumberForm::Kind;
    NumberForm form;
    const auto within = [&](int first, int last) { return number >= first && number <= last; };
    form.percent = number == 9 || number == 10;
    // 27 to 36 and 50 to 58 are dates in the Chinese, Japanese and Korean versions, and nothing in others.
    if (within(14, 17) || within(27, 31) || number == 36 || within(50, 58))
        form.kind = Kind::Date;
    else if (within(18, 21) || within(32, 35) || number == 45 || number == 47)
        form.kind = Kind::Time;
    else if (number == 22)
        form.kind = Kind::DateTime;
    else if (number == 46)
        form.kind = Kind::Elapsed;
    return form;
}

}
