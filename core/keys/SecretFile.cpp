#include "core/keys/SecretFile.h"

#include <QFile>

#include <algorithm>

namespace kith {

namespace {

constexpr qint64 longestLine = 4096;

}

Result<SecretText> readSecretFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileMissing, {path}};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
    SecureBytes room(longestLine);
    const auto bytes = room.writable();
    std::size_t held = 0;
    auto end = bytes.begin();
    // A pipe gives it in pieces.
    while (held < bytes.size() && end == bytes.begin() + std::ptrdiff_t(held)) {
        const auto read = file.read(reinterpret_cast<char*>(bytes.data()) + held, qint64(bytes.size() - held));
        if (read < 0)
            return Error{ErrorCode::FileUnreadable, {path, file.errorString()}};
        if (read == 0)
            break;
        held += std::size_t(read);
        end = std::find(bytes.begin(), bytes.begin() + std::ptrdiff_t(held), std::uint8_t('\n'));
    }
    auto line = room.bytes().first(std::size_t(end - bytes.begin()));
    while (!line.empty() && line.back() == '\r')
        line = line.first(line.size() - 1);
    return SecretText::fromUtf8(line);
}

}
