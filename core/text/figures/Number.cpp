#include "core/text/figures/Number.h"

#include "core/text/Fold.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestNumber = 100;
constexpr qsizetype mostIntegerDigits = 19;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\u2013';
}

bool isGroupOnly(QChar c)
{
    return c == u' ' || c == u'\'' || c == u'\u2019';
}

// What stands around the digits.
struct Surroundings
{
    bool negative = false;
    bool opened = false;
    bool closed = false;
    bool percent = false;
    bool signSeen = false;
    int shift = 0; // powers of ten: 4 for 万
    QString currencyBefore;
    QString currencyAfter;
};

bool takeSign(QChar c, Surroundings& around)
{
    if (!isMinus(c) && c != u'+')
        return false;
    around.negative = around.negative || isMinus(c);
    if (around.signSeen)
        around.currencyBefore += c; // a second sign is no number: no currency is called so
    around.signSeen = true;
    return true;
}

void readBefore(QStringView text, Surroundings& around)
{
    for (const QChar c : text) {
        if (c == u' ' || takeSign(c, around))
            continue;
        if (c == u'(' && !around.opened)
            around.opened = true;
        else
            around.currencyBefore += c;
    }
}

// 万, 亿, 百万, 万亿 behind the digits.
qsizetype readMagnitude(QStringView text, Surroundings& around)
{
    struct Magnitude
    {
        QChar sign;
        int shift;
    };
    static constexpr std::array<Magnitude, 5> magnitudes{
        {{u'\u5341', 1}, {u'\u767e', 2}, {u'\u5343', 3}, {u'\u4e07', 4}, {u'\u4ebf', 8}}};
    qsizetype used = 0;
    for (; used < text.size() && used < 2; ++used) {
        const auto found = std::find_if(magnitudes.begin(), magnitudes.end(),
                                        [&](const Magnitude& entry) { return entry.sign == text[used]; });
        if (found == magnitudes.end())
            break;
        around.shift += found->shift;
    }
    return used;
}

void readAfter(QStringView text, Surroundings& around)
{
    text = text.trimmed();
    text = text.sliced(readMagnitude(text, around));
    for (const QChar c : text) {
        if (c == u' ')
            continue;
        if (c == u'%' && !around.percent)
            around.percent = true;
        else if (c == u')' && !around.closed)
            around.closed = true;
        else if (!takeSign(c, around))
            around.currencyAfter += c;
    }
    if (around.currencyAfter == u"."_s)
        around.currencyAfter.clear();
    if (around.currencyAfter.endsWith(u'\u6574')) // 元整
        around.currencyAfter.chop(1);
}

// Where a currency stands on both sides, it must be the same.
Result<std::optional<CurrencyCode>> currencyIn(const Surroundings& around, std::optional<CurrencyCode> home)
{
    std::optional<CurrencyCode> found;
    for (const auto& text : {around.currencyBefore, around.currencyAfter}) {
        if (text.isEmpty())
            continue;
        KITH_TRY(const auto currency, currencyFromText(text, home));
        if (found && *found != currency)
            return Error{ErrorCode::CurrencyUnknown, {QString(), around.currencyBefore + around.currencyAfter}};
        found = currency;
    }
    return found;
}

// The digits of a mantissa, its decimals counted.
struct Digits
{
    QString text;
    qsizetype decimals = 0;
};

// Western groups of three, Chinese of four, Indian of two before a last one of three.
bool isGrouped(const QList<QStringView>& groups, QChar separator)
{
    const auto last = groups.last().size();
    if (groups.size() == 1)
        return true;
    const auto inner = groups.size() > 2 ? groups[1].size() : last;
    const auto equal =
        std::all_of(groups.begin() + 1, groups.end() - 1, [inner](QStringView group) { return group.size() == inner; });
    const bool shaped = (inner == last && (last == 3 || (last == 4 && separator == u','))) || (inner == 2 && last == 3);
    return equal && shaped && !groups.first().isEmpty() && groups.first().size() <= inner;
}

// Which character is the decimal mark in this mantissa; 0 for none.
QChar decimalMarkIn(QStringView text, DecimalMark mark)
{
    if (mark != DecimalMark::Guess)
        return mark == DecimalMark::Point ? u'.' : u',';
    const auto points = text.count(u'.');
    const auto commas = text.count(u',');
    if (points > 0 && commas > 0)
        return text.lastIndexOf(u'.') > text.lastIndexOf(u',') ? u'.' : u',';
    if (points == 1)
        return u'.';
    if (commas != 1)
        return QChar();
    const auto at = text.indexOf(u',');
    const bool groups = text.size() - at - 1 == 3 && at >= 1 && at <= 3 && text[0] != u'0';
    return groups ? QChar() : QChar(u',');
}

std::optional<Digits> readMantissa(QStringView text, DecimalMark mark)
{
    const auto decimalMark = decimalMarkIn(text, mark);
    const auto at = decimalMark.isNull() ? -1 : text.indexOf(decimalMark);
    const auto whole = at < 0 ? text : text.first(at);
    const auto fraction = at < 0 ? QStringView() : text.sliced(at + 1);
    if (!std::all_of(fraction.begin(), fraction.end(), isDigit))
        return std::nullopt;
    const auto separator = std::find_if_not(whole.begin(), whole.end(), isDigit);
    Digits digits;
    if (separator == whole.end()) {
        digits.text = whole.toString();
    } else {
        if (!isGroupOnly(*separator) && *separator != u'.' && *separator != u',')
            return std::nullopt;
        const auto groups = whole.split(*separator);
        for (const auto group : groups) {
            if (!std::all_of(group.begin(), group.end(), isDigit))
                return std::nullopt;
            digits.text += group;
        }
        if (!isGrouped(groups, *separator))
            return std::nullopt;
    }
    digits.text += fraction;
    digits.decimals = fraction.size();
    return digits;
}

