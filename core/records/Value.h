#pragma once

#include "core/base/Clock.h"
#include "core/catalog/Field.h"
#include "core/text/figures/Decimal.h"

#include <QDate>
#include <QString>

#include <variant>
#include <vector>

namespace kith {

// An amount in the smallest unit of its currency (ISO 4217: 1.00 USD is 100, 1 JPY is 1).
struct Money
{
    std::int64_t minor = 0;
    QString currency; // three capital letters
    bool operator==(const Money&) const = default;
};

// One phone, mail or link of a record. `value` is the normal form (E.164; lower-case mail; absolute link); empty if
// what was typed could not be understood, which is kept and shown all the same.
struct Point
{
    QString value;
    QString typed; // empty if the same as value
    QString label; // "work", "mobile", ... or the person's own word
    bool operator==(const Point&) const = default;
    const QString& shown() const { return typed.isEmpty() ? value : typed; }
};

// One postal address.
struct Address
{
    QString country; // ISO 3166 alpha-2, or as typed if unknown
    QString region;
    QString city;
    QString district;
    QString street;
    QString postcode;
    QString label;
    bool operator==(const Address&) const = default;
    bool isEmpty() const; // a label alone is no address
};

// country, region, city, district, street, postcode: the words after the point in `address.city`.
const QStringList& addressComponents();
// The part of that name, null for another word.
const QString* addressComponent(const Address& address, QStringView component);
QString* addressComponent(Address& address, QStringView component);

// The first of a list is its primary.
using Points = std::vector<Point>;
using Addresses = std::vector<Address>;

// The far end of a relation.
struct Reference
{
    EntityId entity;
    RecordId record;
    bool operator==(const Reference&) const = default;
};

// Options or tags: ids, sorted, each once.
using IdSet = std::vector<Id128>;

// A value of a kind that a later Kith has and this one does not know: kept and handed on byte for byte, never shown.
struct UnknownValue
{
    QByteArray cbor; // one item, as core/wire/ValueCodec.h found it
    bool operator==(const UnknownValue&) const = default;
};

// What a field holds. monostate is empty; an empty text, list or set is never stored, it is monostate. A decimal has
// the scale of its field (core/text/figures/Decimal.h).
using Value = std::variant<std::monostate, QString, std::int64_t, bool, Decimal, Money, QDate, Instant, OptionId, IdSet,
                           Points, Addresses, Reference, UnknownValue>;

inline bool isEmpty(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

// Makes empties monostate and sets sorted: after this, equal values compare equal. Leaves out of lists what is empty,
// and `typed` where it is the same as `value`.
Value canonical(Value value);
// The same for a value of this field: a decimal also gets the field's scale where no digit is lost by it.
Value canonical(const Field& field, Value value);

// Whether a field of this type may hold this value (monostate always, UnknownValue never), and the value is one that
// can be typed: a date or moment of the years 1000 to 9999, a number above the least of 64 bits. Whether an option is
// one of the field's, a text short enough, a record there: the store's to say.
bool fits(const Field& field, const Value& value);

// The greatest number of characters (Unicode code points) of a text field.
int maximumCharacters(const Field& field);

}
