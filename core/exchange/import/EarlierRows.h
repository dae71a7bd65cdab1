#pragma once

#include "core/records/Record.h"

#include <QByteArray>

#include <optional>
#include <unordered_map>
#include <vector>

namespace kith {

// What the rows of a file so far would have left in the book, for a trial: which records they would be, and what those
// would hold, as hashes. Some 60 bytes a row and 4 a cell.
class EarlierRows
{
public:
    // The fields that rows can fill.
    explicit EarlierRows(std::vector<FieldId> fields) : m_fields(std::move(fields)) {}

    enum class Record { New, Known };
    // A row would make the record, or change one that is known, and set these values of it.
    void note(const RecordId& id, Record record, const FieldValues& values);
    bool isKnown(const RecordId& id) const { return m_index.contains(id); }
    // Whether the field would hold this value. Nothing: no row has said of it, it is as in the book.
    std::optional<bool> holds(const RecordId& id, const FieldId& field, const Value& value) const;

    // By what a row matches a record beside its id.
    void name(const QByteArray& match, const RecordId& id) { m_named.insert_or_assign(qHash(match), id); }
    std::optional<RecordId> named(const QByteArray& match) const;

private:
    std::vector<FieldId> m_fields;
    std::unordered_map<RecordId, std::size_t> m_index; // of a record's first hash
    std::vector<std::uint32_t> m_hashes;               // a record: one a field, 0 where no row has said anything
    std::unordered_map<std::size_t, RecordId> m_named;
};

}
