#include "core/base/Log.h"

#include <atomic>
#include <cstdio>

namespace kith {

namespace {

std::atomic<LogLevel> leastLevel{LogLevel::Warning};

const char* levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Information:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Fault:
        return "fault";
    }
    return "";
}

}

void setLogLevel(LogLevel least)
{
    leastLevel = least;
}

void logLine(LogLevel level, const char* what, std::initializer_list<LogValue> values)
{
    if (level < leastLevel)
        return;
    QByteArray line = QByteArray("kith ") + levelName(level) + ": " + what;
    for (const auto& value : values)
        line += QByteArray(" ") + value.name + '=' + value.text.toUtf8();
    line += '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

}
