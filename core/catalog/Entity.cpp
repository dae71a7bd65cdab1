#include "core/catalog/Entity.h"

#include <algorithm>

namespace kith {

const Field* Entity::field(QStringView fieldKey) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.key == fieldKey; });
    return found == fields.end() ? nullptr : &*found;
}

const QualityCheck* Entity::qualityCheck(QStringView checkKey) const
{
    const auto found =
        std::find_if(quality.begin(), quality.end(), [&](const auto& one) { return one.key == checkKey; });
    return found == quality.end() ? nullptr : &*found;
}

const Field* Entity::field(const FieldId& fieldId) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.id == fieldId; });
    return found == fields.end() ? nullptr : &*found;
}

}
