#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QStringList>

namespace kith::bench {

// What `kith-cli bench [SCENARIO] [--rows N]` measures: this build on this machine, each figure beside raw SQLite doing
// the same in the same run (C API, kept statements, same cipher, cache, tokenizer and indexes). Books are made in a
// temporary folder and removed. Scenarios: import, edit, cipher, key, search, list, duplicates, window; none:
// all of them.
struct BenchRequest
{
    QString scenario;
    std::int64_t rows = 1'000'000;
};
Result<QJsonObject> runBench(const BenchRequest& request);
QStringList benchScenarios();

}
