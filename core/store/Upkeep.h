#pragma once

#include "core/base/Result.h"

namespace kith {

class Connection;
class Tables;

// What lies beside the records because it follows from them: the search index and the sort keys. A book says by which
// rules they were made, and those made by other rules are made anew when it is opened, before anything is written:
// a contentless index forgets a document only if told it exactly. Records are not touched, so no copy is made first.
// All inside the caller's transaction, on the writer's thread.

// A new, empty book's are by this program's rules.
Status markUpkeep(Connection& connection);
// Answers whether something was made anew. Reads every record then: about a minute for a million.
Result<bool> bringUpkeepUpToDate(Tables& tables);

struct UpkeepCheck
{
    std::int64_t sortKeys = 0;  // that were wrong
    bool searchDiffers = false; // the index did not hold exactly the words of the records
};
// Compares all of it with the records, word by word, and puts right what differs.
Result<UpkeepCheck> checkUpkeep(Tables& tables);

}
