#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace kith::testing {

// A clock that stands still until told to move.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(std::int64_t milliseconds = 1'750'000'000'000) : m_now(milliseconds) {}

    Instant now() const override { return Instant::fromMilliseconds(m_now); }
    void advance(std::int64_t milliseconds) { m_now += milliseconds; }
    void set(Instant instant) { m_now = instant.milliseconds(); }

private:
    std::atomic<std::int64_t> m_now;
};

}
