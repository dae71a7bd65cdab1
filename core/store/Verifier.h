#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace kith {

class StoreWriter;

struct BookCheck
{
    std::int64_t records = 0;   // living ones
    std::int64_t corrected = 0; // derived values that were wrong
    QString hash;               // of every living record's own values, in the order of their ids
    QStringList problems;       // sentences
    QStringList repairs;        // sentences: what was wrong and has been put right
};

// Every page, every row, every derived value, every word of the search index. What follows from records and is wrong is
// put right; nothing else is changed.
Result<BookCheck> verifyBook(StoreWriter& writer);

}
