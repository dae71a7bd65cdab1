#pragma once

#include "core/base/Result.h"

#include <QLocale>
#include <QString>

#include <cstdint>

namespace kith {

enum class Rounding { Refuse, HalfAwayFromZero };

// units / 10^scale, exactly. The scale is part of the value's writing, not of its worth: 1.50 and 1.5 compare by
// sameWorth(), not by ==.
struct Decimal
{
    static constexpr int greatestScale = 18;

    std::int64_t units = 0;
    int scale = 0; // 0 to greatestScale

    // The same worth at another scale. Fails with NumberTooLarge{"", text}, or NumberTooPrecise{"", text, digits} where
    // digits would be lost and rounding is refused.
    Result<Decimal> rescaled(int newScale, Rounding rounding = Rounding::Refuse) const;
    Decimal withoutTrailingZeros() const;

    QString toPlainString() const;                      // -1054.00: for files and machines
    QString toLocalString(const QLocale& locale) const; // grouped, the locale's digits and signs

    bool operator==(const Decimal&) const = default;
};

bool sameWorth(const Decimal& a, const Decimal& b);

}
