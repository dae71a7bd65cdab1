#include "core/text/formats/Country.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

// The code, with a question mark behind a guess.
QString read(QStringView typed)
{
    const auto found = countryFromText(typed);
    return found ? found->country.toString() + (found->guessed ? u"?"_s : QString()) : u"unknown"_s;
}

}

TEST_CASE("a country is known by its codes and its names in both languages")
{
    CHECK(read(u"cn") == u"CN"_s);
    CHECK(read(u"CHN") == u"CN"_s);
    CHECK(read(u"中国") == u"CN"_s);
    CHECK(read(u"中國") == u"CN"_s);
    CHECK(read(u"P.R.China") == u"CN"_s);
    CHECK(read(u"United States") == u"US"_s);
    CHECK(read(u"U.S.A.") == u"US"_s);
    CHECK(read(u"美国") == u"US"_s);
    CHECK(read(u"UK") == u"GB"_s);
    CHECK(read(u"英国") == u"GB"_s);
    CHECK(read(u"Korea") == u"KR"_s);
    CHECK(read(u"韩国") == u"KR"_s);
    CHECK(read(u"香港") == u"HK"_s);
    CHECK(read(u"Hong Kong") == u"HK"_s);
    CHECK(read(u"台灣") == u"TW"_s);
    CHECK(read(u"côte d’ivoire") == u"CI"_s);
    CHECK(read(u"Ｊａｐａｎ") == u"JP"_s);
}

TEST_CASE("the countries of the trial data are all known")
{
    for (const auto& [name, code] : {std::pair{u"United States"_s, u"US"_s},
                                     {u"Kenya"_s, u"KE"_s},
                                     {u"Philipines"_s, u"PH?"_s},
                                     {u"Japan"_s, u"JP"_s},
                                     {u"Italy"_s, u"IT"_s},
                                     {u"Norway"_s, u"NO"_s},
                                     {u"Korea"_s, u"KR"_s},
                                     {u"Jordan"_s, u"JO"_s},
                                     {u"Brazil"_s, u"BR"_s},
                                     {u"Germany"_s, u"DE"_s},
                                     {u"Panama"_s, u"PA"_s},
                                     {u"Belgium"_s, u"BE"_s},
                                     {u"Romania"_s, u"RO"_s},
                                     {u"Poland"_s, u"PL"_s},
                                     {u"China"_s, u"CN"_s}})
        CHECK(read(name) == code);
}

TEST_CASE("a near name is a guess and an unknown one is refused")
{
    CHECK(read(u"Philipines") == u"PH?"_s);
    CHECK(read(u"Untied States") == u"US?"_s);
    CHECK(read(u"Switzerlnd") == u"CH?"_s);
    CHECK(read(u"Atlantis") == u"unknown"_s);
    CHECK(read(u"XX") == u"unknown"_s);
    CHECK(read(u"") == u"unknown"_s);
    CHECK(read(u"1") == u"unknown"_s);
    CHECK(countryFromText(u"Atlantis").error() == Error{ErrorCode::CountryUnknown, {QString(), u"Atlantis"_s}});
}

TEST_CASE("every country is found by the names it is shown with")
{
    CHECK(allCountries().size() >= 249);
    for (const auto country : allCountries()) {
        CAPTURE(country.toString());
        CHECK(read(country.toString()) == country.toString());
        for (const auto& locale : {u"zh_CN"_s, u"en_US"_s}) {
            const auto name = countryName(country, QLocale(locale));
            CAPTURE(name);
            CHECK(read(name) == country.toString());
        }
    }
}

TEST_CASE("a country is named in the person's language")
{
    CHECK(countryName(*CountryCode::fromIso(u"DE"), QLocale(u"zh_CN"_s)) == u"德国"_s);
    CHECK(countryName(*CountryCode::fromIso(u"DE"), QLocale(u"en_GB"_s)) == u"Germany"_s);
    CHECK(homeCountry(QLocale(u"en_GB"_s)).toString() == u"GB"_s);
    CHECK(homeCountry(QLocale::c()).toString() == u"CN"_s);
}
