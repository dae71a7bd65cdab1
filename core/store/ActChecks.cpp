// What ActWriter asks the book before it writes a record: links, cycles, fills, numbers.

#include "core/store/ActWriter.h"
#include "core/store/Columns.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestTree = 200;

// "Q-{YYYY}-{00000}" with the number in place.
QString formatNumber(QString pattern, std::int64_t number, QDate today)
{
    pattern.replace(u"{YYYY}"_s, today.toString(u"yyyy"_s));
    pattern.replace(u"{YY}"_s, today.toString(u"yy"_s));
    pattern.replace(u"{MM}"_s, today.toString(u"MM"_s));
    const auto open = pattern.indexOf(u"{0"_s);
    const auto close = pattern.indexOf(u'}', open);
    if (open < 0 || close < 0)
        return pattern + QString::number(number);
    const int digits = int(close - open - 1);
    return pattern.left(open) + QString::number(number).rightJustified(digits, u'0') + pattern.mid(close + 1);
}

// A series with the year or month in it starts again with it.
QString periodOf(const QString& pattern, QDate today)
{
    if (pattern.contains(u"{MM}"_s))
        return today.toString(u"yyyyMM"_s);
    return pattern.contains(u"{YY"_s) ? today.toString(u"yyyy"_s) : QString();
}

}

Status ActWriter::completeNew(const Entity& entity, FieldValues& values, Written& written)
{
    KITH_TRY(applyDefaultLinks(entity, values));
    if (!m_makeMissing.empty()) {
        // Nothing is made for a record that will be refused.
        KITH_TRY(findUnmakeable(entity, values, written));
        if (!written.problems.empty())
            return {};
    }
    KITH_TRY(resolveLinks(entity, values, written));
    return applyFills(entity, values);
}

// What is required and that no link could fill, and links that are neither there nor to be made.
Status ActWriter::findUnmakeable(const Entity& entity, const FieldValues& values, Written& written)
{
    const auto& language = m_context.meta.language;
    for (const auto& field : entity.fields) {
        const auto entry = values.find(field.id);
        if (field.required && !field.fill && (entry == values.end() || isEmpty(entry->second)))
            written.problems.push_back({field.id, Error{ErrorCode::FieldRequired, {field.label.in(language)}}});
        const bool isName = field.type == FieldType::Relation && entry != values.end() &&
                            std::holds_alternative<QString>(entry->second);
        if (!isName || m_makeMissing.contains(field.id))
            continue;
        Written tried; // its guesses are told when the link is made
        KITH_TRY(findLink(field, std::get<QString>(entry->second), siblingsOf(field, values), tried));
        for (auto& problem : tried.problems)
            written.problems.push_back(std::move(problem));
    }
    return {};
}

// The record that a name stands for, else a problem.
Result<std::optional<Reference>> ActWriter::findLink(const Field& relation, const QString& name,
                                                     const Links::Among& among, Written& written)
{
    const auto label = relation.label.in(m_context.meta.language);
    auto found = findOrMake(relation, name, among, written);
    if (found) {
        if (!*found)
            written.problems.push_back({relation.id, Error{ErrorCode::RelationNotFound, {label, name}}});
        return found;
    }
    auto error = found.error();
    if (error.code != ErrorCode::RelationAmbiguous)
        return error;
    error.detail[0] = label;
    written.problems.push_back({relation.id, std::move(error)});
    return std::optional<Reference>();
}

// A default may be a record that came with the book, as long as it is there.
Status ActWriter::applyDefaultLinks(const Entity& entity, FieldValues& values)
{
    for (const auto& field : entity.fields) {
        if (!field.defaultText.startsWith(u'#') || values.contains(field.id))
            continue;
        const Entity& target = *m_context.tables.catalog().entity(field.targets.first());
        const auto id = shippedId<RecordId>(QStringView(field.defaultText).sliced(1).toLongLong());
        auto statement =
            m_context.tables.connection().kept("SELECT 1 FROM " + tableName(target) + " WHERE id = ?1 AND life = 0");
        statement.bind(1, id);
        KITH_TRY(const bool found, statement.step());
        if (found)
            values[field.id] = Reference{target.id, id};
    }
    return {};
}

