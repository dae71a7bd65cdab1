#include "core/records/ValueJson.h"

#include "core/records/forms/JsonLists.h"
#include "core/text/FieldError.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QJsonArray idsJson(const Field& field, const IdSet& ids)
{
    QJsonArray array;
    for (const auto& id : ids) {
        const Option* option = field.option(OptionId::from(id));
        array.append(option ? option->key : field.type == FieldType::Options ? catalogIdText(id) : id.toString());
    }
    return array;
}

Error wrongShape(const QJsonValue& json)
{
    const auto text = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    return Error{ErrorCode::ValueInvalid, {QString(), QString::fromUtf8(text.mid(1, text.size() - 2)), {}}};
}

// A relation and a tag are named by ids; their titles are for readers only.
Result<RecordId> recordIn(const QJsonValue& json)
{
    const auto text = json.isObject() ? json["id"_L1].toString() : json.toString();
    if (const auto id = RecordId::fromString(text))
        return *id;
    return wrongShape(json);
}

Result<Value> referenceFromJson(const Catalog& catalog, const Field& field, const QJsonValue& json)
{
    KITH_TRY(const auto record, recordIn(json));
    const Entity* target = field.targets.size() == 1 ? catalog.entity(field.targets.first()) : nullptr;
    return canonical(Value(Reference{target ? target->id : EntityId(), record}));
}

Result<Value> tagsFromJson(const QJsonValue& json)
{
    if (!json.isArray())
        return wrongShape(json);
    IdSet ids;
    for (const auto& item : json.toArray()) {
        KITH_TRY(const auto record, recordIn(item));
        ids.push_back(record);
    }
    return canonical(Value(std::move(ids)));
}

Result<Value> arrayFromJson(const Field& field, const QJsonArray& array, const TextConventions& conventions,
                            QStringList* notices)
{
    if (field.type == FieldType::Address)
        return addressesFromJson(array, notices);
    if (field.isList())
        return pointsFromJson(field.type, array, conventions, notices);
    if (field.type != FieldType::Options)
        return wrongShape(array);
    QStringList keys;
    for (const auto& item : array)
        keys += item.toString();
    return readValue(field, keys.join(u';'), conventions, notices);
}

Result<Value> fromJson(const Catalog& catalog, const Field& field, const QJsonValue& json,
                       const TextConventions& conventions, QStringList* notices)
{
    if (json.isNull() || json.isUndefined())
        return Value();
    if (field.type == FieldType::Relation)
        return referenceFromJson(catalog, field, json);
    if (field.type == FieldType::Tags)
        return tagsFromJson(json);
    if (json.isString())
        return readValue(field, json.toString(), conventions, notices);
    if (json.isBool() && field.type == FieldType::Boolean)
        return Value(json.toBool());
    if (json.isDouble() && field.type == FieldType::Integer && double(json.toInteger()) == json.toDouble())
        return Value(std::int64_t(json.toInteger()));
    if (json.isArray())
        return arrayFromJson(field, json.toArray(), conventions, notices);
    if (json["amount"_L1].isString() && field.type == FieldType::Money) {
        const auto amount = json["amount"_L1].toString() + u' ' + json["currency"_L1].toString();
        return readValue(field, amount, conventions, notices);
    }
    return wrongShape(json);
}

}

QJsonValue jsonValue(const Field& field, const Value& value)
{
    if (isEmpty(value) || std::holds_alternative<UnknownValue>(value))
        return QJsonValue::Null;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return QJsonValue(qint64(*number));
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth;
    if (const auto* money = std::get_if<Money>(&value))
        return QJsonObject{{u"amount"_s, exactAmount(*money)}, {u"currency"_s, money->currency}};
    if (const auto* ids = std::get_if<IdSet>(&value))
        return idsJson(field, *ids);
    if (const auto* points = std::get_if<Points>(&value))
        return jsonOf(*points);
    if (const auto* addresses = std::get_if<Addresses>(&value))
        return jsonOf(*addresses);
    if (const auto* reference = std::get_if<Reference>(&value))
        return QJsonObject{{u"id"_s, reference->record.toString()}};
    return exactText(field, value);
}

Result<Value> valueFromJson(const Catalog& catalog, const Field& field, const QJsonValue& json,
                            const TextConventions& conventions, QStringList* notices)
{
    auto value = fromJson(catalog, field, json, conventions, notices);
    if (!value && !value.error().detail.isEmpty() && value.error().detail.first().isEmpty())
        return withField(value.error(), field.label.in(conventions.language));
    return value;
}

}
