#pragma once

#include "core/text/figures/DateText.h"

#include <QDate>

#include <optional>

namespace kith {

// A date as it was written, with the time and the offset beside it.
struct DateTime
{
    QDate date;
    std::optional<int> milliseconds; // since midnight; a whole day for 24:00
    std::optional<int> offset;       // seconds east of UTC
};

// All forms of parseDate() and parseInstant() but spreadsheet numbers, from text that fold() made simplified.
std::optional<DateTime> readDateTime(QStringView folded, const DateForms& forms);

}
