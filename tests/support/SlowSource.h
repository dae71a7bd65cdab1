#pragma once

#include "core/exchange/bytes/ByteSource.h"

#include <algorithm>

namespace kith::testing {

// Gives few bytes at a time, so that everything lies across a border once.
class SlowSource final : public ByteSource
{
public:
    SlowSource(QByteArray bytes, std::size_t step) : m_whole(std::move(bytes)), m_step(step) {}

    Result<std::size_t> read(char* into, std::size_t capacity) override
    {
        return m_whole.read(into, std::min(capacity, m_step));
    }
    Status seek(std::int64_t offset) override { return m_whole.seek(offset); }
    std::int64_t size() const override { return m_whole.size(); }

private:
    MemorySource m_whole;
    std::size_t m_step;
};

}
