#pragma once

#include "core/base/Clock.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace kith {

// 128 bits that name one thing for ever. Records, acts, patches and devices get a UUIDv7 (RFC 9562), so that ids made
// later sort later; what the catalog ships has a small fixed number in the low bits.
struct Id128
{
    std::array<std::uint8_t, 16> bytes{};

    // As 16 bytes in order; spelt out because maps of fields compare ids for every cell of an import.
    friend constexpr bool operator==(const Id128& a, const Id128& b)
    {
        return a.half(0) == b.half(0) && a.half(8) == b.half(8);
    }
    friend constexpr std::strong_ordering operator<=>(const Id128& a, const Id128& b)
    {
        const auto high = a.half(0) <=> b.half(0);
        return high != 0 ? high : a.half(8) <=> b.half(8);
    }
    bool isNull() const { return *this == Id128{}; }

    QByteArray toBytes() const;
    QString toString() const; // 8-4-4-4-12 lower-case hexadecimal
    static std::optional<Id128> fromBytes(const QByteArray& bytes);
    static std::optional<Id128> fromString(QStringView text); // with or without hyphens

private:
    constexpr std::uint64_t half(std::size_t from) const
    {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < 8; ++i)
            number = (number << 8) | bytes[from + i];
        return number;
    }
};

// An id that knows what it names: a RecordId where an ActId is wanted does not compile.
template <typename Tag>
struct Id : Id128
{
    auto operator<=>(const Id&) const = default;

    static Id from(const Id128& raw)
    {
        Id id;
        id.bytes = raw.bytes;
        return id;
    }
    static std::optional<Id> fromBytes(const QByteArray& bytes) { return lift(Id128::fromBytes(bytes)); }
    static std::optional<Id> fromString(QStringView text) { return lift(Id128::fromString(text)); }

private:
    static std::optional<Id> lift(const std::optional<Id128>& raw)
    {
        return raw ? std::optional<Id>(from(*raw)) : std::nullopt;
    }
};

using RecordId = Id<struct RecordTag>;
using ActId = Id<struct ActTag>;
using PatchId = Id<struct PatchTag>;
using DeviceId = Id<struct DeviceTag>;
using BookId = Id<struct BookTag>;

// Makes UUIDv7s that never run back, even when the clock does: within one millisecond, and after a step back, a counter
// in the 12 bits behind the time grows, then the time itself. Not thread-safe: one source a thread.
class IdSource
{
public:
    explicit IdSource(const Clock& clock) : m_clock(clock) {}

    Id128 next();
    template <typename IdType>
    IdType next()
    {
        return IdType::from(next());
    }

private:
    const Clock& m_clock;
    std::int64_t m_milliseconds = 0;
    std::uint32_t m_counter = 0;
    std::array<std::uint8_t, 4096> m_random{};
    std::size_t m_randomLeft = 0;
};

}

template <>
struct std::hash<kith::Id128>
{
    std::size_t operator()(const kith::Id128& id) const noexcept;
};
template <typename Tag>
struct std::hash<kith::Id<Tag>> : std::hash<kith::Id128>
{
};
