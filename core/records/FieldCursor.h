#pragma once

#include "core/records/Record.h"

namespace kith {

// Reads the values of one record field after field. Right in any order; where ids ascend, as they do in the catalog, a
// field costs one comparison and no search. The values must stay as they are meanwhile.
class FieldCursor
{
public:
    explicit FieldCursor(const FieldValues& values) : m_values(values), m_next(values.begin()) {}

    const Value& value(const FieldId& field)
    {
        static const Value nothing;
        if (m_next != m_values.begin() && !(std::prev(m_next)->first < field))
            m_next = m_values.lower_bound(field);
        while (m_next != m_values.end() && m_next->first < field)
            ++m_next;
        return m_next != m_values.end() && m_next->first == field ? m_next->second : nothing;
    }

private:
    const FieldValues& m_values;
    FieldValues::const_iterator m_next; // the first that is not before the field asked for last
};

}
