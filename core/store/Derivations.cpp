#include "core/store/Derivations.h"

#include "core/store/Columns.h"
#include "core/store/Tables.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// Beyond so many targets of one transaction the whole column is computed by one statement.
constexpr std::size_t manyTargets = 10'000;
constexpr int deepestDerivation = 5; // values derived from derived values

QByteArray aggregateCall(Aggregate aggregate, const QByteArray& column)
{
    switch (aggregate) {
    case Aggregate::Count:
        return "count(" + column + ")";
    case Aggregate::Sum: {
        // sum() fails beyond 64 bits, and with it every write that touches the record. Added in two halves it becomes
        // a real number there, and the sum stays empty.
        const auto halves = "(sum(" + column + " >> 32) * 4294967296 + sum(" + column + " & 4294967295))";
        return "CASE typeof" + halves + " WHEN 'integer' THEN " + halves + " END";
    }
    case Aggregate::Max:
        return "max(" + column + ")";
    case Aggregate::Min:
        return "min(" + column + ")";
    }
    return {};
}

// One bound value of a condition.
struct Bound
{
    const Field* field = nullptr;
    Value value;
};

Value conditionValue(const Field& field, const QString& text, Instant now)
{
    if (field.type == FieldType::Boolean)
        return text == "true"_L1;
    if (field.type == FieldType::Date)
        return now.toLocal().date();
    if (field.type == FieldType::Instant)
        return now;
    const Option* option = field.optionByKey(text);
    return option ? Value(option->id) : Value(text);
}

// Conditions as SQL over the source's columns; fills `bounds` in order.
QByteArray conditions(const Entity& source, const Derivation& derived, Instant now, std::vector<Bound>& bounds)
{
    QByteArray sql;
    for (const auto& condition : derived.where) {
        const Field* field = source.field(condition.field);
        const auto column = columnName(*field);
        QByteArrayList any;
        for (const auto& text : condition.anyOf) {
            const bool past = text == "past"_L1;
            const bool future = text == "future"_L1;
            any += column + (past ? " < ?" : future ? " >= ?" : " = ?");
            bounds.push_back({field, conditionValue(*field, text, now)});
            // A boolean never set is false.
            if (field->type == FieldType::Boolean && text == "false"_L1)
                any += column + " IS NULL";
        }
        sql += " AND (" + any.join(" OR ") + ")";
    }
    return sql;
}

struct AggregateSql
{
    QByteArray select; // one row, one column; `target` stands for the id of the record
    std::vector<Bound> bounds;
};

AggregateSql aggregateSql(const Catalog& catalog, const Entity& target, const Field& field, const QByteArray& targetId,
                          const QString& currency, Instant now)
{
    const auto& derived = *field.derivation;
    const Entity& source = *catalog.entity(derived.entity);
    const Field& through = *source.field(derived.through);
    const Field* over = derived.field.isEmpty() ? nullptr : source.field(derived.field);
    AggregateSql made;
    made.select = "SELECT " + aggregateCall(derived.aggregate, over ? columnName(*over) : "*") + " FROM " +
                  tableName(source) + " AS s WHERE s." + columnName(through) + " = " + targetId + " AND s.life = 0";
    if (hasEntityColumn(through))
        made.select += " AND s." + columnName(through) + "_e = " + QByteArray::number(qlonglong(entityNumber(target)));
    made.select += conditions(source, derived, now, made.bounds);
    if (over && over->type == FieldType::Money) {
        made.select += " AND " + columnName(*over) + "_c = ?";
        made.bounds.push_back({nullptr, currency});
    }
    return made;
}

void bindAll(Statement& statement, int& index, const std::vector<Bound>& bounds)
{
    static const Field plain;
    for (const auto& bound : bounds)
        bindScalar(statement, index++, bound.field ? *bound.field : plain, bound.value);
}

bool dependsOn(const Field& field, const Entity& source)
{
    return field.isDerived() && field.derivation->entity == source.key;
}

}

