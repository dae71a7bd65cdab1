#pragma once

#include "core/exchange/csv/CsvWriter.h"
#include "core/exchange/rows/SourceRow.h"

namespace kith {

// Headers of the two columns that a file of rejected rows has before its own. The column mapper leaves them out, so
// that the file, corrected, can be imported as it is.
namespace rejects {
inline constexpr QStringView Line = u"rejected.line";
inline constexpr QStringView Reason = u"rejected.reason";
bool isColumn(QStringView header);
}

// The rows of an import that were not taken, each behind its line in the file and the reason: the same cells, too few
// or too many of them included, with the same delimiter, in UTF-8. The cells of a CSV file are not guarded against
// formulas: they are what the person's own file holds, and must come back unchanged. What comes from another format is
// guarded as in every CSV file that Kith writes, and so is the reason.
class RejectsWriter
{
public:
    // The header as in the file; for a file without one, what the person gave its columns. Errors as CsvWriter's.
    static Result<RejectsWriter> create(const QString& path, const QStringList& header, char delimiter,
                                        FormulaCells formulas = FormulaCells::Keep);

    Status write(const SourceRow& row, const QString& reason);
    // Without any row no file is made, but one of an earlier import is replaced.
    Status commit();

    std::int64_t rows() const { return m_rows; }

private:
    RejectsWriter(CsvWriter writer, QString path, const QStringList& header, FormulaCells formulas);

    CsvWriter m_writer;
    FormulaCells m_formulas;
    QString m_path;
    std::vector<bool> m_leftOut; // columns of an earlier file of rejected rows
    std::int64_t m_rows = 0;
    std::vector<std::string_view> m_cells;
};

}
