#include "core/catalog/Ids.h"

#include <algorithm>

namespace kith {

std::optional<std::int64_t> shippedNumber(const Id128& id)
{
    if (!std::all_of(id.bytes.begin(), id.bytes.begin() + 8, [](std::uint8_t byte) { return byte == 0; }))
        return std::nullopt;
    std::int64_t number = 0;
    for (std::size_t i = 8; i < 16; ++i)
        number = (number << 8) | id.bytes[i];
    return number;
}

QString catalogIdText(const Id128& id)
{
    if (const auto number = shippedNumber(id))
        return QString::number(*number);
    return id.toString().remove(u'-');
}

std::optional<Id128> catalogIdFromText(QStringView text)
{
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (isNumber && number > 0 && text.size() < 19)
        return shippedId<Id<void>>(number);
    return Id128::fromString(text);
}

}
