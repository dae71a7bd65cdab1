#include "core/text/HumanFormat.h"

#include <QCoreApplication>

#include <algorithm>

namespace kith {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;

}

QString humanBytes(std::int64_t bytes, const QLocale& locale)
{
    const auto shown = std::max<std::int64_t>(bytes, 0);
    return locale.formattedDataSize(shown, shown < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString humanCount(std::int64_t count, const QLocale& locale)
{
    return locale.toString(qlonglong(count));
}

QString humanDuration(std::int64_t milliseconds, const QLocale& locale)
{
    const auto time = std::max<std::int64_t>(milliseconds, 0);
    if (time < 10 * second)
        return QCoreApplication::translate("HumanFormat", "%1 s").arg(locale.toString(double(time) / 1000, 'f', 1));
    if (time < minute)
        return QCoreApplication::translate("HumanFormat", "%1 s").arg(locale.toString(qlonglong(time / second)));
    if (time < hour)
        return QCoreApplication::translate("HumanFormat", "%1 min %2 s")
            .arg(locale.toString(qlonglong(time / minute)), locale.toString(qlonglong(time % minute / second)));
    return QCoreApplication::translate("HumanFormat", "%1 h %2 min")
        .arg(locale.toString(qlonglong(time / hour)), locale.toString(qlonglong(time % hour / minute)));
}

QString humanTimeLeft(std::int64_t milliseconds, const QLocale& locale)
{
    if (milliseconds < 5 * second)
        return QCoreApplication::translate("HumanFormat", "a few seconds left");
    // Rounded up to steps that do not jump about: 5 s, 1 min, 10 min.
    if (milliseconds < minute - 5 * second) {
        const auto seconds = (milliseconds + 5 * second - 1) / (5 * second) * 5;
        return QCoreApplication::translate("HumanFormat", "about %1 s left").arg(locale.toString(qlonglong(seconds)));
    }
    if (milliseconds <= hour) {
        const auto minutes = (milliseconds + minute - 1) / minute;
        return QCoreApplication::translate("HumanFormat", "about %1 min left").arg(locale.toString(qlonglong(minutes)));
    }
    const auto tens = (milliseconds + 10 * minute - 1) / (10 * minute) * 10;
    return QCoreApplication::translate("HumanFormat", "about %1 h %2 min left")
        .arg(locale.toString(qlonglong(tens / 60)), locale.toString(qlonglong(tens % 60)));
}

}