// 1.2e+15, as spreadsheets write it; the exponent is added to `shift`.
QStringView withoutExponent(QStringView body, int& shift)
{
    const auto at = body.indexOf(u'e');
    if (at < 1)
        return body;
    bool ok = false;
    const int exponent = body.sliced(at + 1).toInt(&ok);
    if (!ok || std::abs(exponent) > 40)
        return body;
    shift += exponent;
    return body.first(at);
}

Result<Decimal> assemble(Digits digits, int shift, bool negative, QStringView typed)
{
    auto scale = digits.decimals - shift;
    while (scale < 0) {
        digits.text += u'0';
        ++scale;
    }
    while (scale > Decimal::greatestScale && digits.text.endsWith(u'0')) {
        digits.text.chop(1);
        --scale;
    }
    std::uint64_t units = 0;
    constexpr auto greatest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    bool tooLong = false;
    for (const QChar c : digits.text) {
        const auto digit = std::uint64_t(c.unicode() - u'0');
        if (units > (greatest - digit) / 10) {
            tooLong = true;
            break;
        }
        units = units * 10 + digit;
    }
    const auto significant = std::find_if(digits.text.begin(), digits.text.end(), [](QChar c) { return c != u'0'; });
    const auto wholeDigits = (digits.text.end() - significant) - scale;
    if (tooLong && wholeDigits >= mostIntegerDigits)
        return Error{ErrorCode::NumberTooLarge, {QString(), typed.toString()}};
    if (tooLong || scale > Decimal::greatestScale) {
        const auto kept = std::clamp<qsizetype>(mostIntegerDigits - 1 - std::max<qsizetype>(wholeDigits, 0), 0,
                                                Decimal::greatestScale);
        return Error{ErrorCode::NumberTooPrecise, {QString(), typed.toString(), QString::number(kept)}};
    }
    return Decimal{negative ? -std::int64_t(units) : std::int64_t(units), int(scale)};
}

}

Result<TypedNumber> parseNumber(QStringView typed, DecimalMark mark, std::optional<CurrencyCode> home)
{
    const Error notANumber{ErrorCode::NotANumber, {QString(), typed.toString()}};
    if (typed.size() > longestNumber)
        return notANumber;
    const auto text = fold(typed, FoldHan::Simplify);
    const auto firstDigit = std::find_if(text.begin(), text.end(), isDigit);
    if (firstDigit == text.end())
        return notANumber;
    auto begin = firstDigit - text.begin();
    const auto end = std::find_if(text.rbegin(), text.rend(), isDigit).base() - text.begin();
    if (begin > 0 && (text[begin - 1] == u'.' || text[begin - 1] == u',') &&
        (begin == 1 || !text[begin - 2].isLetter()))
        --begin;

    Surroundings around;
    readBefore(QStringView(text).first(begin), around);
    readAfter(QStringView(text).sliced(end), around);
    if (around.opened != around.closed || (around.opened && around.signSeen))
        return notANumber;
    TypedNumber number;
    number.percent = around.percent;
    const auto currency = currencyIn(around, home);
    if (!currency || (*currency && around.percent))
        return notANumber;
    number.currency = *currency;
    const auto body = withoutExponent(QStringView(text).sliced(begin, end - begin), around.shift);
    auto digits = readMantissa(body, mark);
    if (!digits)
        return notANumber;
    KITH_TRY(number.value, assemble(std::move(*digits), around.shift, around.negative || around.opened, typed));
    return number;
}

Result<Decimal> parseDecimal(QStringView typed, int scale, DecimalMark mark, Rounding rounding)
{
    KITH_TRY(const auto number, parseNumber(typed, mark));
    if (number.currency || number.percent)
        return Error{ErrorCode::NotANumber, {QString(), typed.toString()}};
    auto scaled = number.value.rescaled(scale, rounding);
    if (!scaled) {
        auto error = scaled.error();
        error.detail[1] = typed.toString();
        return error;
    }
    return scaled;
}

Result<std::int64_t> parseInteger(QStringView typed, DecimalMark mark)
{
    KITH_TRY(const auto number, parseDecimal(typed, 0, mark));
    return number.units;
}

void DecimalMarkSniffer::see(QStringView cell)
{
    const auto text = fold(cell);
    const auto points = text.count(u'.');
    const auto commas = text.count(u',');
    const auto digitsBehind = [&](QChar mark) {
        auto at = text.lastIndexOf(mark) + 1;
        const auto start = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - start;
    };
    if (points > 0 && commas > 0) {
        ++(text.lastIndexOf(u'.') > text.lastIndexOf(u',') ? m_point : m_comma);
    } else if (points > 1 || commas > 1) {
        ++(points > 1 ? m_comma : m_point);
    } else if (points == 1 && digitsBehind(u'.') != 3) {
        ++m_point;
    } else if (commas == 1 && digitsBehind(u',') != 3) {
        ++m_comma;
    }
}

DecimalMark DecimalMarkSniffer::decide() const
{
    if ((m_point > 0) == (m_comma > 0))
        return DecimalMark::Guess;
    return m_point > 0 ? DecimalMark::Point : DecimalMark::Comma;
}

}
