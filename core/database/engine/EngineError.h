#pragma once

#include "core/base/Error.h"

struct sqlite3;

namespace kith {

// What an SQLite result code, plain or extended, means for the person whose file it is. `engine` may be null.
Error engineError(sqlite3* engine, int code);

}
