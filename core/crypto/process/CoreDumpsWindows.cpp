#include "core/crypto/process/CoreDumps.h"

#include <windows.h>

namespace kith {

bool forbidCoreDumps()
{
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    return true;
}

}
