#pragma once

#include <QStringList>

namespace kith {

// Several names in one text, apart by ';' or '；'. A name that has one in it, or begins with a quotation mark, stands
// in quotation marks, its own doubled: splitNames(joinedNames(n)) == n for names without white space at their ends.
QString joinedNames(const QStringList& names);
QStringList splitNames(const QString& text); // no empty ones

}
