#include "tests/records/SmallCatalog.h"
#include "tests/support/RandomFieldValues.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

FilterPtr tryParse(const QString& text)
{
    const auto filter = parseFilter(smallCatalog(), customer(), text, ada());
    return filter ? *filter : nullptr;
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString anyOperand(const Field& one)
{
    const auto word = *rc::gen::weightedOneOf<QString>(
        {{1, rc::gen::element(u"me"_s, u"my team"_s, u"today"_s, u"-3w"_s, u"now"_s, u"true"_s,
                              u"01890a5d-ac96-774b-bcce-b302099a8057"_s, u"2026-01-01"_s)},
         {3, rc::gen::just(QString())}});
    return word.isEmpty() ? quoted(exactText(one, *anyValueFor(one))) : word;
}

// A comparison that can be read; where chance makes one that cannot, a simple one.
QString anyTerm()
{
    const auto& one = *rc::gen::elementOf(customer().fields);
    const auto sign =
        *rc::gen::element(u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"contains"_s, u"starts"_s, u"in"_s,
                          u"is empty"_s, u"is not empty"_s, u"is invalid"_s, u"is not invalid"_s);
    const auto part = one.type == FieldType::Address && *rc::gen::arbitrary<bool>() ? u".city"_s : QString();
    QString text = one.key + part + u' ' + sign;
    if (sign == u"in"_s)
        text += u" ("_s + anyOperand(one) + u", "_s + anyOperand(one) + u')';
    else if (!sign.startsWith(u"is "))
        text += u' ' + anyOperand(one);
    return tryParse(text) ? text : u"name != x"_s;
}

QString anyFilter(int depth)
{
    switch (depth == 0 ? 0 : *rc::gen::inRange(0, 5)) {
    case 1:
        return u"not "_s + anyFilter(depth - 1);
    case 2:
        return u'(' + anyFilter(depth - 1) + u')';
    case 3:
        return anyFilter(depth - 1) + u" and "_s + anyFilter(depth - 1);
    case 4:
        return anyFilter(depth - 1) + u" or "_s + anyFilter(depth - 1);
    default:
        return anyTerm();
    }
}

}

TEST_CASE("the text of any filter reads as an equal filter")
{
    CHECK(rc::check([] {
        const auto text = anyFilter(3);
        const auto filter = tryParse(text);
        RC_LOG() << text.toStdString() << '\n';
        RC_ASSERT(filter != nullptr);
        const auto written = filterText(*filter);
        RC_LOG() << written.toStdString() << '\n';
        RC_ASSERT(sameFilter(tryParse(written), filter));
    }));
}

TEST_CASE("no text makes the reader fall, and an error stands within it")
{
    CHECK(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<QString>>(rc::gen::weightedOneOf<QString>(
            {{8, rc::gen::element(u" "_s, u"("_s, u")"_s, u"name"_s, u"staff"_s, u"seen"_s, u"owner"_s, u"="_s, u"!="_s,
                                  u"in"_s, u"is"_s, u"not "_s, u"empty"_s, u" and "_s, u" or "_s, u","_s, u"me"_s,
                                  u"1"_s, u"today"_s, u"\""_s, u"'"_s, u"address.city"_s)},
             {1, anyCharacter()}}));
        const auto text = QStringList(pieces.begin(), pieces.end()).join(QString());
        const auto filter = parseFilter(smallCatalog(), customer(), text, ada());
        if (filter) {
            const bool readsAgain = !*filter || sameFilter(tryParse(filterText(**filter)), *filter);
            RC_ASSERT(readsAgain);
        } else if (filter.error().code == ErrorCode::QuerySyntax) {
            const auto position = filter.error().detail.first().toLongLong();
            RC_ASSERT(position >= 1);
            RC_ASSERT(position <= text.size() + 1);
        }
    }));
}

TEST_CASE("a filter's text is what a person would write")
{
    const auto text = [](QStringView typed) { return filterText(parsed(typed)); };
    CHECK(text(u"NAME='Ada'  and  not(staff>5 or staff is empty)") ==
          u"name = Ada and not (staff > 5 or staff is empty)"_s);
    CHECK(text(u"((name = a))") == u"name = a"_s);
    CHECK(text(u"owner = me") == u"owner = "_s + adaId().toString());
    CHECK(text(u"parent = Acme") == u"parent = \"Acme\""_s);
    CHECK(text(u"turnover > 1000") == u"turnover > \"1000.00 CNY\""_s);
    CHECK(text(u"since > -1d") == u"since > 2026-03-03"_s);
    CHECK(text(u"name = or") == u"name = \"or\""_s);
    CHECK(text(u"PHONES IS Not Invalid") == u"phones is not invalid"_s);
    CHECK(text(u"not customer.Parent is empty") == u"not customer.parent is empty"_s);
    CHECK(filterText(Filter()).isEmpty());
}

TEST_CASE("a filter's text comes apart into what must all hold, and together again")
{
    CHECK(filterConditions({}).isEmpty());
    CHECK(filterConditions(u" (name = a or name = b) AND since >= -30d "_s) ==
          QStringList{u"name = a or name = b"_s, u"since >= -30d"_s});
    CHECK(filterConditions(u"name = a or staff = 1 and staff = 2"_s).size() == 1);
    CHECK(filterConditions(u"（name = \"x) and (y\"） and not (staff = 1 and active = true)"_s) ==
          QStringList{u"name = \"x) and (y\""_s, u"not (staff = 1 and active = true)"_s});
    CHECK(filterConditions(u"name = or and name contains and"_s) ==
          QStringList{u"name = or"_s, u"name contains and"_s});
    CHECK(allConditions({u"since >= -7d and since <= now"_s, {}, u"staff = 1"_s}) ==
          u"(since >= -7d and since <= now) and staff = 1"_s);
    CHECK(rc::check([] {
        const auto text = anyFilter(3);
        RC_LOG() << text.toStdString() << '\n';
        const auto again = allConditions(filterConditions(text));
        RC_LOG() << again.toStdString() << '\n';
        RC_ASSERT(sameFilter(tryParse(again), tryParse(text)));
        RC_ASSERT(filterConditions(again) == filterConditions(text));
    }));
}

TEST_CASE("a day at the greatest depth is refused, for its text would be deeper")
{
    const auto nested = [](const QString& term, int depth) { return u"not "_s.repeated(depth) + term; };
    const auto deep = tryParse(nested(u"seen = today"_s, 99));
    REQUIRE(deep);
    CHECK(sameFilter(tryParse(filterText(*deep)), deep));
    CHECK(tryParse(nested(u"name = a"_s, 100)));
    CHECK_FALSE(tryParse(nested(u"seen = today"_s, 100)));
}

TEST_CASE("filters differ by shape, field, sign and value")
{
    const auto same = [](const char16_t* a, const char16_t* b) {
        return sameFilter(tryParse(QString::fromUtf16(a)), tryParse(QString::fromUtf16(b)));
    };
    CHECK(same(u"name = a and staff = 1", u"name = a and (staff = 1)"));
    CHECK(same(u"", u" "));
    CHECK_FALSE(same(u"", u"name = a"));
    CHECK_FALSE(same(u"name = a and staff = 1", u"name = a or staff = 1"));
    CHECK_FALSE(same(u"name = a and staff = 1", u"name = a and staff = 2"));
    CHECK_FALSE(same(u"name = a", u"name != a"));
    CHECK_FALSE(same(u"name = a", u"remark = a"));
    CHECK_FALSE(same(u"parent.name = a", u"name = a"));
}
