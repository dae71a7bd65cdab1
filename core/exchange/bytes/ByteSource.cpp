#include "core/exchange/bytes/ByteSource.h"

#include <algorithm>
#include <cstring>

namespace kith {

Result<std::unique_ptr<ByteSource>> FileSource::open(const QString& path)
{
    std::unique_ptr<FileSource> source(new FileSource(path));
    if (!source->m_file.exists())
        return Error{ErrorCode::FileMissing, {path}};
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return source->unreadable();
    source->m_size = source->m_file.size();
    return std::unique_ptr<ByteSource>(std::move(source));
}

Error FileSource::unreadable() const
{
    return {ErrorCode::FileUnreadable, {m_file.fileName(), m_file.errorString()}};
}

Result<std::size_t> ByteSource::fill(char* into, std::size_t capacity)
{
    std::size_t done = 0;
    while (done < capacity) {
        KITH_TRY(const auto got, read(into + done, capacity - done));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

Result<std::size_t> FileSource::read(char* into, std::size_t capacity)
{
    const auto got = m_file.read(into, qint64(capacity));
    if (got < 0)
        return unreadable();
    return std::size_t(got);
}

Status FileSource::seek(std::int64_t offset)
{
    if (!m_file.seek(offset))
        return unreadable();
    return {};
}

Result<std::size_t> MemorySource::read(char* into, std::size_t capacity)
{
    const auto count = std::min(capacity, std::size_t(m_bytes.size() - m_position));
    std::memcpy(into, m_bytes.constData() + m_position, count);
    m_position += std::int64_t(count);
    return count;
}

Status MemorySource::seek(std::int64_t offset)
{
    m_position = std::clamp(offset, std::int64_t(0), std::int64_t(m_bytes.size()));
    return {};
}

}
