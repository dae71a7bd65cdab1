#include "core/wire/ValueCodec.h"
#include "tests/support/RandomValues.h"
#include "tests/support/Test.h"

#include <QCborMap>
#include <QCborValue>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

bool isRefused(const QByteArray& bytes)
{
    const auto value = decodeValue(bytes);
    return !value && value.error().code == ErrorCode::EncodingInvalid;
}

}

TEST_CASE("every value comes back from its bytes as it was")
{
    CHECK(rc::check([] {
        const auto value = *anyValue();
        const auto decoded = decodeValue(encodeValue(value));
        RC_ASSERT(decoded.ok());
        RC_ASSERT(*decoded == value);
    }));
}

TEST_CASE("the head of an encoded list tells whether it has one entry")
{
    const Point one{u"+4420790001"_s, {}, u"work"_s};
    CHECK(hasOneEntry(encodeValue(Points{one})));
    CHECK_FALSE(hasOneEntry(encodeValue(Points{one, one})));
    CHECK_FALSE(hasOneEntry(encodeValue(Points(40, one))));
    CHECK_FALSE(hasOneEntry({}));
}

TEST_CASE("an encoded list tells whether one of its entries was not understood")
{
    CHECK(hasUnreadPoint(encodeValue(Points{{u"+4420790001"_s, {}, {}}, {{}, u"ask Ada"_s, {}}})));
    // The bytes of such an entry, within a text.
    CHECK_FALSE(hasUnreadPoint(encodeValue(Points{{u"+4420790001"_s, u"あ\u3042`"_s, {}}, {u"\u3042`"_s, {}, {}}})));
    CHECK_FALSE(hasUnreadPoint({}));
    CHECK(rc::check([] {
        const auto points = canonical(Value(*anyPoints()));
        const auto* list = std::get_if<Points>(&points);
        const bool expected =
            list && std::any_of(list->begin(), list->end(), [](const Point& point) { return point.value.isEmpty(); });
        RC_ASSERT(hasUnreadPoint(encodeValue(points)) == expected);
    }));
}

TEST_CASE("the fields of a record come back as they were, empties too")
{
    CHECK(rc::check([] {
        const auto fields = *anyFields();
        const auto decoded = decodeFields(encodeFields(fields));
        RC_ASSERT(decoded.ok());
        RC_ASSERT(*decoded == fields);
    }));
}

TEST_CASE("the bytes are CBOR that Qt reads, with map keys in the order of RFC 8949")
{
    CHECK(rc::check([] {
        const auto bytes = encodeFields(*anyFields());
        QCborParserError problem;
        const auto read = QCborValue::fromCbor(bytes, &problem);
        RC_ASSERT(problem.error == QCborError::NoError);
        RC_ASSERT(read.isMap());
        QByteArray last;
        for (const auto& [key, value] : read.toMap()) {
            const auto encoded = key.toCbor();
            RC_ASSERT(last < encoded);
            last = encoded;
        }
    }));
}

