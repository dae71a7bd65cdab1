#pragma once

#include "core/catalog/Entity.h"
#include "core/records/Value.h"

#include <vector>

// What becomes of the values of records that are merged into one. Pure; any thread.
namespace kith {

// Whether two records of this kind may become one: what people work with, and tags. Never people of the company, roles
// and the like, which every record refers to.
bool canBeMerged(const Entity& entity);

// Whether a record that is kept may get this field's value from one that is merged into it.
bool takesPartInMerge(const Field& field);

// The value unless a person chooses another: the first that is not empty; lists and sets are united, the first one's
// entries first. The kept record's value stands first in `values`.
Value mergedValue(const Field& field, const std::vector<Value>& values);

}
