#include "core/exchange/csv/CsvScanner.h"

#include <algorithm>
#include <cstring>

namespace kith {

std::int64_t countLineBreaks(const char* begin, const char* end)
{
    std::int64_t breaks = 0;
    for (const char* p = begin; p != end; ++p)
        breaks += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return breaks;
}

namespace {

bool isBlank(const char* begin, const char* end)
{
    return std::all_of(begin, end, [](char c) { return c == ' ' || c == '\t'; });
}

const char* skipBlanks(const char* from)
{
    while (*from == ' ')
        ++from;
    return from;
}

}

CsvScanner::CsvScanner(char delimiter, const CsvLimits& limits) : m_delimiter(delimiter), m_limits(limits)
{
    for (const char c : {'\n', '\r', delimiter})
        m_ends[std::uint8_t(c)] = true;
}

void CsvScanner::note(RowProblem problem)
{
    if (m_problem != RowProblem::None)
        return;
    m_problem = problem;
    m_problemColumn = m_cellCount + 1;
}

void CsvScanner::add(const char* begin, const char* end, bool quotes)
{
    if (std::size_t(end - begin) > m_limits.cellBytes) {
        note(RowProblem::CellTooLarge);
        end = begin + m_limits.cellBytes;
        while (end != begin && (std::uint8_t(*end) & 0xC0) == 0x80)
            --end;
    }
    if (++m_cellCount <= m_limits.columns)
        m_cells.push_back({begin, end, quotes});
}

// A file made to have a quote opened in every line would be read to the limit for each. When that has cost more than
// reading the file itself, quotes reach only as far as an ordinary cell.
std::size_t CsvScanner::quoteReach() const
{
    constexpr std::uint64_t free = std::uint64_t(64) << 20;
    return m_wasted > free + 2 * m_scanned ? std::min<std::size_t>(m_limits.cellBytes, 256) : m_limits.cellBytes;
}

CsvScanner::Quoted CsvScanner::asLiteral(const char* quote, const char* reached)
{
    m_wasted += std::uint64_t(reached - quote);
    note(RowProblem::QuoteNotClosed);
    return Quoted::Literal;
}

bool CsvScanner::isClosing(const char* quote, const char* end, const char*& next) const
{
    next = skipBlanks(quote + 1);
    return next == end || m_ends[std::uint8_t(*next)];
}

CsvScanner::Quoted CsvScanner::scanQuoted(const char* quote, const char* end, bool last, const char*& next)
{
    const auto reach = quoteReach();
    const bool whole = std::size_t(end - quote) <= reach; // the text ends before the quote's reach does
    const char* limit = whole ? end : quote + 1 + reach;
    bool quotes = false;
    for (const char* from = quote + 1;;) {
        const auto* at = static_cast<const char*>(std::memchr(from, '"', std::size_t(limit - from)));
        if (!at)
            return whole && !last ? Quoted::NeedsMore : asLiteral(quote, limit);
        if (at + 1 != end && at[1] == '"') {
            quotes = true;
            from = at + 2;
            if (from > limit)
                return asLiteral(quote, limit);
            continue;
        }
        const bool closing = isClosing(at, end, next);
        if (next == end && !last)
            return Quoted::NeedsMore;
        if (closing) {
            m_breaks += countLineBreaks(quote + 1, at);
            add(quote + 1, at, quotes);
            return Quoted::Closed;
        }
        const char before = at[-1];
        if (at != quote + 1 && m_ends[std::uint8_t(before)])
            return asLiteral(quote, at);
        from = at + 1;
    }
}

CsvScanner::Outcome CsvScanner::scan(const char* begin, const char* end, bool last)
{
    m_cells.clear();
    m_breaks = 0;
    m_problem = RowProblem::None;
    m_problemColumn = 0;
    m_cellCount = 0;
    bool bare = true; // no quoted cell, none with more than blanks
    const char* at = begin;
    for (;; ++at) {
        const char* cell = at;
        const char* quote = skipBlanks(cell);
        auto quoted = Quoted::Literal;
        if (*quote == '"') {
            bare = false;
            const char* next = cell;
            quoted = scanQuoted(quote, end, last, next);
            at = quoted == Quoted::Closed ? next : cell;
        }
        if (quoted == Quoted::Literal) {
            while (!m_ends[std::uint8_t(*at)])
                ++at;
            if (at == end && !last)
                return Outcome::NeedsMore;
            bare = bare && isBlank(cell, at);
            add(cell, at, false);
        } else if (quoted == Quoted::NeedsMore) {
            return Outcome::NeedsMore;
        }
        if (at == end || *at != m_delimiter)
            break;
    }
    if (at != end) {
        if (*at == '\r' && at + 1 == end && !last)
            return Outcome::NeedsMore;
        at += *at == '\r' && at + 1 != end && at[1] == '\n' ? 2 : 1;
        ++m_breaks;
    }
    m_next = at;
    m_scanned += std::uint64_t(at - begin);
    if (m_cellCount > m_limits.columns)
        note(RowProblem::TooManyCells);
    return bare ? Outcome::EmptyRow : Outcome::Row;
}

}
