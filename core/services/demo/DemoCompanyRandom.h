#pragma once

#include <QStringView>

#include <cstdint>
#include <iterator>
#include <random>

namespace kith {

// Random choices that are the same with every compiler and library: the standard's distributions are not, and neither
// is the order in which two of them in one expression are made, so every choice is a statement of its own.
class DemoRandom
{
public:
    explicit DemoRandom(std::uint64_t seed) : m_source(seed) {}

    // 0 to count - 1
    std::int64_t below(std::int64_t count) { return std::int64_t((m_source() >> 1) % std::uint64_t(count)); }
    std::int64_t between(std::int64_t least, std::int64_t most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }

    template <typename List>
    const auto& pick(const List& list)
    {
        return *std::next(std::begin(list), std::ptrdiff_t(below(std::int64_t(std::size(list)))));
    }

    // By the member `weight`.
    template <typename List>
    const auto& weighted(const List& list)
    {
        std::int64_t all = 0;
        for (const auto& entry : list)
            all += entry.weight;
        auto left = below(all);
        for (const auto& entry : list) {
            left -= entry.weight;
            if (left < 0)
                return entry;
        }
        return *std::begin(list);
    }

private:
    std::mt19937_64 m_source;
};

// A choice by weight.
struct DemoWeight
{
    QStringView key;
    int weight;
};

}
