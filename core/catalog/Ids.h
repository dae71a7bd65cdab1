#pragma once

#include "core/base/Id.h"

namespace kith {

// Names of catalog elements. What Kith ships has the number that stands in its file (an entity 10-99, a field
// entity * 100 + n, an option field * 100 + n); what a company adds has a UUIDv7. Both fit in one id.
using EntityId = Id<struct EntityTag>;
using FieldId = Id<struct FieldTag>;
using OptionId = Id<struct OptionTag>;

template <typename IdType>
IdType shippedId(std::int64_t number)
{
    IdType id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = std::uint8_t(number >> (8 * i));
    return id;
}

// The number of a shipped element, or nothing for a custom one.
std::optional<std::int64_t> shippedNumber(const Id128& id);

// "1001" or 32 hexadecimal digits: how an id stands in catalog files, column names and patches.
QString catalogIdText(const Id128& id);
std::optional<Id128> catalogIdFromText(QStringView text);

}
