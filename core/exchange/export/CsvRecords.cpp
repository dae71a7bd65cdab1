// Records as the rows of a CSV file.

#include "core/exchange/csv/CsvWriter.h"
#include "core/exchange/export/RecordWriter.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

class CsvRecords final : public RecordWriter
{
public:
    CsvRecords(CsvWriter writer, ExportTable table) : m_writer(std::move(writer)), m_table(std::move(table)) {}

    Status writeHeader();
    Status write(const Row& row) override;
    Status commit() override { return m_writer.commit(); }

private:
    void addCells(const Row& row, std::size_t i);

    CsvWriter m_writer;
    ExportTable m_table;
    std::vector<QString> m_cells;
};

Status CsvRecords::writeHeader()
{
    m_cells = {u"id"_s};
    for (const auto& column : m_table.columns) {
        for (const auto& header : headersOf(column, m_table))
            m_cells.push_back(header);
    }
    return m_writer.write(m_cells);
}

Status CsvRecords::write(const Row& row)
{
    m_cells.assign(1, row.id.toString());
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        addCells(row, i);
    return m_writer.write(m_cells);
}

void CsvRecords::addCells(const Row& row, std::size_t i)
{
    const auto& path = m_table.columns[i];
    const auto& value = row.values[i];
    if (path.field->type == FieldType::Money) {
        const auto* money = std::get_if<Money>(&value);
        m_cells.push_back(money ? exactAmount(*money) : QString());
        m_cells.push_back(money ? money->currency : QString());
    } else if (path.field->type == FieldType::Relation) {
        const auto* reference = std::get_if<Reference>(&value);
        m_cells.push_back(reference ? row.titles[i] : QString());
        m_cells.push_back(reference ? reference->record.toString() : QString());
    } else if (path.field->type == FieldType::Phone && path.component.isEmpty()) {
        const auto* phones = std::get_if<Points>(&value);
        auto written = phones ? phonesText(*path.field, *phones, m_table.conventions) : PhonesText();
        m_cells.push_back(std::move(written.text));
        m_cells.push_back(std::move(written.region));
    } else {
        m_cells.push_back(exportedText(m_table, row, i));
    }
}

}

Result<std::unique_ptr<RecordWriter>> csvRecords(ExportTable table)
{
    KITH_TRY(auto writer, CsvWriter::create(table.path));
    auto records = std::make_unique<CsvRecords>(std::move(writer), std::move(table));
    KITH_TRY(records->writeHeader());
    return std::unique_ptr<RecordWriter>(std::move(records));
}

}