Status Derivations::lookUp(const Entity& entity, FieldValues& fields)
{
    for (const auto& field : entity.fields) {
        if (!field.isDerived() || !field.derivation->entity.isEmpty())
            continue;
        const Field* through = entity.field(field.derivation->through);
        const auto found = fields.find(through->id);
        const auto* reference = found == fields.end() ? nullptr : std::get_if<Reference>(&found->second);
        Value value;
        if (reference) {
            const auto known = m_lookups.find({field.id, reference->record});
            if (known != m_lookups.end()) {
                value = known->second;
            } else {
                const Entity* target = m_tables.catalog().entity(reference->entity);
                KITH_TRY(auto loaded, m_tables.load(*target, reference->record));
                if (loaded)
                    value = loaded->record.value(target->field(field.derivation->field)->id);
                m_lookups.emplace(std::pair(field.id, reference->record), value);
            }
        }
        if (isEmpty(value))
            fields.erase(field.id);
        else
            fields[field.id] = std::move(value);
    }
    return {};
}

const std::vector<Derivations::Dependant>& Derivations::dependantsOf(const Entity& entity)
{
    const auto [entry, isNew] = m_dependants.try_emplace(entity.id);
    if (!isNew)
        return entry->second;
    for (const auto& target : m_tables.catalog().entities()) {
        for (const auto& field : target.fields) {
            if (dependsOn(field, entity))
                entry->second.push_back({&target, entity.field(field.derivation->through)->id});
        }
    }
    return entry->second;
}

void Derivations::noteChange(const Entity& entity, const Record* before, const Record* after)
{
    for (const auto& [target, through] : dependantsOf(entity)) {
        for (const Record* record : {before, after}) {
            const auto* reference = record ? std::get_if<Reference>(&record->value(through)) : nullptr;
            if (reference && reference->entity == target->id)
                m_pending.targets[target->id].insert(reference->record);
        }
        if (m_pending.targets[target->id].size() > manyTargets) {
            m_pending.all.insert(target->id);
            m_pending.targets[target->id].clear();
        }
    }
    if (before && after) {
        m_lookedUp[entity.id].insert(after->id);
        m_lookups.clear();
    }
}

void Derivations::noteMany(const Entity& entity)
{
    for (const auto& target : m_tables.catalog().entities()) {
        for (const auto& field : target.fields) {
            if (dependsOn(field, entity))
                m_pending.all.insert(target.id);
        }
    }
}

Derivations::Pending Derivations::takePending()
{
    return std::exchange(m_pending, {});
}

void Derivations::addPending(Pending pending)
{
    m_pending.all.merge(pending.all);
    for (auto& [entity, ids] : pending.targets)
        m_pending.targets[entity].merge(ids);
}

Result<Value> Derivations::aggregate(const Entity& target, const Field& field, const RecordId& id)
{
    const auto sql = aggregateSql(m_tables.catalog(), target, field, "?", m_currency, m_now);
    auto statement = m_tables.connection().kept(sql.select);
    int index = 1;
    statement.bind(index++, id);
    bindAll(statement, index, sql.bounds);
    KITH_TRY(const bool found, statement.step());
    if (!found || statement.isNull(0))
        return Value{};
    switch (field.type) {
    case FieldType::Money:
        return Value(Money{statement.integer(0), m_currency});
    case FieldType::Decimal:
        return Value(Decimal{statement.integer(0), field.scale});
    case FieldType::Date:
        return Value(QDate::fromJulianDay(statement.integer(0)));
    case FieldType::Instant:
        return Value(Instant::fromMilliseconds(statement.integer(0)));
    default:
        return Value(std::int64_t(statement.integer(0)));
    }
}

Status Derivations::settleOne(const Entity& target, const RecordId& id, std::set<EntityId>& touched)
{
    KITH_TRY(auto loaded, m_tables.load(target, id));
    if (!loaded)
        return {};
    FieldValues changed;
    for (const auto& field : target.fields) {
        if (!field.isDerived() || field.derivation->entity.isEmpty())
            continue;
        KITH_TRY(auto value, aggregate(target, field, id));
        if (value != loaded->record.value(field.id))
            changed[field.id] = std::move(value);
    }
    if (changed.empty())
        return {};
    touched.insert(target.id);
    return m_tables.update(target, loaded->record.key, changed, 0);
}

