#include "core/records/FieldCursor.h"
#include "tests/records/SmallCatalog.h"
#include "tests/support/RandomFieldValues.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

TEST_CASE("what holds nothing is empty, whatever its type")
{
    CHECK(isEmpty(canonical(QString())));
    CHECK(isEmpty(canonical(IdSet{})));
    CHECK(isEmpty(canonical(IdSet{Id128()})));
    CHECK(isEmpty(canonical(Points{{{}, {}, u"work"_s}})));
    CHECK(isEmpty(canonical(Addresses{{{}, {}, {}, {}, {}, {}, u"work"_s}})));
    CHECK(isEmpty(canonical(QDate())));
    CHECK(isEmpty(canonical(OptionId())));
    CHECK(isEmpty(canonical(Reference{shippedId<EntityId>(10), {}})));
    CHECK(isEmpty(canonical(UnknownValue{})));
    CHECK_FALSE(isEmpty(canonical(std::int64_t(0))));
    CHECK_FALSE(isEmpty(canonical(false)));
    CHECK_FALSE(isEmpty(canonical(Instant())));
}

TEST_CASE("sets are equal whatever their order, and lists lose what is empty in them")
{
    const auto one = shippedId<OptionId>(1);
    const auto two = shippedId<OptionId>(2);
    CHECK(canonical(IdSet{two, one, two}) == Value(IdSet{one, two}));
    CHECK(canonical(Points{{u"a"_s, u"a"_s, {}}, {}, {u"b"_s, u"B"_s, {}}}) ==
          Value(Points{{u"a"_s, {}, {}}, {u"b"_s, u"B"_s, {}}}));
}

TEST_CASE("a decimal gets the scale of its field where no digit is lost by it")
{
    CHECK(canonical(field(u"rate"), Decimal{15, 1}) == Value(Decimal{1500, 3}));
    CHECK(canonical(field(u"rate"), Decimal{15000, 4}) == Value(Decimal{1500, 3}));
    CHECK(canonical(field(u"rate"), Decimal{15001, 4}) == Value(Decimal{15001, 4}));
}

TEST_CASE("making a value canonical twice changes nothing more")
{
    CHECK(rc::check([] {
        const auto value = *anyValue();
        RC_ASSERT(canonical(value) == value);
    }));
}

TEST_CASE("a field takes values of its own type, and every field takes none")
{
    for (const auto& one : customer().fields) {
        INFO(one.key.toStdString());
        CHECK(fits(one, {}));
        CHECK_FALSE(fits(one, UnknownValue{QByteArray("\x80")}));
        CHECK(rc::check([&] { RC_ASSERT(fits(one, *anyValueFor(one))); }));
        std::vector<const Field*> unlike;
        for (const auto& other : customer().fields) {
            const bool alike = one.type == other.type || (fits(other, u"x"_s) && fits(one, u"x"_s)) ||
                               (fits(other, IdSet{one.id}) && fits(one, IdSet{one.id})) ||
                               (one.isList() && other.isList());
            if (!alike && one.type != FieldType::Address)
                unlike.push_back(&other);
        }
        if (unlike.empty())
            continue;
        CHECK(rc::check([&] {
            const auto value = *anyValueFor(**rc::gen::elementOf(unlike));
            RC_ASSERT(isEmpty(value) || !fits(one, value));
        }));
    }
    CHECK_FALSE(fits(field(u"rate"), Decimal{15, 1}));
    CHECK_FALSE(fits(field(u"staff"), std::numeric_limits<std::int64_t>::min()));
    CHECK_FALSE(fits(field(u"since"), QDate(999, 12, 31)));
    CHECK(fits(field(u"since"), QDate(1000, 1, 1)));
    CHECK_FALSE(fits(field(u"since"), QDate(10'000, 1, 1)));
    const auto utc = [](int year) { return Instant::fromDateTime(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC)); };
    CHECK(fits(field(u"seen"), utc(1000)));
    CHECK_FALSE(fits(field(u"seen"), Instant::fromMilliseconds(utc(1000).milliseconds() - 1)));
    CHECK_FALSE(fits(field(u"seen"), utc(10'000)));
    CHECK(fits(field(u"seen"), Instant::fromMilliseconds(utc(10'000).milliseconds() - 1)));
    CHECK_FALSE(fits(field(u"turnover"), Money{1, {}}));
    CHECK_FALSE(fits(field(u"turnover"), Money{1, u"cny"_s}));
    CHECK_FALSE(fits(field(u"address"), Points{{u"a"_s, {}, {}}}));
}

TEST_CASE("a record answers with its value, or with nothing for a field it does not hold")
{
    Record record;
    record.fields[field(u"name").id] = u"Ada"_s;
    CHECK(record.value(field(u"name").id) == Value(u"Ada"_s));
    CHECK(isEmpty(record.value(field(u"staff").id)));
}

TEST_CASE("every part of an address is reached by its name")
{
    Address address;
    for (const auto& name : addressComponents())
        *addressComponent(address, name) = name;
    CHECK(address == Address{u"country"_s, u"region"_s, u"city"_s, u"district"_s, u"street"_s, u"postcode"_s, {}});
    CHECK(addressComponent(address, u"label") == nullptr);
}

TEST_CASE("a cursor finds the values of fields in whatever order they are asked for")
{
    FieldValues values;
    for (const auto number : {2, 3, 7})
        values[shippedId<FieldId>(number)] = std::int64_t(number);
    FieldCursor cursor(values);
    for (const auto number : {1, 2, 7, 3, 3, 8, 1, 7, 4, 2}) {
        const auto found = values.find(shippedId<FieldId>(number));
        CHECK(cursor.value(shippedId<FieldId>(number)) == (found == values.end() ? Value() : found->second));
    }
    CHECK(isEmpty(FieldCursor(FieldValues()).value(shippedId<FieldId>(1))));
}
