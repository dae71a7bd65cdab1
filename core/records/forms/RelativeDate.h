#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace kith {

// "today", "yesterday", "tomorrow" (any case, also 今天, 昨天, 明天), "-30d", "+2w", "-6m", "1y" with a sign: the day
// meant; nothing for other words and for days outside the years 1000 to 9999.
std::optional<QDate> relativeDate(QStringView word, QDate today);

}
