#pragma once

#include "core/base/Result.h"
#include "core/exchange/rows/SourceRow.h"

namespace kith {

// Where the rows of an import come from, one after another: the lines of a CSV file, the rows of a sheet, the cards of
// a list. Memory holds a row and a piece of the file. Rows without any content are left out. One thread at a time.
class RowSource
{
public:
    virtual ~RowSource() = default;

    // False at the end of the file.
    virtual Result<bool> next(SourceRow& row) = 0;
    // Goes on at the start of a row: its `offset` and `line` as next() gave them, or this source's offset() and line().
    // These may be kept and given to another source of the same file.
    virtual Status resumeAt(std::int64_t offset, std::int64_t line) = 0;

    virtual std::int64_t offset() const = 0; // byte behind the last row
    virtual std::int64_t line() const = 0;   // on which the next row begins
    virtual std::int64_t size() const = 0;   // what offset() comes to

protected:
    RowSource() = default;
    RowSource(const RowSource&) = default;
    RowSource(RowSource&&) = default;
    RowSource& operator=(const RowSource&) = default;
    RowSource& operator=(RowSource&&) = default;
};

}
