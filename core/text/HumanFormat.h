#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>

// Figures as progress and status lines show them, in the language of the installed translator.
namespace kith {

QString humanBytes(std::int64_t bytes, const QLocale& locale);           // 1.4 MB
QString humanCount(std::int64_t count, const QLocale& locale);           // 1,204,553
QString humanDuration(std::int64_t milliseconds, const QLocale& locale); // 0.4 s; 12 s; 3 min 5 s; 2 h 10 min
QString humanTimeLeft(std::int64_t milliseconds, const QLocale& locale); // rounded: "about 3 minutes left"

}
