#pragma once

#include "core/exchange/csv/CsvReader.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace kith::testing {

using Rows = std::vector<QStringList>;

inline std::unique_ptr<ByteSource> bytesOf(QByteArray bytes)
{
    return std::make_unique<MemorySource>(std::move(bytes));
}

inline CsvReader readerOf(const QByteArray& bytes, char delimiter = ',', const CsvLimits& limits = {},
                          const QString& encoding = QStringLiteral("UTF-8"))
{
    return CsvReader::open(bytesOf(bytes), *Encoding::named(encoding), delimiter, limits).value();
}

inline Rows rowsOf(CsvReader& reader)
{
    Rows rows;
    SourceRow row;
    while (*reader.next(row))
        rows.push_back(row.texts());
    return rows;
}

inline Rows rowsOf(const QByteArray& bytes, char delimiter = ',', const QString& encoding = QStringLiteral("UTF-8"))
{
    auto reader = readerOf(bytes, delimiter, {}, encoding);
    return rowsOf(reader);
}

// A text in another encoding, as ICU's own converter writes it (test builds link it).
QByteArray encoded(const QString& text, const char* icuName);

}
