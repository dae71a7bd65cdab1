#pragma once

#include "tests/ground/TreeRules.h"

#include <optional>

namespace kith::ground {

// The files of this checkout that git tracks, as they are in the work tree, paths from the root. Nothing where there
// is no git or no checkout (a source archive).
std::optional<QStringList> trackedPaths();

// The text of one file of this checkout, or of all that git tracks and that hold text.
QString textOf(const QString& path);
const std::optional<Files>& trackedFiles();

}
