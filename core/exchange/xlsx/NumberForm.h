#pragma once

#include "core/exchange/rows/SourceRow.h"

#include <QString>

#include <string>

namespace kith {

// How a cell's number is shown, as far as it says what the number is.
struct NumberForm
{
    enum class Kind {
        Number,
        Date,
        DateTime,
        Time,
        Elapsed, // hours that go beyond a day
    };
    Kind kind = Kind::Number;
    bool percent = false;
    int digits = 0;       // whole numbers are filled up with zeros to so many: 00123
    std::string currency; // a code or a sign that names one
    std::string offset;   // of a moment's clock from UTC, written behind it in quotes: "+08:00"

    bool operator==(const NumberForm&) const = default;
};

// Reads the code of a number format as it stands in a file, in English whatever the language: `yyyy-mm-dd`,
// `[$CNY] #,##0.00`, `0%`. Only its first section counts.
NumberForm numberForm(QStringView code);
// What the formats mean that have a number and no code.
NumberForm builtInNumberForm(int number);

// From when on a workbook counts its days.
enum class DayZero { Year1900, Year1904 };

struct SheetValue
{
    std::string text;
    CellType type = CellType::Text;
};

// What a stored number is in this form: a date as 2024-01-02, a moment as 2024-01-02 14:30:00 (with `T` and the offset
// where the form has one), a number with the 15 digits that spreadsheets count on. A text that is no number stays.
SheetValue shownNumber(std::string_view stored, const NumberForm& form, DayZero dayZero);

}
