#include "core/store/ActWriter.h"

#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/wire/ValueCodec.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// A notice names so many records; beyond, it says "many".
constexpr std::size_t namedRecords = 500;

// What stands there now of the fields about to change.
FieldValues previousOf(const Record& record, const FieldValues& changes)
{
    FieldValues before;
    for (const auto& [id, value] : changes)
        before.emplace(id, record.value(id));
    return before;
}

bool isSet(const Field& field)
{
    return field.type == FieldType::Options || field.type == FieldType::Tags;
}

}

ActWriter::ActWriter(WriterContext context, WriteTransaction transaction, ActKind kind, QString subject,
                     std::int64_t undoes)
    : m_context(context)
    , m_transaction(std::move(transaction))
    , m_kind(kind)
    , m_subject(std::move(subject))
    , m_undoes(undoes)
    , m_now(context.clock.now())
    , m_derivations(context.tables, context.meta.currency, m_now)
    , m_drafter(context.tables, context.meta, context.ids, m_now)
    , m_series(context.tables.connection(), m_now.toLocal().date())
{
}

void ActWriter::nameAfter(const QString& title)
{
    if (m_subject.isEmpty())
        m_subject = title;
}

Result<ActWriter> ActWriter::begin(WriterContext context, ActKind kind, QString subject, std::int64_t undoes)
{
    KITH_TRY(auto transaction, WriteTransaction::begin(context.tables.connection()));
    return ActWriter(context, std::move(transaction), kind, std::move(subject), undoes);
}

Result<std::int64_t> ActWriter::act()
{
    if (m_act > 0)
        return m_act;
    auto& connection = m_context.tables.connection();
    auto statement =
        connection.kept("INSERT INTO act(id, kind, author, device, at, catalog, entity, records, subject, undoes) "
                        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, ?8)");
    const auto& me = m_context.meta.me;
    KITH_TRY(statement
                 .bindAll(m_context.ids.next(), int(m_kind), me.isNull() ? std::nullopt : std::optional<Id128>(me),
                          m_context.meta.device, m_now.milliseconds(), m_context.tables.catalog().version(), m_subject,
                          m_undoes)
                 .run());
    m_act = connection.lastInsertKey();
    return m_act;
}

void ActWriter::note(const Entity& entity, const RecordId& id)
{
    ++m_records;
    const auto number = entityNumber(entity);
    m_entity = m_entity == 0 || m_entity == number ? number : -1;
    m_touched.insert(entity.id);
    if (m_notice.records.size() < namedRecords)
        m_notice.records.push_back({entity.id, id});
    else
        m_notice.many = true;
}

