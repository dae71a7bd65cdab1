#include "core/work/duplicates/TraitReader.h"

#include "core/store/Columns.h"
#include "core/wire/ValueCodec.h"

namespace kith {

TraitReader::TraitReader(Tables& tables, const ComparedFields& compared, TraitDetail detail)
    : m_tables(tables)
    , m_compared(compared)
    , m_fields(compared.all())
    , m_columns("k")
{
    if (detail == TraitDetail::Hashes)
        std::erase(m_fields, compared.address);
    for (const Field* field : m_fields) {
        for (const auto& column : readColumns(*field))
            m_columns += ", " + column;
    }
}

Traits TraitReader::read(const Statement& statement)
{
    FieldValues values;
    int column = 1;
    for (const Field* field : m_fields) {
        auto value = readValues(statement, column, *field);
        if (!isEmpty(value))
            values.emplace(field->id, std::move(value));
    }
    auto traits = traitsOf(m_compared, values);
    traits.key = statement.integer(0);
    return traits;
}

// Of a list only the normal forms count, and most lists have one, which stands in a column of its own.
Value TraitReader::readValues(const Statement& statement, int& column, const Field& field)
{
    const bool isPoints = field.isList() && field.type != FieldType::Address;
    const bool isOne = isPoints && !statement.isNull(column) &&
                       (statement.isNull(column + 1) || hasOneEntry(statement.blob(column + 1)));
    if (!isOne)
        return readField(statement, column, m_tables.catalog(), field);
    Points one{Point{statement.text(column), {}, {}}};
    column += int(readColumns(field).size());
    return one;
}

Result<std::vector<Traits>> TraitReader::behind(RecordKey last, int count)
{
    std::vector<Traits> all;
    all.reserve(std::size_t(count));
    auto statement = m_tables.connection().kept("SELECT " + m_columns + " FROM " + tableName(*m_compared.entity) +
                                                " WHERE k > ?1 AND life = 0 ORDER BY k LIMIT ?2");
    statement.bindAll(last, count);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back(read(statement));
    }
}

Result<std::optional<Traits>> TraitReader::traits(RecordKey key)
{
    auto statement = m_tables.connection().kept("SELECT " + m_columns + " FROM " + tableName(*m_compared.entity) +
                                                " WHERE k = ?1 AND life = 0");
    statement.bindAll(key);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(read(statement)) : std::nullopt;
}

}
