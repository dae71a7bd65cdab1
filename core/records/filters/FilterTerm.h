#pragma once

#include "core/records/QueryText.h"

namespace kith {

// What stands where a value is expected.
struct FilterWord
{
    QString text;
    bool quoted = false;    // a text and nothing else: no id, no `me`
    qsizetype position = 0; // from 0
};

// A filter of several parts; parts of the same kind become one list, a single part stays itself.
FilterPtr combined(Filter::Kind kind, std::vector<FilterPtr> parts);
FilterPtr negated(FilterPtr part);

// One comparison with the values typed for its field. May be several: `created = today` is from its first moment to
// the next day's. `place` is where the comparison stands, from 0.
Result<FilterPtr> filterTerm(const Catalog& catalog, const FieldPath& path, Comparison comparison,
                             const std::vector<FilterWord>& words, const QueryContext& context, qsizetype place);

// Whether a path's values may be such that they were not understood.
bool canBeInvalid(const FieldPath& path);

// The records of another kind whose relation leads to `entity`, by that kind's key alone or with the relation's.
std::optional<FieldPath> pathFromFarEnd(const Catalog& catalog, const Entity& entity, QStringView text);

Error filterSyntax(qsizetype position, const QString& expected);

}
