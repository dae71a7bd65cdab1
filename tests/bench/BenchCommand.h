#pragma once

#include "core/commands/Command.h"

namespace kith::bench {

// `kith-cli bench [SCENARIO] [--rows N]`, for builds with tests. Speaks English only: it is for those who build Kith.
Command benchCommand();

}
