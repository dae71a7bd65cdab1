#include "core/store/Drafter.h"

#include "core/records/NameList.h"
#include "core/store/Columns.h"
#include "core/store/LinkRules.h"
#include "core/store/Meta.h"
#include "core/store/RecordRules.h"
#include "core/store/Tables.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool isProblem(const Draft& draft, const FieldId& field)
{
    return std::any_of(draft.problems.begin(), draft.problems.end(),
                       [&](const FieldProblem& problem) { return problem.field == field; });
}

const QString* nameIn(const FieldValues& values, const FieldId& field)
{
    const auto entry = values.find(field);
    return entry == values.end() ? nullptr : std::get_if<QString>(&entry->second);
}

}

Drafter::Drafter(Tables& tables, const BookMeta& meta, IdSource& ids, Instant now)
    : m_tables(tables)
    , m_meta(meta)
    , m_ids(ids)
    , m_now(now)
    , m_links(tables)
{
}

QString Drafter::labelOf(const Field& field) const
{
    return field.label.in(m_meta.language);
}

const Drafter::Shape& Drafter::shapeOf(const Entity& entity)
{
    const auto [entry, isNew] = m_shapes.try_emplace(entity.id);
    auto& shape = entry->second;
    if (!isNew)
        return shape;
    shape.defaults = recordRules::defaultsOf(entity, m_meta.conventions(m_now), m_meta.me);
    for (const auto& field : entity.fields) {
        if (field.defaultText.startsWith(u'#'))
            shape.defaultLinks.push_back(&field);
        if (field.type == FieldType::Tags || (field.type == FieldType::Relation && !field.isDerived()))
            shape.names.push_back(&field);
        if (field.fill)
            shape.fills.push_back(&field);
        if (field.required)
            shape.required.push_back(&field);
    }
    return shape;
}

void Drafter::fillDefaults(const Entity& entity, FieldValues& values)
{
    recordRules::composeMissing(entity, values);
    for (const auto& [field, value] : shapeOf(entity).defaults)
        values.try_emplace(field, value);
}

Status Drafter::completeNew(const Entity& entity, Draft& draft)
{
    const auto& shape = shapeOf(entity);
    KITH_TRY(addDefaultLinks(shape, draft.values));
    KITH_TRY(resolveNames(entity, draft));
    KITH_TRY(addFills(entity, shape, draft));
    addRequired(entity, shape, draft);
    return {};
}

// A default may be a record that came with the book, as long as it is there.
Status Drafter::addDefaultLinks(const Shape& shape, FieldValues& values)
{
    for (const Field* field : shape.defaultLinks) {
        if (values.contains(field->id))
            continue;
        const Entity& target = *m_tables.catalog().entity(field->targets.first());
        const Reference seed{target.id, shippedId<RecordId>(QStringView(field->defaultText).sliced(1).toLongLong())};
        KITH_TRY(const auto life, lifeOf(seed, {}));
        if (life == Life::Alive)
            values[field->id] = seed;
    }
    return {};
}

Status Drafter::resolveNames(const Entity& entity, Draft& draft)
{
    for (const Field* field : shapeOf(entity).names) {
        const auto* name = nameIn(draft.values, field->id);
        if (!name)
            continue;
        if (field->type == FieldType::Tags) {
            KITH_TRY(draft.values[field->id], tagsNamed(*field, QString(*name), draft));
            continue;
        }
        KITH_TRY(const auto found, link(*field, QString(*name), siblingsOf(*field, draft.values), draft));
        if (found)
            draft.values[field->id] = *found;
    }
    return {};
}

Status Drafter::addFills(const Entity& entity, const Shape& shape, Draft& draft)
{
    for (const Field* field : shape.fills) {
        if (draft.values.contains(field->id))
            continue;
        const auto from = draft.values.find(entity.field(field->fill->from)->id);
        const auto* reference = from == draft.values.end() ? nullptr : std::get_if<Reference>(&from->second);
        const Entity* target = reference ? m_tables.catalog().entity(reference->entity) : nullptr;
        if (!target)
            continue;
        if (field->targets.contains(target->key)) {
            draft.values[field->id] = *reference;
            continue;
        }
        const Field* source = target->field(field->fill->field);
        if (!source)
            continue;
        KITH_TRY(auto value, valueAt(*reference, *source, draft));
        if (isEmpty(value) || !fits(*field, value))
            continue;
        if (const auto* further = std::get_if<Reference>(&value)) {
            KITH_TRY(const auto life, lifeOf(*further, draft));
            if (life != Life::Alive)
                continue;
        }
        draft.values[field->id] = std::move(value);
    }
    return {};
}

