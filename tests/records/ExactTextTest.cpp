#include "tests/records/SmallCatalog.h"
#include "tests/support/RandomFieldValues.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

Value again(const Field& one, const Value& value)
{
    const auto text = exactText(one, value);
    const auto read = readValue(one, text, shanghai());
    RC_LOG() << text.toStdString() << '\n';
    RC_ASSERT(read.ok());
    return *read;
}

bool isReadByTheStore(FieldType type)
{
    return type == FieldType::Relation || type == FieldType::Tags;
}

}

TEST_CASE("every value but a list comes back from its exact text as it was")
{
    for (const auto& one : customer().fields) {
        if (one.isList() || isReadByTheStore(one.type))
            continue;
        INFO(one.key.toStdString());
        CHECK(rc::check([&] {
            const auto value = *anyValueFor(one);
            RC_ASSERT(again(one, value) == value);
        }));
    }
}

TEST_CASE("addresses come back from their exact text as they were")
{
    CHECK(rc::check([] {
        auto addresses = *anyAddresses();
        for (auto& address : addresses) {
            address.country = *rc::gen::element(QString(), u"CN"_s, u"GB"_s, u"Ruritania"_s);
            for (const auto& part : {u"region"_s, u"city"_s, u"district"_s, u"street"_s, u"postcode"_s})
                *addressComponent(address, part) = addressComponent(address, part)->trimmed();
            if (*rc::gen::arbitrary<bool>())
                address = Address{{}, {}, {}, {}, address.street, {}, address.label};
        }
        const auto value = canonical(addresses);
        RC_ASSERT(again(field(u"address"), value) == value);
    }));
}

TEST_CASE("whatever text was read as phones, mails or links comes back from its exact text")
{
    for (const auto key : {u"phones", u"mails", u"links"}) {
        CHECK(rc::check([&] {
            const auto piece = rc::gen::weightedOneOf<QString>(
                {{4, rc::gen::element(u"138 1234 5678"_s, u"+1 212 555 0100"_s, u"Ada@Example.com"_s,
                                      u"b@example.com"_s, u"example.com/x"_s, u"https://例子.cn"_s, u"work: "_s,
                                      u"Lager:"_s, u";"_s, u"\n"_s, u", "_s, u"ext=1"_s)},
                 {1, anyWords()}});
            const auto text = (*rc::gen::container<QStringList>(piece)).mid(0, 12).join(QString());
            const auto value = readValue(field(key), text, shanghai());
            RC_PRE(value.ok());
            RC_ASSERT(again(field(key), *value) == *value);
        }));
    }
}

TEST_CASE("phones typed in one country are the same numbers in another, as they were typed")
{
    const auto& phones = field(u"phones");
    CHECK(rc::check([&] {
        auto there = shanghai();
        there.region = *rc::gen::element(u"CN"_s, u"GB"_s, u"US"_s, u"DE"_s);
        const auto piece = rc::gen::element(u"138 1234 5678"_s, u"020 7946 0001"_s, u"+44 20 7946 0001"_s,
                                            u"(212) 555-0100"_s, u"not one"_s, u"work: 030 123456"_s);
        const auto text = (*rc::gen::nonEmpty(rc::gen::container<QStringList>(piece))).mid(0, 4).join(u"; "_s);
        const auto value = readValue(phones, text, there);
        RC_ASSERT(value.ok());
        const auto written = phonesText(phones, std::get<Points>(*value), shanghai());
        RC_LOG() << written.text.toStdString() << " in " << written.region.toStdString() << '\n';
        auto elsewhere = shanghai();
        elsewhere.region = written.region.isEmpty() ? *rc::gen::element(u"FR"_s, u"JP"_s) : written.region;
        RC_ASSERT(readValue(phones, written.text, elsewhere).value() == *value);
    }));
    const auto cell = [&](const QString& text, const QString& region) {
        auto there = shanghai();
        there.region = region;
        return phonesText(phones, std::get<Points>(*readValue(phones, text, there)), shanghai());
    };
    CHECK(cell(u"+44 20 7946 0001"_s, u"GB"_s).region.isEmpty());
    CHECK(cell(u"020 7946 0001"_s, u"GB"_s).region == u"GB"_s);
    CHECK(cell(u"020 7946 0001"_s, u"GB"_s).text == u"020 7946 0001"_s);
    CHECK(cell(u"138 1234 5678"_s, u"CN"_s).region == u"CN"_s);
}

TEST_CASE("an entry of commas alone is kept as it is")
{
    const auto read = readValue(field(u"mails"), u"仓库: ,"_s, shanghai());
    REQUIRE_OK(read);
    const auto* points = std::get_if<Points>(&*read);
    REQUIRE(points);
    REQUIRE(points->size() == 1);
    CHECK(points->front().label == u"仓库"_s);
    CHECK(points->front().shown() == u","_s);
}

TEST_CASE("even a list that nobody typed comes back with its entries and labels")
{
    CHECK(rc::check([] {
        const auto value = canonical(*anyPoints());
        const auto read = again(field(u"mails"), value);
        RC_PRE(!isEmpty(value));
        const auto& before = std::get<Points>(value);
        const auto& after = std::get<Points>(read);
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(before[i].label == after[i].label);
            RC_ASSERT(before[i].shown() == after[i].shown());
        }
    }));
}

TEST_CASE("exact texts are what files and people have")
{
    const auto exact = [](QStringView key, const Value& value) { return exactText(field(key), value); };
    CHECK(exact(u"name", {}).isEmpty());
    CHECK(exact(u"staff", std::int64_t(-1'250'000)) == u"-1250000"_s);
    CHECK(exact(u"rate", Decimal{1500, 3}) == u"1.500"_s);
    CHECK(exact(u"turnover", Money{105'400, u"CNY"_s}) == u"1054.00 CNY"_s);
    CHECK(exact(u"turnover", Money{300, u"JPY"_s}) == u"300 JPY"_s);
    CHECK(exact(u"since", QDate(2016, 10, 20)) == u"2016-10-20"_s);
    CHECK(exact(u"seen", noon()) == u"2026-03-04T05:06:07.008Z"_s);
    CHECK(exact(u"active", true) == u"true"_s);
    CHECK(exact(u"rank", field(u"rank").options[0].id) == u"gold"_s);
    CHECK(exact(u"rank", shippedId<OptionId>(7)) == u"7"_s);
    CHECK(exact(u"needs", IdSet{field(u"needs").options[0].id, field(u"needs").options[1].id}) == u"price;speed"_s);
    CHECK(exact(u"phones", Points{{u"+8613812345678"_s, u"138 1234 5678"_s, u"mobile"_s},
                                  {u"+861012345678"_s, {}, {}}}) == u"mobile: 138 1234 5678; +861012345678"_s);
    CHECK(exact(u"address", Addresses{{{}, {}, {}, {}, u"1 Main St"_s, {}, u"work"_s}}) == u"work: 1 Main St"_s);
    CHECK(exact(u"address", Addresses{{u"CN"_s, {}, u"上海"_s, {}, {}, {}, {}}}) ==
          uR"([{"city":"上海","country":"CN"}])"_s);
    CHECK(exact(u"parent", Reference{customer().id, adaId()}) == adaId().toString());
    CHECK(exact(u"tags", IdSet{adaId(), teamId()}) == adaId().toString() + u';' + teamId().toString());
    CHECK(exact(u"name", UnknownValue{QByteArray("\x80")}).isEmpty());
}
