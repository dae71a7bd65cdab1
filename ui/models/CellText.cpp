#include "ui/models/CellText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kith {

QString cellText(const FieldPath& path, const Value& value, const QString& title, const TextConventions& conventions)
{
    if (!path.field)
        return {};
    if (!path.component.isEmpty()) {
        if (const auto* text = std::get_if<QString>(&value))
            return *text;
        if (const auto* addresses = std::get_if<Addresses>(&value); addresses && !addresses->empty()) {
            const QString* part = addressComponent(addresses->front(), path.component);
            return part ? *part : QString();
        }
        return {};
    }
    return fieldText(*path.field, value, title, conventions);
}

QString fieldText(const Field& field, const Value& value, const QString& title, const TextConventions& conventions)
{
    if (field.type == FieldType::Relation || field.type == FieldType::Tags || !title.isEmpty())
        return title;
    if (isEmpty(value))
        return {};
    return displayText(field, value, conventions).replace(u'\n', u' ');
}

QString inSentence(const QString& label, const QString& language)
{
    const bool abbreviation = label.size() > 1 && label[1].isUpper();
    if (!language.startsWith(u"en"_s) || label.isEmpty() || abbreviation)
        return label;
    return label.front().toLower() + label.mid(1);
}

bool standsRight(const Field& field)
{
    return field.type == FieldType::Integer || field.type == FieldType::Decimal || field.type == FieldType::Money;
}

QString dayText(QDate day, const QLocale& locale)
{
    return locale.toString(day, locale.language() == QLocale::Chinese ? u"yyyy-MM-dd"_s : u"d MMM yyyy"_s);
}

QString agoText(Instant then, Instant now, const QLocale& locale)
{
    const auto seconds = (now.milliseconds() - then.milliseconds()) / 1000;
    const auto minutes = int(seconds / 60);
    if (seconds >= 0 && seconds < 60)
        return QCoreApplication::translate("kith::CellText", "just now");
    if (seconds >= 0 && minutes < 60)
        return QCoreApplication::translate("kith::CellText", "%n minute(s) ago", nullptr, minutes);
    const QDate day = then.toLocal().date();
    const auto days = day.daysTo(now.toLocal().date());
    const QString clock = locale.toString(then.toLocal().time(), QLocale::ShortFormat);
    if (days == 0)
        return QCoreApplication::translate("kith::CellText", "today, %1").arg(clock);
    if (days == 1)
        return QCoreApplication::translate("kith::CellText", "yesterday, %1").arg(clock);
    return dayText(day, locale);
}

}
