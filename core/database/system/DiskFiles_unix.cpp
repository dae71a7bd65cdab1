#include "core/database/system/DiskFiles.h"

#include "core/base/FileError.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace kith {
namespace {

int flush(int file)
{
#ifdef __APPLE__
    return fcntl(file, F_FULLFSYNC);
#else
    return fsync(file);
#endif
}

// 0, or the number of the error.
int sync(const QString& path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int failed = flush(file) == 0 ? 0 : errno;
    ::close(file);
    return failed;
}

}

Status createPrivateFile(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fileError(path, errno);
    ::close(file);
    return {};
}

Status syncFile(const QString& path)
{
    const int failed = sync(path, O_RDONLY);
    return failed == 0 ? Status() : fileError(path, failed);
}

Status syncFolder(const QString& path)
{
    const int failed = sync(path, O_RDONLY | O_DIRECTORY);
    // Some network folders cannot do it and say so; there is nothing more that could be done.
    return failed == 0 || failed == EINVAL || failed == ENOTSUP ? Status() : fileError(path, failed);
}

Status replaceFile(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fileError(to, errno);
    return syncFolder(QFileInfo(to).absolutePath());
}

}
