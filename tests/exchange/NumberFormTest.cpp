#include "core/exchange/xlsx/NumberForm.h"
#include "tests/support/Test.h"

using namespace kith;
using Kind = kith::NumberForm::Kind;

namespace {

std::string shown(std::string_view stored, QStringView code, DayZero zero = DayZero::Year1900)
{
    return shownNumber(stored, numberForm(code), zero).text;
}

CellType typeOf(std::string_view stored, QStringView code)
{
    return shownNumber(stored, numberForm(code), DayZero::Year1900).type;
}

}

TEST_CASE("a format says whether a number is a date, a time or an amount")
{
    CHECK(numberForm(u"General") == NumberForm{});
    CHECK(numberForm(u"#,##0.00_);[Red](#,##0.00)") == NumberForm{});
    CHECK(numberForm(u"0.00E+00") == NumberForm{});
    CHECK(numberForm(u"@") == NumberForm{});
    CHECK(numberForm(u"\"dynamic days\" 0") == NumberForm{});
    CHECK(numberForm(u"yyyy-mm-dd").kind == Kind::Date);
    CHECK(numberForm(u"m/d/yy").kind == Kind::Date);
    CHECK(numberForm(u"mmm").kind == Kind::Date);
    CHECK(numberForm(u"[$-804]yyyy\"年\"m\"月\"d\"日\";@").kind == Kind::Date);
    CHECK(numberForm(u"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy").kind == Kind::Date);
    CHECK(numberForm(u"yyyy/m/d h:mm").kind == Kind::DateTime);
    CHECK(numberForm(u"dd.mm.yyyy hh:mm:ss").kind == Kind::DateTime);
    CHECK(numberForm(u"h:mm AM/PM").kind == Kind::Time);
    CHECK(numberForm(u"mm:ss.0").kind == Kind::Time);
    CHECK(numberForm(u"[h]:mm:ss").kind == Kind::Elapsed);
    CHECK(numberForm(u"[Red]0.0").kind == Kind::Number);
    CHECK(numberForm(u"[$-404]e/m/d").kind == Kind::Date);
    CHECK(numberForm(u"0.0%").percent);
    CHECK(numberForm(u"00000").digits == 5);
    CHECK(numberForm(u"000-0000").digits == 0);
    CHECK(numberForm(u"0.00").digits == 0);
    CHECK(numberForm(u"\"unclosed").kind == Kind::Number);
    CHECK(numberForm(u"[unclosed").kind == Kind::Number);
    CHECK(numberForm(u"\\").kind == Kind::Number);
}

TEST_CASE("a format names a currency by a code or a sign that is one")
{
    CHECK(numberForm(u"[$CNY] #,##0.00").currency == "CNY");
    CHECK(numberForm(u"[$€-407] #,##0.00").currency == "€");
    CHECK(numberForm(u"\"$\"#,##0.00_);(\"$\"#,##0.00)").currency == "$");
    CHECK(numberForm(u"_-[$£-809]* #,##0.00_-").currency == "£");
    CHECK(numberForm(u"\\¥#,##0.00").currency == "¥");
    CHECK(numberForm(u"¥#,##0.00").currency == "¥");
    CHECK(numberForm(u"$#,##0.00").currency == "$");
    CHECK(numberForm(u"#,##0.00\"元\"").currency == "元");
    CHECK(numberForm(u"#,##0\" pcs\"").currency.empty());
    CHECK(numberForm(u"[$-804]yyyy-mm-dd").currency.empty());
}

TEST_CASE("days are counted as Excel does, with the day that never was, or from 1904")
{
    CHECK(shown("1", u"yyyy-mm-dd") == "1900-01-01");
    CHECK(shown("59", u"yyyy-mm-dd") == "1900-02-28");
    CHECK(shown("60", u"yyyy-mm-dd") == "1900-02-29");
    CHECK(shown("61", u"yyyy-mm-dd") == "1900-03-01");
    CHECK(shown("42663", u"d/m/yy") == "2016-10-20");
    CHECK(shown("2958465", u"yyyy-mm-dd") == "9999-12-31");
    CHECK(shown("2958466", u"yyyy-mm-dd") == "2958466");
    CHECK(shown("-1", u"yyyy-mm-dd") == "-1");
    CHECK(shown("0", u"yyyy-mm-dd", DayZero::Year1904) == "1904-01-01");
    CHECK(shown("41201", u"yyyy-mm-dd", DayZero::Year1904) == "2016-10-20");
    CHECK(typeOf("42663", u"yyyy-mm-dd") == CellType::Date);
    CHECK(typeOf("-1", u"yyyy-mm-dd") == CellType::Number);
}

TEST_CASE("a moment has the clock that its format shows, to the millisecond")
{
    CHECK(shown("42663.604166666664", u"yyyy-mm-dd hh:mm") == "2016-10-20 14:30:00");
    CHECK(shown("42663.604166666664", u"yyyy-mm-dd") == "2016-10-20");
    CHECK(shown("42663.60416782407", u"yyyy-mm-dd hh:mm:ss") == "2016-10-20 14:30:00.100");
    CHECK(shown("42663.9999999999", u"yyyy-mm-dd hh:mm") == "2016-10-21 00:00:00");
    CHECK(shown("42663.604166666664", u"yyyy-mm-dd hh:mm \"+08:00\"") == "2016-10-20T14:30:00+08:00");
    CHECK(shown("42663.604166666664", u"yyyy-mm-dd hh:mm\"Z\"") == "2016-10-20T14:30:00Z");
    CHECK(shown("0.604166666666667", u"h:mm") == "14:30:00");
    CHECK(shown("42663.604166666664", u"h:mm") == "2016-10-20 14:30:00");
    CHECK(shown("1.5", u"[h]:mm") == "36:00:00");
    CHECK(typeOf("0.5", u"h:mm") == CellType::Text);
}

TEST_CASE("a number has the digits that spreadsheets count on, and no exponent")
{
    CHECK(shown("1054.10", u"General") == "1054.10");
    CHECK(shown("1.3800138E10", u"General") == "13800138000");
    CHECK(shown("0.30000000000000004", u"General") == "0.3");
    CHECK(shown("1054.1000000000001", u"0.00") == "1054.1");
    CHECK(shown("1.0000000000000001E-5", u"General") == "0.00001");
    CHECK(shown("-2.5E-3", u"General") == "-0.0025");
    CHECK(shown("1.10101199003071E17", u"0") == "110101199003071000");
    CHECK(shown("110101199003071234", u"0") == "110101199003071234");
    CHECK(shown("1E+300", u"General").size() == 301);
    CHECK(shown("0", u"General") == "0");
    CHECK(shown("0.35", u"0%") == "35%");
    CHECK(shown("0.1234", u"0.00%") == "12.34%");
    CHECK(shown("123", u"00000") == "00123");
    CHECK(shown("123456", u"00000") == "123456");
    CHECK(shown("1.5", u"00000") == "1.5");
    CHECK(shown("no number", u"0.00") == "no number");
    CHECK(typeOf("no number", u"0.00") == CellType::Text);
    CHECK(typeOf("12", u"0.00") == CellType::Number);
    CHECK(shown("nan", u"0.00") == "nan");
}
