#pragma once

#include "core/base/Result.h"
#include "core/records/Query.h"

#include <vector>

namespace kith {

class QuerySql;
class Tables;

// Every key of a list, in its order: what matches is read as it lies in the table, or by an index of the filter's, and
// put in order by walking the sort's index. At a million rows about half a second; sorted by what has no index, more.
Result<std::vector<RecordKey>> orderedKeys(Tables& tables, const Query& query, const QuerySql& sql);

// Whether an index leaves fewer than so many rows of the list; false where none helps.
Result<bool> leavesFewer(Tables& tables, const QuerySql& sql, std::int64_t rows);

// How a sort value is read and compared.
enum class SortKind { Number, Text, Blob };
SortKind sortKindOf(const Query& query);

}
