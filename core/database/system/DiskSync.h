#pragma once

#include "core/base/Result.h"

#include <QString>

namespace kith {

// Returns when the file's contents have reached the disk. FileUnwritable if they may not have.
Status syncFile(const QString& path);
// The same for the names in a folder. Does nothing on Windows, which has no such call.
Status syncFolder(const QString& path);

}
