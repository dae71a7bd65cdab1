#include "core/base/FileError.h"

#include <qt_windows.h>

namespace kith {

Error fileError(const QString& path, int number)
{
    switch (number) {
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return {ErrorCode::FileExists, {path}};
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return {ErrorCode::DiskFull, {path}};
    case ERROR_WRITE_PROTECT:
    case ERROR_ACCESS_DENIED:
        return {ErrorCode::ReadOnly, {path}};
    default:
        return {ErrorCode::FileUnwritable, {path, qt_error_string(number)}};
    }
}

}
