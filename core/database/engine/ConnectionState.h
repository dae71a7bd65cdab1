#pragma once

#include "core/database/Connection.h"
#include "core/database/engine/StatementCache.h"

#include <atomic>
#include <functional>
#include <memory>

struct sqlite3;

namespace kith {

// What a Connection holds; at an address of its own, because the engine's callbacks point to it.
struct Connection::State
{
    explicit State(sqlite3* opened) : engine(opened), statements(opened) {}
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    sqlite3* engine;
    StatementCache statements;
    std::function<bool()> shouldStop;
    QByteArray vfs;
    Cipher cipher = Cipher::None;
    bool attachAllowed = false; // only while a backup runs
};

}
