#include "core/exchange/system/PlainNumerals.h"

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

namespace kith {

PlainNumerals::PlainNumerals() : m_plain(::newlocale(LC_NUMERIC_MASK, "C", nullptr))
{
    if (m_plain)
        m_before = ::uselocale(static_cast<locale_t>(m_plain));
}

PlainNumerals::~PlainNumerals()
{
    if (!m_plain)
        return;
    ::uselocale(static_cast<locale_t>(m_before));
    ::freelocale(static_cast<locale_t>(m_plain));
}

}
