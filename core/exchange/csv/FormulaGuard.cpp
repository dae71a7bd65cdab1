#include "core/exchange/csv/FormulaGuard.h"

#include <algorithm>
#include <array>

namespace kith {

namespace {

constexpr std::array<std::string_view, 10> signs{
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\xEF\xBC\x9D", // ＝
    "\xEF\xBC\x8B", // ＋
    "\xEF\xBC\x8D", // －
    "\xEF\xBC\xA0", // ＠
};

bool beginsWithSign(std::string_view text)
{
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

// Any number of apostrophes must count, or one of them would be lost on the way back.
bool beginsWithGuardedSign(std::string_view text)
{
    const auto first = text.find_first_not_of('\'');
    return first != 0 && first != std::string_view::npos && beginsWithSign(text.substr(first));
}

}

bool needsFormulaGuard(std::string_view text)
{
    if (beginsWithGuardedSign(text))
        return true;
    return beginsWithSign(text) && text.find_first_not_of("0123456789 +-.()") != std::string_view::npos;
}

void appendGuarded(std::string_view text, std::string& out)
{
    if (needsFormulaGuard(text))
        out += '\'';
    out += text;
}

std::string_view unguarded(std::string_view text)
{
    return beginsWithGuardedSign(text) ? text.substr(1) : text;
}

}
