#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

namespace kith::bench {

struct Bench;

// What a person waits for in the window, see WindowBench.cpp: another program, for this one has none.
Result<QJsonObject> benchWindow(Bench& bench);

}
