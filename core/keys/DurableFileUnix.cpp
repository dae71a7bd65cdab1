#include "core/keys/KeyStorage.h"

#include "core/base/FileError.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kith {

namespace {

QByteArray preparedName(const QString& path)
{
    return QFile::encodeName(path) + ".new";
}

// 0, or the number of the error.
int writeAll(int file, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto written = ::write(file, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        done += written;
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

}

Status DiskKeyStorage::prepare(const QString& path, const QByteArray& bytes)
{
    const auto name = preparedName(path);
    // One that lies there was left by a crash. The new one must be ours, not where a link leads.
    ::unlink(name.constData());
    const int file = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return fileError(path, errno);
    int error = writeAll(file, bytes);
    if (::close(file) != 0 && error == 0)
        error = errno;
    if (error != 0) {
        ::unlink(name.constData());
        return fileError(path, error);
    }
    return {};
}

Status DiskKeyStorage::publish(const QString& path)
{
    if (::rename(preparedName(path).constData(), QFile::encodeName(path).constData()) != 0)
        return fileError(path, errno);
    const auto folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return fileError(path, errno);
    const int error = ::fsync(handle) == 0 ? 0 : errno;
    ::close(handle);
    // Some network folders cannot do it and say so; there is nothing more that could be done.
    if (error != 0 && error != EINVAL && error != ENOTSUP)
        return fileError(path, error);
    return {};
}

void DiskKeyStorage::discard(const QString& path)
{
    ::unlink(preparedName(path).constData());
}

}
