#include "core/exchange/system/PlainNumerals.h"

#include <clocale>
#include <string>

namespace kith {

namespace {

// What a thread had before.
struct Before
{
    int perThread;
    std::string numerals;
};

}

PlainNumerals::PlainNumerals()
{
    const int perThread = _configthreadlocale(_ENABLE_PER_THREAD_LOCALE);
    m_before = new Before{perThread, std::setlocale(LC_NUMERIC, nullptr)};
    std::setlocale(LC_NUMERIC, "C");
}

PlainNumerals::~PlainNumerals()
{
    auto* before = static_cast<Before*>(m_before);
    std::setlocale(LC_NUMERIC, before->numerals.c_str());
    _configthreadlocale(before->perThread);
    delete before;
}

}
