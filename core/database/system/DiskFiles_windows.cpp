#include "core/database/system/DiskFiles.h"

#include <QDir>

#include <qt_windows.h>

namespace kith {
namespace {

std::wstring native(const QString& path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

Error failure(const QString& path, DWORD number)
{
    switch (number) {
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return {ErrorCode::FileExists, {path}};
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return {ErrorCode::DiskFull, {path}};
    default:
        return {ErrorCode::FileUnwritable, {path, qt_error_string(int(number))}};
    }
}

}

// The data folder of a person inherits rights for that person, the administrators and the system only, so that no
// rights need to be set here.
Status createPrivateFile(const QString& path)
{
    const HANDLE file =
        CreateFileW(native(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failure(path, GetLastError());
    CloseHandle(file);
    return {};
}

Status syncFile(const QString& path)
{
    const HANDLE file = CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failure(path, GetLastError());
    const DWORD failed = FlushFileBuffers(file) != 0 ? ERROR_SUCCESS : GetLastError();
    CloseHandle(file);
    return failed == ERROR_SUCCESS ? Status() : failure(path, failed);
}

Status syncFolder(const QString&)
{
    return {};
}

Status replaceFile(const QString& from, const QString& to)
{
    if (MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        return failure(to, GetLastError());
    return {};
}

}
