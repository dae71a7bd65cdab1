#pragma once

#include "core/base/Id.h"

#include <QString>

#include <concepts>
#include <cstdint>
#include <initializer_list>

namespace kith {

// A number or an id with its name: all that a log line may say. There is no way to pass a text made at run time, so no
// log can hold a customer's data.
struct LogValue
{
    template <std::size_t N, std::integral Number>
    LogValue(const char (&valueName)[N], Number number) : name(valueName)
                                                        , text(QString::number(number))
    {
    }
    template <std::size_t N>
    LogValue(const char (&valueName)[N], const Id128& id) : name(valueName)
                                                          , text(id.toString())
    {
    }

    const char* name;
    QString text;
};

enum class LogLevel { Debug, Information, Warning, Fault };

// Writes one line to the standard error stream, from any thread. `what` must be a literal.
void logLine(LogLevel level, const char* what, std::initializer_list<LogValue> values);

template <std::size_t N>
void log(LogLevel level, const char (&what)[N], std::initializer_list<LogValue> values = {})
{
    logLine(level, what, values);
}

// The least level written; Warning unless set, before threads start.
void setLogLevel(LogLevel least);

}
