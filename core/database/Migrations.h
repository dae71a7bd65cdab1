#pragma once

#include "core/base/Result.h"

#include <functional>
#include <span>

namespace kith {

class Connection;

// One step of the system tables' schema. Steps are numbered 1, 2, 3, ... without gaps, only ever added to, never
// changed once released.
struct Migration
{
    int version = 0;
    std::function<Status(Connection&)> apply;
};

// A migration that is fixed SQL, statements separated by semicolons.
Migration migrationOf(int version, const char* sql);

// The version the file is at; 0 for a new one.
Result<int> schemaVersion(Connection& connection);

// The file is older than the newest of `migrations`: make a copy before migrate(). BookNewer if it is newer.
Result<bool> needsMigration(Connection& connection, std::span<const Migration> migrations);

// Brings the file to the newest version. Each step is one transaction together with its version number, so that a crash
// or an error leaves the version before or after a step, never half of one. BookNewer: nothing is touched.
Status migrate(Connection& connection, std::span<const Migration> migrations);

}