// A stage was changed: its opportunities look its outcome up, and their customers add up by it.
Status Derivations::propagate(const Entity& changed, const RecordId& id, std::set<EntityId>& touched)
{
    for (const auto& entity : m_tables.catalog().entities()) {
        for (const auto& field : entity.fields) {
            if (!field.isDerived() || !field.derivation->entity.isEmpty())
                continue;
            const Field* through = entity.field(field.derivation->through);
            if (through->targets.first() != changed.key)
                continue;
            KITH_TRY(auto source, m_tables.load(changed, id));
            if (!source)
                continue;
            const Value value = source->record.value(changed.field(field.derivation->field)->id);
            const auto column = columnName(field);
            auto statement =
                m_tables.connection().kept("UPDATE " + tableName(entity) + " SET " + column + " = ?1 WHERE " +
                                           columnName(*through) + " = ?2 AND " + column + " IS NOT ?1");
            bindScalar(statement, 1, field, value);
            statement.bind(2, id);
            KITH_TRY(statement.run());
            if (m_tables.connection().changes() > 0) {
                touched.insert(entity.id);
                noteMany(entity);
            }
        }
    }
    return {};
}

Status Derivations::settle(std::set<EntityId>& touched)
{
    for (const auto& [entityId, ids] : std::exchange(m_lookedUp, {})) {
        for (const auto& id : ids)
            KITH_TRY(propagate(*m_tables.catalog().entity(entityId), id, touched));
    }
    for (const auto& [entityId, ids] : std::exchange(m_pending.targets, {})) {
        if (m_pending.all.contains(entityId))
            continue;
        for (const auto& id : ids)
            KITH_TRY(settleOne(*m_tables.catalog().entity(entityId), id, touched));
    }
    for (const auto& entityId : std::exchange(m_pending.all, {})) {
        KITH_TRY(const auto wrong, recompute(*m_tables.catalog().entity(entityId)));
        if (wrong > 0)
            touched.insert(entityId);
    }
    return {};
}

Result<std::int64_t> Derivations::recompute(const Entity& entity)
{
    std::int64_t wrong = 0;
    for (const auto& field : entity.fields) {
        if (!field.isDerived())
            continue;
        const auto column = columnName(field);
        const auto table = tableName(entity);
        QByteArray value;
        std::vector<Bound> bounds;
        if (field.derivation->entity.isEmpty()) {
            const Field* through = entity.field(field.derivation->through);
            const Entity* target = m_tables.catalog().entity(through->targets.first());
            value = "SELECT s." + columnName(*target->field(field.derivation->field)) + " FROM " + tableName(*target) +
                    " AS s WHERE s.id = " + table + '.' + columnName(*through);
        } else {
            auto sql = aggregateSql(m_tables.catalog(), entity, field, table + ".id", m_currency, m_now);
            value = sql.select;
            bounds = std::move(sql.bounds);
        }
        const bool isMoney = field.type == FieldType::Money;
        auto statement = m_tables.connection().kept(
            "UPDATE " + table + " SET " + column + " = new.v" +
            (isMoney ? ", " + column + "_c = CASE WHEN new.v IS NULL THEN NULL ELSE ? END" : "") +
            " FROM (SELECT k AS nk, (" + value + ") AS v FROM " + table + ") AS new WHERE k = new.nk AND " + column +
            " IS NOT new.v");
        int index = 1;
        if (isMoney)
            statement.bind(index++, m_currency);
        bindAll(statement, index, bounds);
        KITH_TRY(statement.run());
        wrong += m_tables.connection().changes();
    }
    return wrong;
}

Result<std::int64_t> Derivations::recomputeAll()
{
    std::int64_t all = 0;
    // What follows from a value that was wrong comes out right a round later.
    for (int round = 0; round < deepestDerivation; ++round) {
        std::int64_t wrong = 0;
        for (const auto& entity : m_tables.catalog().entities()) {
            KITH_TRY(const auto rows, recompute(entity));
            wrong += rows;
        }
        all += wrong;
        if (wrong == 0)
            break;
    }
    return all;
}

}
