#include "core/text/figures/Number.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

#include <limits>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

// The value as plain text with what stood beside it, or the error's name.
QString read(QStringView typed, DecimalMark mark = DecimalMark::Guess, std::optional<CurrencyCode> home = {})
{
    const auto number = parseNumber(typed, mark, home);
    if (!number) {
        const auto code = number.error().code;
        CHECK(number.error().detail.value(1) == typed);
        return code == ErrorCode::NotANumber         ? u"not a number"_s
               : code == ErrorCode::NumberTooLarge   ? u"too large"_s
               : code == ErrorCode::NumberTooPrecise ? u"too precise"_s
                                                     : u"?"_s;
    }
    auto shown = number->value.toPlainString();
    if (number->percent)
        shown += u'%';
    if (number->currency)
        shown += u' ' + number->currency->toString();
    return shown;
}

const auto notANumber = u"not a number"_s;

}

TEST_CASE("numbers are read as people group them")
{
    CHECK(read(u"1054") == u"1054"_s);
    CHECK(read(u"1,054.00") == u"1054.00"_s);
    CHECK(read(u"1.054,00") == u"1054.00"_s);
    CHECK(read(u"1 054,00") == u"1054.00"_s);
    CHECK(read(u"1\u202f054\u202f000,5") == u"1054000.5"_s);
    CHECK(read(u"1'054.5") == u"1054.5"_s);
    CHECK(read(u"1’054’000") == u"1054000"_s);
    CHECK(read(u"12,34,567.8") == u"1234567.8"_s);
    CHECK(read(u"1,2345,6789") == u"123456789"_s);
    CHECK(read(u"１，０５４．００") == u"1054.00"_s);
    CHECK(read(u".5") == u"0.5"_s);
    CHECK(read(u"0,5") == u"0.5"_s);
    CHECK(read(u"5.") == u"5"_s);
    CHECK(read(u"1,054") == u"1054"_s);
    CHECK(read(u"0,054") == u"0.054"_s);
    CHECK(read(u"1.054") == u"1.054"_s);
    CHECK(read(u"1.054.000") == u"1054000"_s);
}

TEST_CASE("a known decimal mark settles what could be read both ways")
{
    CHECK(read(u"1.054", DecimalMark::Comma) == u"1054"_s);
    CHECK(read(u"1,054", DecimalMark::Comma) == u"1.054"_s);
    CHECK(read(u"1,054", DecimalMark::Point) == u"1054"_s);
    CHECK(read(u"1,5", DecimalMark::Point) == notANumber);
    CHECK(read(u"1.054,00", DecimalMark::Point) == notANumber);
}

TEST_CASE("signs, brackets, percent and Chinese magnitudes are read")
{
    CHECK(read(u"-1,054.5") == u"-1054.5"_s);
    CHECK(read(u"\u22125") == u"-5"_s);
    CHECK(read(u"5-") == u"-5"_s);
    CHECK(read(u"+5") == u"5"_s);
    CHECK(read(u"(1,054.00)") == u"-1054.00"_s);
    CHECK(read(u"（5）") == u"-5"_s);
    CHECK(read(u"12.5 %") == u"12.5%"_s);
    CHECK(read(u"１２％") == u"12%"_s);
    CHECK(read(u"1.5万") == u"15000"_s);
    CHECK(read(u"3.25 亿") == u"325000000"_s);
    CHECK(read(u"2百万") == u"2000000"_s);
    CHECK(read(u"1.2萬億") == u"1200000000000"_s);
    CHECK(read(u"0.12345万") == u"1234.5"_s);
    CHECK(read(u"1.2E+5") == u"120000"_s);
    CHECK(read(u"1.5e-3") == u"0.0015"_s);
}

