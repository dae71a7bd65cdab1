#include "tests/records/SmallCatalog.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList heard; // notices of the last text read

Value read(QStringView key, QStringView text)
{
    heard.clear();
    const auto value = readValue(field(key), text, shanghai(), &heard);
    INFO(text.toUtf8().toStdString());
    REQUIRE_OK(value);
    return *value;
}

}

TEST_CASE("a phone has its normal form and keeps what was typed")
{
    CHECK(read(u"phones", u"138 1234 5678") == Value(Points{{u"+8613812345678"_s, u"138 1234 5678"_s, {}}}));
    CHECK(read(u"phones", u"+8613812345678") == Value(Points{{u"+8613812345678"_s, {}, {}}}));
    CHECK(read(u"phones", u"010-12345678 ext. 12") ==
          Value(Points{{u"+861012345678;ext=12"_s, u"010-12345678 ext. 12"_s, {}}}));
    CHECK(heard.isEmpty());
}

TEST_CASE("what is not understood is kept as it is, and said")
{
    CHECK(read(u"phones", u"ask Bob") == Value(Points{{{}, u"ask Bob"_s, {}}}));
    CHECK(heard.size() == 1);
    CHECK(read(u"mails", u"ada at example") == Value(Points{{{}, u"ada at example"_s, {}}}));
    CHECK(heard.size() == 1);
    CHECK(read(u"links", u"javascript:alert(1)") == Value(Points{{{}, u"javascript:alert(1)"_s, {}}}));
    CHECK(heard.size() == 1);
}

TEST_CASE("several are apart by semicolons or line breaks, each with a label before it or none")
{
    const Points expected{{u"+8613812345678"_s, {}, u"mobile"_s},
                          {u"+861012345678"_s, {}, u"work"_s},
                          {u"+861012345679"_s, {}, u"Lager 2"_s}};
    CHECK(read(u"phones", u"手机：+8613812345678；Office: +861012345678\r\n Lager 2: +861012345679;") ==
          Value(expected));
    CHECK(read(u"phones", u"+861012345678;ext=12; +8613812345678") ==
          Value(Points{{u"+861012345678;ext=12"_s, {}, {}}, {u"+8613812345678"_s, {}, {}}}));
}

TEST_CASE("commas separate what is understood piece by piece only")
{
    CHECK(read(u"phones", u"+8613812345678, +861012345678") ==
          Value(Points{{u"+8613812345678"_s, {}, {}}, {u"+861012345678"_s, {}, {}}}));
    CHECK(read(u"mails", u"work: a@example.com、B@example.com") ==
          Value(Points{{u"a@example.com"_s, {}, u"work"_s}, {u"b@example.com"_s, u"B@example.com"_s, u"work"_s}}));
    CHECK(read(u"mails", u"a@example.com, nobody") == Value(Points{{{}, u"a@example.com, nobody"_s, {}}}));
}

TEST_CASE("a link's own colon ends no label")
{
    CHECK(read(u"links", u"https://example.com/a") == Value(Points{{u"https://example.com/a"_s, {}, {}}}));
    CHECK(read(u"links", u"example.com:8080/a").index() == Value(Points{}).index());
    CHECK(std::get<Points>(read(u"links", u"example.com:8080/a")).front().label.isEmpty());
    CHECK(read(u"links", u"shop: example.com") ==
          Value(Points{{u"https://example.com"_s, u"example.com"_s, u"shop"_s}}));
    CHECK(read(u"links", u"shop:https://example.com") == Value(Points{{u"https://example.com"_s, {}, u"shop"_s}}));
    CHECK(read(u"mails", u"mailto:ada@example.com") ==
          Value(Points{{u"ada@example.com"_s, u"mailto:ada@example.com"_s, {}}}));
}

TEST_CASE("an address on one line is a street, and its lines are one address")
{
    CHECK(read(u"address", u"1 Main St\nSpringfield") ==
          Value(Addresses{{{}, {}, {}, {}, u"1 Main St, Springfield"_s, {}, {}}}));
    CHECK(read(u"address", u"收货: 南京路 1 号; Building 5: second floor") ==
          Value(Addresses{{{}, {}, {}, {}, u"南京路 1 号"_s, {}, u"shipping"_s},
                          {{}, {}, {}, {}, u"Building 5: second floor"_s, {}, {}}}));
}

TEST_CASE("a list may be given as JSON, whose normal forms count only where they hold")
{
    CHECK(read(u"phones", uR"([{"value":"+8613812345678","typed":"138 1234 5678","label":"a;b"}])") ==
          Value(Points{{u"+8613812345678"_s, u"138 1234 5678"_s, u"a;b"_s}}));
    CHECK(read(u"links", uR"json([{"value":"javascript:alert(1)"}])json") ==
          Value(Points{{{}, u"javascript:alert(1)"_s, {}}}));
    CHECK(heard.size() == 1);
    CHECK(read(u"links", uR"json([{"value":"javascript:alert(1)","typed":"example.com"}])json") ==
          Value(Points{{u"https://example.com"_s, u"example.com"_s, {}}}));
    CHECK(read(u"address", uR"([{"country":"China","city":"上海","label":"work"}])") ==
          Value(Addresses{{u"CN"_s, {}, u"上海"_s, {}, {}, {}, u"work"_s}}));
    const auto wrong = readValue(field(u"phones"), uR"([{"number":"1"}])", shanghai());
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == ErrorCode::ValueInvalid);
    CHECK(wrong.error().detail.first() == u"Phones"_s);
}

TEST_CASE("lists have an end")
{
    const auto many = readValue(field(u"phones"), u"+8613812345678;"_s.repeated(101), shanghai());
    REQUIRE_FALSE(many.ok());
    CHECK(many.error().code == ErrorCode::ValueInvalid);
    CHECK(readValue(field(u"phones"), u"+8613812345678;"_s.repeated(100), shanghai()).ok());
    const auto lengthy = readValue(field(u"address"), QString(1'001, u'x'), shanghai());
    REQUIRE_FALSE(lengthy.ok());
    CHECK(lengthy.error() == Error{ErrorCode::TextTooLong, {u"Addresses"_s, u"1000"_s}});
}

TEST_CASE("usual labels have one key in every language, others stay words")
{
    CHECK(pointLabel(u"OFFICE") == u"work"_s);
    CHECK(pointLabel(u" 传真 ") == u"fax"_s);
    CHECK(pointLabel(u"Ada's") == u"Ada's"_s);
    CHECK(pointLabel(u"").isEmpty());
    CHECK(displayLabel(u"work"_s) == u"Work"_s);
    CHECK(displayLabel(u"Ada's"_s) == u"Ada's"_s);
}
