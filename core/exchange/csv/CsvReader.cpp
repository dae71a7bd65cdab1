#include "core/exchange/csv/CsvReader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace kith {

namespace {

constexpr std::size_t pieceBytes = 256 * 1024;

}

SeparatorLine separatorLine(std::string_view text)
{
    if (text.size() < 5 || qstrnicmp(text.data(), "sep=", 4) != 0)
        return {};
    std::size_t at = 5;
    if (text.size() > at && text[at] == '\r')
        ++at;
    if (text.size() > at && text[at] == '\n')
        ++at;
    const char delimiter = text[4];
    const bool lineEnds = at > 5 || text.size() == at;
    if (!lineEnds || delimiter == '"' || delimiter == '\r' || delimiter == '\n' || std::uint8_t(delimiter) >= 0x80)
        return {};
    return {delimiter, at};
}

CsvReader::CsvReader(TextDecoder decoder, char delimiter, const CsvLimits& limits)
    : m_decoder(std::move(decoder))
    , m_limits(limits)
    , m_scanner(delimiter, limits)
    , m_window(pieceBytes + 1)
{
    m_window[0] = '\n';
}

Result<CsvReader> CsvReader::open(std::unique_ptr<ByteSource> source, const Encoding& encoding, char delimiter,
                                  const CsvLimits& limits)
{
    KITH_TRY(auto decoder, TextDecoder::open(std::move(source), encoding));
    CsvReader reader(std::move(decoder), delimiter, limits);
    KITH_TRY(reader.skipSeparatorLine());
    return reader;
}

Status CsvReader::skipSeparatorLine()
{
    constexpr std::size_t longest = 7;
    while (m_end < longest && !m_ended)
        KITH_TRY(readMore());
    m_offset = m_decoder.offsetOf(0);
    const auto separator = separatorLine({m_window.data(), m_end});
    if (separator.bytes == 0)
        return {};
    moveTo(m_window.data() + separator.bytes);
    ++m_line;
    return {};
}

Status CsvReader::resumeAt(std::int64_t offset, std::int64_t line)
{
    KITH_TRY(m_decoder.seek(offset));
    m_begin = m_end = 0;
    m_window[0] = '\n';
    m_ended = false;
    m_windowPosition = 0;
    m_offset = offset;
    m_line = line;
    return {};
}

Status CsvReader::readMore()
{
    const auto kept = m_end - m_begin;
    // A row that does not fit is scanned again from its start, so each piece must be as large as what came before.
    const auto wanted = std::max(pieceBytes, kept);
    std::memmove(m_window.data(), m_window.data() + m_begin, kept);
    m_windowPosition += std::int64_t(m_begin);
    m_begin = 0;
    if (m_window.size() < kept + wanted + 1)
        m_window.resize(kept + wanted + 1);
    KITH_TRY(const auto got, m_decoder.read(m_window.data() + kept, wanted));
    m_end = kept + got;
    m_ended = got == 0;
    m_window[m_end] = '\n';
    return {};
}

void CsvReader::moveTo(const char* next)
{
    m_begin = std::size_t(next - m_window.data());
    m_offset = m_decoder.offsetOf(m_windowPosition + std::int64_t(m_begin));
}

// A row is looked for in as many bytes as it may have, so that where pieces end makes no difference.
CsvScanner::Outcome CsvReader::scan()
{
    char* begin = m_window.data() + m_begin;
    char* end = m_window.data() + m_end;
    if (m_end - m_begin <= m_limits.rowBytes)
        return m_scanner.scan(begin, end, m_ended);
    end = begin + m_limits.rowBytes;
    const char behind = std::exchange(*end, '\n');
    const auto outcome = m_scanner.scan(begin, end, false);
    *end = behind;
    return outcome;
}

Result<bool> CsvReader::next(SourceRow& row)
{
    for (;;) {
        if (m_begin == m_end && m_ended)
            return false;
        if (m_begin == m_end) {
            KITH_TRY(readMore());
            continue;
        }
        switch (scan()) {
        case CsvScanner::Outcome::NeedsMore:
            if (m_end - m_begin > m_limits.rowBytes) {
                KITH_TRY(cutRow(row));
                return true;
            }
            KITH_TRY(readMore());
            break;
        case CsvScanner::Outcome::EmptyRow:
            ++m_emptyRows;
            m_line += m_scanner.lineBreaks();
            moveTo(m_scanner.next());
            break;
        case CsvScanner::Outcome::Row:
            deliver(row, m_scanner.next());
            m_line += m_scanner.lineBreaks();
            moveTo(m_scanner.next());
            return true;
        }
    }
}

