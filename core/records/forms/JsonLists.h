#pragma once

#include "core/records/forms/ListReader.h"

#include <QJsonArray>

#include <optional>

namespace kith {

QJsonArray jsonOf(const Points& points);
QJsonArray jsonOf(const Addresses& addresses);

// The array in a text that can only be meant as one: it begins with "[{".
std::optional<QJsonArray> jsonArrayIn(QStringView text);

// The way back; a normal form is taken only where it reads as itself. An empty one that is given says that there is
// none; without it what was typed is read. Errors: ValueInvalid and TextTooLong with an
// empty first detail.
Result<Value> pointsFromJson(FieldType type, const QJsonArray& json, const TextConventions& conventions,
                             QStringList* notices);
Result<Value> addressesFromJson(const QJsonArray& json, QStringList* notices);

}
