#pragma once

#include "core/records/Query.h"

#include <cstdint>
#include <functional>
#include <vector>

class QObject;

namespace kith {

class Navigator;

// What was picked in a list, and how many records that are.
struct Picked
{
    Picks picks;
    std::int64_t count = 0;
};

// Calls `act` with the records, asked of the book where they were not all seen; at once where they were. Says so where
// they are more than are held for one act. Bound to the receiver's life.
void withRecords(Navigator& navigator, QObject* receiver, const Query& query, const Picked& picked,
                 std::function<void(std::vector<RecordId>)> act);

}