TEST_CASE("values are as small as they are common")
{
    CHECK(encodeValue({}) == hex("f6"));
    CHECK(encodeValue(true) == hex("f5"));
    CHECK(encodeValue(u"Ada"_s) == hex("63416461"));
    CHECK(encodeValue(u"客"_s) == hex("63e5aea2"));
    CHECK(encodeValue(std::int64_t(-1)) == hex("20"));
    CHECK(encodeValue(std::int64_t(1'000'000)) == hex("1a000f4240"));
    CHECK(encodeValue(Decimal{15, 1}) == hex("8301010f"));
    CHECK(encodeValue(Money{105'400, u"CNY"_s}) == hex("83021a00019bb863434e59"));
    CHECK(encodeValue(QDate(1970, 1, 2)) == hex("820301"));
    CHECK(encodeValue(Instant::fromMilliseconds(-1)) == hex("820420"));
    CHECK(encodeValue(shippedId<OptionId>(100'201)) == hex("82051a00018769"));
    CHECK(encodeValue(Points{{u"+8613812345678"_s, {}, u"work"_s}}) ==
          hex("8207836e2b3836313338313233343536373860") + hex("64776f726b"));
    CHECK(encodeValue(Addresses{{u"CN"_s, {}, u"上海"_s, {}, {}, {}, {}}}) == hex("82088362434e6066e4b88ae6b5b7"));
}

TEST_CASE("what a later version wrote is kept byte for byte")
{
    const auto later = hex("840b63616263a1010282f6c1fb3ff0000000000000");
    const auto value = decodeValue(later);
    REQUIRE_OK(value);
    CHECK(*value == Value(UnknownValue{later}));
    CHECK(encodeValue(*value) == later);

    SECTION("also in the middle of a record")
    {
        const auto record = hex("a31903e9634164611903ea") + later + hex("1903eb01");
        const auto fields = decodeFields(record);
        REQUIRE_OK(fields);
        CHECK(fields->at(shippedId<FieldId>(1003)) == Value(std::int64_t(1)));
        CHECK(encodeFields(*fields) == record);
    }
}

TEST_CASE("lists of unknown length and texts in parts, as other writers have them, are read")
{
    CHECK(*decodeValue(hex("9f031864ff")) == Value(QDate(1970, 4, 11)));
    CHECK(*decodeValue(hex("7f61416264 61ff")) == Value(u"Ada"_s));
}

TEST_CASE("what is not canonical becomes so by reading")
{
    CHECK(*decodeValue(hex("60")) == Value());
    CHECK(*decodeValue(hex("8106")) == Value());
    CHECK(*decodeValue(hex("84060301 03")) == Value(IdSet{shippedId<OptionId>(1), shippedId<OptionId>(3)}));
    CHECK(*decodeValue(hex("8207826161 6161")) == Value(Points{{u"a"_s, {}, {}}}));
}

TEST_CASE("bytes that no Kith writes are refused")
{
    CHECK(isRefused({}));
    CHECK(isRefused(hex("6341")));               // cut
    CHECK(isRefused(hex("0101")));               // something behind
    CHECK(isRefused(hex("61ff")));               // no UTF-8
    CHECK(isRefused(hex("1bffffffffffffffff"))); // beyond 64 bits with a sign
    CHECK(isRefused(hex("3bffffffffffffffff")));
    CHECK(isRefused(hex("83011320")));               // a scale of 19
    CHECK(isRefused(hex("83012001")));               // a scale below 0
    CHECK(isRefused(hex("83020163636e79")));         // a currency in small letters
    CHECK(isRefused(hex("82031b7fffffffffffffff"))); // a day that no calendar has
    CHECK(isRefused(hex("82033b7fffffffffffffff")));
    CHECK(isRefused(hex("830301 02")));                            // a date of two parts
    CHECK(isRefused(hex("8103")));                                 // of none
    CHECK(isRefused(hex("82054f000102030405060708090a0b0c0d0e"))); // an id of 15 bytes
    CHECK(isRefused(hex("820780")));                               // a point of nothing
    CHECK(isRefused(hex("82078461616161 61616161")));              // of four texts
    CHECK(isRefused(hex("9f03")));                                 // a list that never ends
    CHECK(isRefused(hex("ff")));
    CHECK(decodeFields(hex("a2 01f6 01f6")).ok() == false); // one field twice
    CHECK(decodeFields(hex("80")).ok() == false);
    CHECK(decodeFields(hex("bf01ff")).ok() == false);
    CHECK(decodeFields(hex("a101f6")).ok());
}

TEST_CASE("a value that costs little to send and much to hold is refused")
{
    CHECK_FALSE(isRefused(QByteArray(16, '\x81') + '\x80'));
    CHECK(isRefused(QByteArray(1'000'000, '\x81') + '\x80'));
    CHECK(isRefused(hex("9a00100000") + '\x06' + QByteArray(0xfffff, '\x01')));
    const QByteArray most(largestEncoding - 5, 'x');
    CHECK_FALSE(isRefused(hex("5a003ffffb") + most));
    CHECK(isRefused(hex("5a003ffffc") + most + 'x'));
}

TEST_CASE("no bytes make the reader fall, and what it accepts it writes in a form that it reads the same")
{
    CHECK(rc::check([](std::vector<std::uint8_t> noise) {
        const auto start = *rc::gen::map(anyValue(), encodeValue);
        QByteArray bytes = start;
        for (const auto byte : noise) {
            if (!bytes.isEmpty())
                bytes[qsizetype(byte) % bytes.size()] = char(*rc::gen::arbitrary<std::uint8_t>());
        }
        const auto value = decodeValue(bytes);
        if (value)
            RC_ASSERT(*decodeValue(encodeValue(*value)) == *value);
    }));
}
