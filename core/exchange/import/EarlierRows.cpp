#include "core/exchange/import/EarlierRows.h"

#include "core/wire/ValueCodec.h"

namespace kith {

namespace {

// Never 0.
std::uint32_t hashOf(const Value& value)
{
    return std::uint32_t(qHash(encodeValue(value))) | 1U;
}

}

void EarlierRows::note(const RecordId& id, Record record, const FieldValues& values)
{
    const auto [entry, isNew] = m_index.try_emplace(id, m_hashes.size());
    if (isNew)
        m_hashes.resize(m_hashes.size() + m_fields.size(), record == Record::New ? hashOf({}) : 0);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (const auto value = values.find(m_fields[i]); value != values.end())
            m_hashes[entry->second + i] = hashOf(value->second);
    }
}

std::optional<bool> EarlierRows::holds(const RecordId& id, const FieldId& field, const Value& value) const
{
    const auto entry = m_index.find(id);
    const auto position = std::size_t(std::find(m_fields.begin(), m_fields.end(), field) - m_fields.begin());
    if (entry == m_index.end() || position == m_fields.size())
        return std::nullopt;
    const auto hash = m_hashes[entry->second + position];
    return hash == 0 ? std::nullopt : std::optional(hash == hashOf(value));
}

std::optional<RecordId> EarlierRows::named(const QByteArray& match) const
{
    const auto found = m_named.find(qHash(match));
    return found == m_named.end() ? std::nullopt : std::optional(found->second);
}

}
