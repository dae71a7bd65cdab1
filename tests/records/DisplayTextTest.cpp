#include "tests/records/SmallCatalog.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QString shown(QStringView key, const Value& value, const QString& language = u"en"_s)
{
    auto conventions = shanghai();
    conventions.language = language;
    return displayText(field(key), value, conventions);
}

}

TEST_CASE("people see values in their language and formats")
{
    CHECK(shown(u"name", u"Ada"_s) == u"Ada"_s);
    CHECK(shown(u"name", {}).isEmpty());
    CHECK(shown(u"staff", std::int64_t(1'250'000)) == u"1,250,000"_s);
    CHECK(shown(u"since", QDate(2016, 10, 2)) == u"2 Oct 2016"_s);
    CHECK(shown(u"since", QDate(2016, 10, 2), u"zh_CN"_s) == u"2016-10-02"_s);
    CHECK(shown(u"seen", noon()) == u"4 Mar 2026 13:06"_s);
    CHECK(shown(u"active", true) == u"Yes"_s);
    CHECK(shown(u"rank", field(u"rank").options[0].id) == u"Gold"_s);
    CHECK(shown(u"rank", field(u"rank").options[0].id, u"zh_CN"_s) == u"金牌"_s);
    CHECK(shown(u"needs", IdSet{field(u"needs").options[0].id, field(u"needs").options[1].id}, u"zh_CN"_s) ==
          u"价格、速度"_s);
    CHECK(shown(u"turnover", Money{105'400, u"CNY"_s}, u"zh_CN"_s) == u"¥1,054.00"_s);
    CHECK(shown(u"turnover", Money{105'400, u"ZZZ"_s}) == u"1054.00 ZZZ"_s);
    CHECK(shown(u"phones", Points{{u"+8613812345678"_s, u"138 1234 5678"_s, {}}, {u"+861012345678"_s, {}, {}}}) ==
          u"138 1234 5678; +861012345678"_s);
}

TEST_CASE("titles are the store's to tell, and a later version's values nobody's here")
{
    CHECK(shown(u"parent", Reference{customer().id, adaId()}).isEmpty());
    CHECK(shown(u"tags", IdSet{adaId()}).isEmpty());
    CHECK(shown(u"name", UnknownValue{QByteArray("\x80")}).isEmpty());
}

TEST_CASE("an address is in the order of its country, which is said where it is abroad")
{
    const Address nanjing{u"CN"_s, u"上海市"_s, u"上海市"_s, u"黄浦区"_s, u"南京东路 1 号"_s, u"200000"_s, {}};
    const Address main{u"US"_s, u"CA"_s, u"Springfield"_s, {}, u"1 Main St"_s, u"90210"_s, {}};
    CHECK(displayText(nanjing, shanghai()) == u"上海市黄浦区南京东路 1 号, 200000"_s);
    CHECK(displayText(main, shanghai()) == u"1 Main St, Springfield, CA, 90210, United States"_s);
    CHECK(displayText(Address{u"Ruritania"_s, {}, {}, {}, {}, {}, {}}, shanghai()) == u"Ruritania"_s);
    CHECK(displayText(Address{{}, {}, {}, {}, {}, {}, u"work"_s}, shanghai()).isEmpty());
}