Status ActWriter::applyFills(const Entity& entity, FieldValues& values)
{
    for (const auto& field : entity.fields) {
        if (!field.fill || values.contains(field.id))
            continue;
        const auto from = values.find(entity.field(field.fill->from)->id);
        const auto* reference = from == values.end() ? nullptr : std::get_if<Reference>(&from->second);
        const Entity* target = reference ? m_context.tables.catalog().entity(reference->entity) : nullptr;
        if (!target)
            continue;
        if (field.targets.contains(target->key)) {
            values[field.id] = *reference;
            continue;
        }
        const Field* source = target->field(field.fill->field);
        KITH_TRY(auto loaded, m_context.tables.load(*target, reference->record));
        if (source && loaded && fits(field, loaded->record.value(source->id)) &&
            !isEmpty(loaded->record.value(source->id)))
            values[field.id] = loaded->record.value(source->id);
    }
    return {};
}

Status ActWriter::assignNumbers(const Entity& entity, FieldValues& values)
{
    const auto today = m_now.toLocal().date();
    for (const auto& field : entity.fields) {
        if (field.type != FieldType::Number || values.contains(field.id))
            continue;
        const auto period = periodOf(field.numberPattern, today);
        auto entry = m_series.find({field.id, period});
        if (entry == m_series.end()) {
            auto statement =
                m_context.tables.connection().kept("SELECT next FROM series WHERE field = ?1 AND period = ?2");
            statement.bindAll(field.id, period);
            KITH_TRY(const bool found, statement.step());
            entry = m_series.emplace(std::pair(field.id, period), found ? statement.integer(0) : 1).first;
        }
        values[field.id] = formatNumber(field.numberPattern, entry->second++, today);
    }
    return {};
}

Status ActWriter::finishSeries()
{
    for (const auto& [key, next] : m_series) {
        auto statement =
            m_context.tables.connection().kept("INSERT INTO series(field, period, next) VALUES(?1, ?2, ?3) "
                                               "ON CONFLICT(field, period) DO UPDATE SET next = excluded.next");
        KITH_TRY(statement.bindAll(key.first, key.second, next).run());
    }
    return {};
}

