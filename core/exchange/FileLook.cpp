#include "core/exchange/FileLook.h"

#include "core/exchange/ImportPlan.h"
#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/rows/TableHeader.h"
#include "core/exchange/vcard/VcardReader.h"
#include "core/exchange/xlsx/XlsxReader.h"

namespace kith {

Result<FileLook> lookAtFile(const QString& path, const FileGiven& given, int sampleRows)
{
    KITH_TRY(auto source, FileSource::open(path));
    KITH_TRY(const auto format, formatOf(*source, path));
    switch (format) {
    case FileFormat::Csv:
        break;
    case FileFormat::Xlsx:
        return lookAtXlsx(path, given, sampleRows);
    case FileFormat::Vcard:
        return lookAtVcard(path, given, sampleRows);
    }
    return lookAtCsv(std::move(source), path, given, sampleRows);
}

void partHeader(FileLook& look, std::optional<bool> hasHeader)
{
    const auto first = look.rows.front();
    const std::vector<QStringList> below(look.rows.begin() + 1, look.rows.end());
    look.hasHeader = hasHeader.value_or(looksLikeHeader(first, below));
    if (!look.hasHeader) {
        look.header = columnNames(QStringList(first.size()));
        return;
    }
    look.header = columnNames(first);
    look.rows = below;
    look.lines.erase(look.lines.begin());
}

Result<std::unique_ptr<RowSource>> openRows(const ImportPlan& plan)
{
    switch (plan.format) {
    case FileFormat::Csv:
        break;
    case FileFormat::Xlsx:
        return openXlsx(plan);
    case FileFormat::Vcard:
        return openVcard(plan);
    }
    return openCsv(plan);
}

}
