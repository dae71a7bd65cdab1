#pragma once

#include <QStringList>

#include <vector>

namespace kith {

// Rows of cells as lines with columns below each other. Wide characters count as two; long cells end with an ellipsis;
// line breaks become spaces. Empty without rows.
QString textTable(const QStringList& header, const std::vector<QStringList>& rows);

// "name: value" lines with the values below each other.
QString textPairs(const std::vector<std::pair<QString, QString>>& pairs);

}
