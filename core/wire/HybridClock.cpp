#include "core/wire/HybridClock.h"

#include <algorithm>

namespace kith {

HybridClock::HybridClock(const Clock& clock, HybridTime last) : m_clock(clock)
{
    observe(last);
}

HybridTime HybridClock::next()
{
    const auto latest = ceiling.milliseconds() - 1;
    const auto now = std::clamp<std::int64_t>(m_clock.now().milliseconds(), 0, latest);
    // A full counter flows over into the milliseconds: still later, and no special case.
    m_last = std::max(HybridTime{std::uint64_t(now) << 16}, HybridTime{m_last.value + 1});
    return m_last;
}

bool HybridClock::observe(HybridTime seen)
{
    if (seen >= ceiling)
        return false;
    m_last = std::max(m_last, seen);
    return true;
}

}
