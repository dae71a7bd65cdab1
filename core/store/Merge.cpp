#include "core/store/Merge.h"

#include "core/records/Merging.h"
#include "core/store/Columns.h"
#include "core/store/LinkRules.h"
#include "core/store/RecordRules.h"

#include <algorithm>

namespace kith {

namespace {

// What a link tells of the two it links, without what the engine wrote into it.
FieldValues ownValues(const Entity& entity, const Record& record)
{
    FieldValues own;
    for (const auto& [id, value] : record.fields) {
        const Field* field = entity.field(id);
        if (field && takesPartInMerge(*field))
            own.emplace(id, value);
    }
    return own;
}

bool linksTwoOfTheSame(const Entity& entity, const FieldValues& values)
{
    std::vector<Reference> ends;
    for (const auto& key : entity.link) {
        const auto entry = values.find(entity.field(key)->id);
        if (const auto* end = entry == values.end() ? nullptr : std::get_if<Reference>(&entry->second))
            ends.push_back(*end);
    }
    for (std::size_t i = 1; i < ends.size(); ++i) {
        if (std::find(ends.begin(), ends.begin() + std::ptrdiff_t(i), ends[i]) != ends.begin() + std::ptrdiff_t(i))
            return true;
    }
    return false;
}

bool isPartOfLink(const Entity& entity, const FieldValues& values)
{
    return std::any_of(values.begin(), values.end(),
                       [&](const auto& entry) { return entity.link.contains(entity.field(entry.first)->key); });
}

}

Result<Written> Merge::merge(const Entity& entity, const MergeRequest& request)
{
    const auto& language = m_act.context().meta.language;
    if (!canBeMerged(entity))
        return Error{ErrorCode::MergeImpossible, {entity.plural.in(language)}};
    m_group.clear();
    KITH_TRY(auto kept, loadLiving(entity, request.keep));
    m_group.push_back(std::move(kept));
    for (const auto& other : request.others) {
        if (isOfGroup(other))
            continue;
        KITH_TRY(auto loaded, loadLiving(entity, other));
        m_group.push_back(std::move(loaded));
    }
    Written written;
    written.id = request.keep;
    written.key = m_group.front().record.key;
    if (m_group.size() < 2)
        return written;
    KITH_TRY(auto values, finalValues(entity, request.values, written));
    if (!written.problems.empty())
        return written;
    // In this order, because taking an act back begins at its end: links to the others need them alive again, and the
    // kept one's parent may be one whose own parent was moved.
    KITH_TRY(written, m_act.set(entity, request.keep, std::move(values)));
    if (!written.problems.empty())
        return written;
    m_act.nameAfter(m_tables.title(m_group.front().record));
    KITH_TRY(moveLinks(entity));
    for (std::size_t i = 1; i < m_group.size(); ++i)
        KITH_TRY(m_act.setMergedInto(entity, m_group[i], request.keep));
    written.changed = true;
    return written;
}

Status Merge::moveLinks(const Entity& entity)
{
    Moves moves;
    for (std::size_t i = 1; i < m_group.size(); ++i) {
        KITH_TRY(collectRelations(entity, m_group[i].record.id, moves));
        KITH_TRY(collectTags(entity, m_group[i].record.id, moves));
    }
    for (const auto& [holder, moved] : moves)
        KITH_TRY(move(*m_tables.catalog().entity(holder.first), holder.second, moved));
    return {};
}

Result<Tables::Loaded> Merge::loadLiving(const Entity& entity, const RecordId& id)
{
    const auto label = entity.label.in(m_act.context().meta.language);
    KITH_TRY(auto loaded, m_tables.load(entity, id));
    if (!loaded)
        return Error{ErrorCode::NoSuchRecord, {label, id.toString()}};
    if (loaded->record.life != Life::Alive)
        return Error{loaded->record.life == Life::Merged ? ErrorCode::RecordMerged : ErrorCode::RecordInTrash,
                     {label, m_tables.title(loaded->record)}};
    return std::move(*loaded);
}

bool Merge::isOfGroup(const RecordId& id) const
{
    return std::any_of(m_group.begin(), m_group.end(), [&](const Tables::Loaded& one) { return one.record.id == id; });
}

Result<FieldValues> Merge::finalValues(const Entity& entity, FieldValues chosen, Written& written)
{
    for (const auto& [id, value] : chosen) {
        const auto* reference = std::get_if<Reference>(&value);
        const Field* field = entity.field(id);
        if (!reference || !field || reference->entity != entity.id)
            continue;
        KITH_TRY(const bool circle, leadsBack(entity, *field, reference->record));
        if (circle)
            written.problems.push_back(
                {id, Error{ErrorCode::RelationCycle, {field->label.in(m_act.context().meta.language)}}});
    }
    for (const auto& field : entity.fields) {
        if (!takesPartInMerge(field) || chosen.contains(field.id))
            continue;
        Value value;
        if (field.type == FieldType::Relation) {
            KITH_TRY(value, firstUsable(entity, field));
        } else {
            std::vector<Value> values;
            for (const auto& one : m_group) {
                const auto& held = one.record.value(field.id);
                if (!std::holds_alternative<UnknownValue>(held))
                    values.push_back(held);
            }
            value = mergedValue(field, values);
        }
        if (value != m_group.front().record.value(field.id))
            chosen.emplace(field.id, std::move(value));
    }
    return chosen;
}

// A relation is worth taking over while its record is there; the kept one's own only goes where it would close a
// circle.
Result<Value> Merge::firstUsable(const Entity& entity, const Field& field)
{
    for (const auto& one : m_group) {
        const auto& value = one.record.value(field.id);
        const auto* reference = std::get_if<Reference>(&value);
        const Entity* target = reference ? m_tables.catalog().entity(reference->entity) : nullptr;
        if (!target)
            continue;
        const bool isKept = &one == &m_group.front();
        if (target == &entity) {
            KITH_TRY(const bool circle, leadsBack(entity, field, reference->record));
            if (circle)
                continue;
        }
        if (isKept)
            return value;
        KITH_TRY(const auto loaded, m_tables.load(*target, reference->record));
        if (loaded && loaded->record.life == Life::Alive)
            return value;
    }
    return Value{};
}

// Whether following this relation from there comes to one of those that become one.
Result<bool> Merge::leadsBack(const Entity& entity, const Field& field, const RecordId& from)
{
    for (const auto& one : m_group) {
        KITH_TRY(const bool circle, closesCircle(one.record.id, from, parentsIn(m_tables, entity, field)));
        if (circle)
            return true;
    }
    return false;
}

// Also of records in the trash and of merged ones: they must lead to the kept one when they come back.
Status Merge::collectRelations(const Entity& entity, const RecordId& other, Moves& moves)
{
    const Reference kept{entity.id, m_group.front().record.id};
    for (const auto& incoming : m_tables.catalog().incoming(entity)) {
        auto statement = m_tables.connection().kept("SELECT id FROM " + tableName(*incoming.entity) + " WHERE " +
                                                    columnName(*incoming.field) + " = ?1");
        statement.bind(1, other);
        while (true) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            const auto holder = statement.id<RecordId>(0);
            if (incoming.entity != &entity || !isOfGroup(holder))
                moves[{incoming.entity->id, holder}][incoming.field->id] = kept;
        }
    }
    return {};
}

