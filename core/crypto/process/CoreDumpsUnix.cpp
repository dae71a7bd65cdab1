#include "core/crypto/process/CoreDumps.h"

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace kith {

bool forbidCoreDumps()
{
    const rlimit none{0, 0};
    bool done = setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef __linux__
    // The limit does not hold for a core_pattern that pipes into a program, as systemd-coredump's does; this does.
    done = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

}
