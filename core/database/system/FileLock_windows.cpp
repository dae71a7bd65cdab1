#include "core/database/FileLock.h"

#include "core/base/FileError.h"

#include <QDir>

#include <utility>

#include <qt_windows.h>

namespace kith {
namespace {

constexpr qintptr none = -1; // INVALID_HANDLE_VALUE

}

Result<FileLock> FileLock::acquire(const QString& path)
{
    const std::wstring native = QDir::toNativeSeparators(path).toStdWString();
    // Shared with nobody, so a second one cannot open it.
    const HANDLE file = CreateFileW(native.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                    FILE_ATTRIBUTE_HIDDEN, nullptr);
    if (file != INVALID_HANDLE_VALUE)
        return FileLock(reinterpret_cast<qintptr>(file));
    const DWORD failed = GetLastError();
    if (failed == ERROR_SHARING_VIOLATION)
        return Error{ErrorCode::BookInUse, {path}};
    return fileError(path, int(failed));
}

FileLock::FileLock(FileLock&& other) noexcept : m_handle(std::exchange(other.m_handle, none)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

FileLock::~FileLock()
{
    if (m_handle != none)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

}