// Keeps the cells found so far and goes on behind the end of the line, without keeping what is skipped.
Status CsvReader::cutRow(SourceRow& row)
{
    const char* begin = m_window.data() + m_begin;
    const char* from = begin + m_limits.rowBytes;
    if (from[-1] == '\r') // with the line feed that may follow
        --from;
    const auto breaks = countLineBreaks(begin, from);
    deliver(row, from);
    if (row.problem != RowProblem::QuoteNotClosed) {
        row.problem = RowProblem::CellTooLarge;
        row.problemColumn = m_scanner.cellCount() + 1;
    }
    keepCells();
    row.cells = m_cells;
    m_line += breaks;
    m_begin = std::size_t(from - m_window.data());
    for (;;) {
        const char* end = m_window.data() + m_end;
        const char* found = std::find_if(m_window.data() + m_begin, m_window.data() + m_end,
                                         [](char c) { return c == '\n' || c == '\r'; });
        const bool whole = found != end && (*found == '\n' || found + 1 != end);
        if (whole || m_ended) {
            if (found != end) {
                found += *found == '\r' && found + 1 != end && found[1] == '\n' ? 2 : 1;
                ++m_line;
            }
            moveTo(found);
            return {};
        }
        m_begin = std::size_t(found - m_window.data());
        KITH_TRY(readMore());
    }
}

// Takes the cells out of the window, which is about to be overwritten.
void CsvReader::keepCells()
{
    std::string kept;
    for (const auto cell : m_cells)
        kept.append(cell);
    m_repaired = std::move(kept);
    std::size_t at = 0;
    for (auto& cell : m_cells) {
        cell = {m_repaired.data() + at, cell.size()};
        at += cell.size();
    }
}

void CsvReader::deliver(SourceRow& row, const char* end)
{
    row.line = m_line;
    row.offset = m_offset;
    row.problem = m_scanner.problem();
    row.problemColumn = m_scanner.problemColumn();
    row.cellCount = m_scanner.cellCount();
    row.columns = m_columns != 0 ? m_columns : m_limits.columns;
    const std::string_view text(m_window.data() + m_begin, std::size_t(end - m_window.data()) - m_begin);
    row.repaired = m_decoder.wrongBytes() > 0 && text.find("\xEF\xBF\xBD") != std::string_view::npos;
    const bool clean = isCleanUtf8(text);
    unescape();
    if (!clean)
        repair(row);
    fitColumns(row);
    row.cells = m_cells;
}

// Undoubles quotes where the cell lies: it only becomes shorter.
void CsvReader::unescape()
{
    m_cells.clear();
    for (const auto& cell : m_scanner.cells()) {
        auto size = std::size_t(cell.end - cell.begin);
        if (cell.quotes) {
            char* to = m_window.data() + (cell.begin - m_window.data());
            for (const char* from = cell.begin; from != cell.end; ++from) {
                *to++ = *from;
                if (*from == '"' && from + 1 != cell.end && from[1] == '"')
                    ++from;
            }
            size = std::size_t(to - cell.begin);
        }
        m_cells.emplace_back(cell.begin, size);
    }
}

void CsvReader::repair(SourceRow& row)
{
    m_repaired.clear();
    std::vector<std::size_t> ends;
    std::int64_t wrong = 0;
    for (const auto cell : m_cells) {
        wrong += repairUtf8(cell, m_repaired);
        ends.push_back(m_repaired.size());
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        m_cells[i] = {m_repaired.data() + begin, ends[i] - begin};
        begin = ends[i];
    }
    m_wrong += wrong;
    row.repaired = row.repaired || wrong > 0;
}

void CsvReader::fitColumns(SourceRow& row)
{
    if (m_columns == 0 || row.problem != RowProblem::None)
        return;
    while (m_cells.size() > m_columns && m_cells.back().empty())
        m_cells.pop_back();
    if (m_cells.size() > m_columns)
        row.problem = RowProblem::TooManyCells;
    else if (m_cells.size() < m_columns)
        row.problem = RowProblem::TooFewCells;
}

}
