#include "ui/pages/list/FilterPart.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kith::FilterBar)
};

bool isTime(const Field& field)
{
    return field.type == FieldType::Date || field.type == FieldType::Instant;
}

}

bool hasOptions(const Field& field)
{
    return (field.type == FieldType::Option || field.type == FieldType::Options) && !field.options.empty();
}

bool pointsAtRecords(const Field& field)
{
    return field.type == FieldType::Relation || field.type == FieldType::Tags;
}

bool canBeInvalid(const Field& field)
{
    return field.type == FieldType::Phone || field.type == FieldType::Mail || field.type == FieldType::Link;
}

std::vector<TimeChoice> timeChoices(const Field& field)
{
    const auto choice = [&](const QString& shown, QString condition, bool opensGroup = false) {
        return TimeChoice{shown, condition.replace(u'$', field.key), opensGroup};
    };
    return {
        choice(Tr::tr("Today"), u"$ >= today and $ < +1d"_s),
        choice(Tr::tr("The last 7 days"), u"$ >= -7d and $ <= now"_s),
        choice(Tr::tr("The last 30 days"), u"$ >= -30d and $ <= now"_s),
        choice(Tr::tr("The last 12 months"), u"$ >= -12m and $ <= now"_s),
        choice(Tr::tr("The next 7 days"), u"$ >= today and $ <= +7d"_s, true),
        choice(Tr::tr("The next 30 days"), u"$ >= today and $ <= +30d"_s),
        choice(Tr::tr("Before today"), u"$ < today"_s, true),
        choice(Tr::tr("Longer than 30 days ago"), u"$ < -30d"_s),
        choice(Tr::tr("Empty"), u"$ is empty"_s),
        choice(Tr::tr("Not empty"), u"$ is not empty"_s),
    };
}

void FilterPart::clear()
{
    m_values.clear();
    m_condition.clear();
}

void FilterPart::setValue(const QString& key, const QString& shown, bool on)
{
    m_condition.clear();
    const auto found =
        std::find_if(m_values.begin(), m_values.end(), [&](const auto& one) { return one.first == key; });
    if (!on && found != m_values.end())
        m_values.erase(found);
    else if (on && found != m_values.end())
        found->second = shown;
    else if (on)
        m_values.emplace_back(key, shown);
}

bool FilterPart::hasValue(const QString& key) const
{
    return std::any_of(m_values.begin(), m_values.end(), [&](const auto& one) { return one.first == key; });
}

void FilterPart::setCondition(const QString& condition, const QString& shown)
{
    m_values.clear();
    m_condition = condition;
    m_conditionShown = shown;
}

QString FilterPart::valueText(const QString& key) const
{
    if (!hasOptions(m_field))
        return m_field.key + u" = "_s + key;
    Filter filter;
    filter.kind = Filter::Kind::Compare;
    filter.path = {nullptr, &m_entity, &m_field, {}};
    const auto id = catalogIdFromText(key);
    if (id && m_field.type == FieldType::Options)
        filter.values = {IdSet{*id}};
    else if (id)
        filter.values = {OptionId::from(*id)};
    return filterText(filter);
}

QString FilterPart::text() const
{
    if (!m_condition.isEmpty())
        return m_condition;
    QStringList any;
    for (const auto& [key, shown] : m_values)
        any += valueText(key);
    return any.join(u" or "_s);
}

QString FilterPart::shown() const
{
    if (!m_condition.isEmpty())
        return m_conditionShown;
    QStringList texts;
    for (const auto& [key, shown] : m_values)
        texts += shown;
    return texts.join(u", "_s);
}

bool FilterPart::take(const QString& condition, const Catalog& catalog, const QueryContext& context)
{
    clear();
    const auto offered = isTime(m_field) ? timeChoices(m_field) : std::vector<TimeChoice>{};
    for (const TimeChoice& choice : offered)
        if (choice.condition == condition) {
            setCondition(condition, choice.shown);
            return true;
        }
    for (const auto& [ending, shown] :
         {std::pair(u" is empty"_s, Tr::tr("empty")), std::pair(u" is not empty"_s, Tr::tr("not empty")),
          std::pair(u" is invalid"_s, Tr::tr("not readable"))})
        if (condition == m_field.key + ending) {
            setCondition(condition, shown);
            return true;
        }
    const auto read = parseFilter(catalog, m_entity, condition, context);
    if (!read.ok() || !*read)
        return false;
    const Filter& filter = **read;
    const bool all = filter.kind == Filter::Kind::Or
                         ? std::all_of(filter.children.begin(), filter.children.end(),
                                       [&](const FilterPtr& one) { return takeValue(*one, context.language); })
                         : takeValue(filter, context.language);
    if (!all)
        clear();
    return all;
}

bool FilterPart::takeValue(const Filter& filter, const QString& language)
{
    const bool same = filter.kind == Filter::Kind::Compare && filter.comparison == Comparison::Equal &&
                      !filter.path.through && filter.path.component.isEmpty() && filter.path.field &&
                      filter.path.field->id == m_field.id && filter.values.size() == 1;
    if (!same)
        return false;
    const Value& value = filter.values.front();
    if (const auto* option = std::get_if<OptionId>(&value)) {
        const Option* known = m_field.option(*option);
        if (known)
            setValue(catalogIdText(*option), known->label.in(language), true);
        return known;
    }
    if (const auto* on = std::get_if<bool>(&value)) {
        setValue(*on ? u"true"_s : u"false"_s, *on ? Tr::tr("Yes") : Tr::tr("No"), true);
        return true;
    }
    if (const auto* reference = std::get_if<Reference>(&value); reference && !reference->record.isNull()) {
        setValue(reference->record.toString(), u"…"_s, true);
        return true;
    }
    const auto* set = std::get_if<IdSet>(&value);
    if (!set || set->size() != 1)
        return false;
    if (hasOptions(m_field)) {
        const Option* known = m_field.option(OptionId::from(set->front()));
        if (known)
            setValue(catalogIdText(known->id), known->label.in(language), true);
        return known;
    }
    setValue(RecordId::from(set->front()).toString(), u"…"_s, true);
    return true;
}

}
