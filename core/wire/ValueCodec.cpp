#include "core/wire/ValueCodec.h"

#include "core/wire/Cbor.h"

#include <algorithm>
#include <array>

namespace kith {

namespace cbor {

namespace {

// Numbers of ValueCodec.h, for ever.
enum class Kind : std::int64_t {
    Decimal = 1,
    Money = 2,
    Date = 3,
    Instant = 4,
    Option = 5,
    Set = 6,
    Points = 7,
    Addresses = 8,
    Reference = 9
};

constexpr std::int64_t firstDay = 2440588;           // Julian day number of 1970-01-01
constexpr std::int64_t mostDays = 1'000'000'000'000; // more than QDate can hold

void begin(Writer& writer, Kind kind, std::size_t parts)
{
    writer.array(parts + 1);
    writer.integer(std::int64_t(kind));
}

template <std::size_t Count>
void writeTexts(Writer& writer, const std::array<const QString*, Count>& texts)
{
    auto count = Count;
    while (count > 0 && texts[count - 1]->isEmpty())
        --count;
    writer.array(count);
    for (std::size_t i = 0; i < count; ++i)
        writer.text(*texts[i]);
}

struct WriteValue
{
    Writer& writer;

    void operator()(std::monostate) const { writer.null(); }
    void operator()(const QString& text) const { writer.text(text); }
    void operator()(std::int64_t number) const { writer.integer(number); }
    void operator()(bool truth) const { writer.boolean(truth); }
    void operator()(const Decimal& decimal) const
    {
        begin(writer, Kind::Decimal, 2);
        writer.integer(decimal.scale);
        writer.integer(decimal.units);
    }
    void operator()(const Money& money) const
    {
        begin(writer, Kind::Money, 2);
        writer.integer(money.minor);
        writer.text(money.currency);
    }
    void operator()(QDate date) const
    {
        begin(writer, Kind::Date, 1);
        writer.integer(date.toJulianDay() - firstDay);
    }
    void operator()(Instant instant) const
    {
        begin(writer, Kind::Instant, 1);
        writer.integer(instant.milliseconds());
    }
    void operator()(const OptionId& id) const
    {
        begin(writer, Kind::Option, 1);
        writer.id(id);
    }
    void operator()(const IdSet& ids) const
    {
        begin(writer, Kind::Set, ids.size());
        for (const auto& id : ids)
            writer.id(id);
    }
    void operator()(const Points& points) const
    {
        begin(writer, Kind::Points, points.size());
        for (const auto& point : points)
            writeTexts<3>(writer, {&point.value, &point.typed, &point.label});
    }
    void operator()(const Addresses& addresses) const
    {
        begin(writer, Kind::Addresses, addresses.size());
        for (const auto& a : addresses)
            writeTexts<7>(writer, {&a.country, &a.region, &a.city, &a.district, &a.street, &a.postcode, &a.label});
    }
    void operator()(const Reference& reference) const
    {
        begin(writer, Kind::Reference, 2);
        writer.id(reference.entity);
        writer.id(reference.record);
    }
    void operator()(const UnknownValue& unknown) const { writer.item(unknown.cbor); }
};

template <std::size_t Count>
void readTexts(Reader& reader, const std::array<QString*, Count>& texts)
{
    if (!reader.enterArray())
        return;
    std::size_t read = 0;
    for (; reader.hasNext() && read < Count; ++read)
        *texts[read] = reader.text();
    // A thing of nothing would cost one byte to send and much more to hold.
    if (read == 0 || reader.hasNext())
        reader.fail();
    reader.leave();
}

Value readDecimal(Reader& reader)
{
    Decimal decimal;
    const auto scale = reader.integer();
    decimal.units = reader.integer();
    if (scale < 0 || scale > Decimal::greatestScale)
        reader.fail();
    decimal.scale = int(scale);
    return decimal;
}

Value readMoney(Reader& reader)
{
    Money money;
    money.minor = reader.integer();
    money.currency = reader.text();
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (money.currency.size() != 3 || !std::all_of(money.currency.begin(), money.currency.end(), isCapital))
        reader.fail();
    return money;
}

Value readDate(Reader& reader)
{
    const auto days = reader.integer();
    const auto date = days > -mostDays && days < mostDays ? QDate::fromJulianDay(days + firstDay) : QDate();
    if (!date.isValid())
        reader.fail();
    return date;
}

Value readSet(Reader& reader)
{
    IdSet ids;
    while (reader.hasNext()) {
        ids.push_back(reader.id());
        if (ids.size() > mostEncodedEntries)
            reader.fail();
    }
    return ids;
}

Value readPoints(Reader& reader)
{
    Points points;
    while (reader.hasNext()) {
        Point& point = points.emplace_back();
        readTexts<3>(reader, {&point.value, &point.typed, &point.label});
        if (points.size() > mostEncodedEntries)
            reader.fail();
    }
    return points;
}

Value readAddresses(Reader& reader)
{
    Addresses addresses;
    while (reader.hasNext()) {
        Address& a = addresses.emplace_back();
        readTexts<7>(reader, {&a.country, &a.region, &a.city, &a.district, &a.street, &a.postcode, &a.label});
        if (addresses.size() > mostEncodedEntries)
            reader.fail();
    }
    return addresses;
}

Value readReference(Reader& reader)
{
    Reference reference;
    reference.entity = EntityId::from(reader.id());
    reference.record = RecordId::from(reader.id());
    return reference;
}

std::optional<Value> readKind(Reader& reader, Kind kind)
{
    switch (kind) {
    case Kind::Decimal:
        return readDecimal(reader);
    case Kind::Money:
        return readMoney(reader);
    case Kind::Date:
        return readDate(reader);
    case Kind::Instant:
        return Instant::fromMilliseconds(reader.integer());
    case Kind::Option:
        return OptionId::from(reader.id());
    case Kind::Set:
        return readSet(reader);
    case Kind::Points:
        return readPoints(reader);
    case Kind::Addresses:
        return readAddresses(reader);
    case Kind::Reference:
        return readReference(reader);
    }
    return std::nullopt;
}

Value readArray(Reader& reader)
{
    const auto start = reader.offset();
    if (!reader.enterArray())
        return {};
    std::optional<Value> value;
    if (reader.hasNext() && reader.isInteger()) {
        if (reader.type() == QCborStreamReader::UnsignedInteger) {
            const auto kind = reader.number();
            value = kind <= std::uint64_t(Kind::Reference) ? readKind(reader, Kind(kind)) : std::nullopt;
        }
    }
    if (value) {
        if (reader.hasNext())
            reader.fail(); // a known kind never changes its shape
        reader.leave();
        return canonical(std::move(*value));
    }
    while (reader.hasNext())
        reader.skip();
    reader.leave();
    return UnknownValue{reader.since(start)};
}

}

void write(Writer& writer, const Value& value)
{
    std::visit(WriteValue{writer}, value);
}

Value readValue(Reader& reader)
{
    if (!reader.ok())
        return {};
    switch (reader.type()) {
    case QCborStreamReader::String:
        return canonical(reader.text());
    case QCborStreamReader::UnsignedInteger:
    case QCborStreamReader::NegativeInteger:
        return reader.integer();
    case QCborStreamReader::Array:
        return readArray(reader);
    case QCborStreamReader::SimpleType:
        break;
    default:
        const auto start = reader.offset();
        reader.skip();
        return UnknownValue{reader.since(start)};
    }
    return reader.simple();
}

}

QByteArray encodeValue(const Value& value)
{
    cbor::Writer writer(32);
    cbor::write(writer, value);
    return writer.take();
}

QByteArray encodeFields(const FieldValues& fields)
{
    cbor::Writer writer(qsizetype(fields.size()) * 32);
    writer.map(fields.size());
    for (const auto& [field, value] : fields) {
        writer.id(field);
        cbor::write(writer, value);
    }
    return writer.take();
}

// An array of two: the kind and the entry.
bool hasOneEntry(QByteArrayView bytes)
{
    return !bytes.isEmpty() && std::uint8_t(bytes.front()) == 0x82;
}

// Such a point begins with the head of its array, of two or three, and an empty text. Most lists have none, which the
// bytes tell; where these stand elsewhere, in a text, the list tells.
bool hasUnreadPoint(QByteArrayView bytes)
{
    if (!bytes.contains(QByteArrayView("\x82\x60")) && !bytes.contains(QByteArrayView("\x83\x60")))
        return false;
    const auto value = decodeValue(bytes.toByteArray());
    const auto* points = value ? std::get_if<Points>(&*value) : nullptr;
    return points &&
           std::any_of(points->begin(), points->end(), [](const Point& point) { return point.value.isEmpty(); });
}

Result<Value> decodeValue(const QByteArray& bytes)
{
    cbor::Reader reader(bytes);
    auto value = cbor::readValue(reader);
    if (!reader.atEnd())
        return reader.error();
    return value;
}

Result<FieldValues> decodeFields(const QByteArray& bytes)
{
    cbor::Reader reader(bytes);
    FieldValues fields;
    reader.enterMap();
    while (reader.hasNext()) {
        const auto field = FieldId::from(reader.id());
        auto value = cbor::readValue(reader);
        if (fields.size() == mostEncodedFields || !fields.emplace(field, std::move(value)).second)
            reader.fail();
    }
    reader.leave();
    if (!reader.atEnd())
        return reader.error();
    return fields;
}

}
