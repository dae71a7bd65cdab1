#include "tests/records/SmallCatalog.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = Filter::Kind;

Instant shanghaiTime(int month, int day)
{
    return Instant::fromDateTime(QDateTime(QDate(2026, month, day), QTime(0, 0), QTimeZone("Asia/Shanghai")));
}

// The one value of a single comparison.
Value valueIn(QStringView text)
{
    const auto filter = parsed(text);
    INFO(text.toUtf8().toStdString());
    REQUIRE(filter.kind == Kind::Compare);
    REQUIRE(filter.values.size() == 1);
    return filter.values.front();
}

Error syntax(int position, const QString& expected)
{
    return Error{ErrorCode::QuerySyntax, {QString::number(position), expected}};
}

}

TEST_CASE("an empty text is every record")
{
    for (const auto text : {u"", u" \t\n"}) {
        const auto filter = parseFilter(smallCatalog(), customer(), text, ada());
        REQUIRE_OK(filter);
        CHECK(*filter == nullptr);
    }
}

TEST_CASE("a comparison has its field, its sign and a value of the field's type")
{
    const auto filter = parsed(u"staff >= 50");
    CHECK(filter.kind == Kind::Compare);
    CHECK(filter.path.field == &field(u"staff"));
    CHECK(filter.path.owner == &customer());
    CHECK(filter.comparison == Comparison::GreaterOrEqual);
    CHECK(filter.values == std::vector<Value>{std::int64_t(50)});
    CHECK(parsed(u"name starts Ad").comparison == Comparison::Starts);
    CHECK(parsed(u"name CONTAINS da").comparison == Comparison::Contains);
    CHECK(parsed(u"name Is Empty").comparison == Comparison::IsEmpty);
    CHECK(parsed(u"name is not empty").comparison == Comparison::IsNotEmpty);
    CHECK(parsed(u"staff in (1, 2,3)").values == std::vector<Value>{std::int64_t(1), std::int64_t(2), std::int64_t(3)});
    CHECK(parsed(u"STAFF<>5").comparison == Comparison::NotEqual);
}

TEST_CASE("and binds closer than or, not closest, and brackets before all")
{
    const auto either = parsed(u"staff = 1 or staff = 2 and name = x");
    CHECK(either.kind == Kind::Or);
    REQUIRE(either.children.size() == 2);
    CHECK(either.children[1]->kind == Kind::And);
    const auto both = parsed(u"(staff = 1 OR staff = 2) AND NOT name = x AND (active = yes and staff = 3)");
    CHECK(both.kind == Kind::And);
    REQUIRE(both.children.size() == 4);
    CHECK(both.children[0]->kind == Kind::Or);
    CHECK(both.children[1]->kind == Kind::Not);
    CHECK(both.children[1]->children.front()->kind == Kind::Compare);
}

