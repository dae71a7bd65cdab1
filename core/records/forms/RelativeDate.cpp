#include "core/records/forms/RelativeDate.h"

#include <array>

namespace kith {

namespace {

struct Word
{
    QStringView text;
    int days;
};
constexpr std::array<Word, 7> words{
    {{u"today", 0}, {u"yesterday", -1}, {u"tomorrow", 1}, {u"今天", 0}, {u"今日", 0}, {u"昨天", -1}, {u"明天", 1}}};

constexpr qsizetype longestCount = 7; // digits

std::optional<int> signedCount(QStringView text)
{
    const bool minus = text.front() == u'-';
    if (!minus && text.front() != u'+')
        return std::nullopt;
    int count = 0;
    for (const QChar c : text.sliced(1)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        count = count * 10 + (c.unicode() - u'0');
    }
    return minus ? -count : count;
}

QDate moved(QDate today, int count, QChar unit)
{
    switch (unit.toLower().unicode()) {
    case u'd':
        return today.addDays(count);
    case u'w':
        return today.addDays(qint64(count) * 7);
    case u'm':
        return today.addMonths(count);
    case u'y':
        return today.addYears(count);
    default:
        return {};
    }
}

}

std::optional<QDate> relativeDate(QStringView word, QDate today)
{
    for (const auto& known : words) {
        if (word.compare(known.text, Qt::CaseInsensitive) == 0)
            return today.addDays(known.days);
    }
    if (word.size() < 3 || word.size() > longestCount + 2)
        return std::nullopt;
    const auto count = signedCount(word.chopped(1));
    const auto day = count ? moved(today, *count, word.back()) : QDate();
    if (!day.isValid() || day.year() < 1000 || day.year() > 9999)
        return std::nullopt;
    return day;
}

}
