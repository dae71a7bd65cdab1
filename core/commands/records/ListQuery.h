#pragma once

#include "core/commands/CommandContext.h"
#include "core/records/QueryText.h"

namespace kith {

class Arguments;

// What `list` and `export` take alike: the entity as the first word, --where, --sort, --columns, --trash.
enum class DefaultColumns { List, None };
Result<Query> listQuery(CommandContext& context, const Arguments& arguments, DefaultColumns columns);
std::vector<CommandOption> listOptions();

}
