#include "core/base/FileError.h"

#include <cerrno>
#include <cstring>

namespace kith {

Error fileError(const QString& path, int number)
{
    switch (number) {
    case EEXIST:
        return {ErrorCode::FileExists, {path}};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorCode::DiskFull, {path}};
    case EROFS:
    case EACCES:
    case EPERM:
        return {ErrorCode::ReadOnly, {path}};
    default:
        return {ErrorCode::FileUnwritable, {path, QString::fromLocal8Bit(std::strerror(number))}};
    }
}

}