Status Merge::collectTags(const Entity& entity, const RecordId& other, Moves& moves)
{
    for (const auto& holder : m_tables.catalog().entities()) {
        for (const auto& field : holder.fields) {
            if (field.type != FieldType::Tags || !field.targets.contains(entity.key))
                continue;
            auto statement = m_tables.connection().kept("SELECT t.id FROM member AS m JOIN " + tableName(holder) +
                                                        " AS t ON t.k = m.k WHERE m.field = ?1 AND m.value = ?2");
            statement.bindAll(field.id, other);
            while (true) {
                KITH_TRY(const bool found, statement.step());
                if (!found)
                    break;
                const auto id = statement.id<RecordId>(0);
                auto& moved = moves[{holder.id, id}];
                if (!moved.contains(field.id)) {
                    KITH_TRY(const auto loaded, m_tables.load(holder, id));
                    moved[field.id] = loaded->record.value(field.id);
                }
                auto& tags = std::get<IdSet>(moved[field.id]);
                std::replace(tags.begin(), tags.end(), Id128(other), Id128(m_group.front().record.id));
                moved[field.id] = canonical(Value(tags));
            }
        }
    }
    return {};
}

Status Merge::move(const Entity& holder, const RecordId& id, const FieldValues& values)
{
    KITH_TRY(const auto current, m_tables.load(holder, id));
    if (!current)
        return {};
    const bool isLink = holder.isLink() && current->record.life == Life::Alive && isPartOfLink(holder, values);
    return isLink ? moveLink(holder, *current, values) : m_act.putBack(holder, *current, values);
}

// The id of such a record says which two it links: another one takes its place. A link that there is already stays, and
// learns what it did not know.
Status Merge::moveLink(const Entity& holder, const Tables::Loaded& current, const FieldValues& values)
{
    auto own = ownValues(holder, current.record);
    for (const auto& [field, value] : values)
        own[field] = value;
    if (linksTwoOfTheSame(holder, own))
        return m_act.changeLife(holder, current, Life::Trash);
    const auto twinId = recordRules::linkId(holder, own);
    KITH_TRY(const auto twin, m_tables.load(holder, twinId));
    if (!twin) {
        KITH_TRY(const auto made, m_act.create(holder, own));
        return made.problems.empty() ? m_act.setMergedInto(holder, current, made.id)
                                     : m_act.putBack(holder, current, values);
    }
    if (twin->record.id == current.record.id)
        return m_act.putBack(holder, current, values);
    if (twin->record.life == Life::Trash)
        KITH_TRY(m_act.changeLife(holder, *twin, Life::Alive));
    else if (twin->record.life == Life::Merged)
        KITH_TRY(m_act.setMergedInto(holder, *twin, std::nullopt));
    FieldValues learned;
    for (const auto& [field, value] : own) {
        if (twin->record.life != Life::Alive || isEmpty(twin->record.value(field)))
            learned.emplace(field, value);
    }
    std::erase_if(learned, [&](const auto& entry) { return entry.second == twin->record.value(entry.first); });
    if (!learned.empty()) {
        KITH_TRY(const auto now, m_tables.load(holder, twinId));
        KITH_TRY(m_act.putBack(holder, *now, learned));
    }
    return m_act.setMergedInto(holder, current, twinId);
}

}
