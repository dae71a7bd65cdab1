#pragma once

#include "core/database/Connection.h"

#include <optional>

namespace kith::testing {

// Whether the engine also compares every index with its table first.
enum class Integrity { Checked, Unchecked };

// A small book whose every transaction can be told from its rows: number n writes 1 to 5 rows that follow from n, takes
// the rows of n - 20 away, and counts itself.
class Ledger
{
public:
    static Status create(Connection& connection);
    static Status write(Connection& connection, int number);

    // The number of the last transaction; nothing if any row is not exactly as it leaves them.
    static Result<std::optional<int>> read(Connection& connection, Integrity integrity = Integrity::Checked);
};

}
