#pragma once

#include "core/database/Connection.h"
#include "tests/support/Test.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>

namespace kith::testing {

using TestKey = std::array<std::uint8_t, 32>;

inline TestKey keyOf(std::uint8_t seed)
{
    TestKey key;
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = std::uint8_t(seed * 7 + i * 13);
    return key;
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A folder with one encrypted file in it, gone afterwards.
struct TestBook
{
    QTemporaryDir folder;
    TestKey key = keyOf(1);
    Cipher cipher = Cipher::Aegis256;

    QString path() const { return folder.filePath(QStringLiteral("book.kith")); }
    OpenOptions options(OpenMode mode) const { return {.path = path(), .cipher = cipher, .key = key, .mode = mode}; }
    Connection open(OpenMode mode = OpenMode::ReadWrite) const
    {
        auto connection = Connection::open(options(mode));
        REQUIRE_OK(connection);
        return std::move(*connection);
    }
};

}