Status ActWriter::insertPatch(Operation operation, const Entity& entity, RecordKey key, const RecordId& record,
                              const FieldValues* before)
{
    KITH_TRY(const auto number, act());
    auto statement = m_context.tables.connection().kept(
        "INSERT INTO patch(id, act, grp, op, hlc, entity, k, before) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    constexpr std::int64_t groupSize = 500;
    statement.bindAll(m_context.ids.next(), number, m_records / groupSize, int(operation),
                      std::int64_t(m_context.time.next().value), entityNumber(entity), key,
                      before ? std::optional(encodeFields(*before)) : std::nullopt);
    note(entity, record);
    return statement.run();
}

Result<RecordKey> ActWriter::insertRecord(const Entity& entity, Record& record)
{
    const Value now = m_now;
    for (const auto* key : {systemField::Created, systemField::Changed}) {
        auto& at = record.fields[entity.field(key)->id];
        if (!m_keepsTimes || isEmpty(at))
            at = now;
    }
    if (!m_context.meta.me.isNull()) {
        for (const auto* key : {systemField::CreatedBy, systemField::ChangedBy})
            record.fields[entity.field(key)->id] = Reference{shippedId<EntityId>(37), m_context.meta.me};
    }
    for (const auto& field : entity.fields) {
        if (field.isDerived() && !field.derivation->entity.isEmpty() && field.derivation->aggregate == Aggregate::Count)
            record.fields[field.id] = std::int64_t(0);
    }
    KITH_TRY(const auto number, act());
    KITH_TRY(const auto key, m_context.tables.insert(entity, record, number));
    KITH_TRY(replaceMembers(entity, key, record.fields));
    KITH_TRY(addToSearch(m_context.tables.connection(), searchRow(entity, key), searchDocument(entity, record)));
    return key;
}

Status ActWriter::finishRange()
{
    const auto range = std::exchange(m_range, {});
    return range.records == 0 ? Status{}
                              : addRange(*range.entity, range.first, range.last, Operation::Create, range.records);
}

Status ActWriter::putBack(const Entity& entity, const Tables::Loaded& current, const FieldValues& values)
{
    KITH_TRY(act());
    const auto before = previousOf(current.record, values);
    FieldValues stored = values;
    Record after = current.record;
    for (const auto& [field, value] : values)
        after.fields[field] = value;
    KITH_TRY(m_derivations.lookUp(entity, after.fields));
    for (const auto& field : entity.fields) {
        if (field.isDerived() && field.derivation->entity.isEmpty() &&
            after.value(field.id) != current.record.value(field.id))
            stored[field.id] = after.value(field.id);
    }
    stored[entity.field(systemField::Changed)->id] = m_now;
    if (!m_context.meta.me.isNull())
        stored[entity.field(systemField::ChangedBy)->id] = Reference{shippedId<EntityId>(37), m_context.meta.me};
    KITH_TRY(m_context.tables.update(entity, current.record.key, stored, touchedBy(current)));
    KITH_TRY(replaceMembers(entity, current.record.key, values));
    KITH_TRY(changeSearch(entity, current.record, after));
    KITH_TRY(insertPatch(Operation::Set, entity, current.record.key, current.record.id, &before));
    m_derivations.noteChange(entity, &current.record, &after);
    return {};
}

// A record that this act has made and others have changed since stays theirs: undoing the act keeps it. One in the
// trash stays of the act that moved it there, with which it comes back.
std::int64_t ActWriter::touchedBy(const Tables::Loaded& current) const
{
    const auto& state = current.state;
    if (current.record.life == Life::Trash)
        return state.touched;
    return state.made == m_act && state.touched != m_act ? 0 : m_act;
}

Status ActWriter::replaceMembers(const Entity& entity, RecordKey key, const FieldValues& values)
{
    auto& connection = m_context.tables.connection();
    for (const auto& [id, value] : values) {
        const bool mayBeSet = isEmpty(value) || std::holds_alternative<IdSet>(value);
        const Field* field = mayBeSet ? entity.field(id) : nullptr;
        if (!field || !isSet(*field))
            continue;
        auto clear = connection.kept("DELETE FROM member WHERE field = ?1 AND k = ?2");
        KITH_TRY(clear.bindAll(id, key).run());
        const auto* set = std::get_if<IdSet>(&value);
        if (!set)
            continue;
        auto add = connection.kept("INSERT INTO member(field, value, k) VALUES(?1, ?2, ?3)");
        for (const auto& member : *set)
            KITH_TRY(add.bindAll(id, member, key).run());
    }
    return {};
}

Status ActWriter::changeSearch(const Entity& entity, const Record& before, const Record& after)
{
    const auto old = searchDocument(entity, before);
    const auto next = searchDocument(entity, after);
    if (old == next)
        return {};
    const auto row = searchRow(entity, before.key);
    KITH_TRY(removeFromSearch(m_context.tables.connection(), row, old));
    return addToSearch(m_context.tables.connection(), row, next);
}

Status ActWriter::changeLife(const Entity& entity, const Tables::Loaded& current, Life life)
{
    KITH_TRY(const auto number, act());
    KITH_TRY(m_context.tables.setLife(entity, current.record.key, life, number));
    KITH_TRY(insertPatch(life == Life::Alive ? Operation::Restore : Operation::Delete, entity, current.record.key,
                         current.record.id, nullptr));
    m_derivations.noteChange(entity, &current.record, nullptr);
    return {};
}

Status ActWriter::setMergedInto(const Entity& entity, const Tables::Loaded& current,
                                const std::optional<RecordId>& kept)
{
    KITH_TRY(const auto number, act());
    const auto& field = entity.field(systemField::MergedInto)->id;
    const FieldValues before{{field, current.record.value(field)}};
    const FieldValues after{{field, kept ? Value(Reference{entity.id, *kept}) : Value{}}};
    KITH_TRY(m_context.tables.update(entity, current.record.key, after, number));
    KITH_TRY(m_context.tables.setLife(entity, current.record.key, kept ? Life::Merged : Life::Alive, number));
    KITH_TRY(insertPatch(Operation::Merge, entity, current.record.key, current.record.id, &before));
    m_derivations.noteChange(entity, &current.record, nullptr);
    return {};
}

Result<Written> ActWriter::moveToTrash(const Entity& entity, const RecordId& id)
{
    Written written;
    written.id = id;
    KITH_TRY(auto current, m_context.tables.load(entity, id));
    if (!current)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(m_context.meta.language), id.toString()}};
    if (current->record.life != Life::Alive)
        return written;
    nameAfter(m_context.tables.title(current->record));
    KITH_TRY(cascade(entity, id, Life::Alive, Life::Trash, 0));
    KITH_TRY(changeLife(entity, *current, Life::Trash));
    written.key = current->record.key;
    written.changed = true;
    return written;
}

