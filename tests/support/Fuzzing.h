#pragma once

#include <cstdlib>

namespace kith::testing {

// What must hold whatever the bytes are: libFuzzer keeps those of a run that aborts.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

}
