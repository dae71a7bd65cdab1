#include "core/crypto/Argon2.h"

#include "core/crypto/Sodium.h"

#include <algorithm>

namespace kith {

namespace {

using namespace std::chrono_literals;

constexpr quint32 MiB = 1024; // in KiB
constexpr quint32 GreatestMemory = 256 * MiB;
constexpr quint32 LeastMemory = 64 * MiB;
constexpr quint32 MemoryStep = 32 * MiB;
constexpr quint32 GreatestPasses = 3;
constexpr std::chrono::nanoseconds LongestTime = 500ms;

std::optional<std::chrono::nanoseconds> timeOf(Argon2Cost cost)
{
    const auto salt = randomBytes(argon2SaltSize);
    const auto start = std::chrono::steady_clock::now();
    if (!deriveKey(bytesOf("calibration"), bytesOf(salt), cost))
        return std::nullopt;
    return std::chrono::steady_clock::now() - start;
}

Argon2Cost cheaper(Argon2Cost cost)
{
    if (cost.memoryKiB > LeastMemory)
        return {cost.memoryKiB - MemoryStep, cost.passes};
    return {cost.memoryKiB, cost.passes - 1};
}

}

bool Argon2Cost::isSane() const
{
    return memoryKiB >= 8 && memoryKiB <= 1024 * MiB && passes >= 1 && passes <= 12;
}

Result<WrappingKey> deriveKey(ByteSpan passphrase, ByteSpan salt, Argon2Cost cost)
{
    static_assert(argon2SaltSize == crypto_pwhash_SALTBYTES);
    Q_ASSERT(cost.isSane() && salt.size() == std::size_t(argon2SaltSize));
    prepareSodium();
    SecureBytes key(SecretKey::size);
    // An empty passphrase may have no address, and libsodium wants one.
    const char* text = passphrase.empty() ? "" : reinterpret_cast<const char*>(passphrase.data());
    if (crypto_pwhash(key.writable().data(), key.size(), text, passphrase.size(), salt.data(), cost.passes,
                      std::size_t(cost.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::NotEnoughMemory, {}};
    return std::move(*WrappingKey::from(key.bytes()));
}

Argon2Cost calibratedCost()
{
    return calibratedCost(timeOf);
}

Argon2Cost calibratedCost(const Argon2Measure& measure)
{
    const Argon2Cost least{LeastMemory, 1};
    // The better of two: the first may pay for a processor that was asleep.
    const auto first = measure(least);
    const auto second = measure(least);
    if (!first || !second)
        return least;
    const auto one = std::min(*first, *second);
    // Time grows with memory and with passes, so most candidates need not be tried; the winner is, as page faults and
    // caches make large memory dearer than in proportion.
    for (Argon2Cost cost{GreatestMemory, GreatestPasses}; cost != least; cost = cheaper(cost)) {
        if (one * std::int64_t(cost.memoryKiB) * std::int64_t(cost.passes) / LeastMemory > LongestTime)
            continue;
        const auto taken = measure(cost);
        if (taken && *taken <= LongestTime)
            return cost;
    }
    return least;
}

}