Result<Written> ActWriter::restore(const Entity& entity, const RecordId& id)
{
    Written written;
    written.id = id;
    KITH_TRY(auto current, m_context.tables.load(entity, id));
    if (!current)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(m_context.meta.language), id.toString()}};
    if (current->record.life != Life::Trash)
        return written;
    nameAfter(m_context.tables.title(current->record));
    KITH_TRY(cascade(entity, id, Life::Trash, Life::Alive, current->state.touched));
    KITH_TRY(changeLife(entity, *current, Life::Alive));
    written.key = current->record.key;
    written.changed = true;
    return written;
}

Status ActWriter::cascade(const Entity& parent, const RecordId& id, Life from, Life to, std::int64_t onlyTouchedBy)
{
    for (const auto& incoming : m_context.tables.catalog().incoming(parent)) {
        KITH_TRY(const auto parts, partsOf(incoming, id, Parts::Inside));
        for (const auto& part : parts) {
            KITH_TRY(auto loaded, m_context.tables.load(*incoming.entity, part));
            if (!loaded)
                continue;
            const bool follows =
                loaded->record.life == from && (onlyTouchedBy == 0 || loaded->state.touched == onlyTouchedBy);
            if (follows)
                KITH_TRY(changeLife(*incoming.entity, *loaded, to));
        }
    }
    return {};
}

// None where the relation does not make its records parts of the other, nor links to it.
Result<std::vector<RecordId>> ActWriter::partsOf(const Catalog::Incoming& incoming, const RecordId& id, Parts parts)
{
    std::vector<RecordId> found;
    const auto& [entity, field] = incoming;
    const bool isInside = entity->place == Place::Part && entity->accessThrough == field->key;
    const bool isLink = parts == Parts::WithLinks && entity->link.contains(field->key);
    if (!isInside && !isLink)
        return found;
    auto statement = m_context.tables.connection().kept("SELECT id FROM " + tableName(*incoming.entity) + " WHERE " +
                                                        columnName(*incoming.field) + " = ?1");
    statement.bind(1, id);
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            return found;
        found.push_back(statement.id<RecordId>(0));
    }
}

Status ActWriter::addRange(const Entity& entity, RecordKey first, RecordKey last, Operation operation,
                           std::int64_t records)
{
    KITH_TRY(const auto number, act());
    auto statement = m_context.tables.connection().kept(
        "INSERT INTO act_range(act, entity, first, last, op, hlc) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    KITH_TRY(statement
                 .bindAll(number, entityNumber(entity), first, last, int(operation),
                          std::int64_t(m_context.time.next().value))
                 .run());
    m_records += records;
    const auto entityNumberOf = entityNumber(entity);
    m_entity = m_entity == 0 || m_entity == entityNumberOf ? entityNumberOf : -1;
    m_touched.insert(entity.id);
    m_notice.many = true;
    return {};
}

Result<ActWriter> ActWriter::resume(WriterContext context, std::int64_t act, Rest rest)
{
    KITH_TRY(auto writer, begin(context, ActKind::Import));
    writer.m_act = act;
    writer.m_derivations.addPending(std::move(rest.pending));
    if (rest.links)
        writer.m_drafter.setLinks(std::move(*rest.links));
    return writer;
}

Status ActWriter::writeTotals()
{
    KITH_TRY(finishRange());
    KITH_TRY(m_series.save());
    auto statement = m_context.tables.connection().kept(
        "UPDATE act SET records = records + ?1, subject = CASE WHEN subject = '' THEN ?2 ELSE subject END, "
        "entity = CASE WHEN entity IN (0, ?3) THEN ?3 ELSE -1 END WHERE n = ?4");
    KITH_TRY(statement.bindAll(m_records, m_subject, m_entity, m_act).run());
    return saveLastTime(m_context.tables.connection(), m_context.time.last());
}

Result<ActWriter::Rest> ActWriter::commitPart()
{
    KITH_TRY(writeTotals());
    Rest rest{m_derivations.takePending(), std::move(m_drafter.links())};
    KITH_TRY(m_transaction.commit());
    return rest;
}

Result<ChangeNotice> ActWriter::commit()
{
    if (m_act == 0) {
        m_transaction.rollback();
        return ChangeNotice{};
    }
    KITH_TRY(m_derivations.settle(m_touched));
    KITH_TRY(forgetNames());
    KITH_TRY(writeTotals());
    KITH_TRY(m_transaction.commit());
    m_notice.act = m_act;
    if (m_notice.many)
        m_notice.records.clear();
    m_notice.entities.assign(m_touched.begin(), m_touched.end());
    return std::move(m_notice);
}

}
