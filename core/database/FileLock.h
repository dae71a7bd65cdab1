#pragma once

#include "core/base/Result.h"

#include <QString>

namespace kith {

// Holds a file for this process alone until it is destroyed. It is the system's own lock, so it ends with the process
// however that ends; the empty file may stay and means nothing. Two locks on one path exclude each other, also in one
// process.
class FileLock
{
public:
    // Does not wait. BookInUse: another holds it. Else as fileError(): the file cannot be made.
    static Result<FileLock> acquire(const QString& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle;
};

}
