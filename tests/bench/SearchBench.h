#pragma once

#include "tests/bench/BenchBook.h"

#include <QJsonObject>

namespace kith::bench {

// Two hundred queries of the kinds that people type, each key by key, on an encrypted book: from the question to the
// answer, hits with titles and marks. Beside: LIKE over three columns, and FTS5 with its stock trigram tokenizer.
Result<QJsonObject> benchSearch(Bench& bench);

// Opening, sorting, filtering a list and jumping to its middle: to the first rows. Beside: the same in plain SQL.
Result<QJsonObject> benchList(Bench& bench);

}
