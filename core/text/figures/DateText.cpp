#include "core/text/figures/DateText.h"

#include "core/text/Fold.h"
#include "core/text/figures/DateReader.h"
#include "core/text/figures/TextScanner.h"

#include <algorithm>
#include <cmath>

namespace kith {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDate = 64;
constexpr int secondsADay = 86'400;
constexpr int millisecondsADay = secondsADay * 1000;
constexpr int lastExcelDay = 2'958'465; // 9999-12-31

// Day 60 of the spreadsheet's calendar is a 29 February 1900 that never was; the days before it count from 1 January.
std::optional<DateTime> readSerial(QStringView text)
{
    TextScanner in(text);
    const auto day = in.number();
    double fraction = 0;
    if (!day || day->value < 1 || day->value > lastExcelDay || day->value == 60)
        return std::nullopt;
    if (in.nextIsFraction()) {
        (void)in.takeAny(u".,");
        const auto digits = in.number();
        if (!digits)
            return std::nullopt;
        fraction = (u"0."_s + digits->text.toString()).toDouble();
    }
    if (!in.atEnd())
        return std::nullopt;
    const auto date = QDate(1899, 12, day->value < 60 ? 31 : 30).addDays(day->value);
    return DateTime{date, int(std::lround(fraction * secondsADay)) * 1000, {}};
}

std::optional<DateTime> readTyped(QStringView typed, const DateForms& forms)
{
    if (typed.size() > longestDate)
        return std::nullopt;
    const auto text = fold(typed, FoldHan::Simplify);
    if (auto found = readDateTime(text, forms))
        return found;
    return forms.excelSerials ? readSerial(text) : std::nullopt;
}

// The first moment when a clock in `zone` shows that; none where it never does.
std::optional<Instant> momentOf(const QDate& date, int milliseconds, const QTimeZone& zone)
{
    const auto wall = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + milliseconds;
    std::optional<Instant> first;
    for (const auto days : {-1, 1}) {
        const auto near = QDateTime::fromMSecsSinceEpoch(wall + days * std::int64_t(millisecondsADay), Qt::UTC);
        const auto moment = wall - std::int64_t(zone.offsetFromUtc(near)) * 1000;
        const auto there = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
        const bool shows = moment + std::int64_t(zone.offsetFromUtc(there)) * 1000 == wall;
        if (shows && (!first || moment < first->milliseconds()))
            first = Instant::fromMilliseconds(moment);
    }
    return first;
}

Error notADate(QStringView typed)
{
    return Error{ErrorCode::NotADate, {QString(), typed.toString()}};
}

}

Result<QDate> parseDate(QStringView typed, const DateForms& forms)
{
    const auto found = readTyped(typed, forms);
    if (!found || (found->milliseconds.value_or(0) != 0 && !forms.dropTime))
        return notADate(typed);
    return found->date;
}

Result<Instant> parseInstant(QStringView typed, const QTimeZone& zone, const DateForms& forms)
{
    const auto found = readTyped(typed, forms);
    if (!found)
        return notADate(typed);
    if (found->offset) {
        const auto midnight = QDateTime(found->date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        return Instant::fromMilliseconds(midnight + found->milliseconds.value_or(0) -
                                         std::int64_t(*found->offset) * 1000);
    }
    if (!found->milliseconds)
        return Instant::fromDateTime(found->date.startOfDay(zone));
    const auto moment = momentOf(found->date, *found->milliseconds, zone);
    return moment ? Result<Instant>(*moment) : notADate(typed);
}

QString toIso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QString toRfc3339(Instant time)
{
    return time.toUtc().toString(Qt::ISODateWithMs);
}

void DateOrderSniffer::see(QStringView cell)
{
    const auto text = fold(cell.first(std::min(cell.size(), longestDate)));
    TextScanner in(text);
    const auto first = in.number();
    const auto separator = in.takeAny(u"-/. ");
    const auto second = in.number();
    if (!first || !second || separator.isNull() || !in.take(separator) || !in.number())
        return;
    if (first->digits > 2 || second->digits > 2 || first->value == second->value || first->value > 31)
        return;
    // Only day first is written with points.
    if (first->value > 12 || separator == u'.')
        ++m_dayFirst;
    else if (second->value > 12)
        ++m_monthFirst;
    else
        ++m_either;
}

std::optional<DateOrder> DateOrderSniffer::decide() const
{
    if ((m_dayFirst > 0) == (m_monthFirst > 0))
        return std::nullopt;
    return m_dayFirst > 0 ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}

}
