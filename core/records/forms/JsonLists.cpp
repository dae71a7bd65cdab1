#include "core/records/forms/JsonLists.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject& object, const QString& key, const QString& text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

Error wrongShape(const QJsonValue& json)
{
    const auto document = json.isObject() ? QJsonDocument(json.toObject()) : QJsonDocument(json.toArray());
    return Error{ErrorCode::ValueInvalid, {QString(), QString::fromUtf8(document.toJson(QJsonDocument::Compact)), {}}};
}

Result<QJsonObject> objectOf(const QJsonValue& item, const QStringList& keys)
{
    if (!item.isObject())
        return wrongShape(item);
    const auto object = item.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!keys.contains(it.key()) || !it.value().isString())
            return wrongShape(item);
        if (it.value().toString().size() > longestEntry)
            return Error{ErrorCode::TextTooLong, {QString(), QString::number(longestEntry)}};
    }
    return object;
}

Status checkCount(const QJsonArray& json)
{
    if (json.size() <= mostEntries)
        return {};
    return Error{ErrorCode::ValueInvalid, {QString(), QString::number(json.size()), {}}};
}

}

QJsonArray jsonOf(const Points& points)
{
    QJsonArray array;
    for (const auto& point : points) {
        QJsonObject object;
        put(object, u"value"_s, point.value);
        put(object, u"typed"_s, point.typed);
        put(object, u"label"_s, point.label);
        array.append(object);
    }
    return array;
}

QJsonArray jsonOf(const Addresses& addresses)
{
    QJsonArray array;
    for (const auto& address : addresses) {
        QJsonObject object;
        for (const auto& component : addressComponents())
            put(object, component, *addressComponent(address, component));
        put(object, u"label"_s, address.label);
        array.append(object);
    }
    return array;
}

std::optional<QJsonArray> jsonArrayIn(QStringView text)
{
    if (!text.startsWith(u"[{"))
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

Result<Value> pointsFromJson(FieldType type, const QJsonArray& json, const TextConventions& conventions,
                             QStringList* notices)
{
    static const QStringList keys{u"value"_s, u"typed"_s, u"label"_s};
    KITH_TRY(checkCount(json));
    Points points;
    for (const auto& item : json) {
        KITH_TRY(const auto object, objectOf(item, keys));
        const auto value = object["value"_L1].toString();
        const auto typed = object["typed"_L1].toString();
        Point point = value.isEmpty() ? Point() : readPoint(type, value, conventions, nullptr);
        const bool isNone = value.isEmpty() && object.contains("value"_L1);
        if (isNone || (!value.isEmpty() && point.value == value))
            point.typed = typed;
        else
            point = readPoint(type, typed.isEmpty() ? value : typed, conventions, notices);
        point.label = object["label"_L1].toString();
        points.push_back(std::move(point));
    }
    return canonical(Value(std::move(points)));
}

Result<Value> addressesFromJson(const QJsonArray& json, QStringList* notices)
{
    static const QStringList keys = addressComponents() + QStringList{u"label"_s};
    KITH_TRY(checkCount(json));
    Addresses addresses;
    for (const auto& item : json) {
        KITH_TRY(const auto object, objectOf(item, keys));
        Address address;
        for (const auto& component : addressComponents()) {
            KITH_TRY(*addressComponent(address, component),
                     readAddressComponent(component, object[component].toString(), notices));
        }
        address.label = object["label"_L1].toString();
        addresses.push_back(std::move(address));
    }
    return canonical(Value(std::move(addresses)));
}

}
