#pragma once

#include "core/records/QueryText.h"

namespace kith {

// What one chip of a list's filters lets through: any of some values, or a condition in the filter language.
class FilterPart
{
public:
    FilterPart(const Entity& entity, const Field& field) : m_entity(entity), m_field(field) {}

    const Field& field() const { return m_field; }
    bool isEmpty() const { return m_values.empty() && m_condition.isEmpty(); }
    void clear();

    // An option's id, "true", "false" or a record's id, and what people read for it.
    void setValue(const QString& key, const QString& shown, bool on);
    bool hasValue(const QString& key) const;
    const std::vector<std::pair<QString, QString>>& values() const { return m_values; }
    void setCondition(const QString& condition, const QString& shown);

    QString text() const;  // in the filter language
    QString shown() const; // for people
    // Becomes what a condition says, if a chip for this field could have said it. Records are then shown without names,
    // which are for others to find.
    bool take(const QString& condition, const Catalog& catalog, const QueryContext& context);

private:
    QString valueText(const QString& key) const;
    bool takeValue(const Filter& filter, const QString& language);

    const Entity& m_entity;
    const Field& m_field;
    std::vector<std::pair<QString, QString>> m_values;
    QString m_condition;
    QString m_conditionShown;
};

// One thing that a filter by day or moment can ask: as people read it, and as a condition on that field.
struct TimeChoice
{
    QString shown;
    QString condition;
    bool opensGroup = false;
};
std::vector<TimeChoice> timeChoices(const Field& field);

// Fields that have a list of options to choose from.
bool hasOptions(const Field& field);
bool pointsAtRecords(const Field& field);
// Fields of which a value may be kept that was not understood.
bool canBeInvalid(const Field& field);

}
