#include "core/keys/KeyStorage.h"

#include <QDir>

#include <windows.h>

namespace kith {

namespace {

// The data folder of a person inherits rights for that person, the administrators and the system only, so that no
// rights need to be set here.
std::wstring preparedName(const QString& path)
{
    return (QDir::toNativeSeparators(path) + QStringLiteral(".new")).toStdWString();
}

Error failure(const QString& path, DWORD number)
{
    switch (number) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return {ErrorCode::DiskFull, {path}};
    case ERROR_WRITE_PROTECT:
    case ERROR_ACCESS_DENIED:
        return {ErrorCode::ReadOnly, {path}};
    default:
        return {ErrorCode::FileUnwritable, {path, qt_error_string(int(number))}};
    }
}

}

Status DiskKeyStorage::prepare(const QString& path, const QByteArray& bytes)
{
    const auto name = preparedName(path);
    const HANDLE file =
        CreateFileW(name.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failure(path, GetLastError());
    DWORD written = 0;
    const bool done = WriteFile(file, bytes.constData(), DWORD(bytes.size()), &written, nullptr) != 0 &&
                      written == DWORD(bytes.size()) && FlushFileBuffers(file) != 0;
    const DWORD error = done ? ERROR_SUCCESS : GetLastError();
    CloseHandle(file);
    if (!done) {
        DeleteFileW(name.c_str());
        return failure(path, error);
    }
    return {};
}

Status DiskKeyStorage::publish(const QString& path)
{
    const auto target = QDir::toNativeSeparators(path).toStdWString();
    if (MoveFileExW(preparedName(path).c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ==
        0)
        return failure(path, GetLastError());
    return {};
}

void DiskKeyStorage::discard(const QString& path)
{
    DeleteFileW(preparedName(path).c_str());
}

}
