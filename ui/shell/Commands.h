#pragma once

#include "core/catalog/Catalog.h"
#include "ui/models/HitModel.h"

namespace kith {

// Everything the search field can do by its name: "go:customer", "new:customer", "import", "undo", "theme:dark", ...
std::vector<HitLine> allCommands(const Catalog& catalog, const QString& language);

// Those whose text holds every word typed.
std::vector<HitLine> commandsMatching(const std::vector<HitLine>& commands, const QString& typed, std::size_t most);

}
