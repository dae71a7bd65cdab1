#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QFile>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace kith {

// Where the bytes of an import come from, piece by piece. One thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    // Reads at least one byte and up to `capacity`; none only at the end. Fails with FileUnreadable.
    virtual Result<std::size_t> read(char* into, std::size_t capacity) = 0;
    // The same, fewer than `capacity` only before the end.
    Result<std::size_t> fill(char* into, std::size_t capacity);
    // The next read begins at this byte. Behind the end there is nothing to read.
    virtual Status seek(std::int64_t offset) = 0;
    virtual std::int64_t size() const = 0; // bytes
};

// A file that is read and never kept in memory.
class FileSource final : public ByteSource
{
public:
    // Fails with FileMissing or FileUnreadable.
    static Result<std::unique_ptr<ByteSource>> open(const QString& path);

    Result<std::size_t> read(char* into, std::size_t capacity) override;
    Status seek(std::int64_t offset) override;
    std::int64_t size() const override { return m_size; }

private:
    explicit FileSource(const QString& path) : m_file(path) {}
    Error unreadable() const;

    QFile m_file;
    std::int64_t m_size = 0;
};

// Bytes that are already in memory.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    Result<std::size_t> read(char* into, std::size_t capacity) override;
    Status seek(std::int64_t offset) override;
    std::int64_t size() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    std::int64_t m_position = 0;
};

}
