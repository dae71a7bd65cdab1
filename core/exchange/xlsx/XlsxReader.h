#pragma once

#include "core/exchange/FileLook.h"
#include "core/exchange/xlsx/MergedCells.h"

namespace kith {

struct XlsxLimits
{
    ZipLimits zip;
    SheetLimits sheet;
    std::int64_t emptyBytes = std::int64_t(1) << 30; // of empty sheets, in search of one that holds something
};

// Reads the rows of one sheet of a workbook (.xlsx, also of the strict kind), as Excel, LibreOffice, WPS, Google Sheets
// and Numbers write them. A row's line is its number in the sheet; hidden rows are rows. What stands above the table, a
// title in a cell of its own, is left out; cells merged over several rows are filled. Formulas are what they came to.
// The place of a row is kept by its line: going on there reads the sheet again up to it. Memory holds a row, and the
// texts that the workbook's cells share.
class XlsxReader final : public RowSource
{
public:
    // An empty sheet name: the first sheet that holds something, one that is shown before one that is hidden. Fails as
    // Workbook, with SheetMissing, with FileEmpty where there is nothing in it, or with FileTooLarge where that takes
    // too long to find.
    static Result<std::unique_ptr<XlsxReader>> open(std::unique_ptr<QIODevice> file, const QString& path,
                                                    const QString& sheet, const XlsxLimits& limits = {});

    Result<bool> next(SourceRow& row) override;
    Status resumeAt(std::int64_t offset, std::int64_t line) override;
    std::int64_t offset() const override { return m_rows.position(); }
    std::int64_t line() const override { return m_rows.number() + (m_held ? 0 : 1); }
    std::int64_t size() const override;

    // Passes the row that names the columns; what is merged with it is no part of the rows below.
    Result<bool> skipHeader();
    // From now on rows have so many cells.
    void expectColumns(std::size_t columns) { m_columns = columns; }

    const QString& sheet() const { return m_sheet.name; }
    QStringList sheets() const { return m_workbook.sheetNames(); }

private:
    XlsxReader(Workbook workbook, const SheetLimits& limits);
    Result<bool> chooseFirst(const std::vector<Workbook::Sheet>& candidates, std::int64_t mostBytes);
    Result<bool> choose(const Workbook::Sheet& sheet);
    Status findTable();
    Status restart();
    void deliver(SourceRow& row);

    Workbook m_workbook;
    SheetLimits m_limits;
    SheetRows m_rows;
    MergedCells m_merged;
    Workbook::Sheet m_sheet;
    std::int64_t m_firstRow = 1; // of the table
    std::size_t m_columns = 0;
    std::int64_t m_rowStart = 0; // position
    bool m_held = false;         // the row that was read has not been handed out
    std::vector<SheetRows::Cell> m_cells;
    std::vector<std::string_view> m_texts;
    std::vector<CellForm> m_forms;
};

// Looks at a workbook as lookAtFile() does, and opens its rows as openRows() does.
Result<FileLook> lookAtXlsx(const QString& path, const FileGiven& given, int sampleRows);
Result<std::unique_ptr<RowSource>> openXlsx(const ImportPlan& plan);

}
