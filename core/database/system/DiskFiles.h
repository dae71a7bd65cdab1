#pragma once

#include "core/base/Result.h"

#include <QString>

namespace kith {

// Makes an empty file that this person alone may read and write; what SQLite puts beside it gets the same rights.
// FileExists, FileUnwritable, DiskFull.
Status createPrivateFile(const QString& path);
// Returns when the file's contents have reached the disk. FileUnwritable if they may not have, DiskFull.
Status syncFile(const QString& path);
// The same for the names in a folder. Does nothing on Windows, which has no such call.
Status syncFolder(const QString& path);
// Gives `from` the name `to`, in place of the file that has it, in one step. On an error it may have that name already,
// and perhaps not after a power cut: syncFolder() settles it. FileUnwritable, DiskFull.
Status replaceFile(const QString& from, const QString& to);

}
