#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"

namespace kith {

class Tables;

// What the search field asks: records of these entities (none: all pages and contacts) whose text has every part of
// what was typed. Exact titles first, then titles that begin with it, then the rest, newest first. Living records only.
Result<std::vector<Hit>> findRecords(Tables& tables, const QString& typed, const std::vector<EntityId>& entities,
                                     int limit);

}
