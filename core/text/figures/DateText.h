#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace kith {

// How 03/04/2016 is meant. Forms that begin with the year or name the month need no order.
enum class DateOrder { DayMonthYear, MonthDayYear };

struct DateForms
{
    DateOrder order = DateOrder::DayMonthYear;
    bool excelSerials = false; // whole or fractional days since 1899-12-30, from 1 to 2958465
    bool dropTime = false;     // parseDate: a time that is not midnight is left out instead of refused
    int centuryPivot = 50;     // two-digit years below it are 20xx, others 19xx
};

// 2016-10-20, 2016/10/20, 20161020, 20.10.2016, 10/20/2016, 20-Oct-16, Oct 20, 2016, 2016年10月20日, full-width forms,
// each also with a midnight time. Fails with NotADate{"", typed}. Any thread.
Result<QDate> parseDate(QStringView typed, const DateForms& forms = {});

// A date as above with a time (14:30, 14:30:05.123, 2:30 PM, 下午2:30, 14时30分), RFC 3339 with its offset, or a date
// alone, which is its first moment. Without an offset it is a wall clock's in `zone`; a time skipped by a change of the
// clocks is refused, one that comes twice is the first. Fails with NotADate{"", typed}.
Result<Instant> parseInstant(QStringView typed, const QTimeZone& zone, const DateForms& forms = {});

QString toIso(QDate date);       // 2016-10-20
QString toRfc3339(Instant time); // 2016-10-20T06:30:00.000Z

// Decides a column's order from its cells. Not thread-safe.
class DateOrderSniffer
{
public:
    void see(QStringView cell);

    std::optional<DateOrder> decide() const; // none where no cell told or cells contradict each other
    bool contradicts() const { return m_dayFirst > 0 && m_monthFirst > 0; }
    bool sawAmbiguous() const { return m_either > 0; } // some cell could be read both ways

private:
    int m_dayFirst = 0;
    int m_monthFirst = 0;
    int m_either = 0;
};

}
