#pragma once

#include "core/records/Record.h"

#include <rapidcheck.h>

#include <limits>
#include <ostream>

// Arbitrary values for property tests. Whoever includes this links kith_records and rapidcheck.
namespace kith {

inline void showValue(const Value& value, std::ostream& out)
{
    out << "value of kind " << value.index();
    if (const auto* text = std::get_if<QString>(&value))
        out << " \"" << text->toStdString() << '"';
    if (const auto* number = std::get_if<std::int64_t>(&value))
        out << ' ' << *number;
    if (const auto* points = std::get_if<Points>(&value)) {
        for (const auto& point : *points)
            out << " {" << point.value.toStdString() << '|' << point.typed.toStdString() << '|'
                << point.label.toStdString() << '}';
    }
}

namespace testing {

// One character of a kind that has made trouble somewhere: ASCII with every sign of our formats, Chinese, accents,
// beyond the basic plane. No lone surrogates, which no file and no keyboard gives.
inline rc::Gen<QString> anyCharacter()
{
    using namespace Qt::StringLiterals;
    return rc::gen::weightedOneOf<QString>(
        {{6, rc::gen::map(rc::gen::inRange(0x20, 0x7f), [](int c) { return QString(QChar(c)); })},
         {2, rc::gen::element(u";"_s, u":"_s, u"\""_s, u"'"_s, u","_s, u"\\"_s, u"["_s, u"{"_s, u"("_s, u"="_s)},
         {2, rc::gen::map(rc::gen::inRange(0x4e00, 0x9fa5), [](int c) { return QString(QChar(c)); })},
         {1, rc::gen::element(u"é"_s, u"ß"_s, u"；"_s, u"：“"_s, u"（"_s, u"😀"_s, u"𠮷"_s, u"\u00a0"_s)}});
}

inline rc::Gen<QString> anyText()
{
    return rc::gen::map(rc::gen::container<std::vector<QString>>(anyCharacter()), [](const std::vector<QString>& list) {
        QString text;
        for (const auto& character : list)
            text += character;
        return text;
    });
}

// As a person's text is kept: without white space at its ends, not empty.
inline rc::Gen<QString> anyWords()
{
    return rc::gen::map(anyText(), [](const QString& text) {
        const auto trimmed = text.trimmed();
        return trimmed.isEmpty() ? QStringLiteral("x") : trimmed;
    });
}

inline rc::Gen<std::int64_t> anyInteger()
{
    return rc::gen::weightedOneOf<std::int64_t>(
        {{3, rc::gen::arbitrary<std::int64_t>()},
         {1, rc::gen::element<std::int64_t>(std::numeric_limits<std::int64_t>::min(),
                                            std::numeric_limits<std::int64_t>::max(), 0, -1, 23, 24, 255, 256, -25)}});
}

template <typename IdType = Id<void>>
rc::Gen<IdType> anyId()
{
    const auto custom = rc::gen::map(rc::gen::arbitrary<std::array<std::uint8_t, 16>>(), [](const auto& bytes) {
        IdType id;
        id.bytes = bytes;
        id.bytes[0] |= 1; // never null
        return id;
    });
    const auto shipped = rc::gen::map(rc::gen::inRange<std::int64_t>(1, 1'000'000),
                                      [](std::int64_t number) { return shippedId<IdType>(number); });
    return rc::gen::oneOf(custom, shipped);
}

inline rc::Gen<IdSet> anyIdSet()
{
    return rc::gen::map(rc::gen::container<std::vector<Id<void>>>(anyId()),
                        [](const auto& ids) { return IdSet(ids.begin(), ids.end()); });
}

inline rc::Gen<Decimal> anyDecimal(int scale)
{
    return rc::gen::map(anyInteger(), [scale](std::int64_t units) { return Decimal{units, scale}; });
}

inline rc::Gen<Money> anyMoney()
{
    return rc::gen::apply(
        [](std::int64_t minor, const char* currency) {
            return Money{minor, QString::fromLatin1(currency)};
        },
        anyInteger(), rc::gen::element("CNY", "USD", "JPY", "KWD", "EUR"));
}

// Of the years 1000 to 9999, as people's dates are.
inline rc::Gen<QDate> anyDate()
{
    return rc::gen::map(
        rc::gen::inRange<qint64>(QDate(1000, 1, 1).toJulianDay(), QDate(9999, 12, 31).toJulianDay() + 1),
        [](qint64 day) { return QDate::fromJulianDay(day); });
}

inline rc::Gen<Instant> anyInstant()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 200'000'000'000'000),
                        [](std::int64_t ms) { return Instant::fromMilliseconds(ms); });
}

inline rc::Gen<QString> anyLabel()
{
    using namespace Qt::StringLiterals;
    return rc::gen::weightedOneOf<QString>({{3, rc::gen::just(QString())},
                                            {3, rc::gen::element(u"work"_s, u"mobile"_s, u"仓库"_s, u"My line 2"_s)},
                                            {1, anyWords()}});
}

// Any texts at all: what a hostile or an older program may have left.
inline rc::Gen<Points> anyPoints()
{
    return rc::gen::container<Points>(rc::gen::apply(
        [](QString value, QString typed, QString label) {
            return Point{std::move(value), std::move(typed), std::move(label)};
        },
        anyText(), anyText(), anyLabel()));
}

inline rc::Gen<Addresses> anyAddresses()
{
    return rc::gen::container<Addresses>(rc::gen::apply(
        [](const std::vector<QString>& parts, QString label) {
            return Address{parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], std::move(label)};
        },
        rc::gen::container<std::vector<QString>>(6, anyText()), anyLabel()));
}

// Well-formed items that no version has given a meaning yet.
inline rc::Gen<UnknownValue> anyUnknownValue()
{
    return rc::gen::map(rc::gen::element("\x82\x18\x63\x01", "\xfb\x3f\xf0\0\0\0\0\0\0", "\xc1\x1a\x65\0\0\0",
                                         "\x83\x0a\x81\x82\x01\x02\xa1\x01\x61x", "\x42hi", "\xf7", "\x80", "\xa0"),
                        [](const char* bytes) {
                            const auto first = std::uint8_t(bytes[0]);
                            return UnknownValue{first == 0xfb   ? QByteArray(bytes, 9)
                                                : first == 0xc1 ? QByteArray(bytes, 6)
                                                                : QByteArray(bytes)};
                        });
}

// A canonical value of any kind.
inline rc::Gen<Value> anyValue()
{
    const auto wrapped = [](auto gen) {
        return rc::gen::map(std::move(gen), [](auto v) { return Value(std::move(v)); });
    };
    return rc::gen::map(rc::gen::oneOf(rc::gen::just(Value()), wrapped(anyText()), wrapped(anyInteger()),
                                       wrapped(rc::gen::arbitrary<bool>()), wrapped(anyDecimal(2)), wrapped(anyMoney()),
                                       wrapped(anyDate()), wrapped(anyInstant()), wrapped(anyId<OptionId>()),
                                       wrapped(anyIdSet()), wrapped(anyPoints()), wrapped(anyAddresses()),
                                       wrapped(rc::gen::apply(
                                           [](EntityId e, RecordId r) {
                                               return Reference{e, r};
                                           },
                                           anyId<EntityId>(), anyId<RecordId>())),
                                       wrapped(anyUnknownValue())),
                        [](Value value) { return canonical(std::move(value)); });
}

inline rc::Gen<FieldValues> anyFields()
{
    return rc::gen::container<FieldValues>(anyId<FieldId>(), anyValue());
}

}

}
