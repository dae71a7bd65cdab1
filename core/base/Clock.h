#pragma once

#include <QDate>
#include <QDateTime>

#include <compare>
#include <cstdint>

namespace kith {

// A moment, in milliseconds since 1970-01-01T00:00Z. What people see of it depends on where they are.
class Instant
{
public:
    constexpr Instant() = default;
    static constexpr Instant fromMilliseconds(std::int64_t ms) { return Instant(ms); }
    static Instant fromDateTime(const QDateTime& time) { return Instant(time.toMSecsSinceEpoch()); }

    constexpr std::int64_t milliseconds() const { return m_milliseconds; }
    QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(m_milliseconds, Qt::UTC); }
    QDateTime toLocal() const { return QDateTime::fromMSecsSinceEpoch(m_milliseconds, Qt::LocalTime); }

    auto operator<=>(const Instant&) const = default;

private:
    constexpr explicit Instant(std::int64_t ms) : m_milliseconds(ms) {}

    std::int64_t m_milliseconds = 0;
};

// Where the time comes from: given to whoever needs it, so that a test can set it. Safe from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    QDate today() const { return now().toLocal().date(); }
};

class SystemClock final : public Clock
{
public:
    Instant now() const override { return Instant::fromMilliseconds(QDateTime::currentMSecsSinceEpoch()); }
};

}
