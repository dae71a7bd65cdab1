#include "core/exchange/csv/CsvWriter.h"

#include "core/exchange/csv/FormulaGuard.h"

#include <algorithm>

namespace kith {

namespace {

constexpr std::size_t bufferBytes = 256 * 1024;

bool needsQuotes(std::string_view cell, char delimiter)
{
    if (cell.empty())
        return false;
    // Readers drop blanks at the ends; a first cell "sep=;" and a byte order mark would be taken for what they look
    // like.
    if (cell.front() == ' ' || cell.front() == '\t' || cell.back() == ' ' || cell.back() == '\t' ||
        cell.starts_with("\xEF\xBB\xBF") || qstrnicmp(cell.data(), "sep=", std::min<std::size_t>(4, cell.size())) == 0)
        return true;
    return std::any_of(cell.begin(), cell.end(),
                       [&](char c) { return c == '"' || c == '\r' || c == '\n' || c == delimiter; });
}

}

CsvWriter::CsvWriter(const QString& path, const CsvStyle& style)
    : m_file(std::make_unique<QSaveFile>(path))
    , m_style(style)
{
}

Result<CsvWriter> CsvWriter::create(const QString& path, const CsvStyle& style)
{
    CsvWriter writer(path, style);
    if (!writer.m_file->open(QIODevice::WriteOnly))
        return writer.unwritable();
    if (style.mark == ByteOrderMark::Write)
        writer.m_buffer = "\xEF\xBB\xBF";
    return writer;
}

Error CsvWriter::unwritable() const
{
    if (m_file->error() == QFileDevice::ResourceError)
        return {ErrorCode::DiskFull, {m_file->fileName()}};
    return {ErrorCode::FileUnwritable, {m_file->fileName(), m_file->errorString()}};
}

void CsvWriter::add(std::string_view cell, bool first, bool quoted)
{
    if (!first)
        m_buffer += m_style.delimiter;
    if (m_style.formulas == FormulaCells::Guard && needsFormulaGuard(cell)) {
        m_guarded.clear();
        appendGuarded(cell, m_guarded);
        cell = m_guarded;
    }
    if (!quoted && !needsQuotes(cell, m_style.delimiter)) {
        m_buffer += cell;
        return;
    }
    m_buffer += '"';
    for (std::size_t at = 0;;) {
        const auto quote = cell.find('"', at);
        m_buffer += cell.substr(at, quote == std::string_view::npos ? quote : quote + 1 - at);
        if (quote == std::string_view::npos)
            break;
        m_buffer += '"';
        at = quote + 1;
    }
    m_buffer += '"';
}

Status CsvWriter::write(std::span<const std::string_view> cells)
{
    // A row without content would be taken for an empty line.
    const bool bare = std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.empty(); });
    for (std::size_t i = 0; i < cells.size(); ++i)
        add(cells[i], i == 0, bare && i == 0);
    return endRow();
}

Status CsvWriter::write(std::span<const QString> cells)
{
    const bool bare = std::all_of(cells.begin(), cells.end(), [](const QString& cell) { return cell.isEmpty(); });
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto utf8 = cells[i].toUtf8();
        add({utf8.constData(), std::size_t(utf8.size())}, i == 0, bare && i == 0);
    }
    return endRow();
}

Status CsvWriter::endRow()
{
    m_buffer += "\r\n";
    ++m_rows;
    return m_buffer.size() < bufferBytes ? Status() : flush();
}

Status CsvWriter::flush()
{
    if (m_file->write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size()))
        return unwritable();
    m_buffer.clear();
    return {};
}

Status CsvWriter::commit()
{
    KITH_TRY(flush());
    if (!m_file->commit())
        return unwritable();
    return {};
}

}
