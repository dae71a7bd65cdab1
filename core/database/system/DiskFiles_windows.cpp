#include "core/database/system/DiskFiles.h"

#include "core/base/FileError.h"

#include <QDir>

#include <qt_windows.h>

namespace kith {
namespace {

std::wstring native(const QString& path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

}

// The data folder of a person inherits rights for that person, the administrators and the system only, so that no
// rights need to be set here.
Status createPrivateFile(const QString& path)
{
    const HANDLE file =
        CreateFileW(native(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return fileError(path, int(GetLastError()));
    CloseHandle(file);
    return {};
}

Status syncFile(const QString& path)
{
    const HANDLE file = CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return fileError(path, int(GetLastError()));
    const DWORD failed = FlushFileBuffers(file) != 0 ? ERROR_SUCCESS : GetLastError();
    CloseHandle(file);
    return failed == ERROR_SUCCESS ? Status() : fileError(path, int(failed));
}

Status syncFolder(const QString&)
{
    return {};
}

Status replaceFile(const QString& from, const QString& to)
{
    if (MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        return fileError(to, int(GetLastError()));
    return {};
}

}
