#include "core/records/Query.h"

#include <algorithm>

namespace kith {

QString FieldPath::text() const
{
    if (leadsHere)
        return owner->key + u'.' + field->key;
    QString text;
    if (through)
        text = through->key + u'.';
    if (field)
        text += field->key;
    if (!component.isEmpty())
        text += u'.' + component;
    return text;
}

bool sameFilter(const FilterPtr& a, const FilterPtr& b)
{
    if (!a || !b || a == b)
        return a == b;
    return a->kind == b->kind && a->path == b->path && a->comparison == b->comparison && a->values == b->values &&
           std::equal(a->children.begin(), a->children.end(), b->children.begin(), b->children.end(), sameFilter);
}

bool looksAt(const Filter& filter, const EntityId& other)
{
    const auto& path = filter.path;
    if ((path.through || path.leadsHere) && path.owner && path.owner->id == other)
        return true;
    return std::any_of(filter.children.begin(), filter.children.end(),
                       [&](const FilterPtr& child) { return looksAt(*child, other); });
}

}
