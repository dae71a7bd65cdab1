#include "core/wire/HybridClock.h"
#include "tests/support/FakeClock.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

using namespace kith;
using kith::testing::FakeClock;

namespace {

constexpr std::int64_t aYear = 365LL * 86'400'000;

}

TEST_CASE("times given within one millisecond count on and keep that millisecond")
{
    FakeClock clock;
    HybridClock hybrid(clock, {});
    const auto first = hybrid.next();
    const auto second = hybrid.next();
    CHECK(first.milliseconds() == clock.now().milliseconds());
    CHECK(second.milliseconds() == first.milliseconds());
    CHECK(first < second);
}

TEST_CASE("the time follows the clock as soon as the clock is ahead")
{
    FakeClock clock;
    HybridClock hybrid(clock, {});
    hybrid.next();
    clock.advance(1);
    CHECK(hybrid.next() == HybridTime{std::uint64_t(clock.now().milliseconds()) << 16});
}

TEST_CASE("a clock set back by years gives no earlier time")
{
    FakeClock clock;
    HybridClock hybrid(clock, {});
    const auto before = hybrid.next();
    clock.advance(-5 * aYear);
    CHECK(before < hybrid.next());
    CHECK(hybrid.last().milliseconds() == before.milliseconds());
}

TEST_CASE("a program that starts again goes on behind the last time kept")
{
    FakeClock clock;
    HybridClock before(clock, {});
    const auto kept = before.next();
    clock.advance(-aYear);
    HybridClock after(clock, kept);
    CHECK(kept < after.next());

    SECTION("and without it would run back")
    {
        HybridClock forgetful(clock, {});
        CHECK(forgetful.next() < kept);
    }
}

TEST_CASE("what is written after a time from elsewhere was seen sorts after it")
{
    FakeClock clock;
    HybridClock hybrid(clock, {});
    const HybridTime ahead{std::uint64_t(clock.now().milliseconds() + aYear) << 16 | 7};
    CHECK(hybrid.observe(ahead));
    CHECK(ahead < hybrid.next());

    SECTION("and a time from behind changes nothing")
    {
        const auto last = hybrid.last();
        CHECK(hybrid.observe(HybridTime{1}));
        CHECK(hybrid.last() == last);
    }
}

TEST_CASE("a full counter flows over into the next millisecond")
{
    FakeClock clock;
    HybridClock hybrid(clock, {});
    const auto full = HybridTime{hybrid.next().value | 0xffff};
    hybrid.observe(full);
    CHECK(hybrid.next() == HybridTime{std::uint64_t(clock.now().milliseconds() + 1) << 16});
}

TEST_CASE("a time that no clock shows is not observed, so that counting never ends")
{
    FakeClock clock;
    HybridClock hybrid(clock, HybridTime{std::numeric_limits<std::uint64_t>::max()});
    CHECK_FALSE(hybrid.observe(HybridClock::ceiling));
    CHECK(hybrid.next().milliseconds() == clock.now().milliseconds());
    CHECK(hybrid.observe(HybridTime{HybridClock::ceiling.value - 1}));
    const auto last = hybrid.last();
    CHECK(last < hybrid.next());
}

TEST_CASE("clocks before 1970 and beyond the ceiling are held at its ends")
{
    FakeClock clock(-aYear);
    HybridClock hybrid(clock, {});
    CHECK(hybrid.next() == HybridTime{1});
    clock.advance(std::numeric_limits<std::int64_t>::max() / 2);
    const auto last = hybrid.next();
    CHECK(last < HybridClock::ceiling);
    CHECK(last < hybrid.next());
}

TEST_CASE("whatever the clock does and whatever is observed, times only grow")
{
    CHECK(rc::check([](const std::vector<std::pair<std::int32_t, std::uint64_t>>& steps) {
        FakeClock clock;
        HybridClock hybrid(clock, {});
        for (const auto& [jump, seen] : steps) {
            const auto before = hybrid.last();
            clock.advance(jump);
            const bool taken = hybrid.observe(HybridTime{seen});
            const auto time = hybrid.next();
            RC_ASSERT(before < time);
            RC_ASSERT(!taken || HybridTime{seen} < time);
            RC_ASSERT(time.milliseconds() >= clock.now().milliseconds());
        }
    }));
}
