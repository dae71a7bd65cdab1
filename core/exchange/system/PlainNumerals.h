#pragma once

namespace kith {

// While it lives, the C library writes numbers with a point in this thread, whatever the system's language: what is
// written is read by machines.
class PlainNumerals
{
public:
    PlainNumerals();
    ~PlainNumerals();
    PlainNumerals(const PlainNumerals&) = delete;
    PlainNumerals& operator=(const PlainNumerals&) = delete;

private:
    void* m_before = nullptr;
    void* m_plain = nullptr;
};

}
