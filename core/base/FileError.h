#pragma once

#include "core/base/Error.h"

#include <QString>

namespace kith {

// What a call on the file at `path` failed of. `number` is the system's: errno, or GetLastError() on Windows.
// FileExists, DiskFull (a full disk, a quota, a limit on the size of files), ReadOnly, FileUnwritable with the system's
// words.
Error fileError(const QString& path, int number);

}
