#pragma once

#include "tests/support/RandomFieldValues.h"
#include "tests/support/SessionBook.h"

namespace kith::testing {

// A value that people may give a field of a book with these conventions: typed, or as an import or a form makes it.
// Relations and tags are the caller's.
Value anyRecordValue(const Field& field, const TextConventions& conventions);

// Makes that many records of each kind, linked to each other at random, with values typed under the conventions of
// several regions; some of their fields are emptied afterwards.
void fillAtRandom(SessionBook& book, const std::vector<QString>& kinds, int records);

}
