#include "core/database/system/DiskSync.h"

#include <QFile>

#include <cerrno>
#include <cstring>

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

Status sync(const QString& path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    int failed = file < 0 ? errno : 0;
    if (file >= 0) {
        if (flush(file) != 0)
            failed = errno;
        ::close(file);
    }
    if (failed == ENOSPC || failed == EDQUOT)
        return Error{ErrorCode::DiskFull, {path}};
    if (failed != 0)
        return Error{ErrorCode::FileUnwritable, {path, QString::fromLocal8Bit(std::strerror(failed))}};
    return {};
}

}

Status syncFile(const QString& path)
{
    return sync(path, O_RDONLY);
}

Status syncFolder(const QString& path)
{
    return sync(path, O_RDONLY | O_DIRECTORY);
}

}
