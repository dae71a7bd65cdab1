#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecretKey.h"

#include <chrono>
#include <functional>

namespace kith {

// What deriving a key from a passphrase costs (Argon2id version 1.3, one lane, RFC 9106).
struct Argon2Cost
{
    quint32 memoryKiB = 0;
    quint32 passes = 0;

    bool operator==(const Argon2Cost&) const = default;
    // Between what libsodium can do and what a Kith would ever write: 8 KiB to 1 GiB, 1 to 12 passes. Parameters from a
    // file are checked with this before anything is allocated.
    bool isSane() const;
};

inline constexpr qsizetype argon2SaltSize = 16;

// Takes as long as `cost` says; call it away from the interface thread. NotEnoughMemory; `cost` must be sane.
Result<WrappingKey> deriveKey(ByteSpan passphrase, ByteSpan salt, Argon2Cost cost);

// The cost for a new passphrase on this machine: 256 MiB and 3 passes if that takes at most 0.5 s, else less memory, at
// least 64 MiB, and only then fewer passes, at least one. Takes up to about 2 s itself.
Argon2Cost calibratedCost();

// The same with another measure of time, for tests. `measure` answers nothing if there is not enough memory.
using Argon2Measure = std::function<std::optional<std::chrono::nanoseconds>(Argon2Cost)>;
Argon2Cost calibratedCost(const Argon2Measure& measure);

}
