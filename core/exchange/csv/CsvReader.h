#pragma once

#include "core/exchange/bytes/TextDecoder.h"
#include "core/exchange/csv/CsvScanner.h"

#include <QStringList>

#include <span>
#include <string_view>

namespace kith {

// One row as it stands in the file. The cells are UTF-8 without NUL, and valid until the next call to the reader.
struct CsvRow
{
    std::span<const std::string_view> cells;
    std::int64_t line = 0;   // of the file on which it begins, from 1
    std::int64_t offset = 0; // byte of the file at which it begins
    RowProblem problem = RowProblem::None;
    std::size_t problemColumn = 0; // from 1: CellTooLarge, QuoteNotClosed
    std::size_t cellCount = 0;     // as found; `cells` may be fewer
    std::size_t columns = 0;       // as expected; 0: any number
    bool repaired = false;         // bytes that mean nothing became U+FFFD

    QStringList texts() const;
    // What is wrong with it, for a person; only if there is a problem.
    Error error() const;
};

// One cell, exactly.
QString cellText(std::string_view cell);

// Reads a file of separated values row by row: RFC 4180 and what people really have (see CsvScanner), of any size, with
// memory for one row and a piece of the file. Rows without any content are left out and counted. One thread at a time.
class CsvReader
{
public:
    // Begins at the first row, behind a byte order mark and Excel's `sep=;`.
    static Result<CsvReader> open(std::unique_ptr<ByteSource> source, const Encoding& encoding, char delimiter,
                                  const CsvLimits& limits = {});

    // False at the end of the file.
    Result<bool> next(CsvRow& row);
    // From now on rows must have so many cells; empty ones beyond are cut.
    void expectColumns(std::size_t columns) { m_columns = columns; }
    // Goes on at the start of a row: its `offset` and `line` as next() gave them, or this reader's offset() and line().
    Status resumeAt(std::int64_t offset, std::int64_t line);

    std::int64_t offset() const { return m_offset; } // byte of the file behind the last row
    std::int64_t line() const { return m_line; }     // on which the next row begins
    std::int64_t size() const { return m_decoder.size(); }
    std::int64_t emptyRows() const { return m_emptyRows; }
    std::int64_t wrongBytes() const { return m_wrong + m_decoder.wrongBytes(); } // and NULs, in rows read so far

private:
    CsvReader(TextDecoder decoder, char delimiter, const CsvLimits& limits);
    Status readMore();
    Status skipSeparatorLine();
    CsvScanner::Outcome scan();
    Status cutRow(CsvRow& row);
    void keepCells();
    void deliver(CsvRow& row, const char* end);
    void unescape();
    void repair(CsvRow& row);
    void fitColumns(CsvRow& row);
    void moveTo(const char* next);

    TextDecoder m_decoder;
    CsvLimits m_limits;
    CsvScanner m_scanner;
    std::vector<char> m_window; // its last byte is kept for a '\n' behind the text
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_ended = false;
    std::int64_t m_windowPosition = 0; // of m_window's first byte in the decoder's text
    std::int64_t m_offset = 0;
    std::int64_t m_line = 1;
    std::size_t m_columns = 0;
    std::int64_t m_emptyRows = 0;
    std::int64_t m_wrong = 0;
    std::vector<std::string_view> m_cells;
    std::string m_repaired;
};

// The delimiter that the first line names (`sep=;`), and how many bytes that line has; 0 bytes: it does not.
struct SeparatorLine
{
    char delimiter = ',';
    std::size_t bytes = 0;
};
SeparatorLine separatorLine(std::string_view text);

}
