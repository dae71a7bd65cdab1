#pragma once

#include "core/exchange/xlsx/SheetRows.h"

namespace kith {

// Cells that were merged over several rows: what stands in the uppermost belongs to all of them. A customer merged over
// its contacts is each one's. Over several columns it belongs to the first alone.
class MergedCells
{
public:
    // Looks for them behind the rows of the sheet, and so reads the whole part once: what is damaged is known then.
    Status find(ZipPackage& package, const QString& part, const SheetLimits& limits);

    // Those that begin in this row or above are left as they are: a header, a title.
    void leaveUpTo(std::int64_t row);

    // From the sheet's beginning.
    void begin();
    // Fills the empty cells of the next row, from the first column on; `cells` grows where it must.
    void fill(std::int64_t row, std::vector<SheetRows::Cell>& cells);

private:
    struct Merge
    {
        std::int64_t firstRow = 0;
        std::int64_t lastRow = 0;
        std::size_t column = 0; // from 1
    };
    struct Spread
    {
        std::int64_t lastRow = 0;
        std::string text;
        CellForm form;
    };
    void add(std::string_view tag, const SheetLimits& limits);

    std::vector<Merge> m_merges; // by first row
    std::size_t m_next = 0;
    std::vector<Spread> m_spread; // by column
};

}
