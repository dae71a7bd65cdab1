#pragma once

#include "core/base/Result.h"
#include "core/database/Connection.h"

#include <memory>

namespace kith {

// The steps of Connection::open(), in this order. Each checks what it asked for.
Result<sqlite3*> openFile(const OpenOptions& options);
Status setCipherAndKey(sqlite3* engine, const OpenOptions& options);
Status readSchema(sqlite3* engine, const OpenOptions& options);
Status setPragmas(sqlite3* engine, const OpenOptions& options);
Status requireEncrypted(sqlite3* engine, const OpenOptions& options);

}
