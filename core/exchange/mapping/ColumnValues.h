#pragma once

#include <QStringList>

#include <vector>

namespace kith {

// What the values of one column look like. Shares are of the cells that are not empty, 0 to 1.
struct ColumnValues
{
    int filled = 0;
    double mails = 0;
    double links = 0;
    double phones = 0;
    double dates = 0;
    double numbers = 0;
    double ids = 0;        // UUIDs, as our own exports have them
    double countries = 0;  // codes and names
    double currencies = 0; // codes and names
    double distinct = 0;   // different values among the filled
    QStringList different; // the different values, up to 200
    QStringList samples;   // the first five filled cells, as in the file
};

// Looks at the first 300 filled cells. Any thread.
ColumnValues lookAtValues(const std::vector<QStringList>& rows, qsizetype column);

// What sniffers make of all the rows: "dmy", "mdy", "ymd" (no cell could be read in two ways), or empty: undecided.
QString dateOrderOf(const std::vector<QStringList>& rows, qsizetype column);
// '.' or ',', or null where no cell tells.
QChar decimalMarkOf(const std::vector<QStringList>& rows, qsizetype column);

}
