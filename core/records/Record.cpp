#include "core/records/Record.h"

namespace kith {

const Value& Record::value(const FieldId& field) const
{
    static const Value nothing;
    const auto found = fields.find(field);
    return found == fields.end() ? nothing : found->second;
}

}
