#include "core/exchange/xlsx/SheetRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

constexpr std::size_t lastColumn = 16'384; // XFD
constexpr std::int64_t lastRow = 1'048'576;

// 2024-01-02T14:30:00 as other dates stand: by a wall clock, or a day alone.
std::string isoMoment(std::string text, const NumberForm& form)
{
    const auto mark = text.find('T');
    if (mark == std::string::npos || text.ends_with('Z'))
        return text;
    if (form.kind == NumberForm::Kind::Date)
        return text.substr(0, mark);
    text[mark] = ' ';
    return text;
}

}

std::optional<CellPlace> cellPlace(std::string_view reference)
{
    CellPlace place;
    std::size_t at = 0;
    for (; at < reference.size() && place.column <= lastColumn; ++at) {
        const char letter = char(std::uint8_t(reference[at]) & 0xDF);
        if (letter < 'A' || letter > 'Z')
            break;
        place.column = place.column * 26 + std::size_t(letter - 'A' + 1);
    }
    const char* end = reference.data() + reference.size();
    const auto [next, error] = std::from_chars(reference.data() + at, end, place.row);
    if (error != std::errc() || next != end || place.column == 0 || place.column > lastColumn || place.row < 1 ||
        place.row > lastRow)
        return std::nullopt;
    return place;
}

SheetRows::SheetRows(const Workbook& workbook, const SheetLimits& limits)
    : m_workbook(workbook)
    , m_limits(limits)
    , m_xml(workbook.package())
{
}

Status SheetRows::begin(const QString& part)
{
    m_row = 0;
    m_cellCount = 0;
    m_ended = false;
    return m_xml.begin(part);
}

Result<bool> SheetRows::next()
{
    while (!m_ended) {
        KITH_TRY(const bool more, m_xml.next());
        m_ended = !more || m_xml.isEnd("sheetData"_L1);
        if (m_ended || !m_xml.isStart("row"_L1))
            continue;
        KITH_TRY(readRow());
        return true;
    }
    return false;
}

Status SheetRows::readRow()
{
    const auto stated = m_xml.attribute("r"_L1).toLongLong();
    m_row = stated > m_row ? stated : m_row + 1;
    if (m_row > m_limits.rows)
        return m_workbook.package().tooLarge(Tr::tr("A sheet has more than %1 rows.").arg(m_limits.rows));
    m_column = 0;
    m_lastFilled = 0;
    m_text.clear();
    m_stored.clear();
    const int here = m_xml.depth();
    for (;;) {
        KITH_TRY(const bool more, m_xml.next());
        if (!more || (m_xml.isEnd() && m_xml.depth() == here))
            break;
        if (m_xml.isStart("c"_L1))
            KITH_TRY(readCell());
    }
    deliver();
    return {};
}

Result<std::size_t> SheetRows::columnOfCell()
{
    const auto reference = m_xml.attribute("r"_L1);
    if (reference.isEmpty())
        return m_column + 1;
    const auto place = cellPlace(reference.toLatin1().toStdString());
    if (!place)
        return m_workbook.package().damaged(
            Tr::tr("It has a cell at “%1”, where none can be.").arg(reference.left(32)));
    return place->column;
}

Status SheetRows::readCell()
{
    if (++m_cellCount > m_limits.cells)
        return m_workbook.package().tooLarge(Tr::tr("A sheet has more than %1 cells.").arg(m_limits.cells));
    KITH_TRY(m_column, columnOfCell());
    const auto type = m_xml.attribute("t"_L1);
    const auto style = m_xml.attribute("s"_L1).toUInt();
    QString value;
    QString text;
    QString formula;
    bool hasFormula = false;
    KITH_TRY(readParts(value, text, formula, hasFormula));
    Stored cell;
    if (hasFormula && value.isEmpty() && text.isEmpty() && type != "str"_L1) {
        cell.form.type = CellType::Error; // a program wrote it that does not calculate
        KITH_TRY(put(cell, '=' + formula.toUtf8().toStdString()));
    } else {
        KITH_TRY(store(cell, type, style, value, text));
    }
    if (cell.size == 0 && cell.shared.empty())
        return {};
    m_lastFilled = std::max(m_lastFilled, m_column);
    if (m_column > m_limits.columns)
        return {};
    if (m_stored.size() < m_column)
        m_stored.resize(m_column);
    m_stored[m_column - 1] = cell;
    return {};
}

