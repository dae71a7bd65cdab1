#include "core/text/figures/Decimal.h"

#include <array>
#include <limits>

namespace kith {

namespace {

constexpr auto powersOfTen = [] {
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (auto& entry : powers) {
        entry = power;
        power *= 10;
    }
    return powers;
}();

std::uint64_t magnitude(std::int64_t units)
{
    return units < 0 ? 0 - std::uint64_t(units) : std::uint64_t(units);
}

constexpr auto greatest = std::uint64_t(std::numeric_limits<std::int64_t>::max());

std::int64_t withSign(std::uint64_t units, bool negative)
{
    return negative ? -std::int64_t(units) : std::int64_t(units);
}

}

Result<Decimal> Decimal::rescaled(int newScale, Rounding rounding) const
{
    Q_ASSERT(newScale >= 0 && newScale <= greatestScale);
    const auto worth = magnitude(units);
    if (newScale >= scale) {
        const auto factor = powersOfTen[std::size_t(newScale - scale)];
        if (worth > greatest / factor)
            return Error{ErrorCode::NumberTooLarge, {QString(), toPlainString()}};
        return Decimal{withSign(worth * factor, units < 0), newScale};
    }
    const auto factor = powersOfTen[std::size_t(scale - newScale)];
    const auto rest = worth % factor;
    if (rest != 0 && rounding == Rounding::Refuse)
        return Error{ErrorCode::NumberTooPrecise, {QString(), toPlainString(), QString::number(newScale)}};
    return Decimal{withSign(worth / factor + (rest >= factor / 2 && rest != 0 ? 1 : 0), units < 0), newScale};
}

Decimal Decimal::withoutTrailingZeros() const
{
    Decimal shorter = *this;
    while (shorter.scale > 0 && shorter.units % 10 == 0) {
        shorter.units /= 10;
        --shorter.scale;
    }
    return shorter;
}

QString Decimal::toPlainString() const
{
    auto digits = QString::number(magnitude(units));
    if (scale > 0) {
        digits = digits.rightJustified(scale + 1, u'0');
        digits.insert(digits.size() - scale, u'.');
    }
    return units < 0 ? u'-' + digits : digits;
}

QString Decimal::toLocalString(const QLocale& locale) const
{
    const auto worth = magnitude(units);
    const auto factor = powersOfTen[std::size_t(scale)];
    auto text = locale.toString(qulonglong(worth / factor));
    if (scale > 0) {
        text += locale.decimalPoint();
        const auto zero = locale.zeroDigit().at(0).unicode();
        for (const QChar digit : QString::number(worth % factor).rightJustified(scale, u'0'))
            text += QChar(char16_t(zero + (digit.unicode() - u'0')));
    }
    return units < 0 ? locale.negativeSign() + text : text;
}

bool sameWorth(const Decimal& a, const Decimal& b)
{
    return a.withoutTrailingZeros() == b.withoutTrailingZeros();
}

}
