#pragma once

#include "core/base/Result.h"
#include "core/catalog/Entity.h"
#include "core/records/Record.h"

#include <QDate>

#include <map>

namespace kith {

class Connection;

// The number series as one transaction uses them. save() writes back how far they have come, so that a refused or given
// up transaction leaves no gap.
class NumberSeries
{
public:
    NumberSeries(Connection& connection, QDate today) : m_connection(connection), m_today(today) {}

    // Fields that have no number yet get the next of their series. One that was given moves its series on, so that no
    // later automatic number meets it; one of another shape belongs to no series.
    Status assign(const Entity& entity, FieldValues& values);
    Status passBy(const Entity& entity, const FieldValues& values);
    Status save();

private:
    using Key = std::pair<FieldId, QString>; // the field, and the year or month in its numbers
    Result<std::int64_t*> next(const FieldId& field, const QString& period);
    Status passBy(const Field& field, const Value& value);

    Connection& m_connection;
    QDate m_today;
    std::map<Key, std::int64_t> m_next;
};

}
