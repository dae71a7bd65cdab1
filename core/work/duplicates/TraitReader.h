#pragma once

#include "core/base/Result.h"
#include "core/store/Tables.h"
#include "core/work/likeness/Traits.h"

#include <QHash>

namespace kith {

// Reads what is compared of records, and no more of them. Bound to one thread's view of the book.
class TraitReader
{
public:
    TraitReader(Tables& tables, const ComparedFields& compared);

    // Living records behind this key, in order of their keys.
    Result<std::vector<Traits>> behind(RecordKey last, int count);
    // Nothing for one that is not there or not alive.
    Result<std::optional<Traits>> traits(RecordKey key);

    const ComparedFields& compared() const { return m_compared; }

private:
    Traits read(const Statement& statement);

    Tables& m_tables;
    ComparedFields m_compared;
    std::vector<const Field*> m_fields;
    QByteArray m_columns;
};

}
