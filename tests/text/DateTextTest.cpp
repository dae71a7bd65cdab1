#include "core/text/figures/DateText.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

QString date(QStringView typed, const DateForms& forms = {})
{
    const auto found = parseDate(typed, forms);
    if (!found)
        CHECK(found.error() == Error{ErrorCode::NotADate, {QString(), typed.toString()}});
    return found ? toIso(*found) : u"none"_s;
}

QString instant(QStringView typed, const QByteArray& zone = "UTC", const DateForms& forms = {})
{
    const auto found = parseInstant(typed, QTimeZone(zone), forms);
    return found ? toRfc3339(*found) : u"none"_s;
}

const DateForms american{DateOrder::MonthDayYear};
const auto october = u"2016-10-20"_s;

}

TEST_CASE("a date is read in every form people write")
{
    for (const QStringView typed : {u"2016-10-20",
                                    u"2016/10/20",
                                    u"2016.10.20",
                                    u"2016 10 20",
                                    u"20161020",
                                    u"20.10.2016",
                                    u"20/10/2016",
                                    u"10/20/2016",
                                    u"20-Oct-16",
                                    u"20-oct-2016",
                                    u"20 October 2016",
                                    u"20. Oct. 2016",
                                    u"Oct 20, 2016",
                                    u"October 20th, 2016",
                                    u"20th Oct 2016",
                                    u"2016-Oct-20",
                                    u"2016年10月20日",
                                    u"2016 年 10 月 20 日",
                                    u"2016年10月20号",
                                    u"16年10月20日",
                                    u"２０１６／１０／２０",
                                    u"2016-10-20 00:00:00",
                                    u"2016-10-20T00:00:00.000Z",
                                    u"2016-10-20T00:00",
                                    u"Thu, 20 Oct 2016",
                                    u"Thursday, October 20, 2016",
                                    u"2016年10月20日 星期四",
                                    u"2016-10-20 (Thu)",
                                    u"20/10/16",
                                    u" 2016-10-20 "}) {
        CAPTURE(QString(typed.toString()));
        CHECK(date(typed) == october);
    }
    CHECK(date(u"2016-1-2") == u"2016-01-02"_s);
    CHECK(date(u"1.2.2016") == u"2016-02-01"_s);
    CHECK(date(u"99-10-20") == u"1999-10-20"_s);
    CHECK(date(u"20/10/49") == u"2049-10-20"_s);
    CHECK(date(u"20/10/50") == u"1950-10-20"_s);
    CHECK(date(u"5 Sept 2016") == u"2016-09-05"_s);
}

TEST_CASE("the order of day and month is as told, unless only one gives a date")
{
    CHECK(date(u"03/04/2016") == u"2016-04-03"_s);
    CHECK(date(u"03/04/2016", american) == u"2016-03-04"_s);
    CHECK(date(u"10/20/2016", american) == october);
    CHECK(date(u"20/10/2016", american) == october);
    CHECK(date(u"2016-03-04", american) == u"2016-03-04"_s);
}

TEST_CASE("what is no date is refused")
{
    for (const QStringView typed : {u"",
                                    u"abc",
                                    u"2016",
                                    u"2016-10",
                                    u"2016-13-01",
                                    u"2016-02-30",
                                    u"2015-02-29",
                                    u"30/02/2016",
                                    u"20-10",
                                    u"2016-10-20-30",
                                    u"1.5",
                                    u"42663",
                                    u"1054",
                                    u"13812345678",
                                    u"2016-10/20",
                                    u"20161320",
                                    u"0016-10-20",
                                    u"2016-10-20 14:30",
                                    u"2016-10-20 25:00",
                                    u"2016-10-20 x",
                                    u"2016年10月",
                                    u"20 Foo 2016",
                                    u"10:30",
                                    u"192.168.1.1",
                                    u"1,054.00",
                                    u"May",
                                    u"May 2016"}) {
        CAPTURE(QString(typed.toString()));
        CHECK(date(typed) == u"none"_s);
    }
}

TEST_CASE("a time beside a date is left out only when asked for")
{
    DateForms forms;
    forms.dropTime = true;
    CHECK(date(u"2016-10-20 14:30", forms) == october);
    CHECK(date(u"2016-10-20 14:30") == u"none"_s);
}

TEST_CASE("spreadsheet serial numbers are dates only when asked for")
{
    DateForms forms;
    forms.excelSerials = true;
    CHECK(date(u"42663", forms) == october);
    CHECK(date(u"1", forms) == u"1900-01-01"_s);
    CHECK(date(u"59", forms) == u"1900-02-28"_s);
    CHECK(date(u"60", forms) == u"none"_s);
    CHECK(date(u"61", forms) == u"1900-03-01"_s);
    CHECK(date(u"2958465", forms) == u"9999-12-31"_s);
    CHECK(date(u"2958466", forms) == u"none"_s);
    CHECK(instant(u"42663.5", "UTC", forms) == u"2016-10-20T12:00:00.000Z"_s);
    CHECK(date(u"20161020", forms) == october);
}

