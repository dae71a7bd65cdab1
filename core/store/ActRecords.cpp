// How ActWriter makes records and changes them: from drafts, which ask the book before anything is written.

#include "core/store/ActWriter.h"
#include "core/store/LinkRules.h"
#include "core/store/RecordRules.h"

#include <algorithm>

namespace kith {

namespace {

// Whether a change makes an N:M record another one.
bool changesEnds(const Entity& entity, const FieldValues& changes)
{
    return std::any_of(entity.link.begin(), entity.link.end(),
                       [&](const QString& key) { return changes.contains(entity.field(key)->id); });
}

}

Result<Written> ActWriter::create(const Entity& entity, FieldValues values, std::optional<RecordId> id)
{
    Written written;
    written.problems = recordRules::check(entity, values, m_context.meta.language);
    if (!written.problems.empty())
        return written;
    Draft draft;
    draft.values = std::move(values);
    KITH_TRY(m_drafter.checkLinks(entity, id.value_or(RecordId{}), draft));
    const auto given = entity.isLink() ? draft.values : FieldValues();
    m_drafter.fillDefaults(entity, draft.values);
    KITH_TRY(m_drafter.completeNew(entity, draft));
    written.problems = std::move(draft.problems);
    written.guesses = std::move(draft.guesses);
    if (!written.problems.empty())
        return written;
    KITH_TRY(makeLinked(draft, written));
    written.id = entity.isLink() ? recordRules::linkId(entity, draft.values) : id.value_or(m_drafter.newId());
    if (entity.isLink()) {
        KITH_TRY(const auto existing, m_context.tables.keyOf(entity, written.id));
        if (existing) {
            std::erase_if(draft.values, [&](const auto& entry) { return !given.contains(entry.first); });
            return linkAgain(entity, written.id, std::move(draft.values));
        }
    }
    // An act of many is called after its file; one of one record after that record.
    const Record record{entity.id, written.id, 0, Life::Alive, AllFacets, draft.values};
    if (m_subject.isEmpty() && m_kind == ActKind::Create)
        m_subject = m_context.tables.title(record);
    KITH_TRY(written.key, insertNew(entity, written.id, std::move(draft.values)));
    KITH_TRY(insertPatch(Operation::Create, entity, written.key, written.id, nullptr));
    written.changed = true;
    return written;
}

// The same two, linked again: the old link comes back.
Result<Written> ActWriter::linkAgain(const Entity& entity, const RecordId& id, FieldValues values)
{
    KITH_TRY(const auto restored, restore(entity, id));
    KITH_TRY(auto written, set(entity, id, std::move(values)));
    written.changed |= restored.changed;
    return written;
}

// The records that a draft's links need, each with a patch of its own.
Status ActWriter::makeLinked(const Draft& draft, Written& written)
{
    for (const auto& linked : draft.linked) {
        KITH_TRY(const auto key, insertNew(*linked.entity, linked.id, linked.values));
        KITH_TRY(insertPatch(Operation::Create, *linked.entity, key, linked.id, nullptr));
        m_drafter.remember(linked);
        ++written.made;
    }
    return {};
}

Result<RecordKey> ActWriter::insertNew(const Entity& entity, const RecordId& id, FieldValues values)
{
    KITH_TRY(m_series.assign(entity, values));
    std::erase_if(values, [](const auto& entry) { return isEmpty(entry.second); });
    KITH_TRY(m_derivations.lookUp(entity, values));
    Record record;
    record.entity = entity.id;
    record.id = id;
    record.fields = std::move(values);
    KITH_TRY(record.key, insertRecord(entity, record));
    m_derivations.noteChange(entity, nullptr, &record);
    return record.key;
}

Result<Written> ActWriter::createInRange(const Entity& entity, FieldValues values, const RecordId& id)
{
    Draft draft;
    draft.values = std::move(values);
    KITH_TRY(m_drafter.completeNew(entity, draft));
    if (draft.problems.empty())
        return addInRange(entity, std::move(draft), id);
    Written written;
    written.problems = std::move(draft.problems);
    return written;
}

Result<Written> ActWriter::addInRange(const Entity& entity, Draft draft, const RecordId& id)
{
    Written written;
    KITH_TRY(makeLinked(draft, written));
    if (entity.isLink()) {
        KITH_TRY(auto link, create(entity, std::move(draft.values)));
        link.made += written.made;
        return link;
    }
    KITH_TRY(written.key, insertNew(entity, id, std::move(draft.values)));
    if (m_range.entity != &entity)
        KITH_TRY(finishRange());
    if (m_range.records == 0)
        m_range = {&entity, written.key, written.key, 0};
    m_range.last = written.key;
    ++m_range.records;
    written.id = id;
    written.changed = true;
    return written;
}

Result<Written> ActWriter::set(const Entity& entity, const RecordId& id, FieldValues values)
{
    const auto& language = m_context.meta.language;
    KITH_TRY(const auto current, m_context.tables.load(entity, id));
    if (!current)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(language), id.toString()}};
    if (current->record.life != Life::Alive)
        return Error{current->record.life == Life::Merged ? ErrorCode::RecordMerged : ErrorCode::RecordInTrash,
                     {entity.label.in(language), m_context.tables.title(current->record)}};
    Draft draft;
    draft.problems = recordRules::check(entity, values, language);
    draft.values = std::move(values);
    if (draft.problems.empty()) {
        KITH_TRY(m_drafter.resolveNames(entity, draft));
        std::erase_if(draft.values,
                      [&](const auto& entry) { return entry.second == current->record.value(entry.first); });
        KITH_TRY(m_drafter.checkChange(entity, id, draft));
    }
    return change(entity, *current, std::move(draft));
}

