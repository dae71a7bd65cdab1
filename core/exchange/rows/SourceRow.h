#pragma once

#include "core/base/Error.h"

#include <QStringList>

#include <cstdint>
#include <span>
#include <string_view>

namespace kith {

enum class RowProblem {
    None,
    TooFewCells,
    TooManyCells,   // than columns, and not only empty ones
    CellTooLarge,   // a cell or the whole row: what is there is cut
    QuoteNotClosed, // the quote was taken for a character, and the row ends with its line
};

// What a cell is where its format tells. A number stands as 1234.5 or 35%, a date as 2024-01-02 with or without a
// time, a boolean as true or false: nothing is left to guess.
enum class CellType : std::uint8_t {
    Text,
    Number,
    Date,
    Boolean,
    Error, // what the spreadsheet could not work out: #N/A
};

struct CellForm
{
    CellType type = CellType::Text;
    std::string_view currency; // of a number, as its format shows it: "CNY", "$"
};

// One row as it stands in the file. The cells are UTF-8 without NUL, and valid until the next call to its source.
struct SourceRow
{
    std::span<const std::string_view> cells;
    std::span<const CellForm> forms; // one a cell; empty where all are text
    std::int64_t line = 0;           // of the file on which it begins, from 1
    std::int64_t offset = 0;         // byte of the file at which it begins
    RowProblem problem = RowProblem::None;
    std::size_t problemColumn = 0; // from 1: CellTooLarge, QuoteNotClosed
    std::size_t cellCount = 0;     // as found; `cells` may be fewer
    std::size_t columns = 0;       // as expected; 0: any number
    bool repaired = false;         // bytes that mean nothing became U+FFFD
    QStringList notices;           // what was left out of it, in sentences

    QStringList texts() const;
    CellForm form(std::size_t column) const { return column < forms.size() ? forms[column] : CellForm{}; }
    // What is wrong with it, for a person; only if there is a problem.
    Error error() const;
};

// One cell, exactly.
QString cellText(std::string_view cell);

}
