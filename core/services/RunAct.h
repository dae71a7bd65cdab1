#pragma once

#include "core/store/ActWriter.h"

#include <functional>

namespace kith {

class StoreThreads;
class StoreWriter;

// Runs one act on the writer thread: `body` fills it, problems leave the book as it was; what is committed is told.
using ActBody = std::function<Result<Written>(ActWriter&)>;
Result<SaveOutcome> runAct(StoreThreads& threads, StoreWriter& writer, ActKind kind, const ActBody& body);

}