void Drafter::addRequired(const Entity& entity, const Shape& shape, Draft& draft) const
{
    for (const Field* field : shape.required) {
        const auto entry = draft.values.find(field->id);
        const bool isThere = entry != draft.values.end() && !isEmpty(entry->second);
        if (isThere || isProblem(draft, field->id))
            continue;
        if (field->fill && isProblem(draft, entity.field(field->fill->from)->id))
            continue;
        draft.problems.push_back({field->id, Error{ErrorCode::FieldRequired, {labelOf(*field)}}});
    }
}

Result<Value> Drafter::valueAt(const Reference& reference, const Field& field, const Draft& draft)
{
    const FieldValues* values = nullptr;
    for (const auto& linked : draft.linked) {
        if (linked.id == reference.record)
            values = &linked.values;
    }
    if (const auto pretended = m_pretended.find(reference.record); pretended != m_pretended.end())
        values = &pretended->second;
    if (values) {
        const auto entry = values->find(field.id);
        return entry == values->end() ? Value() : entry->second;
    }
    KITH_TRY(const auto loaded, m_tables.load(*m_tables.catalog().entity(reference.entity), reference.record));
    return loaded ? loaded->record.value(field.id) : Value();
}

// Nothing: there is no such record.
Result<std::optional<Life>> Drafter::lifeOf(const Reference& reference, const Draft& draft)
{
    const bool isLinked = std::any_of(draft.linked.begin(), draft.linked.end(),
                                      [&](const Draft::Linked& linked) { return linked.id == reference.record; });
    if (isLinked || m_pretended.contains(reference.record))
        return std::optional(Life::Alive);
    const Entity& entity = *m_tables.catalog().entity(reference.entity);
    auto statement = m_tables.connection().kept("SELECT life FROM " + tableName(entity) + " WHERE id = ?1");
    statement.bind(1, reference.record);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(Life(statement.integer(0))) : std::nullopt;
}

// A name of a stage means one of the record's pipeline, where the record says which.
LinkScope Drafter::siblingsOf(const Field& relation, const FieldValues& values) const
{
    const auto& catalog = m_tables.catalog();
    const Entity* target = relation.targets.size() == 1 ? catalog.entity(relation.targets.first()) : nullptr;
    if (!target || target->place != Place::Setting)
        return {};
    for (const auto& field : target->fields) {
        if (!field.required || field.type != FieldType::Relation)
            continue;
        for (const auto& [id, value] : values) {
            const auto* reference = std::get_if<Reference>(&value);
            const Entity* entity = reference ? catalog.entity(reference->entity) : nullptr;
            if (entity && id != relation.id && field.targets.contains(entity->key))
                return {&field, value};
        }
    }
    return {};
}

Result<std::optional<Reference>> Drafter::link(const Field& relation, const QString& name, const LinkScope& among,
                                               Draft& draft)
{
    KITH_TRY(auto found, findLink(relation, name, among, Near::Take, draft));
    if (found || isProblem(draft, relation.id))
        return found;
    if (m_makeMissing.contains(relation.id)) {
        KITH_TRY(found, makeLinked(relation, name, among, draft));
    }
    if (!found)
        draft.problems.push_back(
            {relation.id, Error{ErrorCode::RelationNotFound, {labelOf(relation), LinkText::parse(name).shown()}}});
    return found;
}

// In the book, or among what the draft makes already.
Result<std::optional<Reference>> Drafter::findLink(const Field& relation, const QString& name, const LinkScope& among,
                                                   Near near, Draft& draft)
{
    const auto found = m_links.find(relation, name, among);
    if (!found) {
        auto error = found.error();
        if (error.code != ErrorCode::RelationAmbiguous)
            return error;
        error.detail[0] = labelOf(relation);
        draft.problems.push_back({relation.id, std::move(error)});
        return std::optional<Reference>();
    }
    const auto title = LinkText::parse(name).shown();
    if (*found && (near == Near::Take || !(*found)->guessed)) {
        if ((*found)->guessed)
            draft.guesses.push_back({labelOf(relation), title, (*found)->title});
        return std::optional((*found)->reference);
    }
    for (const auto& linked : draft.linked) {
        const bool same = relation.targets.contains(linked.entity->key) &&
                          Links::sameName(*linked.entity, LinkText::parse(linked.name).shown(), linked.among) ==
                              Links::sameName(*linked.entity, title, among);
        if (same)
            return std::optional(Reference{linked.entity->id, linked.id});
    }
    return std::optional<Reference>();
}

