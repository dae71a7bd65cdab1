#include "core/store/Columns.h"

#include "core/text/SortKey.h"
#include "core/wire/ValueCodec.h"

namespace kith {

namespace {

// A list that its first value tells completely needs no second column.
bool toldByPrimary(const Points& points)
{
    return points.size() == 1 && points.front().typed.isEmpty() && points.front().label.isEmpty() &&
           !points.front().value.isEmpty();
}

void bindId(Statement& statement, int index, const Id128& id)
{
    if (const auto number = shippedNumber(id))
        statement.bind(index, *number);
    else
        statement.bind(index, id);
}

Id128 readId(const Statement& statement, int column)
{
    if (statement.blob(column).size() == 16)
        return statement.id128(column);
    return shippedId<Id<void>>(statement.integer(column));
}

void bindPoints(Statement& statement, int& index, const Value& value)
{
    const auto* points = std::get_if<Points>(&value);
    if (!points || points->empty()) {
        statement.bind(index++, std::nullopt);
        statement.bind(index++, std::nullopt);
        return;
    }
    const auto& primary = points->front();
    if (primary.value.isEmpty())
        statement.bind(index++, std::nullopt);
    else
        statement.bind(index++, primary.value);
    if (toldByPrimary(*points))
        statement.bind(index++, std::nullopt);
    else
        statement.bind(index++, encodeValue(value));
}

void bindAddresses(Statement& statement, int& index, const Value& value)
{
    const auto* addresses = std::get_if<Addresses>(&value);
    const bool empty = !addresses || addresses->empty();
    if (empty)
        statement.bind(index++, std::nullopt);
    else
        statement.bind(index++, encodeValue(value));
    for (const auto component : {&Address::country, &Address::region, &Address::city}) {
        if (empty || (addresses->front().*component).isEmpty())
            statement.bind(index++, std::nullopt);
        else
            statement.bind(index++, addresses->front().*component);
    }
}

void bindText(Statement& statement, int& index, const Field& field, const Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    if (text)
        statement.bind(index++, *text);
    else
        statement.bind(index++, std::nullopt);
    if (!hasSortKey(field))
        return;
    if (text)
        statement.bind(index++, sortKey(*text));
    else
        statement.bind(index++, std::nullopt);
}

void bindRelation(Statement& statement, int& index, const Catalog& catalog, const Field& field, const Value& value)
{
    const auto* reference = std::get_if<Reference>(&value);
    if (reference)
        statement.bind(index++, reference->record);
    else
        statement.bind(index++, std::nullopt);
    if (!hasEntityColumn(field))
        return;
    const Entity* target = reference ? catalog.entity(reference->entity) : nullptr;
    if (target)
        statement.bind(index++, entityNumber(*target));
    else
        statement.bind(index++, std::nullopt);
}

Value readPoints(const Statement& statement, int column)
{
    if (!statement.isNull(column + 1)) {
        auto list = decodeValue(statement.blob(column + 1).toByteArray());
        return list ? std::move(list).value() : Value{};
    }
    return Points{Point{statement.text(column), {}, {}}};
}

Value readRelation(const Statement& statement, int column, const Catalog& catalog, const Field& field)
{
    const auto record = statement.id<RecordId>(column);
    const Entity* target = hasEntityColumn(field) ? catalog.entity(shippedId<EntityId>(statement.integer(column + 1)))
                                                  : catalog.entity(field.targets.first());
    return target ? Value(Reference{target->id, record}) : Value{};
}

Value readScalar(const Statement& statement, int column, const Field& field)
{
    switch (field.type) {
    case FieldType::Integer:
        return statement.integer(column);
    case FieldType::Decimal:
        return Decimal{statement.integer(column), field.scale};
    case FieldType::Date:
        return QDate::fromJulianDay(statement.integer(column));
    case FieldType::Instant:
        return Instant::fromMilliseconds(statement.integer(column));
    case FieldType::Boolean:
        return statement.integer(column) != 0;
    case FieldType::Option:
        return OptionId::from(readId(statement, column));
    default:
        return statement.text(column);
    }
}

}

QByteArray tableName(const Entity& entity)
{
    return "e" + catalogIdText(entity.id).toLatin1();
}

QByteArray columnName(const Field& field)
{
    return "f" + catalogIdText(field.id).toLatin1();
}

QByteArray sortColumn(const Field& field)
{
    return hasSortKey(field) ? columnName(field) + "_s" : columnName(field);
}

QByteArray componentColumn(const Field& field, QStringView component)
{
    for (const auto* known : {"country", "region", "city"}) {
        if (component == QLatin1StringView(known))
            return columnName(field) + '_' + known;
    }
    return {};
}

std::int64_t entityNumber(const Entity& entity)
{
    return shippedNumber(entity.id).value_or(0);
}

bool hasSortKey(const Field& field)
{
    return field.sortable && field.type == FieldType::Text;
}

bool isText(const Field& field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
    case FieldType::Address:
        return true;
    default:
        return false;
    }
}

