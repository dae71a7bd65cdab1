#pragma once

#include "core/base/Result.h"
#include "core/store/Tables.h"
#include "core/work/likeness/Traits.h"

#include <QHash>

namespace kith {

// What of a record is read: all that is compared, or what its hashes are made of, which is quicker.
enum class TraitDetail { Whole, Hashes };

// Reads what is compared of records, and no more of them. Bound to one thread's view of the book.
class TraitReader
{
public:
    TraitReader(Tables& tables, const ComparedFields& compared, TraitDetail detail = TraitDetail::Whole);

    // Living records behind this key, in order of their keys.
    Result<std::vector<Traits>> behind(RecordKey last, int count);
    // Nothing for one that is not there or not alive.
    Result<std::optional<Traits>> traits(RecordKey key);

    const ComparedFields& compared() const { return m_compared; }

private:
    Traits read(const Statement& statement);
    Value readValues(const Statement& statement, int& column, const Field& field);

    Tables& m_tables;
    ComparedFields m_compared;
    std::vector<const Field*> m_fields;
    QByteArray m_columns;
};

}
