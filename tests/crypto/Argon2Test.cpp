#include "core/crypto/Argon2.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace std::chrono_literals;

namespace {

// A machine that needs `one` for 64 MiB and one pass.
Argon2Measure machine(std::chrono::nanoseconds one, quint32 memoryKiB = 1024 * 1024)
{
    return [=](Argon2Cost cost) -> std::optional<std::chrono::nanoseconds> {
        if (cost.memoryKiB > memoryKiB)
            return std::nullopt;
        return one * std::int64_t(cost.memoryKiB) * std::int64_t(cost.passes) / (64 * 1024);
    };
}

}

TEST_CASE("a fast machine gets 256 MiB and three passes, a slower one less memory, the slowest fewer passes")
{
    CHECK(calibratedCost(machine(10ms)) == Argon2Cost{256 * 1024, 3});
    CHECK(calibratedCost(machine(60ms)) == Argon2Cost{160 * 1024, 3});
    CHECK(calibratedCost(machine(200ms)) == Argon2Cost{64 * 1024, 2});
    CHECK(calibratedCost(machine(5s)) == Argon2Cost{64 * 1024, 1});
}

TEST_CASE("memory that cannot be had is not asked for")
{
    CHECK(calibratedCost(machine(10ms, 100 * 1024)) == Argon2Cost{96 * 1024, 3});
    CHECK(calibratedCost(machine(10ms, 1024)) == Argon2Cost{64 * 1024, 1});
}

TEST_CASE("this machine is given at least 64 MiB and at most half a second")
{
    const auto cost = calibratedCost();
    INFO(cost.memoryKiB << " KiB, " << cost.passes << " passes");
    CHECK(cost.isSane());
    CHECK(cost.memoryKiB >= 64 * 1024);
    CHECK(cost.memoryKiB <= 256 * 1024);
    CHECK(cost.passes <= 3);
}

TEST_CASE("a derived key depends on passphrase, salt and cost, and on nothing else")
{
    const Argon2Cost cost{64, 1};
    const QByteArray salt(argon2SaltSize, 's');
    const auto key = deriveKey(bytesOf("passphrase"), bytesOf(salt), cost);
    REQUIRE_OK(key);
    CHECK(*key == *deriveKey(bytesOf("passphrase"), bytesOf(salt), cost));
    CHECK_FALSE(*key == *deriveKey(bytesOf("Passphrase"), bytesOf(salt), cost));
    CHECK_FALSE(*key == *deriveKey(bytesOf("passphrase"), bytesOf(QByteArray(argon2SaltSize, 't')), cost));
    CHECK_FALSE(*key == *deriveKey(bytesOf("passphrase"), bytesOf(salt), Argon2Cost{64, 2}));
    CHECK_FALSE(*key == *deriveKey(bytesOf("passphrase"), bytesOf(salt), Argon2Cost{72, 1}));
}

TEST_CASE("costs that no Kith would write are told before anything is allocated")
{
    CHECK(Argon2Cost{64, 1}.isSane());
    CHECK(Argon2Cost{1024 * 1024, 12}.isSane());
    CHECK_FALSE(Argon2Cost{7, 1}.isSane());
    CHECK_FALSE(Argon2Cost{64, 0}.isSane());
    CHECK_FALSE(Argon2Cost{1024 * 1024 + 1, 1}.isSane());
    CHECK_FALSE(Argon2Cost{0xffffffff, 1}.isSane());
    CHECK_FALSE(Argon2Cost{64, 13}.isSane());
}
