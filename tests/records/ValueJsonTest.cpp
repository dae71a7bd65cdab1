#include "core/records/ValueJson.h"
#include "tests/records/SmallCatalog.h"
#include "tests/support/RandomFieldValues.h"
#include "tests/support/Test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QString json(QStringView key, const Value& value)
{
    const auto text = QJsonDocument(QJsonArray{jsonValue(field(key), value)}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

Result<Value> back(QStringView key, const char* text)
{
    const auto array = QJsonDocument::fromJson(QByteArray("[") + text + ']').array();
    REQUIRE(array.size() == 1);
    return valueFromJson(smallCatalog(), field(key), array.first(), shanghai());
}

}

TEST_CASE("values have the JSON that scripts rely on")
{
    CHECK(json(u"name", {}) == u"null"_s);
    CHECK(json(u"name", u"Ada"_s) == u"\"Ada\""_s);
    CHECK(json(u"staff", std::numeric_limits<std::int64_t>::max()) == u"9223372036854775807"_s);
    CHECK(json(u"rate", Decimal{1500, 3}) == u"\"1.500\""_s);
    CHECK(json(u"turnover", Money{105'400, u"USD"_s}) == uR"({"amount":"1054.00","currency":"USD"})"_s);
    CHECK(json(u"since", QDate(2016, 10, 20)) == u"\"2016-10-20\""_s);
    CHECK(json(u"seen", noon()) == u"\"2026-03-04T05:06:07.008Z\""_s);
    CHECK(json(u"active", false) == u"false"_s);
    CHECK(json(u"rank", field(u"rank").options[0].id) == u"\"gold\""_s);
    CHECK(json(u"needs", IdSet{field(u"needs").options[1].id}) == uR"(["speed"])"_s);
    CHECK(json(u"phones", Points{{u"+8613812345678"_s, u"138 1234 5678"_s, u"mobile"_s}}) ==
          uR"([{"label":"mobile","typed":"138 1234 5678","value":"+8613812345678"}])"_s);
    CHECK(json(u"address", Addresses{{u"CN"_s, {}, u"上海"_s, {}, {}, {}, {}}}) ==
          uR"([{"city":"上海","country":"CN"}])"_s);
    CHECK(json(u"parent", Reference{customer().id, adaId()}) == uR"({"id":"01890a5d-ac96-774b-bcce-b302099a8057"})"_s);
    CHECK(json(u"tags", IdSet{teamId()}) == uR"(["01890a5d-ac96-774b-bcce-b302099a8058"])"_s);
    CHECK(json(u"name", UnknownValue{QByteArray("\x80")}) == u"null"_s);
}

TEST_CASE("every value but phones, mails and links comes back from its JSON as it was")
{
    for (const auto& one : customer().fields) {
        if (one.isList() || one.key == u"about"_s)
            continue;
        INFO(one.key.toStdString());
        const Entity* target = one.targets.isEmpty() ? nullptr : smallCatalog().entity(one.targets.first());
        CHECK(rc::check([&] {
            const auto value = *anyValueFor(one, target ? target->id : EntityId());
            const auto text = QJsonDocument(QJsonArray{jsonValue(one, value)}).toJson();
            const auto read =
                valueFromJson(smallCatalog(), one, QJsonDocument::fromJson(text).array().first(), shanghai());
            RC_ASSERT(read.ok());
            RC_ASSERT(*read == value);
        }));
    }
}

TEST_CASE("phones come back with what was typed, their labels and normal forms that hold")
{
    const Value phones = Points{{u"+8613812345678"_s, u"138 1234 5678"_s, u"a;b"_s}, {{}, u"ask Bob"_s, {}}};
    CHECK(*valueFromJson(smallCatalog(), field(u"phones"), jsonValue(field(u"phones"), phones), shanghai()) == phones);
}

TEST_CASE("a relation that may point to several entities comes back as its id alone")
{
    CHECK(*back(u"about", R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","title":"Ada"})") ==
          Value(Reference{{}, adaId()}));
    CHECK(*back(u"parent", R"("01890a5d-ac96-774b-bcce-b302099a8057")") == Value(Reference{customer().id, adaId()}));
}

TEST_CASE("JSON of another shape is refused with the field's name")
{
    for (const auto& [key, text] : std::initializer_list<std::pair<QStringView, const char*>>{
             {u"name", "1"},
             {u"name", "[]"},
             {u"staff", "1.5"},
             {u"staff", "true"},
             {u"active", "1"},
             {u"phones", "[1]"},
             {u"phones", R"([{"value":1}])"},
             {u"address", R"([{"planet":"Earth"}])"},
             {u"turnover", R"({"amount":1})"},
             {u"parent", R"("Acme")"},
             {u"tags", R"("red")"},
             {u"tags", R"(["red"])"},
             {u"needs", "{}"},
         }) {
        INFO(text);
        const auto value = back(key, text);
        REQUIRE_FALSE(value.ok());
        CHECK(value.error().detail.first() == field(key).label.in(u"en"_s));
    }
    CHECK(back(u"needs", R"(["luck"])").error().code == ErrorCode::NoSuchOption);
    CHECK(*back(u"needs", "[]") == Value());
}
