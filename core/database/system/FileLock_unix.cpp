#include "core/database/FileLock.h"

#include "core/base/FileError.h"

#include <QFile>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kith {
namespace {

constexpr qintptr none = -1;

}

Result<FileLock> FileLock::acquire(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fileError(path, errno);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0)
        return FileLock(file);
    const int failed = errno;
    ::close(file);
    if (failed == EWOULDBLOCK)
        return Error{ErrorCode::BookInUse, {path}};
    return fileError(path, failed);
}

FileLock::FileLock(FileLock&& other) noexcept : m_handle(std::exchange(other.m_handle, none)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

FileLock::~FileLock()
{
    if (m_handle != none)
        ::close(int(m_handle));
}

}
