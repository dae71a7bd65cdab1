#pragma once

#include "core/base/Result.h"

#include <atomic>

namespace kith {

struct OpenBook;

// What a rotation wrote.
struct RotationReport
{
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};

// How far the rotation of an open book is. Any thread.
struct RotationState
{
    std::atomic<bool> running = false;
    std::atomic<bool> cancelled = false;
    std::atomic<double> part = 0; // 0 to 1; negative while the copy is being checked
};

// Puts the open book under a new data key (core/decisions/0014): a copy under the new key is made and checked while
// both keys stand in the key file, and then takes the book's name. Writes wait from the first step to the last, reads
// for the last ones only, and every way in opens the book afterwards as before. On an error the book goes on under the
// key it had, unless the error came when the copy already had its name. On the thread of the book's slow work; stops
// when the book is closed. BookInUse (another program has the book open, if only to read), DiskFull, FileUnwritable,
// Cancelled.
Result<RotationReport> rotateKey(OpenBook& book);

// Whether the database is under the key that a rotation was going to. The book must be closed.
Result<bool> isUnderPendingKey(const OpenBook& book);

// Ends what an interrupted rotation left: the key that the database is under becomes the only one, and a copy that did
// not take the book's name is removed. Harmless without one.
Status settleRotation(OpenBook& book);

}
