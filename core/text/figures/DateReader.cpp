#include "core/text/figures/DateReader.h"

#include "core/text/figures/TextScanner.h"

#include <array>
#include <string_view>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::u16string_view, 12> months{
    u"january", u"february", u"march",     u"april",   u"may",      u"june",
    u"july",    u"august",   u"september", u"october", u"november", u"december",
};
constexpr std::array<std::u16string_view, 7> weekdays{
    u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday",
};

// Position from 1 of the name that `word` is, or begins with at least three letters; 0 for none.
template <std::size_t N>
int nameIn(const std::array<std::u16string_view, N>& names, QStringView word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word.size() >= 3 && QStringView(names[i]).startsWith(word))
            return int(i) + 1;
    }
    return 0;
}

int monthNamed(QStringView word)
{
    return nameIn(months, word == u"sept"_s ? QStringView(u"sep") : word);
}

std::optional<QDate> validDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() && year >= 1000 && year <= 9999 ? std::optional(date) : std::nullopt;
}

int fullYear(const Number& number, const DateForms& forms)
{
    return number.digits > 2 ? number.value : number.value + (number.value < forms.centuryPivot ? 2000 : 1900);
}

bool isYear(const Number& number)
{
    return number.digits == 4;
}

// Reads a date, then perhaps a time, from folded text.
class DateReader
{
public:
    DateReader(QStringView text, const DateForms& forms) : m_in(text), m_forms(forms) {}

    std::optional<DateTime> read()
    {
        skipWeekday();
        const auto date = readDate();
        if (!date)
            return std::nullopt;
        DateTime found{*date, {}, {}};
        m_in.skipAny(u" ,");
        skipWeekday();
        m_in.skipAny(u" ,");
        if (m_in.take(u't') && !m_in.nextIsDigit())
            return std::nullopt;
        if (!m_in.atEnd() && !readTime(found))
            return std::nullopt;
        m_in.skipAny(u" ");
        return m_in.atEnd() ? std::optional(found) : std::nullopt;
    }

private:
    void skipWeekday()
    {
        const auto start = m_in.position();
        const bool bracket = m_in.take(u'(');
        const auto word = m_in.word();
        const bool chinese = word.startsWith(u"星期"_s) || word.startsWith(u"周"_s) || word.startsWith(u"礼拜"_s);
        if ((nameIn(weekdays, word) == 0 && !chinese) || (bracket && !m_in.take(u')')))
            m_in.goTo(start);
        else
            m_in.skipAny(u" .,");
    }

    std::optional<QDate> readDate()
    {
        if (const auto month = monthNamed(m_in.peekWord()); month != 0) {
            (void)m_in.word();
            return readAfterMonth(month);
        }
        const auto first = m_in.number();
        if (!first)
            return std::nullopt;
        if (first->digits == 8 || first->digits == 14)
            return readCompact(*first);
        if (first->digits > 4)
            return std::nullopt;
        if (takeSign(u'年'))
            return readChinese(fullYear(*first, m_forms));
        m_in.skipOrdinal();
        return readSeparated(*first);
    }

    // Oct 20, 2016
    std::optional<QDate> readAfterMonth(int month)
    {
        m_in.skipAny(u" .-");
        const auto day = m_in.number();
        m_in.skipOrdinal();
        m_in.skipAny(u" ,-");
        const auto year = m_in.number();
        if (!day || !year || day->digits > 2 || (year->digits != 2 && year->digits != 4))
            return std::nullopt;
        return validDate(fullYear(*year, m_forms), month, day->value);
    }

    std::optional<QDate> readCompact(const Number& first)
    {
        const auto text = first.text;
        if (first.digits == 14)
            m_in.goTo(m_in.position() - 6); // the time follows without a sign between
        const auto part = [&](qsizetype at, qsizetype size) { return text.sliced(at, size).toInt(); };
        return validDate(part(0, 4), part(4, 2), part(6, 2));
    }

    // A sign that may have a blank before it.
    bool takeSign(QChar sign)
    {
        const auto start = m_in.position();
        m_in.skipAny(u" ");
        if (m_in.take(sign))
            return true;
        m_in.goTo(start);
        return false;
    }

    std::optional<QDate> readChinese(int year)
    {
        m_in.skipAny(u" ");
        const auto month = m_in.number();
        if (!month || !takeSign(u'月'))
            return std::nullopt;
        m_in.skipAny(u" ");
        const auto day = m_in.number();
        if (!day)
            return std::nullopt;
        if (!takeSign(u'日'))
            (void)takeSign(u'号');
        return validDate(year, month->value, day->value);
    }

    // Three parts between the same signs, the middle one perhaps a month's name.
    std::optional<QDate> readSeparated(const Number& first)
    {
        const auto separator = m_in.takeAny(u"-/. ");
        if (separator.isNull())
            return std::nullopt;
        m_in.skipAny(u" ");
        if (const auto month = monthNamed(m_in.peekWord()); month != 0) {
            (void)m_in.word();
            m_in.skipAny(u" -/.,");
            const auto last = m_in.number();
            if (!last || last->digits == 3 || last->digits > 4)
                return std::nullopt;
            return isYear(first) ? validDate(first.value, month, last->value)
                                 : validDate(fullYear(*last, m_forms), month, first.value);
        }
        const auto second = m_in.number();
        m_in.skipAny(separator == u' ' ? u"" : u" ");
        if (!second || second->digits > 2 || !m_in.take(separator))
            return std::nullopt;
        m_in.skipAny(u" ");
        const auto third = m_in.number();
        if (!third || third->digits == 3 || third->digits > 4)
            return std::nullopt;
        if (isYear(first))
            return third->digits <= 2 ? validDate(first.value, second->value, third->value) : std::nullopt;
        return inOrder(first, *second, *third);
    }

