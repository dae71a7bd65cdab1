#include "core/database/system/DiskSync.h"

#include <QDir>

#include <qt_windows.h>

namespace kith {

Status syncFile(const QString& path)
{
    const std::wstring native = QDir::toNativeSeparators(path).toStdWString();
    const HANDLE file = CreateFileW(native.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return Error{ErrorCode::FileUnwritable, {path, qt_error_string(int(GetLastError()))}};
    const bool flushed = FlushFileBuffers(file) != 0;
    const QString why = flushed ? QString() : qt_error_string(int(GetLastError()));
    CloseHandle(file);
    return flushed ? Status() : Error{ErrorCode::FileUnwritable, {path, why}};
}

Status syncFolder(const QString&)
{
    return {};
}

}