// A record with a title only, and beside it what its siblings share (the pipeline of a stage).
Result<std::optional<Reference>> Drafter::makeLinked(const Field& relation, const QString& name, const LinkScope& among,
                                                     Draft& draft)
{
    const auto told = LinkText::parse(name);
    const Entity& target = *m_tables.catalog().entity(relation.targets.first());
    if (told.title.isEmpty())
        return std::optional<Reference>();
    Draft made;
    made.values = {{target.titleField()->id, Value(told.title)}};
    if (among.field) {
        made.values[among.field->id] = among.value;
    } else {
        // Without one named, the first there is: a stage of the default pipeline.
        for (const Field* field : shapeOf(target).required) {
            if (field->type != FieldType::Relation)
                continue;
            const Entity& owner = *m_tables.catalog().entity(field->targets.first());
            auto statement =
                m_tables.connection().kept("SELECT id FROM " + tableName(owner) + " WHERE life = 0 ORDER BY k LIMIT 1");
            KITH_TRY(const bool found, statement.step());
            if (found)
                made.values[field->id] = Reference{owner.id, statement.id<RecordId>(0)};
        }
    }
    made.problems = recordRules::check(target, made.values, m_meta.language);
    if (!made.problems.empty())
        return std::optional<Reference>();
    fillDefaults(target, made.values);
    const auto makeMissing = std::exchange(m_makeMissing, {});
    const auto completed = completeNew(target, made);
    m_makeMissing = makeMissing;
    KITH_TRY(completed);
    if (!made.problems.empty())
        return std::optional<Reference>();
    const auto id = told.id.value_or(newId());
    draft.linked.push_back({&target, id, std::move(made.values), &relation, name, among});
    return std::optional(Reference{target.id, id});
}

// Tags are made as they are named: that is what they are for. A near name is another tag.
Result<Value> Drafter::tagsNamed(const Field& field, const QString& names, Draft& draft)
{
    IdSet tags;
    for (const auto& name : splitNames(names)) {
        KITH_TRY(auto tag, findLink(field, name, {}, Near::Leave, draft));
        if (!tag && !isProblem(draft, field.id)) {
            KITH_TRY(tag, makeLinked(field, name, {}, draft));
        }
        if (tag)
            tags.push_back(tag->record);
        else if (!isProblem(draft, field.id))
            draft.problems.push_back({field.id, Error{ErrorCode::RelationNotFound, {labelOf(field), name}}});
    }
    return canonical(Value(std::move(tags)));
}

Status Drafter::checkLinks(const Entity& entity, const RecordId& id, Draft& draft)
{
    const auto& catalog = m_tables.catalog();
    for (auto& [fieldId, value] : draft.values) {
        auto* reference = std::get_if<Reference>(&value);
        const Field* field = reference ? entity.field(fieldId) : nullptr;
        if (!field)
            continue;
        const Entity* target = catalog.entity(reference->entity);
        std::optional<Life> life;
        if (target && field->targets.contains(target->key)) {
            KITH_TRY(life, lifeOf(*reference, draft));
        }
        if (life == Life::Merged) {
            KITH_TRY(reference->record, m_tables.survivorOf(*target, reference->record));
            KITH_TRY(life, lifeOf(*reference, draft));
        }
        if (life && life != Life::Alive)
            draft.problems.push_back({fieldId, Error{ErrorCode::RecordInTrash,
                                                     {target->label.in(m_meta.language), m_tables.title(*reference)}}});
        else if (!life && reference->record != m_meta.me)
            draft.problems.push_back(
                {fieldId, Error{ErrorCode::RelationNotFound, {labelOf(*field), reference->record.toString()}}});
        if (!life || target != &entity)
            continue;
        KITH_TRY(const bool circle, closesCircle(id, reference->record, parentsIn(m_tables, entity, *field)));
        if (circle)
            draft.problems.push_back({fieldId, Error{ErrorCode::RelationCycle, {labelOf(*field)}}});
    }
    return {};
}

Status Drafter::checkChange(const Entity& entity, const RecordId& id, Draft& draft)
{
    KITH_TRY(checkLinks(entity, id, draft));
    for (const Field* field : shapeOf(entity).required) {
        const auto entry = draft.values.find(field->id);
        if (entry != draft.values.end() && isEmpty(entry->second))
            draft.problems.push_back({field->id, Error{ErrorCode::FieldRequired, {labelOf(*field)}}});
    }
    return {};
}

void Drafter::remember(const Draft::Linked& made)
{
    m_links.remember(*made.relation, made.name, made.among, {made.entity->id, made.id});
}

void Drafter::pretend(const Draft::Linked& made)
{
    remember(made);
    m_pretended.emplace(made.id, made.values);
}

}
