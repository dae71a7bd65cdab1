#include "core/exchange/import/LikelyRecords.h"

#include "core/store/Meta.h"

namespace kith {

LikelyRecords::LikelyRecords(Drafter& drafter, const ComparedFields& compared, std::int64_t act)
    : m_drafter(drafter)
    , m_compared(compared)
    , m_finder(drafter.tables(), compared)
    , m_act(act)
{
}

Result<std::optional<LikelyRecords::Found>> LikelyRecords::find(FieldValues values)
{
    KITH_TRY(resolveEmployer(values));
    auto& tables = m_drafter.tables();
    KITH_TRY(const auto likely, m_finder.find(traitsOf(m_compared, values), Likeness::likely, mostSharing));
    std::optional<Found> found;
    int score = 0;
    for (const auto& one : likely) {
        if (found && one.likeness.score < score)
            break;
        KITH_TRY(const auto loaded, tables.loadKey(*m_compared.entity, one.key));
        if (!loaded || (m_act != 0 && loaded->state.made == m_act))
            continue;
        if (found) {
            found->isOneOfMany = true;
            break;
        }
        score = one.likeness.score;
        const auto label = m_compared.entity->label.in(m_drafter.meta().language);
        found = Found{loaded->record.id, {label, nameIn(values), tables.title(loaded->record)}};
    }
    return found;
}

// Where people work is part of who they are. A name that says nothing yet is left out, here as in a match.
Status LikelyRecords::resolveEmployer(FieldValues& values)
{
    const auto entry = m_compared.employer ? values.find(m_compared.employer->id) : values.end();
    const auto* name = entry == values.end() ? nullptr : std::get_if<QString>(&entry->second);
    if (!name)
        return {};
    const auto found = m_drafter.links().find(*m_compared.employer, *name);
    if (!found && found.error().code != ErrorCode::RelationAmbiguous)
        return found.error();
    entry->second = found && *found ? Value((*found)->reference) : Value();
    return {};
}

QString LikelyRecords::nameIn(const FieldValues& values) const
{
    const auto entry = m_compared.name ? values.find(m_compared.name->id) : values.end();
    const auto* name = entry == values.end() ? nullptr : std::get_if<QString>(&entry->second);
    return name ? *name : QString();
}

}
