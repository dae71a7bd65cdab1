#include "core/keys/KeyStorage.h"

#include "core/base/FileError.h"

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

}

Status DiskKeyStorage::prepare(const QString& path, const QByteArray& bytes)
{
    const auto name = preparedName(path);
    const HANDLE file =
        CreateFileW(name.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return fileError(path, int(GetLastError()));
    DWORD written = 0;
    const bool done = WriteFile(file, bytes.constData(), DWORD(bytes.size()), &written, nullptr) != 0 &&
                      written == DWORD(bytes.size()) && FlushFileBuffers(file) != 0;
    const DWORD error = done ? ERROR_SUCCESS : GetLastError();
    CloseHandle(file);
    if (!done) {
        DeleteFileW(name.c_str());
        return fileError(path, int(error));
    }
    return {};
}

Status DiskKeyStorage::publish(const QString& path)
{
    const auto target = QDir::toNativeSeparators(path).toStdWString();
    if (MoveFileExW(preparedName(path).c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ==
        0)
        return fileError(path, int(GetLastError()));
    return {};
}

void DiskKeyStorage::discard(const QString& path)
{
    DeleteFileW(preparedName(path).c_str());
}

}
