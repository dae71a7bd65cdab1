#include "core/keys/KeyStorage.h"

#include <QFile>

namespace kith {

Result<QByteArray> DiskKeyStorage::read(const QString& path, qint64 greatest) const
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileMissing, {path}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
    const auto bytes = file.read(greatest);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
    return bytes;
}

// The steps that write are the system's: DurableFileUnix.cpp, DurableFileWindows.cpp.

}