Result<Written> ActWriter::change(const Entity& entity, const Tables::Loaded& current, Draft draft)
{
    Written written;
    written.id = current.record.id;
    written.key = current.record.key;
    written.problems = std::move(draft.problems);
    written.guesses = std::move(draft.guesses);
    if (!written.problems.empty() || draft.values.empty())
        return written;
    nameAfter(m_context.tables.title(current.record));
    KITH_TRY(makeLinked(draft, written));
    if (changesEnds(entity, draft.values)) {
        KITH_TRY(auto other, relink(entity, current, draft.values));
        other.made += written.made;
        return other;
    }
    KITH_TRY(m_series.passBy(entity, draft.values));
    KITH_TRY(putBack(entity, current, draft.values));
    written.changed = true;
    return written;
}

// What an N:M record held goes over to the one between the new ends.
Result<Written> ActWriter::relink(const Entity& entity, const Tables::Loaded& current, const FieldValues& changes)
{
    FieldValues values;
    for (const auto& field : entity.fields) {
        const auto changed = changes.find(field.id);
        const auto& value = changed == changes.end() ? current.record.value(field.id) : changed->second;
        const bool isPart = !field.isDerived() && !field.readOnly;
        if (entity.link.contains(field.key) || (isPart && !isEmpty(value)))
            values[field.id] = value;
    }
    KITH_TRY(auto written, create(entity, std::move(values)));
    if (written.problems.empty())
        KITH_TRY(moveToTrash(entity, current.record.id));
    return written;
}

Result<Written> ActWriter::linkLater(const Entity& entity, const RecordId& id, const Field& relation,
                                     const QString& name)
{
    Written written;
    written.id = id;
    KITH_TRY(const auto current, m_context.tables.load(entity, id));
    if (!current || current->record.life != Life::Alive)
        return written; // somebody took it away meanwhile
    Draft draft;
    KITH_TRY(const auto found, m_drafter.link(relation, name, {}, draft));
    if (found && Value(*found) != current->record.value(relation.id))
        draft.values[relation.id] = *found;
    KITH_TRY(m_drafter.checkChange(entity, id, draft));
    if (current->state.made != m_act || !draft.problems.empty())
        return change(entity, *current, std::move(draft));
    written.guesses = std::move(draft.guesses);
    KITH_TRY(makeLinked(draft, written));
    auto after = current->record;
    for (const auto& [field, value] : draft.values)
        after.fields[field] = value;
    KITH_TRY(m_context.tables.update(entity, current->record.key, draft.values, touchedBy(*current)));
    m_derivations.noteChange(entity, &current->record, &after);
    written.changed = true;
    return written;
}

Result<bool> ActWriter::linkHolds(const Entity& entity, const RecordId& id, const Field& field, const Value& value)
{
    const auto* reference = std::get_if<Reference>(&value);
    if (!reference)
        return true;
    const Entity* target = m_context.tables.catalog().entity(reference->entity);
    if (!target)
        return false;
    KITH_TRY(const auto key, m_context.tables.keyOf(*target, reference->record));
    KITH_TRY(const auto survivor, m_context.tables.survivorOf(*target, reference->record));
    const bool stands = key && survivor == reference->record;
    if (!stands || target != &entity)
        return stands;
    KITH_TRY(const bool circle, closesCircle(id, reference->record, parentsIn(m_context.tables, entity, field)));
    return !circle;
}

}
