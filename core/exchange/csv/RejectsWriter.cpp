#include "core/exchange/csv/RejectsWriter.h"

#include "core/exchange/csv/FormulaGuard.h"

#include <QFile>

namespace kith {

bool rejects::isColumn(QStringView header)
{
    return header == Line || header == Reason;
}

RejectsWriter::RejectsWriter(CsvWriter writer, QString path, const QStringList& header, FormulaCells formulas)
    : m_writer(std::move(writer))
    , m_formulas(formulas)
    , m_path(std::move(path))
{
    for (const auto& name : header)
        m_leftOut.push_back(rejects::isColumn(name));
}

Result<RejectsWriter> RejectsWriter::create(const QString& path, const QStringList& header, char delimiter,
                                            FormulaCells formulas)
{
    KITH_TRY(auto writer, CsvWriter::create(path, {delimiter, ByteOrderMark::Write, formulas}));
    std::vector<QString> names{rejects::Line.toString(), rejects::Reason.toString()};
    for (const auto& name : header) {
        if (!rejects::isColumn(name))
            names.push_back(name);
    }
    KITH_TRY(writer.write(std::span<const QString>(names)));
    return RejectsWriter(std::move(writer), path, header, formulas);
}

Status RejectsWriter::write(const SourceRow& row, const QString& reason)
{
    const auto line = QByteArray::number(qint64(row.line));
    const auto utf8 = reason.toUtf8();
    std::string guarded;
    const std::string_view text(utf8.constData(), std::size_t(utf8.size()));
    if (m_formulas == FormulaCells::Keep)
        appendGuarded(text, guarded);
    else
        guarded = text; // the writer guards every cell
    m_cells.assign({{line.constData(), std::size_t(line.size())}, guarded});
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i >= m_leftOut.size() || !m_leftOut[i])
            m_cells.push_back(row.cells[i]);
    }
    ++m_rows;
    return m_writer.write(m_cells);
}

Status RejectsWriter::commit()
{
    return m_rows > 0 || QFile::exists(m_path) ? m_writer.commit() : Status();
}

}
