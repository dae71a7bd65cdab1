#pragma once

// The one include of a test file: Catch2, 2 or 3, and how our values are shown when a check fails.
#ifdef KITH_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx; // as Catch2 2 has it
#else
#include <catch2/catch.hpp>
#endif

#include "tests/support/Show.h"
