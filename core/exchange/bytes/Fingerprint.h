#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace kith {

// Tells a file from others, whatever its size, at the cost of reading 128 KiB: a hash of its size, its beginning and
// its end. Fails with FileMissing or FileUnreadable.
Result<QByteArray> fingerprintOf(const QString& path);

}
