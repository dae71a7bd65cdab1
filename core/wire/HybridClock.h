#pragma once

#include "core/base/Clock.h"
#include "core/records/Patch.h"

namespace kith {

// Gives patches their hybrid logical times (Kulkarni et al., 2014): each later than all before it and than all that
// were observed, however the clock under it jumps, and as near to it as that allows. Not thread-safe: the book's writer
// has one.
class HybridClock
{
public:
    // Times of the year 6429 and later are no times: a damaged one must not use up what can be counted.
    static constexpr HybridTime ceiling{(std::uint64_t(1) << 47) << 16};

    // `last` is the greatest time given or observed before: the book keeps it, in the transaction that used it.
    HybridClock(const Clock& clock, HybridTime last);

    HybridTime next();
    // A time that came from elsewhere: what is written after it sorts after it. False, and nothing changes, for one at
    // or above the ceiling.
    bool observe(HybridTime seen);
    HybridTime last() const { return m_last; }

private:
    const Clock& m_clock;
    HybridTime m_last;
};

}