// A name of a stage means one of the record's pipeline, where the record says which.
Links::Among ActWriter::siblingsOf(const Field& relation, const FieldValues& values) const
{
    const auto& catalog = m_context.tables.catalog();
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

Status ActWriter::resolveLinks(const Entity& entity, FieldValues& values, Written& written)
{
    for (const auto& field : entity.fields) {
        const auto entry = values.find(field.id);
        if (field.type == FieldType::Tags && entry != values.end() && std::holds_alternative<QString>(entry->second)) {
            KITH_TRY(entry->second, resolveTags(field, std::get<QString>(entry->second), written));
            continue;
        }
        const bool isRelation = field.type == FieldType::Relation && !field.isDerived();
        if (!isRelation || entry == values.end() || !std::holds_alternative<QString>(entry->second))
            continue;
        KITH_TRY(const auto found,
                 findLink(field, std::get<QString>(entry->second), siblingsOf(field, values), written));
        if (found)
            values[field.id] = *found;
    }
    return {};
}

Result<std::optional<Reference>> ActWriter::findOrMake(const Field& relation, const QString& name,
                                                       const Links::Among& among, Written& written)
{
    KITH_TRY(const auto found, m_links.find(relation, name, among));
    if (found) {
        if (found->guessed)
            written.guesses.push_back({relation.label.in(m_context.meta.language), name, found->title});
        return std::optional(found->reference);
    }
    if (!m_makeMissing.contains(relation.id))
        return std::optional<Reference>();
    KITH_TRY(const auto made, makeLinked(relation, name, among));
    if (made) {
        ++written.made;
        ++m_made;
        m_links.remember(relation, name, among, *made);
    }
    return made;
}

// Tags are made as they are named: that is what they are for.
Result<Value> ActWriter::resolveTags(const Field& field, const QString& names, Written& written)
{
    IdSet tags;
    for (const auto& part : names.split(u';', Qt::SkipEmptyParts)) {
        const auto name = part.trimmed();
        if (name.isEmpty())
            continue;
        KITH_TRY(auto found, m_links.find(field, name));
        if (found && !found->guessed) {
            tags.push_back(found->reference.record);
            continue;
        }
        KITH_TRY(const auto made, makeLinked(field, name, {}));
        if (!made)
            continue;
        m_links.remember(field, name, {}, *made);
        tags.push_back(made->record);
        ++written.made;
    }
    return canonical(Value(std::move(tags)));
}

// A record with a title only, and beside it what its siblings share (the pipeline of a stage).
Result<std::optional<Reference>> ActWriter::makeLinked(const Field& relation, const QString& name,
                                                       const Links::Among& among)
{
    const Entity& target = *m_context.tables.catalog().entity(relation.targets.first());
    FieldValues values{{target.titleField()->id, Value(name)}};
    if (among.field) {
        values[among.field->id] = among.value;
    } else {
        // Without one named, the first there is: a stage of the default pipeline.
        for (const auto& field : target.fields) {
            if (!field.required || field.type != FieldType::Relation)
                continue;
            const Entity& owner = *m_context.tables.catalog().entity(field.targets.first());
            auto statement = m_context.tables.connection().kept("SELECT id FROM " + tableName(owner) +
                                                                " WHERE life = 0 ORDER BY k LIMIT 1");
            KITH_TRY(const bool found, statement.step());
            if (found)
                values[field.id] = Reference{owner.id, statement.id<RecordId>(0)};
        }
    }
    const auto makeMissing = std::exchange(m_makeMissing, {});
    auto made = create(target, std::move(values));
    m_makeMissing = makeMissing;
    if (!made)
        return made.error();
    if (!made->problems.empty())
        return std::optional<Reference>();
    return std::optional(Reference{target.id, made->id});
}

Status ActWriter::checkTargets(const Entity& entity, const RecordId& id, const FieldValues& values, Written& written)
{
    const auto& language = m_context.meta.language;
    for (const auto& [fieldId, value] : values) {
        const Field* field = entity.field(fieldId);
        const auto* reference = std::get_if<Reference>(&value);
        if (!field || !reference)
            continue;
        const Entity* target = m_context.tables.catalog().entity(reference->entity);
        if (!target || !field->targets.contains(target->key)) {
            written.problems.push_back({fieldId, Error{ErrorCode::RelationNotFound, {field->label.in(language), {}}}});
            continue;
        }
        auto statement =
            m_context.tables.connection().kept("SELECT life FROM " + tableName(*target) + " WHERE id = ?1");
        statement.bind(1, reference->record);
        KITH_TRY(const bool found, statement.step());
        if (!found && reference->record != m_context.meta.me)
            written.problems.push_back({fieldId, Error{ErrorCode::RelationNotFound,
                                                       {field->label.in(language), reference->record.toString()}}});
        else if (found && statement.integer(0) != int(Life::Alive))
            written.problems.push_back(
                {fieldId,
                 Error{ErrorCode::RecordInTrash, {target->label.in(language), m_context.tables.title(*reference)}}});
        if (found && target == &entity)
            KITH_TRY(checkCycle(entity, id, *field, value, written));
    }
    return {};
}

Result<bool> ActWriter::completeCreate(const Entity& entity, const RecordId& id, const Field& relation,
                                       const QString& name, Written& written)
{
    const auto found = findOrMake(relation, name, {}, written);
    if (!found && found.error().code != ErrorCode::RelationAmbiguous)
        return found.error();
    KITH_TRY(auto current, m_context.tables.load(entity, id));
    if (!found || !*found || !current)
        return false;
    KITH_TRY(checkCycle(entity, id, relation, **found, written));
    if (!written.problems.empty())
        return false;
    auto after = current->record;
    after.fields[relation.id] = **found;
    KITH_TRY(const auto number, act());
    KITH_TRY(m_context.tables.update(entity, current->record.key, FieldValues{{relation.id, Value(**found)}}, number));
    m_derivations.noteChange(entity, &current->record, &after);
    return true;
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
    if (!key)
        return false;
    Written written;
    if (target == &entity)
        KITH_TRY(checkCycle(entity, id, field, value, written));
    return written.problems.empty();
}

// A customer may not be its own parent, nor its parent's parent.
Status ActWriter::checkCycle(const Entity& entity, const RecordId& id, const Field& field, const Value& value,
                             Written& written)
{
    auto next = std::get<Reference>(value).record;
    for (int depth = 0; depth < deepestTree; ++depth) {
        if (next == id) {
            written.problems.push_back(
                {field.id, Error{ErrorCode::RelationCycle, {field.label.in(m_context.meta.language)}}});
            return {};
        }
        auto statement = m_context.tables.connection().kept("SELECT " + columnName(field) + " FROM " +
                                                            tableName(entity) + " WHERE id = ?1");
        statement.bind(1, next);
        KITH_TRY(const bool found, statement.step());
        if (!found || statement.isNull(0))
            return {};
        next = statement.id<RecordId>(0);
    }
    return {};
}

}
