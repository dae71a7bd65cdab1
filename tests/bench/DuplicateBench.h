#pragma once

#include "tests/bench/BenchBook.h"

namespace kith::bench {

// `bench duplicates`: a demo company of which some customers are there a second time, entered otherwise; all of them
// compared in the background; what was found beside what was planted, and beside what plain SQL finds by equal names,
// phones, mails and tax numbers. Precision and recall count pairs.
Result<QJsonObject> benchDuplicates(Bench& bench);

}
