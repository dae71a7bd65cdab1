#pragma once

#include <QStringList>

#include <vector>

namespace kith {

// Whether the first row names columns: no cell looks like a value (a mail, a date, a number over numbers) or comes
// again below.
bool looksLikeHeader(const QStringList& first, const std::vector<QStringList>& rows);

// Names for columns, each once and none empty.
QStringList columnNames(const QStringList& header);

}
