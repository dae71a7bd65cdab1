#pragma once

#include "core/commands/Command.h"

namespace kith {

// `catalog add-field ENTITY KEY TYPE` and `catalog add-option ENTITY FIELD KEY`: {id, act}.
Result<Answer> addCatalogField(CommandContext& context, const Arguments& arguments);
Result<Answer> addCatalogOption(CommandContext& context, const Arguments& arguments);
std::vector<CommandOption> catalogAdditionOptions();

}
