#pragma once

#include "core/records/ValueText.h"

#include <QJsonValue>

namespace kith {

// A value as the command line's JSON has it: decimal as string, money {"amount", "currency"}, date ISO, instant RFC
// 3339 UTC, option its key, options their keys, lists arrays of objects without what is empty in them, relation {"id"}
// (whose title the caller adds), tags arrays of ids, empty and unknown null.
QJsonValue jsonValue(const Field& field, const Value& value);

// The way back. A plain string is read as a person's text; a list's normal forms are taken only where they hold.
// Relations and tags come back as what their ids say: Reference (entity null where the field has several targets),
// IdSet. Errors: those of readValue, and ValueInvalid for another shape.
Result<Value> valueFromJson(const Catalog& catalog, const Field& field, const QJsonValue& json,
                            const TextConventions& conventions, QStringList* notices = nullptr);

}
