#pragma once

#include "core/exchange/xlsx/Workbook.h"

#include <span>
#include <string>

namespace kith {

// What a sheet may hold.
struct SheetLimits
{
    std::size_t columns = 2'000; // more are counted, not kept
    std::int64_t rows = 1'048'576;
    std::int64_t cells = 100'000'000;
    std::size_t cellBytes = std::size_t(1) << 20; // of UTF-8; a longer text is cut
    std::size_t rowBytes = std::size_t(64) << 20; // of UTF-8
};

// Column and row of a reference like AB12, both from 1; nothing where it is none that a sheet can have.
struct CellPlace
{
    std::size_t column = 0;
    std::int64_t row = 0;
};
std::optional<CellPlace> cellPlace(std::string_view reference);

// The rows of one sheet as they stand, empty ones included where the file has them.
class SheetRows
{
public:
    struct Cell
    {
        std::string_view text; // valid until the next row
        CellForm form;
        bool isCut = false;
    };

    // Both must outlive it.
    SheetRows(const Workbook& workbook, const SheetLimits& limits);

    Status begin(const QString& part);
    // False behind the last. Fails as XmlTokens, with FileTooLarge beyond the limits.
    Result<bool> next();

    std::int64_t number() const { return m_row; }           // of the row, from 1
    std::span<const Cell> cells() const { return m_cells; } // from the first column on
    std::size_t lastFilled() const { return m_lastFilled; } // its last column with something in it, from 1
    std::int64_t position() const { return m_workbook.package().position(); } // bytes of the part

private:
    // A cell on its way: its text is in m_text, or shared by the workbook.
    struct Stored
    {
        std::string_view shared;
        std::size_t begin = 0;
        std::size_t size = 0;
        CellForm form;
    };
    Status readRow();
    Status readCell();
    Result<std::size_t> columnOfCell();
    Status readParts(QString& value, QString& text, QString& formula, bool& hasFormula);
    Status store(Stored& cell, const QString& type, std::size_t style, const QString& value, const QString& text);
    Status put(Stored& cell, std::string_view text);
    qsizetype mostCharacters() const { return qsizetype(m_limits.cellBytes); } // one is at least a byte
    void deliver();

    const Workbook& m_workbook;
    SheetLimits m_limits;
    XmlTokens m_xml;
    std::int64_t m_row = 0;
    std::int64_t m_cellCount = 0;
    std::size_t m_column = 0; // of the last cell read, from 1
    std::size_t m_lastFilled = 0;
    bool m_ended = false;
    std::string m_text;
    std::vector<Stored> m_stored;
    std::vector<Cell> m_cells;
};

}
