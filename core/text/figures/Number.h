#pragma once

#include "core/text/figures/Currency.h"
#include "core/text/figures/Decimal.h"

#include <optional>

namespace kith {

// Which sign begins the decimals. Guess: the last of two different signs; a comma before exactly three digits groups;
// a point before digits is decimal ("1,054" is a thousand, "1.054" one).
enum class DecimalMark { Guess, Point, Comma };

// A number as a person typed it.
struct TypedNumber
{
    Decimal value;                        // 12% is 12, see percent
    std::optional<CurrencyCode> currency; // where a sign or code stood beside it
    bool percent = false;

    bool operator==(const TypedNumber&) const = default;
};

// Reads grouping by comma, point, blank or apostrophe, full-width forms, a sign before or after, accounting brackets,
// 万 and 亿, percent, currency signs and codes. `home` settles signs that several currencies share ($, ¥, kr).
// Never goes through binary floating point. Fails with NotANumber{"", typed} or NumberTooLarge{"", typed}. Any thread.
Result<TypedNumber> parseNumber(QStringView typed, DecimalMark mark = DecimalMark::Guess,
                                std::optional<CurrencyCode> home = std::nullopt);

// A plain amount without currency or percent, at exactly this scale. May fail also with NumberTooPrecise.
Result<Decimal> parseDecimal(QStringView typed, int scale, DecimalMark mark = DecimalMark::Guess,
                             Rounding rounding = Rounding::Refuse);
// A whole number: "1,054", "3.0".
Result<std::int64_t> parseInteger(QStringView typed, DecimalMark mark = DecimalMark::Guess);

// Decides a column's decimal mark from its cells. Not thread-safe.
class DecimalMarkSniffer
{
public:
    void see(QStringView cell);
    DecimalMark decide() const; // Guess where no cell told, or cells contradict each other

private:
    int m_point = 0;
    int m_comma = 0;
};

}
