#pragma once

#include "core/exchange/bytes/TextDecoder.h"
#include "core/exchange/csv/CsvScanner.h"
#include "core/exchange/rows/RowSource.h"

#include <string_view>

namespace kith {

// Reads a file of separated values row by row: RFC 4180 and what people really have (see CsvScanner), of any size.
// Rows without any content are counted.
class CsvReader final : public RowSource
{
public:
    // Begins at the first row, behind a byte order mark and Excel's `sep=;`.
    static Result<CsvReader> open(std::unique_ptr<ByteSource> source, const Encoding& encoding, char delimiter,
                                  const CsvLimits& limits = {});

    Result<bool> next(SourceRow& row) override;
    Status resumeAt(std::int64_t offset, std::int64_t line) override;
    std::int64_t offset() const override { return m_offset; }
    std::int64_t line() const override { return m_line; }
    std::int64_t size() const override { return m_decoder.size(); }

    // From now on rows must have so many cells; empty ones beyond are cut.
    void expectColumns(std::size_t columns) { m_columns = columns; }
    std::int64_t emptyRows() const { return m_emptyRows; }
    std::int64_t wrongBytes() const { return m_wrong + m_decoder.wrongBytes(); } // and NULs, in rows read so far

private:
    CsvReader(TextDecoder decoder, char delimiter, const CsvLimits& limits);
    Status readMore();
    Status skipSeparatorLine();
    CsvScanner::Outcome scan();
    Status cutRow(SourceRow& row);
    void keepCells();
    void deliver(SourceRow& row, const char* end);
    void unescape();
    void repair(SourceRow& row);
    void fitColumns(SourceRow& row);
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
