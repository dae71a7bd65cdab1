#pragma once

#include "core/records/Patch.h"
#include "core/wire/ValueCodec.h"

namespace kith {

// A patch as bytes, as ValueCodec.h has values: {1: id, 2: act, 3: group, 4: author, 5: device, 6: hybrid time, 7: at
// in ms, 8: catalog version, 9: operation, 10: entity, 11: record, 12: {field id: [before, value]}}. What is null or 0
// is left out. A reader skips numbers it does not know, and what follows the two values of a field.
QByteArray encodePatch(const Patch& patch);

// Fails with EncodingInvalid also where id, operation, entity or record is missing, and for an operation unknown here.
Result<Patch> decodePatch(const QByteArray& bytes);

}