TEST_CASE("currency signs and codes are read before and behind")
{
    CHECK(read(u"¥1,054.00") == u"1054.00 CNY"_s);
    CHECK(read(u"￥ 100") == u"100 CNY"_s);
    CHECK(read(u"$1,000") == u"1000 USD"_s);
    CHECK(read(u"-$5.00") == u"-5.00 USD"_s);
    CHECK(read(u"$-5.00") == u"-5.00 USD"_s);
    CHECK(read(u"($5.00)") == u"-5.00 USD"_s);
    CHECK(read(u"USD 1,000") == u"1000 USD"_s);
    CHECK(read(u"1000usd") == u"1000 USD"_s);
    CHECK(read(u"RMB 20") == u"20 CNY"_s);
    CHECK(read(u"1.5万元") == u"15000 CNY"_s);
    CHECK(read(u"100元整") == u"100 CNY"_s);
    CHECK(read(u"￥100元") == u"100 CNY"_s);
    CHECK(read(u"人民币100元") == u"100 CNY"_s);
    CHECK(read(u"$100元") == notANumber);
    CHECK(read(u"1.054,00 €") == u"1054.00 EUR"_s);
    CHECK(read(u"HK$ 8.50") == u"8.50 HKD"_s);
    CHECK(read(u"Rs. 1,00,000") == u"100000 INR"_s);
    CHECK(read(u"$5", DecimalMark::Guess, CurrencyCode::fromIso(u"CAD")) == u"5 CAD"_s);
    CHECK(read(u"¥5", DecimalMark::Guess, CurrencyCode::fromIso(u"JPY")) == u"5 JPY"_s);
    CHECK(read(u"$5", DecimalMark::Guess, CurrencyCode::fromIso(u"CNY")) == u"5 USD"_s);
}

TEST_CASE("what is not one number is refused")
{
    for (const QStringView typed : {u"",      u" ",          u"abc",           u"-",     u".",    u"1 2",      u"10-20",
                                    u"12:30", u"2016-10-20", u"1,05,4",        u"1.2.3", u"1,,2", u"--5",      u"(5",
                                    u"5)",    u"(-5)",       u"-5-",           u"12%%",  u"$5%",  u"5 apples", u"1e99",
                                    u"0x1f",  u"½",          u"138 1234 5678", u"$5 EUR"})
        CHECK(read(typed) == notANumber);
    CHECK(read(QString(5000, QChar(u'1'))) == notANumber);
}

TEST_CASE("a number that does not fit is refused, never rounded or wrapped")
{
    CHECK(read(u"9223372036854775807") == u"9223372036854775807"_s);
    CHECK(read(u"9223372036854775808") == u"too large"_s);
    CHECK(read(u"-9223372036854775807") == u"-9223372036854775807"_s);
    CHECK(read(u"92233720368547758.07") == u"92233720368547758.07"_s);
    CHECK(read(u"99999999999999999999") == u"too large"_s);
    CHECK(read(u"1e30") == u"too large"_s);
    CHECK(read(u"0.1234567890123456789") == u"too precise"_s);
    CHECK(read(u"0.1000000000000000000000000") == u"0.100000000000000000"_s);
    CHECK(read(u"12345678901.123456789") == u"too precise"_s);
    CHECK(read(u"1000000000亿") == u"100000000000000000"_s);
    CHECK(read(u"100000000000亿") == u"too large"_s);
    CHECK(read(u"0e40") == u"0"_s);
}

TEST_CASE("a decimal is brought to the scale of its field or refused")
{
    CHECK(*parseDecimal(u"1,054", 2) == Decimal{105400, 2});
    CHECK(*parseDecimal(u"1054.500", 2) == Decimal{105450, 2});
    const auto precise = parseDecimal(u"10.005", 2);
    REQUIRE_FALSE(precise.ok());
    CHECK(precise.error() == Error{ErrorCode::NumberTooPrecise, {QString(), u"10.005"_s, u"2"_s}});
    CHECK(*parseDecimal(u"10.005", 2, DecimalMark::Guess, Rounding::HalfAwayFromZero) == Decimal{1001, 2});
    CHECK(*parseDecimal(u"-10.005", 2, DecimalMark::Guess, Rounding::HalfAwayFromZero) == Decimal{-1001, 2});
    CHECK(*parseDecimal(u"10.0049", 2, DecimalMark::Guess, Rounding::HalfAwayFromZero) == Decimal{1000, 2});
    CHECK_FALSE(parseDecimal(u"$10", 2).ok());
    CHECK_FALSE(parseDecimal(u"10%", 2).ok());
    CHECK_FALSE(parseDecimal(u"9223372036854775807", 2).ok());
    CHECK(*parseInteger(u"2,822") == 2822);
    CHECK(*parseInteger(u"3.0") == 3);
    CHECK_FALSE(parseInteger(u"3.5").ok());
}

