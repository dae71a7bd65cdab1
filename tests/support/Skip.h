#pragma once

#include <cstdio>
#include <cstdlib>

// Leaves the test case and says why: ctest shows it as skipped (kith_test looks for the word), never as passed.
#define KITH_SKIP(reason)                                                                                              \
    do {                                                                                                               \
        std::fprintf(stderr, "SKIPPED: %s\n", reason);                                                                 \
        return;                                                                                                        \
    } while (false)

// For a test case of very many steps: the sanitizers make minutes of its seconds, so that there it runs at night only.
#ifdef KITH_SANITIZED
#define KITH_LONG_TEST()                                                                                               \
    do {                                                                                                               \
        if (std::getenv("KITH_NIGHT") == nullptr)                                                                      \
            KITH_SKIP("it takes minutes under the sanitizers; with KITH_NIGHT it runs");                               \
    } while (false)
#else
#define KITH_LONG_TEST() static_cast<void>(0)
#endif
