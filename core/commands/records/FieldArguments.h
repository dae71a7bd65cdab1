#pragma once

#include "core/commands/CommandContext.h"
#include "core/records/Record.h"

namespace kith {

// Reads `FIELD=VALUE` words as a form would: texts by the field's type, `address.city=...` into an address (into the
// first of `before`, where there is one), a relation by id or title. An empty value empties the field. WrongUsage,
// NoSuchField and what reading a value can answer.
Result<FieldValues> readFieldArguments(CommandContext& context, const Entity& entity, const QStringList& words,
                                       const Record* before, QStringList& notices);

}
