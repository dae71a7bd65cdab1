#include "core/exchange/xlsx/XlsxReader.h"

#include "core/exchange/ImportPlan.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

// So far a title may stand above its table, and so many rows tell how wide that is.
constexpr int titleRows = 5;
constexpr int tableRows = 20;

std::size_t filledCells(std::span<const SheetRows::Cell> cells)
{
    return std::size_t(
        std::count_if(cells.begin(), cells.end(), [](const SheetRows::Cell& cell) { return !cell.text.empty(); }));
}

Result<std::unique_ptr<QIODevice>> fileAt(const QString& path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->exists())
        return Error{ErrorCode::FileMissing, {path}};
    if (!file->open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path, file->errorString()}};
    return std::unique_ptr<QIODevice>(std::move(file));
}

}

XlsxReader::XlsxReader(Workbook workbook, const SheetLimits& limits)
    : m_workbook(std::move(workbook))
    , m_limits(limits)
    , m_rows(m_workbook, limits)
{
}

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(std::unique_ptr<QIODevice> file, const QString& path,
                                                     const QString& sheet, const XlsxLimits& limits)
{
    KITH_TRY(auto package, ZipPackage::open(std::move(file), path, limits.zip));
    KITH_TRY(auto workbook, Workbook::open(std::move(package)));
    std::unique_ptr<XlsxReader> reader(new XlsxReader(std::move(workbook), limits.sheet));
    KITH_TRY(reader->m_workbook.loadTexts(qsizetype(limits.sheet.cellBytes)));
    auto candidates = reader->m_workbook.sheets();
    if (sheet.isEmpty()) {
        std::stable_partition(candidates.begin(), candidates.end(),
                              [](const Workbook::Sheet& one) { return !one.hidden; });
    } else {
        KITH_TRY(const auto named, reader->m_workbook.sheet(sheet));
        candidates = {named};
    }
    KITH_TRY(const bool any, reader->chooseFirst(candidates, limits.emptyBytes));
    if (!any)
        return Error{ErrorCode::FileEmpty, {path}};
    return reader;
}

// The first with anything in it. A workbook may name one part as many sheets.
Result<bool> XlsxReader::chooseFirst(const std::vector<Workbook::Sheet>& candidates, std::int64_t mostBytes)
{
    auto& package = m_workbook.package();
    QSet<QString> empty;
    std::int64_t bytes = 0;
    for (const auto& candidate : candidates) {
        const auto name = ZipPackage::nameOf(candidate.part);
        if (empty.contains(name))
            continue;
        KITH_TRY(const bool any, choose(candidate));
        if (any)
            return true;
        empty.insert(name);
        bytes += package.position();
        if (bytes > mostBytes)
            return package.tooLarge(Tr::tr("Its sheets are large, and nothing is in the first ones."));
    }
    return false;
}

// Whether there is anything in the sheet.
Result<bool> XlsxReader::choose(const Workbook::Sheet& sheet)
{
    m_sheet = sheet;
    m_merged = {};
    m_firstRow = 1;
    KITH_TRY(m_rows.begin(sheet.part));
    bool any = false;
    while (!any) {
        KITH_TRY(const bool more, m_rows.next());
        if (!more)
            return false;
        any = m_rows.lastFilled() > 0;
    }
    m_firstRow = m_rows.number();
    KITH_TRY(findTable());
    KITH_TRY(m_merged.find(m_workbook.package(), sheet.part, m_limits));
    m_merged.leaveUpTo(m_firstRow - 1);
    KITH_TRY(restart());
    return true;
}

// From the first row that has something: rows with one filled cell above rows with more are a title.
Status XlsxReader::findTable()
{
    std::vector<std::pair<std::int64_t, std::size_t>> filled{{m_rows.number(), filledCells(m_rows.cells())}};
    while (filled.size() < tableRows) {
        KITH_TRY(const bool more, m_rows.next());
        if (!more)
            break;
        if (m_rows.lastFilled() > 0)
            filled.emplace_back(m_rows.number(), filledCells(m_rows.cells()));
    }
    const auto table = std::find_if(filled.begin(), filled.end(), [](const auto& row) { return row.second > 1; });
    if (table != filled.end() && table - filled.begin() <= titleRows)
        m_firstRow = table->first;
    return {};
}

