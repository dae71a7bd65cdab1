#pragma once

#include <QStringView>

namespace kith {

inline constexpr qsizetype longestCompared = 200; // UTF-16 units; longer texts are as far apart as can be

// How many characters must be left out, put in, changed or swapped with their neighbour to come from one text to the
// other (optimal string alignment: none takes part in two such slips); most + 1 where it is more than `most`.
int editDistance(QStringView a, QStringView b, int most);

}
