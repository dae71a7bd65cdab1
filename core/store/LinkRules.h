#pragma once

#include "core/base/Result.h"
#include "core/catalog/Entity.h"
#include "core/records/Record.h"

#include <functional>

namespace kith {

class Tables;

// Trees of records: a customer may not be its own parent, nor its parent's parent.
using ParentOf = std::function<Result<std::optional<RecordId>>(const RecordId&)>;
// Whether a record would stand above itself with this parent.
Result<bool> closesCircle(const RecordId& record, const RecordId& parent, const ParentOf& parentOf);
// The parents that the book holds.
ParentOf parentsIn(Tables& tables, const Entity& entity, const Field& relation);

}
