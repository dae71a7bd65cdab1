#pragma once

#include "core/commands/CommandContext.h"
#include "core/exchange/ImportPlan.h"

namespace kith {

class Arguments;

// The plan for `import ENTITY FILE`: what looking at the file and earlier imports say, over it the map, over that the
// options.
Result<ImportPlan> importPlan(CommandContext& context, const Arguments& arguments);

}
