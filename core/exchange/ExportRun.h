#pragma once

#include "core/base/Result.h"
#include "core/records/Query.h"
#include "core/records/ValueText.h"

namespace kith {

class StoreReader;

enum class HeaderStyle { Keys, Labels };

// Writes what was picked of the query, as one moment of the book has it, to a CSV file: `id`, then the columns asked
// for or all that an import takes back. Values in their exact form; an amount with a column for its currency, a
// relation with one for its id, phones with one for the region they are written in. Answers how many records. Nothing
// is left of a file that was not completed.
Result<std::int64_t> exportCsv(StoreReader& reader, const Query& query, const Picks& picks, const QString& path,
                               HeaderStyle headers, const TextConventions& conventions);

}
