#include "core/records/Value.h"

#include <algorithm>
#include <limits>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool isNothing(const Point& point)
{
    return point.value.isEmpty() && point.typed.isEmpty();
}

Value tidied(IdSet ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (!ids.empty() && ids.front().isNull())
        ids.erase(ids.begin());
    return ids.empty() ? Value() : Value(std::move(ids));
}

Value tidied(Points points)
{
    points.erase(std::remove_if(points.begin(), points.end(), isNothing), points.end());
    for (auto& point : points) {
        if (point.typed == point.value)
            point.typed.clear();
    }
    return points.empty() ? Value() : Value(std::move(points));
}

Value tidied(Addresses addresses)
{
    addresses.erase(
        std::remove_if(addresses.begin(), addresses.end(), [](const Address& address) { return address.isEmpty(); }),
        addresses.end());
    return addresses.empty() ? Value() : Value(std::move(addresses));
}

template <typename Kind, typename Condition>
bool holds(const Value& value, const Condition& condition)
{
    const Kind* one = std::get_if<Kind>(&value);
    return one && condition(*one);
}

bool isCurrency(const QString& code)
{
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

// The one number that has no opposite, which no reader of numbers takes.
constexpr auto leastNumber = std::numeric_limits<std::int64_t>::min();

bool canBeTyped(QDate date)
{
    return date.year() >= 1000 && date.year() <= 9999;
}

bool canBeTyped(Instant instant)
{
    constexpr std::int64_t begin = -30'610'224'000'000; // 1000-01-01T00:00Z
    constexpr std::int64_t end = 253'402'300'800'000;   // 10000-01-01T00:00Z
    return instant.milliseconds() >= begin && instant.milliseconds() < end;
}

}

bool Address::isEmpty() const
{
    return country.isEmpty() && region.isEmpty() && city.isEmpty() && district.isEmpty() && street.isEmpty() &&
           postcode.isEmpty();
}

const QStringList& addressComponents()
{
    static const QStringList names{u"country"_s, u"region"_s, u"city"_s, u"district"_s, u"street"_s, u"postcode"_s};
    return names;
}

const QString* addressComponent(const Address& address, QStringView component)
{
    switch (addressComponents().indexOf(component)) {
    case 0:
        return &address.country;
    case 1:
        return &address.region;
    case 2:
        return &address.city;
    case 3:
        return &address.district;
    case 4:
        return &address.street;
    case 5:
        return &address.postcode;
    default:
        return nullptr;
    }
}

QString* addressComponent(Address& address, QStringView component)
{
    return const_cast<QString*>(addressComponent(std::as_const(address), component));
}

Value canonical(Value value)
{
    if (auto* text = std::get_if<QString>(&value))
        return text->isEmpty() ? Value() : std::move(value);
    if (auto* ids = std::get_if<IdSet>(&value))
        return tidied(std::move(*ids));
    if (auto* points = std::get_if<Points>(&value))
        return tidied(std::move(*points));
    if (auto* addresses = std::get_if<Addresses>(&value))
        return tidied(std::move(*addresses));
    if (const auto* date = std::get_if<QDate>(&value))
        return date->isValid() ? std::move(value) : Value();
    if (const auto* option = std::get_if<OptionId>(&value))
        return option->isNull() ? Value() : std::move(value);
    if (const auto* reference = std::get_if<Reference>(&value))
        return reference->record.isNull() ? Value() : std::move(value);
    if (const auto* unknown = std::get_if<UnknownValue>(&value))
        return unknown->cbor.isEmpty() ? Value() : std::move(value);
    return value;
}

Value canonical(const Field& field, Value value)
{
    if (const auto* decimal = std::get_if<Decimal>(&value); decimal && decimal->scale != field.scale) {
        const auto rescaled = decimal->rescaled(field.scale);
        return rescaled ? Value(*rescaled) : std::move(value);
    }
    return canonical(std::move(value));
}

bool fits(const Field& field, const Value& value)
{
    if (isEmpty(value))
        return true;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Number:
        return std::holds_alternative<QString>(value);
    case FieldType::Integer:
        return holds<std::int64_t>(value, [](std::int64_t number) { return number != leastNumber; });
    case FieldType::Decimal:
        return holds<Decimal>(value,
                              [&](const Decimal& one) { return one.scale == field.scale && one.units != leastNumber; });
    case FieldType::Money:
        return holds<Money>(value,
                            [](const Money& one) { return isCurrency(one.currency) && one.minor != leastNumber; });
    case FieldType::Date:
        return holds<QDate>(value, [](QDate date) { return canBeTyped(date); });
    case FieldType::Instant:
        return holds<Instant>(value, [](Instant instant) { return canBeTyped(instant); });
    case FieldType::Boolean:
        return std::holds_alternative<bool>(value);
    case FieldType::Option:
        return std::holds_alternative<OptionId>(value);
    case FieldType::Options:
    case FieldType::Tags:
        return std::holds_alternative<IdSet>(value);
    case FieldType::Phone:
    case FieldType::Mail:
    case FieldType::Link:
        return std::holds_alternative<Points>(value);
    case FieldType::Address:
        return std::holds_alternative<Addresses>(value);
    case FieldType::Relation:
        return std::holds_alternative<Reference>(value);
    }
    return false;
}

int maximumCharacters(const Field& field)
{
    if (field.maximumLength > 0)
        return field.maximumLength;
    return field.type == FieldType::LongText ? 100'000 : 1'000;
}

}
