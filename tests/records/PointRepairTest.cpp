#include "core/records/PointRepair.h"
#include "core/text/formats/MailSlips.h"
#include "tests/support/RandomFieldValues.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

TextConventions in(const QString& region)
{
    TextConventions conventions;
    conventions.region = region;
    return conventions;
}

Point kept(const QString& typed, const QString& label = {})
{
    return {{}, typed, label};
}

QString meant(QStringView typed)
{
    const auto mail = mailMeant(typed);
    return mail ? mail->address() : u"none"_s;
}

// The numbers after reading again, as E.164.
QStringList numbers(const QString& typed, const QString& region = u"CN"_s)
{
    const auto value = phonesReadAgain(Points{kept(typed)}, in(region));
    QStringList found;
    if (value) {
        for (const auto& point : std::get<Points>(*value))
            found += point.value;
    }
    return found;
}

}

TEST_CASE("a number is read again as one of the country, and what was typed is kept")
{
    const Points phones{{u"+8613812345678"_s, {}, u"work"_s}, kept(u"020 7946 0001"_s, u"mobile"_s)};
    CHECK_FALSE(phonesReadAgain(phones, in(u"XX"_s)) == Value(phones));
    const auto read = phonesReadAgain(phones, in(u"GB"_s));
    REQUIRE(read);
    CHECK(std::get<Points>(*read) ==
          Points{{u"+8613812345678"_s, {}, u"work"_s}, {u"+442079460001"_s, u"020 7946 0001"_s, u"mobile"_s}});
    CHECK_FALSE(phonesReadAgain(*read, in(u"GB"_s)));
}

TEST_CASE("several numbers in one become several, and words around one are passed over")
{
    CHECK(numbers(u"13812345678/13912345678"_s) == QStringList{u"+8613812345678"_s, u"+8613912345678"_s});
    CHECK(numbers(u"13812345678（王经理）、13912345678（前台）"_s) ==
          QStringList{u"+8613812345678"_s, u"+8613912345678"_s});
    CHECK(numbers(u"13812345678(王经理)"_s) == QStringList{u"+8613812345678"_s});
    CHECK(numbers(u"13812345678 13912345678"_s) == QStringList{u"+8613812345678"_s, u"+8613912345678"_s});
    CHECK(numbers(u"ask Ada"_s).isEmpty());
    CHECK(numbers(u"13812345678/ask Ada"_s).size() <= 1);
}

TEST_CASE("an evident slip in a mail is put right")
{
    CHECK(meant(u"ada@example,com") == u"ada@example.com"_s);
    CHECK(meant(u"ada @ example. com") == u"ada@example.com"_s);
    CHECK(meant(u"ａｄａ＠ｅｘａｍｐｌｅ，ｃｏｍ") == u"ada@example.com"_s);
    CHECK(meant(u"ada@@example.com") == u"ada@example.com"_s);
    CHECK(meant(u"ada.@example..com。") == u"ada@example.com"_s);
    CHECK(meant(u"(ada@example,com)") == u"ada@example.com"_s);
    CHECK(meant(u"Ada <ada@example,com>") == u"ada@example.com"_s);
    CHECK(meant(u"12345@qq") == u"12345@qq.com"_s);
    CHECK(meant(u"12345@QQ,con") == u"12345@qq.com"_s);
}

TEST_CASE("where more than a slip would have to be guessed, a mail stays as it was typed")
{
    for (const QStringView typed :
         {u"", u"ada", u"ada@", u"ada@example.com", u"张三 zs@example,com", u"张三,zs@example,com", u"ad a@example,com",
          u"a@b.com c@d.com", u"none", u"ada at example.com", u"@example,com", u"ada@example", u"邮箱:ada@example,com"})
        CHECK(meant(typed) == u"none"_s);
}

TEST_CASE("a mail that is put right takes the place of what was typed, several in one become several")
{
    const auto right = mailsPutRight(Points{kept(u"ada@example,com"_s, u"work"_s), kept(u"ask Ada"_s)});
    REQUIRE(right);
    CHECK(std::get<Points>(*right) == Points{{u"ada@example.com"_s, {}, u"work"_s}, kept(u"ask Ada"_s)});
    const auto several = mailsPutRight(Points{kept(u"ada@example.com/bea@example.com"_s)});
    REQUIRE(several);
    CHECK(std::get<Points>(*several).size() == 2);
    CHECK_FALSE(mailsPutRight(Points{{u"ada@example.com"_s, {}, {}}}));
    CHECK_FALSE(mailsPutRight({}));
}

TEST_CASE("what was not understood can be left out, and all else stays")
{
    const Point good{u"+8613812345678"_s, {}, u"work"_s};
    CHECK(pointsUnderstood(Points{kept(u"ask Ada"_s), good}) == Value(Points{good}));
    CHECK(pointsUnderstood(Points{kept(u"ask Ada"_s)}) == Value());
    CHECK_FALSE(pointsUnderstood(Points{good}));
    CHECK_FALSE(pointsUnderstood({}));
}

TEST_CASE("putting right loses no number that was understood and no label, and does nothing twice")
{
    CHECK(rc::check([] {
        const auto points = canonical(Value(*anyPoints()));
        for (const auto& right : {phonesReadAgain(points, in(u"CN"_s)), mailsPutRight(points)}) {
            if (!right)
                continue;
            const auto& before = std::get<Points>(points);
            const auto& after = std::get<Points>(*right);
            for (const auto& point : before) {
                if (!point.value.isEmpty())
                    RC_ASSERT(std::find(after.begin(), after.end(), point) != after.end());
            }
            RC_ASSERT(after.size() >= before.size());
            RC_ASSERT(canonical(*right) == *right);
        }
    }));
}