TEST_CASE("a moment is read with its time, its offset, or the zone it was written in")
{
    CHECK(instant(u"2016-10-20T14:30:05.123Z") == u"2016-10-20T14:30:05.123Z"_s);
    CHECK(instant(u"2016-10-20T14:30:05+08:00") == u"2016-10-20T06:30:05.000Z"_s);
    CHECK(instant(u"2016-10-20 14:30 -0530") == u"2016-10-20T20:00:00.000Z"_s);
    CHECK(instant(u"2016-10-20 14:30", "Asia/Shanghai") == u"2016-10-20T06:30:00.000Z"_s);
    CHECK(instant(u"2016-10-20", "Asia/Shanghai") == u"2016-10-19T16:00:00.000Z"_s);
    CHECK(instant(u"10/20/2016 2:30 PM") == u"2016-10-20T14:30:00.000Z"_s);
    CHECK(instant(u"10/20/2016 12:30 a.m.") == u"2016-10-20T00:30:00.000Z"_s);
    CHECK(instant(u"10/20/2016 12:30 pm") == u"2016-10-20T12:30:00.000Z"_s);
    CHECK(instant(u"2016年10月20日 下午2:30") == u"2016-10-20T14:30:00.000Z"_s);
    CHECK(instant(u"2016年10月20日 下午14:30") == u"2016-10-20T14:30:00.000Z"_s);
    CHECK(instant(u"2016年10月20日14时30分") == u"2016-10-20T14:30:00.000Z"_s);
    CHECK(instant(u"2016年10月20日 14点半") == u"2016-10-20T14:30:00.000Z"_s);
    CHECK(instant(u"2016年10月20日14时30分5秒") == u"2016-10-20T14:30:05.000Z"_s);
    CHECK(instant(u"20161020143005") == u"2016-10-20T14:30:05.000Z"_s);
    CHECK(instant(u"20161020T143005Z") == u"2016-10-20T14:30:05.000Z"_s);
    CHECK(instant(u"2016-10-20 24:00") == u"2016-10-21T00:00:00.000Z"_s);
    CHECK(instant(u"2016-10-20 14:30:05,5 UTC") == u"2016-10-20T14:30:05.500Z"_s);
    CHECK(instant(u"Thu, 20 Oct 2016 14:30:05 GMT") == u"2016-10-20T14:30:05.000Z"_s);
    for (const QStringView typed : {u"14:30", u"2016-10-20 24:01", u"2016-10-20 14:60", u"2016-10-20 14:30 +19:00",
                                    u"2016-10-20 13:00 am", u"2016-10-20 14:30 XYZ", u"2016-10-20 1", u"2016-10-20T"})
        CHECK(instant(typed) == u"none"_s);
}

TEST_CASE("a time that the clocks skipped is refused and one that came twice is the first")
{
    CHECK(instant(u"2024-03-31 02:30", "Europe/Berlin") == u"none"_s);
    CHECK(instant(u"2024-03-31 03:00", "Europe/Berlin") == u"2024-03-31T01:00:00.000Z"_s);
    CHECK(instant(u"2024-10-27 02:30", "Europe/Berlin") == u"2024-10-27T00:30:00.000Z"_s);
    CHECK(instant(u"2024-10-27 03:00", "Europe/Berlin") == u"2024-10-27T02:00:00.000Z"_s);
}

TEST_CASE("a column tells its order")
{
    const auto decide = [](const QStringList& cells) {
        DateOrderSniffer sniffer;
        for (const auto& cell : cells)
            sniffer.see(cell);
        return sniffer;
    };
    CHECK(decide({u"03/04/2016"_s, u"10/20/2016"_s}).decide() == DateOrder::MonthDayYear);
    CHECK(decide({u"03/04/2016"_s, u"20/10/2016"_s}).decide() == DateOrder::DayMonthYear);
    CHECK(decide({u"03.04.2016"_s}).decide() == DateOrder::DayMonthYear);
    CHECK_FALSE(decide({u"03/04/2016"_s}).decide());
    CHECK(decide({u"03/04/2016"_s}).sawAmbiguous());
    CHECK_FALSE(decide({u"03/03/2016"_s, u"2016-10-20"_s, u"abc"_s, u""_s}).sawAmbiguous());
    CHECK_FALSE(decide({u"10/20/2016"_s, u"20/10/2016"_s}).decide());
    CHECK(decide({u"10/20/2016"_s, u"20/10/2016"_s}).contradicts());
}

TEST_CASE("every date and moment survives being written and read")
{
    CHECK(rc::check([] {
        const auto day = QDate(1000, 1, 1).addDays(*rc::gen::inRange(0, 3'287'181));
        RC_ASSERT(date(toIso(day)) == toIso(day));
        RC_ASSERT(date(day.toString(u"yyyyMMdd")) == toIso(day));
        RC_ASSERT(date(day.toString(u"dd.MM.yyyy")) == toIso(day));
        RC_ASSERT(date(day.toString(u"M/d/yyyy"), american) == toIso(day));
        RC_ASSERT(date(day.toString(u"yyyy年M月d日")) == toIso(day));
        RC_ASSERT(date(QLocale(u"en_GB"_s).toString(day, u"d MMMM yyyy")) == toIso(day));
        const auto time =
            Instant::fromMilliseconds(*rc::gen::inRange<std::int64_t>(-30'000'000'000'000, 200'000'000'000'000));
        const auto back = parseInstant(toRfc3339(time), QTimeZone("Asia/Shanghai"));
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == time);
    }));
}

TEST_CASE("no text, however strange, is read beyond its end")
{
    CHECK(rc::check([] {
        const auto text = QString::fromStdString(
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-/.: TZaopm,+年"))));
        (void)parseDate(text);
        (void)parseInstant(text, QTimeZone::utc());
        DateOrderSniffer().see(text);
        const auto found = parseDate(text);
        if (found)
            RC_ASSERT(found->isValid());
    }));
}
