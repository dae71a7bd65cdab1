#include "core/records/PointRepair.h"

#include "core/records/forms/ListReader.h"
#include "core/text/formats/MailSlips.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <iterator>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// The points that a text was meant to be; none where it cannot be told.
using Meaning = std::function<Points(const QString& text)>;

bool isUnderstood(const Point& point)
{
    return !point.value.isEmpty();
}

std::optional<Value> repaired(const Value& value, const Meaning& meaning)
{
    const auto* points = std::get_if<Points>(&value);
    if (!points || std::all_of(points->begin(), points->end(), isUnderstood))
        return std::nullopt;
    Points all;
    for (const auto& point : *points) {
        auto meant = isUnderstood(point) ? Points{} : meaning(point.typed);
        for (auto& one : meant) {
            one.label = point.label;
            all.push_back(std::move(one));
        }
        if (meant.empty())
            all.push_back(point);
    }
    auto changed = canonical(Value(std::move(all)));
    const auto* list = std::get_if<Points>(&changed);
    const bool tooLong = list && qsizetype(list->size()) > mostEntries;
    return changed == value || tooLong ? std::nullopt : std::optional(std::move(changed));
}

// All of the parts, if each is understood by itself.
Points eachOf(const QStringList& parts, const std::function<Point(const QString& part)>& read)
{
    Points points;
    for (const auto& part : parts) {
        points.push_back(read(part.trimmed()));
        if (!isUnderstood(points.back()))
            return {};
    }
    return points;
}

QStringList partsOf(const QString& text, const QRegularExpression& separator)
{
    const auto parts = text.split(separator, Qt::SkipEmptyParts);
    return parts.size() > 1 ? parts : QStringList();
}

const QRegularExpression& betweenSeveral()
{
    static const QRegularExpression signs(u"[/\\\\|,;\\x{ff0f}\\x{ff0c}\\x{ff1b}\\x{3001}]"_s);
    return signs;
}

const QRegularExpression& blanks()
{
    static const QRegularExpression signs(u"\\s+"_s);
    return signs;
}

// The one number in a text with words around it, with its text as what was typed.
Point phoneWithin(const QString& text, const TextConventions& conventions)
{
    auto point = readPoint(FieldType::Phone, text, conventions, nullptr);
    if (isUnderstood(point))
        return point;
    static const QRegularExpression number(u"\\+?[0-9(][0-9 ().-]{5,}[0-9]"_s);
    auto found = number.globalMatch(text);
    if (!found.hasNext())
        return point;
    const auto digits = found.next().captured();
    if (!found.hasNext())
        point.value = readPoint(FieldType::Phone, digits, conventions, nullptr).value;
    return point;
}

Points phonesMeant(const QString& text, const TextConventions& conventions)
{
    const auto plain = [&](const QString& part) { return readPoint(FieldType::Phone, part, conventions, nullptr); };
    const auto within = [&](const QString& part) { return phoneWithin(part, conventions); };
    if (auto whole = plain(text); isUnderstood(whole))
        return {std::move(whole)};
    if (auto several = eachOf(partsOf(text, betweenSeveral()), within); !several.empty())
        return several;
    if (auto several = eachOf(partsOf(text, blanks()), plain); !several.empty())
        return several;
    auto one = within(text);
    return isUnderstood(one) ? Points{std::move(one)} : Points{};
}

Point mailMeantBy(const QString& text)
{
    auto point = readPoint(FieldType::Mail, text, {}, nullptr);
    if (const auto meant = isUnderstood(point) ? std::nullopt : mailMeant(text))
        point = readPoint(FieldType::Mail, meant->address(), {}, nullptr);
    return point;
}

Points mailsMeant(const QString& text)
{
    if (auto one = mailMeantBy(text); isUnderstood(one))
        return {std::move(one)};
    if (auto several = eachOf(partsOf(text, betweenSeveral()), mailMeantBy); !several.empty())
        return several;
    return eachOf(partsOf(text, blanks()), mailMeantBy);
}

}

std::optional<Value> phonesReadAgain(const Value& phones, const TextConventions& conventions)
{
    return repaired(phones, [&](const QString& text) { return phonesMeant(text, conventions); });
}

std::optional<Value> mailsPutRight(const Value& mails)
{
    return repaired(mails, mailsMeant);
}

std::optional<Value> pointsUnderstood(const Value& points)
{
    const auto* all = std::get_if<Points>(&points);
    if (!all || std::all_of(all->begin(), all->end(), isUnderstood))
        return std::nullopt;
    Points understood;
    std::copy_if(all->begin(), all->end(), std::back_inserter(understood), isUnderstood);
    return canonical(Value(std::move(understood)));
}

}
