#pragma once

#include "core/exchange/xlsx/XlsxReader.h"
#include "tests/support/Packages.h"
#include "tests/support/Test.h"

#include <QBuffer>

namespace kith::testing {

using Rows = std::vector<QStringList>;

inline std::unique_ptr<QIODevice> deviceOf(const QByteArray& bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    return buffer;
}

inline Result<std::unique_ptr<XlsxReader>> openWorkbook(const QByteArray& bytes, const QString& sheet = {},
                                                        const XlsxLimits& limits = {})
{
    return XlsxReader::open(deviceOf(bytes), QStringLiteral("book.xlsx"), sheet, limits);
}

inline Rows rowsOf(RowSource& source)
{
    Rows rows;
    SourceRow row;
    while (true) {
        const auto more = source.next(row);
        REQUIRE_OK(more);
        if (!*more)
            return rows;
        rows.push_back(row.texts());
    }
}

inline Rows rowsOf(const QByteArray& workbook, const QString& sheet = {})
{
    auto reader = openWorkbook(workbook, sheet);
    REQUIRE_OK(reader);
    return rowsOf(**reader);
}

// The rows of a workbook with this one sheet.
inline Rows rowsOfSheet(const QByteArray& rows, const QByteArray& behind = {})
{
    return rowsOf(WorkbookBuilder().sheet(QStringLiteral("Sheet1"), rows, behind).bytes());
}

}
