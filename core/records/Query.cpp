#include "core/records/Query.h"

#include <algorithm>

namespace kith {

QString FieldPath::text() const
{
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

}