bool hasEntityColumn(const Field& field)
{
    return field.type == FieldType::Relation && field.targets.size() > 1;
}

std::vector<QByteArray> readColumns(const Field& field)
{
    const auto name = columnName(field);
    if (field.type == FieldType::Money)
        return {name, name + "_c"};
    if (field.type == FieldType::Phone || field.type == FieldType::Mail || field.type == FieldType::Link)
        return {name, name + "_l"};
    if (hasEntityColumn(field))
        return {name, name + "_e"};
    return {name};
}

std::vector<QByteArray> writtenColumns(const Field& field)
{
    auto columns = readColumns(field);
    const auto name = columnName(field);
    if (field.type == FieldType::Address)
        columns.insert(columns.end(), {name + "_country", name + "_region", name + "_city"});
    if (hasSortKey(field))
        columns.push_back(name + "_s");
    return columns;
}

QByteArray columnDefinition(const QByteArray& column, const Field& field)
{
    const auto name = columnName(field);
    if (column == name + "_s" || column == name + "_l")
        return column + " BLOB";
    if (column == name + "_e")
        return column + " INTEGER";
    if (column != name)
        return column + " TEXT";
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return column + " TEXT";
    case FieldType::Option:
        return column; // a number or an id: no affinity
    case FieldType::Options:
    case FieldType::Tags:
    case FieldType::Address:
    case FieldType::Relation:
        return column + " BLOB";
    default:
        return column + " INTEGER";
    }
}

void bindScalar(Statement& statement, int index, const Field& field, const Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        statement.bind(index, *text);
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        statement.bind(index, *integer);
    else if (const auto* yes = std::get_if<bool>(&value))
        statement.bind(index, *yes ? 1 : 0);
    else if (const auto* decimal = std::get_if<Decimal>(&value))
        statement.bind(index, decimal->units);
    else if (const auto* money = std::get_if<Money>(&value))
        statement.bind(index, money->minor);
    else if (const auto* date = std::get_if<QDate>(&value))
        statement.bind(index, date->toJulianDay());
    else if (const auto* instant = std::get_if<Instant>(&value))
        statement.bind(index, instant->milliseconds());
    else if (const auto* option = std::get_if<OptionId>(&value))
        bindId(statement, index, *option);
    else if (const auto* reference = std::get_if<Reference>(&value))
        statement.bind(index, reference->record);
    else if (const auto* points = std::get_if<Points>(&value); points && !points->empty())
        statement.bind(index, points->front().value.isEmpty() ? points->front().typed : points->front().value);
    else
        statement.bind(index, std::nullopt);
    Q_UNUSED(field)
}

void bindField(Statement& statement, int& index, const Catalog& catalog, const Field& field, const Value& value)
{
    switch (field.type) {
    case FieldType::Text:
        return bindText(statement, index, field, value);
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return bindPoints(statement, index, value);
    case FieldType::Address:
        return bindAddresses(statement, index, value);
    case FieldType::Relation:
        return bindRelation(statement, index, catalog, field, value);
    case FieldType::Options:
    case FieldType::Tags:
        if (isEmpty(value))
            statement.bind(index++, std::nullopt);
        else
            statement.bind(index++, encodeValue(value));
        return;
    case FieldType::Money: {
        bindScalar(statement, index++, field, value);
        const auto* money = std::get_if<Money>(&value);
        if (money)
            statement.bind(index++, money->currency);
        else
            statement.bind(index++, std::nullopt);
        return;
    }
    default:
        bindScalar(statement, index++, field, value);
    }
}

Value readField(const Statement& statement, int& column, const Catalog& catalog, const Field& field)
{
    const int first = column;
    column += int(readColumns(field).size());
    const bool hasList =
        field.type == FieldType::Phone || field.type == FieldType::Mail || field.type == FieldType::Link;
    if (statement.isNull(first) && !(hasList && !statement.isNull(first + 1)))
        return {};
    switch (field.type) {
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return readPoints(statement, first);
    case FieldType::Money:
        return Money{statement.integer(first), statement.text(first + 1)};
    case FieldType::Relation:
        return readRelation(statement, first, catalog, field);
    case FieldType::Options:
    case FieldType::Tags:
    case FieldType::Address: {
        auto value = decodeValue(statement.blob(first).toByteArray());
        return value ? std::move(value).value() : Value{};
    }
    default:
        return readScalar(statement, first, field);
    }
}

}