Status SheetRows::readParts(QString& value, QString& text, QString& formula, bool& hasFormula)
{
    const int here = m_xml.depth();
    for (;;) {
        KITH_TRY(const bool more, m_xml.next());
        if (!more || (m_xml.isEnd() && m_xml.depth() == here))
            return {};
        if (m_xml.isStart("v"_L1)) {
            KITH_TRY(readText(m_xml, value, mostCharacters()));
        } else if (m_xml.isStart("is"_L1)) {
            KITH_TRY(readRichText(m_xml, text, mostCharacters()));
        } else if (m_xml.isStart("f"_L1)) {
            hasFormula = true;
            KITH_TRY(readText(m_xml, formula, mostCharacters()));
        }
    }
}

Status SheetRows::store(Stored& cell, const QString& type, std::size_t style, const QString& value, const QString& text)
{
    const auto& form = m_workbook.form(style);
    // Whatever it was to be: as it stands it is longer than any cell may be, and told as such.
    if (value.size() > mostCharacters() || text.size() > mostCharacters())
        return put(cell, (value.size() > mostCharacters() ? value : text).toUtf8().toStdString());
    if (type == "s"_L1) {
        bool isNumber = false;
        const auto index = value.toULongLong(&isNumber);
        if (isNumber && index < m_workbook.texts().count())
            cell.shared = m_workbook.texts().text(index);
        else if (!value.isEmpty())
            return m_workbook.package().damaged(Tr::tr("A cell refers to a text that is not there."));
        return {};
    }
    if (type == "inlineStr"_L1)
        return put(cell, unescaped(text).toUtf8().toStdString());
    if (type == "str"_L1)
        return put(cell, unescaped(value).toUtf8().toStdString());
    if (type == "b"_L1) {
        cell.form.type = CellType::Boolean;
        return put(cell, value.isEmpty() ? "" : value == "1"_L1 || value == "true"_L1 ? "true" : "false");
    }
    if (type == "e"_L1) {
        cell.form.type = CellType::Error;
        return put(cell, value.toUtf8().toStdString());
    }
    if (type == "d"_L1) {
        cell.form.type = CellType::Date;
        return put(cell, isoMoment(value.toUtf8().toStdString(), form));
    }
    if (value.isEmpty())
        return {};
    const auto shown = shownNumber(value.trimmed().toUtf8().toStdString(), form, m_workbook.dayZero());
    cell.form.type = shown.type;
    if (shown.type == CellType::Number)
        cell.form.currency = form.currency;
    return put(cell, shown.text);
}

Status SheetRows::put(Stored& cell, std::string_view text)
{
    if (text.size() > m_limits.rowBytes - m_text.size())
        return m_workbook.package().tooLarge(
            Tr::tr("The cells of row %1 hold more text than fits into memory.").arg(m_row));
    cell.begin = m_text.size();
    cell.size = text.size();
    m_text += text;
    return {};
}

// Only now does the row's text stay where it is.
void SheetRows::deliver()
{
    m_cells.clear();
    for (const auto& stored : m_stored) {
        Cell cell{stored.shared, stored.form, false};
        if (stored.size > 0)
            cell.text = std::string_view(m_text).substr(stored.begin, stored.size);
        if (cell.text.size() > m_limits.cellBytes) {
            auto length = m_limits.cellBytes;
            while (length > 0 && (std::uint8_t(cell.text[length]) & 0xC0) == 0x80)
                --length;
            cell.text = cell.text.substr(0, length);
            cell.isCut = true;
        }
        m_cells.push_back(cell);
    }
}

}
