#pragma once

#include <QtGlobal>

namespace kith {

// UTF-16 units of a text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype size = 0;
    bool operator==(const TextRange&) const = default;
};

}