TEST_CASE("a decimal is shown exactly")
{
    CHECK(Decimal{-5, 2}.toPlainString() == u"-0.05"_s);
    CHECK(Decimal{105400, 2}.toPlainString() == u"1054.00"_s);
    CHECK(Decimal{0, 3}.toPlainString() == u"0.000"_s);
    CHECK(Decimal{std::numeric_limits<std::int64_t>::min(), 0}.toPlainString() == u"-9223372036854775808"_s);
    CHECK(Decimal{105400050, 3}.toLocalString(QLocale(u"en_US"_s)) == u"105,400.050"_s);
    CHECK(Decimal{-105400050, 3}.toLocalString(QLocale(u"de_DE"_s)) == u"-105.400,050"_s);
    CHECK(sameWorth(Decimal{150, 2}, Decimal{15, 1}));
    CHECK_FALSE(sameWorth(Decimal{150, 2}, Decimal{150, 1}));
}

TEST_CASE("a number written in any people's way is read back exactly")
{
    CHECK(rc::check([](std::int64_t units) {
        const Decimal value{units == std::numeric_limits<std::int64_t>::min() ? 0 : units, *rc::gen::inRange(0, 19)};
        const auto plain = parseNumber(value.toPlainString(), DecimalMark::Point);
        RC_ASSERT(plain.ok());
        RC_ASSERT(plain->value == value);
        for (const auto& [name, mark] : {std::pair{u"en_US"_s, DecimalMark::Point},
                                         {u"de_DE"_s, DecimalMark::Comma},
                                         {u"fr_FR"_s, DecimalMark::Comma},
                                         {u"de_CH"_s, DecimalMark::Point},
                                         {u"zh_CN"_s, DecimalMark::Point},
                                         {u"sv_SE"_s, DecimalMark::Comma}}) {
            const auto shown = value.toLocalString(QLocale(name));
            const auto back = parseNumber(shown, mark);
            RC_ASSERT(back.ok());
            RC_ASSERT(back->value == value);
        }
    }));
}

TEST_CASE("rescaling there and back loses nothing")
{
    CHECK(rc::check([] {
        const Decimal value{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 9)};
        const auto longer = value.rescaled(*rc::gen::inRange(value.scale, 10));
        RC_ASSERT(longer.ok());
        RC_ASSERT(sameWorth(*longer, value));
        const auto back = longer->rescaled(value.scale);
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == value);
    }));
}

TEST_CASE("a column tells its decimal mark")
{
    const auto decide = [](const QStringList& cells) {
        DecimalMarkSniffer sniffer;
        for (const auto& cell : cells)
            sniffer.see(cell);
        return sniffer.decide();
    };
    CHECK(decide({u"1,054"_s, u"588"_s, u"1,5"_s}) == DecimalMark::Comma);
    CHECK(decide({u"1,054"_s, u"588.50"_s}) == DecimalMark::Point);
    CHECK(decide({u"1.054,00 €"_s, u"3"_s}) == DecimalMark::Comma);
    CHECK(decide({u"1,054,000"_s}) == DecimalMark::Point);
    CHECK(decide({u"1,054"_s, u"2.054"_s}) == DecimalMark::Guess);
    CHECK(decide({u"1,5"_s, u"1.5"_s}) == DecimalMark::Guess);
    CHECK(decide({}) == DecimalMark::Guess);
}