Status XlsxReader::restart()
{
    m_held = false;
    m_merged.begin();
    return m_rows.begin(m_sheet.part);
}

std::int64_t XlsxReader::size() const
{
    return std::max(m_workbook.package().sizeOf(m_sheet.part), m_rows.position());
}

Status XlsxReader::resumeAt(std::int64_t /*offset*/, std::int64_t line)
{
    KITH_TRY(restart());
    SourceRow row;
    bool more = true;
    do {
        KITH_TRY(more, next(row));
    } while (more && row.line < line);
    m_held = more;
    return {};
}

Result<bool> XlsxReader::skipHeader()
{
    SourceRow header;
    KITH_TRY(const bool any, next(header));
    if (any)
        m_merged.leaveUpTo(header.line);
    return any;
}

Result<bool> XlsxReader::next(SourceRow& row)
{
    if (std::exchange(m_held, false)) {
        deliver(row);
        return true;
    }
    for (;;) {
        m_rowStart = m_rows.position();
        KITH_TRY(const bool more, m_rows.next());
        if (!more)
            return false;
        if (m_rows.number() < m_firstRow)
            continue;
        m_cells.assign(m_rows.cells().begin(), m_rows.cells().end());
        m_merged.fill(m_rows.number(), m_cells);
        if (m_rows.lastFilled() == 0)
            continue;
        deliver(row);
        return true;
    }
}

void XlsxReader::deliver(SourceRow& row)
{
    row = {};
    row.line = m_rows.number();
    row.offset = m_rowStart;
    row.columns = m_columns;
    while (!m_cells.empty() && m_cells.back().text.empty())
        m_cells.pop_back();
    row.cellCount = std::max(m_cells.size(), m_rows.lastFilled());
    if (m_columns > 0 && m_cells.size() < m_columns)
        m_cells.resize(m_columns); // a sheet has every cell
    if (m_columns > 0 ? row.cellCount > m_columns : row.cellCount > m_limits.columns)
        row.problem = RowProblem::TooManyCells;
    row.columns = m_columns > 0 ? m_columns : m_limits.columns;
    m_texts.clear();
    m_forms.clear();
    for (const auto& cell : m_cells) {
        m_texts.push_back(cell.text);
        m_forms.push_back(cell.form);
        if (cell.isCut && row.problem == RowProblem::None) {
            row.problem = RowProblem::CellTooLarge;
            row.problemColumn = m_texts.size();
        }
    }
    row.cells = m_texts;
    row.forms = m_forms;
}

Result<FileLook> lookAtXlsx(const QString& path, const FileGiven& given, int sampleRows)
{
    KITH_TRY(auto file, fileAt(path));
    KITH_TRY(const auto reader, XlsxReader::open(std::move(file), path, given.sheet));
    FileLook look;
    look.format = FileFormat::Xlsx;
    look.encoding = {Encoding::utf8(), 1, false};
    look.sheet = reader->sheet();
    look.sheets = reader->sheets();
    look.bytes = QFileInfo(path).size();
    qsizetype columns = 0;
    SourceRow row;
    while (int(look.rows.size()) <= sampleRows) {
        KITH_TRY(const bool more, reader->next(row));
        if (!more)
            break;
        look.rows.push_back(row.texts());
        look.lines.push_back(row.line);
        columns = std::max(columns, look.rows.back().size());
    }
    for (auto& one : look.rows)
        one.resize(columns);
    partHeader(look, given.hasHeader);
    return look;
}

Result<std::unique_ptr<RowSource>> openXlsx(const ImportPlan& plan)
{
    KITH_TRY(auto file, fileAt(plan.path));
    KITH_TRY(auto reader, XlsxReader::open(std::move(file), plan.path, plan.sheet));
    if (plan.hasHeader)
        KITH_TRY(reader->skipHeader());
    reader->expectColumns(plan.columns.size());
    return std::unique_ptr<RowSource>(std::move(reader));
}

}
