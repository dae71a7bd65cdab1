#include "core/text/figures/Currency.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

CurrencyCode currency(QStringView code)
{
    const auto found = CurrencyCode::fromIso(code);
    REQUIRE(found);
    return *found;
}

QString read(QStringView typed)
{
    const auto found = currencyFromText(typed);
    return found ? found->toString() : u"unknown"_s;
}

}

TEST_CASE("a currency is known by code, sign and name in both languages")
{
    CHECK(read(u"cny") == u"CNY"_s);
    CHECK(read(u"RMB") == u"CNY"_s);
    CHECK(read(u"人民币") == u"CNY"_s);
    CHECK(read(u"人民幣") == u"CNY"_s);
    CHECK(read(u"元") == u"CNY"_s);
    CHECK(read(u"US Dollar") == u"USD"_s);
    CHECK(read(u"US$") == u"USD"_s);
    CHECK(read(u"美元") == u"USD"_s);
    CHECK(read(u"Euro") == u"EUR"_s);
    CHECK(read(u"円") == u"JPY"_s);
    CHECK(read(u"HK＄") == u"HKD"_s);
    CHECK(read(u"zł") == u"PLN"_s);
    CHECK(read(u"Kč") == u"CZK"_s);
    CHECK(read(u"Swiss franc") == u"CHF"_s);
    CHECK(read(u"XYZ") == u"unknown"_s);
    CHECK(read(u"") == u"unknown"_s);
    CHECK(read(u"1") == u"unknown"_s);
    CHECK(currencyFromText(u"doubloons").error() == Error{ErrorCode::CurrencyUnknown, {QString(), u"doubloons"_s}});
}

TEST_CASE("every current currency is found again by its names and symbol")
{
    CHECK(currentCurrencies().size() > 140);
    for (const auto code : currentCurrencies()) {
        CAPTURE(code.toString());
        CHECK(read(code.toString()) == code.toString());
        for (const auto& locale : {QLocale(u"zh_CN"_s), QLocale(u"en_US"_s)}) {
            const auto name = currencyName(code, locale);
            CAPTURE(name);
            REQUIRE_OK(currencyFromText(name));
        }
    }
}

TEST_CASE("minor digits follow ISO 4217")
{
    CHECK(currency(u"CNY").minorDigits() == 2);
    CHECK(currency(u"JPY").minorDigits() == 0);
    CHECK(currency(u"KRW").minorDigits() == 0);
    CHECK(currency(u"KWD").minorDigits() == 3);
    CHECK(currency(u"CLF").minorDigits() == 4);
    CHECK(currency(u"IDR").minorDigits() == 2);
}

TEST_CASE("money is shown exactly as its country writes it")
{
    const QLocale chinese(u"zh_CN"_s);
    const QLocale english(u"en_US"_s);
    CHECK(formatMoney(105400, currency(u"CNY"), chinese) == u"¥1,054.00"_s);
    CHECK(formatMoney(105400, currency(u"USD"), english) == u"$1,054.00"_s);
    CHECK(formatMoney(-105400, currency(u"USD"), english) == u"-$1,054.00"_s);
    CHECK(formatMoney(1054, currency(u"JPY"), english) == u"¥1,054"_s);
    CHECK(formatMoney(105400, currency(u"EUR"), QLocale(u"de_DE"_s)) == u"1.054,00\u00a0€"_s);
    CHECK(formatMoney(9007199254740993, currency(u"USD"), english) == u"$90,071,992,547,409.93"_s);
    CHECK(currencySymbol(currency(u"USD"), chinese) == u"US$"_s);
    CHECK(currencyName(currency(u"CNY"), chinese) == u"人民币"_s);
    CHECK(homeCurrency(chinese) == currency(u"CNY"));
    CHECK(homeCurrency(QLocale(u"de_DE"_s)) == currency(u"EUR"));
    CHECK(homeCurrency(QLocale::c()) == currency(u"CNY"));
}