TEST_CASE("quotes hold any text, two of them one quote")
{
    CHECK(valueIn(uR"json(name = "O'Hara ""and"" (co)")json") == Value(uR"json(O'Hara "and" (co))json"_s));
    CHECK(valueIn(u"name = 'say \"hi\"'") == Value(u"say \"hi\""_s));
    CHECK(valueIn(u"name = O'Hara") == Value(u"O'Hara"_s));
    CHECK(valueIn(u"name contains \" a \"") == Value(u" a "_s));
    CHECK(valueIn(u"name=Yahoo!") == Value(u"Yahoo!"_s));
    CHECK(valueIn(u"name = and") == Value(u"and"_s));
}

TEST_CASE("a Chinese keyboard's signs are taken as what they look like")
{
    const auto filter = parsed(u"（name＝“上海, (一)”　or staff in（1，2））and staff ≥ 3");
    CHECK(filterText(filter) == u"(name = \"上海, (一)\" or staff in (1, 2)) and staff >= 3"_s);
}

TEST_CASE("comparing with nothing asks whether the field is empty")
{
    CHECK(parsed(u"name = \"\"").comparison == Comparison::IsEmpty);
    CHECK(parsed(u"staff != ' '").comparison == Comparison::IsNotEmpty);
    CHECK(parseError(u"name contains \"\"") == syntax(15, u"a value"_s));
    CHECK(parseError(u"staff in (1, \"\")") == syntax(14, u"a value"_s));
}

TEST_CASE("values are read as for the field")
{
    CHECK(valueIn(u"turnover > 1000") == Value(Money{100'000, u"CNY"_s}));
    CHECK(valueIn(u"turnover > \"1,000 USD\"") == Value(Money{100'000, u"USD"_s}));
    CHECK(valueIn(u"rate < -0.5") == Value(Decimal{-500, 3}));
    CHECK(valueIn(u"rank = 金牌") == Value(field(u"rank").options[0].id));
    CHECK(valueIn(u"needs contains speed") == Value(IdSet{field(u"needs").options[1].id}));
    CHECK(valueIn(u"since >= -30d") == Value(QDate(2026, 2, 2)));
    CHECK(valueIn(u"since = now") == Value(QDate(2026, 3, 4)));
    CHECK(valueIn(u"active = yes") == Value(true));
    CHECK(valueIn(u"phones = '138 1234 5678'") == Value(Points{{u"+8613812345678"_s, u"138 1234 5678"_s, {}}}));
    CHECK(valueIn(u"phones contains 5678") == Value(u"5678"_s));
    CHECK(valueIn(u"address.country = 中国") == Value(u"CN"_s));
    CHECK(valueIn(u"address.city contains 海") == Value(u"海"_s));
    CHECK(valueIn(u"address contains 海") == Value(u"海"_s));
    CHECK(parseError(u"rank = silver") == Error{ErrorCode::NoSuchOption, {u"Rank"_s, u"silver"_s}});
    CHECK(parseError(u"staff > many") == Error{ErrorCode::NotANumber, {u"Staff"_s, u"many"_s}});
}

TEST_CASE("a relation is compared with a title, an id or me")
{
    CHECK(valueIn(u"parent = \"Acme Ltd\"") == Value(u"Acme Ltd"_s));
    CHECK(valueIn(u"parent = 01890a5d-ac96-774b-bcce-b302099a8057") == Value(Reference{customer().id, adaId()}));
    CHECK(valueIn(u"parent = \"01890a5d-ac96-774b-bcce-b302099a8057\"") == Value(adaId().toString()));
    CHECK(valueIn(u"about = 01890a5d-ac96-774b-bcce-b302099a8057") == Value(Reference{{}, adaId()}));
    CHECK(valueIn(u"owner = me") == Value(Reference{smallCatalog().entity(u"person")->id, adaId()}));
    CHECK(valueIn(u"owner = 'me'") == Value(u"me"_s));
    CHECK(valueIn(u"parent = me") == Value(u"me"_s));
    CHECK(valueIn(u"team = My  Team") == Value(Reference{smallCatalog().entity(u"team")->id, teamId()}));
    CHECK(parsed(u"owner in (me, Bob)").values.size() == 2);
    CHECK(valueIn(u"tags contains 01890a5d-ac96-774b-bcce-b302099a8057") == Value(IdSet{adaId()}));
    CHECK(valueIn(u"tags contains red") == Value(u"red"_s));
}

TEST_CASE("somebody who has not said who they are finds nothing of their own")
{
    auto nobody = ada();
    nobody.me = {};
    const auto filter = parseFilter(smallCatalog(), customer(), u"owner = me", nobody);
    REQUIRE_OK(filter);
    CHECK((*filter)->values == std::vector<Value>{Reference{smallCatalog().entity(u"person")->id, {}}});
    CHECK(filterText(**filter) == u"owner = me"_s);
}

TEST_CASE("a moment compared with a day means all of that day where the person is")
{
    const auto from = [](Comparison comparison, Instant instant) { return std::pair(comparison, Value(instant)); };
    const auto single = [](QStringView text) {
        const auto filter = parsed(text);
        REQUIRE(filter.values.size() == 1);
        return std::pair(filter.comparison, filter.values.front());
    };
    CHECK((single(u"seen >= today") == from(Comparison::GreaterOrEqual, shanghaiTime(3, 4))));
    CHECK((single(u"seen > 2026-03-04") == from(Comparison::GreaterOrEqual, shanghaiTime(3, 5))));
    CHECK((single(u"seen <= -1d") == from(Comparison::Less, shanghaiTime(3, 4))));
    CHECK((single(u"seen < yesterday") == from(Comparison::Less, shanghaiTime(3, 3))));
    CHECK((single(u"seen < now") == from(Comparison::Less, noon())));
    CHECK((single(u"seen = 2026-03-03T16:00:00Z") == from(Comparison::Equal, shanghaiTime(3, 4))));
    const auto day = parsed(u"seen = today");
    CHECK(day.kind == Kind::And);
    CHECK(day.children.size() == 2);
    const auto other = parsed(u"seen != today");
    CHECK(other.kind == Kind::Or);
    CHECK(parsed(u"seen in (today, -7d, now)").children.size() == 3);
    CHECK(parsed(u"seen in (now, 2026-03-03T16:00:00Z)").values.size() == 2);
}

TEST_CASE("what is wrong is said with its place and what was expected there")
{
    CHECK(parseError(u"name") == syntax(5, u"a comparison such as = or contains"_s));
    CHECK(parseError(u"name =") == syntax(7, u"a value"_s));
    CHECK(parseError(u"= 1") == syntax(1, u"a field"_s));
    CHECK(parseError(u"\"name\" = 1") == syntax(1, u"a field"_s));
    CHECK(parseError(u"name = a b") == syntax(10, u"“and”, “or” or the end"_s));
    CHECK(parseError(u"(name = a") == syntax(10, u"“)”"_s));
    CHECK(parseError(u"name = a)") == syntax(9, u"“and”, “or” or the end"_s));
    CHECK(parseError(u"name = \"a") == syntax(10, u"a closing quote"_s));
    CHECK(parseError(u"name is red") == syntax(9, u"“empty”"_s));
    CHECK(parseError(u"name in a") == syntax(9, u"“(”"_s));
    CHECK(parseError(u"name in (a b)") == syntax(12, u"“)”"_s));
    CHECK(parseError(u"name = a and") == syntax(13, u"a field"_s));
    CHECK(parseError(u"not") == syntax(4, u"a field"_s));
    CHECK(parseError(u"()") == syntax(2, u"a field"_s));
    CHECK(parseError(u"colour = red") == Error{ErrorCode::NoSuchField, {u"customer"_s, u"colour"_s}});
}

TEST_CASE("a field takes only the signs that make sense for it")
{
    CHECK(parseError(u"staff contains 5") == syntax(7, u"= != < <= > >= in is"_s));
    CHECK(parseError(u"rank > gold") == syntax(6, u"= != in is"_s));
    CHECK(parseError(u"active starts yes").code == ErrorCode::QuerySyntax);
    CHECK(parseError(u"tags < red").code == ErrorCode::QuerySyntax);
    CHECK(parseError(u"phones >= 5").code == ErrorCode::QuerySyntax);
    CHECK(parseError(u"parent < Acme").code == ErrorCode::QuerySyntax);
    CHECK(parseError(u"address = x").code == ErrorCode::QuerySyntax);
    for (const auto& one : customer().fields) {
        const auto filter = parseFilter(smallCatalog(), customer(), one.key + u" is empty"_s, ada());
        CHECK(filter.ok());
    }
}

TEST_CASE("phones, mails and links may be asked for what was not understood, other fields not")
{
    CHECK(parsed(u"phones is invalid").comparison == Comparison::IsInvalid);
    CHECK(parsed(u"mails is not invalid").comparison == Comparison::IsNotInvalid);
    CHECK(parsed(u"links is invalid and name = a").kind == Kind::And);
    CHECK(parseError(u"name is invalid") == syntax(9, u"“empty”"_s));
    CHECK(parseError(u"phones is wrong") == syntax(11, u"“empty” or “invalid”"_s));
}

TEST_CASE("records that lead here are asked for by their kind, with the relation where there are several")
{
    const auto filter = parsed(u"customer.parent is not empty");
    CHECK(filter.comparison == Comparison::IsNotEmpty);
    CHECK(filter.path == FieldPath{nullptr, &customer(), &field(u"parent"), {}, true});
    CHECK(filter.path.text() == u"customer.parent"_s);
    CHECK(looksAt(filter, customer().id));
    CHECK_FALSE(looksAt(parsed(u"name = a or staff = 1"), customer().id));
    CHECK(parseError(u"customer is empty").code == ErrorCode::NoSuchField);
    CHECK(parseError(u"person.name is empty").code == ErrorCode::NoSuchField);
    CHECK(parseError(u"customer.parent = Acme") == syntax(17, u"is"_s));
    CHECK(parseError(u"customer.parent is invalid") == syntax(20, u"“empty”"_s));
    CHECK_FALSE(parsePath(smallCatalog(), customer(), u"customer.parent").ok());
}

TEST_CASE("hostile nesting ends at a fixed depth instead of the stack's end")
{
    const auto nested = [](int depth) { return u"("_s.repeated(depth) + u"name = a"_s + u")"_s.repeated(depth); };
    CHECK(parseFilter(smallCatalog(), customer(), nested(100), ada()).ok());
    CHECK(parseError(nested(101)).code == ErrorCode::QuerySyntax);
    CHECK(parseError(nested(40'000)).detail.first() == u"101"_s);
    CHECK(parseError(u"not "_s.repeated(20'000) + u"name = a"_s).code == ErrorCode::QuerySyntax);
    CHECK(parseError(QString(100'001, u' ')) == syntax(100'001, u"the end"_s));
    const auto wide = u"name = a or "_s.repeated(8'000) + u"name = a"_s;
    CHECK(parsed(wide).children.size() == 8'001);
}
