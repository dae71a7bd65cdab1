#pragma once

#include "core/exchange/rows/SourceRow.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kith {

// What a hostile or broken file may cost.
struct CsvLimits
{
    std::size_t cellBytes = std::size_t(1) << 20; // of UTF-8; a longer cell is cut and its row an error
    std::size_t columns = 2000;                   // more are not kept and their row is an error
    std::size_t rowBytes = std::size_t(16) << 20; // a longer row is cut, and an error
};

// CR, LF, and both together once.
std::int64_t countLineBreaks(const char* begin, const char* end);

// Finds the cells of one row in UTF-8 text that lies in memory. What is malformed is read as most people would:
//   a quote within an unquoted cell is a character; one within a quoted cell too, unless a delimiter or line end
//   follows it (blanks between are dropped, as before an opening quote);
//   a quote is taken for a character if nothing closes it before the end or the greatest size of a cell, or if what
//   would close it looks like the opening of a later cell.
class CsvScanner
{
public:
    enum class Outcome { Row, EmptyRow, NeedsMore };
    struct Cell
    {
        const char* begin;
        const char* end;
        bool quotes; // holds doubled quotes
    };

    CsvScanner(char delimiter, const CsvLimits& limits);

    // Scans the row at `begin`. `*end` must be a readable '\n' that is not part of the text; `last` says that nothing
    // follows `end`. After NeedsMore call again with the same row and more text.
    Outcome scan(const char* begin, const char* end, bool last);

    const std::vector<Cell>& cells() const { return m_cells; }
    const char* next() const { return m_next; }          // behind the row's line end
    std::int64_t lineBreaks() const { return m_breaks; } // in the row, its own end included
    RowProblem problem() const { return m_problem; }
    std::size_t problemColumn() const { return m_problemColumn; } // from 1
    std::size_t cellCount() const { return m_cellCount; }         // those that were not kept included

private:
    enum class Quoted { Closed, Literal, NeedsMore };

    Quoted scanQuoted(const char* quote, const char* end, bool last, const char*& next);
    bool isClosing(const char* quote, const char* end, const char*& next) const;
    Quoted asLiteral(const char* quote, const char* reached);
    void add(const char* begin, const char* end, bool quotes);
    void note(RowProblem problem);
    std::size_t quoteReach() const;

    char m_delimiter;
    CsvLimits m_limits;
    std::array<bool, 256> m_ends{}; // what ends an unquoted cell
    std::vector<Cell> m_cells;
    const char* m_next = nullptr;
    std::int64_t m_breaks = 0;
    RowProblem m_problem = RowProblem::None;
    std::size_t m_problemColumn = 0;
    std::size_t m_cellCount = 0;
    std::uint64_t m_scanned = 0; // bytes of whole rows
    std::uint64_t m_wasted = 0;  // bytes looked at in vain for a closing quote
};

}