    std::optional<QDate> inOrder(const Number& first, const Number& second, const Number& third) const
    {
        if (first.digits > 2)
            return std::nullopt;
        if (first.value > 31 && third.digits == 2)
            return validDate(fullYear(first, m_forms), second.value, third.value);
        const auto year = fullYear(third, m_forms);
        const auto dayFirst = validDate(year, second.value, first.value);
        const auto monthFirst = validDate(year, first.value, second.value);
        // Where only one order gives a date, that one is meant whatever the rest of the column says.
        if (m_forms.order == DateOrder::DayMonthYear)
            return dayFirst ? dayFirst : monthFirst;
        return monthFirst ? monthFirst : dayFirst;
    }

    enum class Half { None, Morning, Afternoon };

    // 上午, 下午, am, p.m. and the like, before or behind the time.
    Half half()
    {
        struct Name
        {
            QStringView text;
            Half half;
        };
        static constexpr std::array<Name, 13> names{{
            {u"上午", Half::Morning},
            {u"早上", Half::Morning},
            {u"凌晨", Half::Morning},
            {u"下午", Half::Afternoon},
            {u"晚上", Half::Afternoon},
            {u"中午", Half::Afternoon},
            {u"a.m.", Half::Morning},
            {u"p.m.", Half::Afternoon},
            {u"am", Half::Morning},
            {u"pm", Half::Afternoon},
            {u"a.m", Half::Morning},
            {u"p.m", Half::Afternoon},
            {u"傍晚", Half::Afternoon},
        }};
        for (const auto& name : names) {
            if (m_in.take(name.text))
                return name.half;
        }
        return Half::None;
    }

    bool readTime(DateTime& found)
    {
        auto part = half();
        m_in.skipAny(u" ");
        auto hour = m_in.number();
        if (!hour)
            return false;
        int minute = 0;
        int second = 0;
        int fraction = 0;
        if (hour->digits == 6 || hour->digits == 4) {
            const auto digits = hour->text;
            minute = digits.sliced(2, 2).toInt();
            second = digits.size() == 6 ? digits.sliced(4, 2).toInt() : 0;
            hour->value = digits.first(2).toInt();
        } else if (hour->digits > 2 || !readMinutes(minute, second)) {
            return false;
        }
        if (!readFraction(fraction))
            return false;
        m_in.skipAny(u" ");
        if (part == Half::None)
            part = half();
        // 下午14:30 and 上午0:30 are said, 13:00 am is not.
        if ((part == Half::Morning && hour->value > 12) || (part == Half::Afternoon && hour->value == 0))
            return false;
        if (part == Half::Afternoon && hour->value < 12)
            hour->value += 12;
        if (part == Half::Morning && hour->value == 12)
            hour->value = 0;
        return setTime(found, hour->value, minute, second, fraction);
    }

    // :30, :30:05, 时30分, 点30分5秒
    bool readMinutes(int& minute, int& second)
    {
        const bool chinese = m_in.take(u'时') || m_in.take(u'点');
        if (!chinese && !m_in.take(u':'))
            return false;
        if (chinese && m_in.take(u'半')) {
            minute = 30;
            return true;
        }
        const auto minutes = m_in.number();
        if (!minutes)
            return chinese;
        minute = minutes->value;
        if (minutes->digits > 2 || (chinese && m_in.take(u'分') && m_in.atEnd()))
            return minutes->digits <= 2;
        if (m_in.take(u':') || (chinese && m_in.nextIsDigit())) {
            const auto seconds = m_in.number();
            if (!seconds || seconds->digits > 2)
                return false;
            second = seconds->value;
            (void)m_in.take(u'秒');
        }
        return true;
    }

    bool readFraction(int& fraction)
    {
        if (!m_in.nextIsFraction())
            return true;
        (void)m_in.takeAny(u".,");
        const auto digits = m_in.number();
        if (!digits || digits->digits > 9)
            return false;
        fraction = digits->text.toString().leftJustified(3, u'0', true).toInt();
        return true;
    }

    bool setTime(DateTime& found, int hour, int minute, int second, int fraction)
    {
        const bool midnightAfter = hour == 24 && minute == 0 && second == 0 && fraction == 0;
        if (!midnightAfter && (hour > 23 || minute > 59 || second > 59))
            return false;
        found.milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
        return readOffset(found);
    }

    // Z, UTC, GMT, +08:00, -0500, +8
    bool readOffset(DateTime& found)
    {
        m_in.skipAny(u" ");
        if (m_in.atEnd())
            return true;
        const bool named = m_in.take(u'z') || m_in.take(u"utc") || m_in.take(u"gmt");
        const auto sign = m_in.takeAny(u"+-\u2212");
        if (sign.isNull()) {
            found.offset = 0;
            return named;
        }
        const auto hours = m_in.number();
        if (!hours || hours->digits == 3 || hours->digits > 4)
            return false;
        int minutes = hours->digits == 4 ? hours->value % 100 : 0;
        const int wholeHours = hours->digits == 4 ? hours->value / 100 : hours->value;
        if (hours->digits <= 2 && m_in.take(u':')) {
            const auto behind = m_in.number();
            if (!behind || behind->digits != 2)
                return false;
            minutes = behind->value;
        }
        if (wholeHours > 18 || minutes > 59)
            return false;
        found.offset = (wholeHours * 60 + minutes) * 60 * (sign == u'+' ? 1 : -1);
        return true;
    }

    TextScanner m_in;
    const DateForms& m_forms;
};

}

std::optional<DateTime> readDateTime(QStringView folded, const DateForms& forms)
{
    return DateReader(folded, forms).read();
}

}
