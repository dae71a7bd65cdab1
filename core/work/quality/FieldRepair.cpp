#include "core/work/quality/FieldRepair.h"

#include "core/records/PointRepair.h"
#include "core/text/formats/Phone.h"
#include "core/work/quality/NamedRecord.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// A number as people read it, so that one sees which it has become.
QString shownPhone(const Point& point)
{
    static const auto anywhere = *CountryCode::fromIso(u"CN");
    const auto phone = point.value.isEmpty() ? std::nullopt : std::optional(PhoneNumber::parse(point.value, anywhere));
    return phone && *phone ? (*phone)->international() : point.shown();
}

QString shownPhones(const Points& points)
{
    QStringList texts;
    for (const auto& point : points)
        texts += shownPhone(point);
    return texts.join(u"; "_s);
}

}

bool FieldRepair::suits(RepairKind kind, const Field& field)
{
    if (field.readOnly || field.isDerived())
        return false;
    switch (kind) {
    case RepairKind::ReadPhones:
        return field.type == FieldType::Phone;
    case RepairKind::PutMailsRight:
        return field.type == FieldType::Mail;
    case RepairKind::DropUnread:
        return field.type == FieldType::Phone || field.type == FieldType::Mail || field.type == FieldType::Link;
    case RepairKind::LinkNamed:
        return field.type == FieldType::Relation && field.targets.size() == 1 && !field.system;
    }
    return false;
}

Result<RepairPlanner> RepairPlanner::begin(Tables& tables, const TextConventions& conventions, const EntityId& entity,
                                           const FieldRepair& repair)
{
    const Entity* known = tables.catalog().entity(entity);
    if (!known)
        return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
    const Field* field = known->field(repair.field);
    if (!field || !FieldRepair::suits(repair.kind, *field))
        return Error{ErrorCode::NoSuchField, {known->key, field ? field->key : catalogIdText(repair.field)}};
    return RepairPlanner(tables, conventions, *known, *field, repair);
}

RepairPlanner::RepairPlanner(Tables& tables, TextConventions conventions, const Entity& entity, const Field& field,
                             FieldRepair repair)
    : m_tables(tables)
    , m_conventions(std::move(conventions))
    , m_entity(entity)
    , m_field(field)
    , m_repair(std::move(repair))
{
    if (m_repair.kind == RepairKind::LinkNamed)
        m_names = std::make_unique<NamedRecord>(m_tables, m_field);
}

RepairPlanner::RepairPlanner(RepairPlanner&&) noexcept = default;
RepairPlanner::~RepairPlanner() = default;

Result<std::optional<RepairChange>> RepairPlanner::change(const RecordId& id)
{
    KITH_TRY(const auto loaded, m_tables.load(m_entity, id));
    if (!loaded || loaded->record.life != Life::Alive)
        return std::optional<RepairChange>();
    const auto& record = loaded->record;
    KITH_TRY(auto after, repaired(record));
    if (!after)
        return std::optional<RepairChange>();
    const auto& before = record.value(m_field.id);
    RepairChange change{id, m_tables.title(record), before, *after, text(before), text(*after)};
    return std::optional(std::move(change));
}

Result<std::optional<Value>> RepairPlanner::repaired(const Record& record)
{
    const auto& value = record.value(m_field.id);
    switch (m_repair.kind) {
    case RepairKind::ReadPhones:
        return phonesReadAgain(value, conventionsFor(record));
    case RepairKind::PutMailsRight:
        return mailsPutRight(value);
    case RepairKind::DropUnread:
        return pointsUnderstood(value);
    case RepairKind::LinkNamed:
        break;
    }
    return isEmpty(value) ? linked(record) : std::optional<Value>();
}

// What another of its links leads to is surer than a mail's domain, and that surer than a name.
Result<std::optional<Value>> RepairPlanner::linked(const Record& record)
{
    const Field* from = m_field.fill ? m_entity.field(m_field.fill->from) : nullptr;
    const auto* link = from ? std::get_if<Reference>(&record.value(from->id)) : nullptr;
    const Entity* far = link ? m_tables.catalog().entity(link->entity) : nullptr;
    const Field* theirs = far ? far->field(m_field.fill->field) : nullptr;
    if (theirs) {
        KITH_TRY(const auto loaded, m_tables.load(*far, link->record));
        if (loaded && !isEmpty(loaded->record.value(theirs->id)))
            return std::optional(loaded->record.value(theirs->id));
    }
    KITH_TRY(auto found, m_names->byDomain(m_entity, record.fields));
    if (!found) {
        KITH_TRY(found, m_names->in(m_tables.title(record)));
    }
    return found ? std::optional(Value(*found)) : std::nullopt;
}

TextConventions RepairPlanner::conventionsFor(const Record& record) const
{
    auto conventions = m_conventions;
    if (!m_repair.region.isEmpty()) {
        conventions.region = m_repair.region;
        return conventions;
    }
    for (const auto& field : m_entity.fields) {
        const auto* addresses = std::get_if<Addresses>(&record.value(field.id));
        const auto country = addresses ? CountryCode::fromIso(addresses->front().country) : std::nullopt;
        if (!country)
            continue;
        conventions.region = country->toString();
        break;
    }
    return conventions;
}

QString RepairPlanner::text(const Value& value)
{
    if (const auto* reference = std::get_if<Reference>(&value))
        return m_tables.title(*reference);
    const auto* points = std::get_if<Points>(&value);
    if (points && m_field.type == FieldType::Phone)
        return shownPhones(*points);
    return displayText(m_field, value, m_conventions);
}

Result<RepairsMade> carryOut(const RepairPlan& plan, ActWriter& act)
{
    auto& tables = act.context().tables;
    const Entity* entity = tables.catalog().entity(plan.entity);
    if (!entity)
        return Error{ErrorCode::NoSuchEntity, {catalogIdText(plan.entity)}};
    RepairsMade made;
    for (const auto& change : plan.changes) {
        KITH_TRY(const auto current, tables.load(*entity, change.record));
        if (!current || current->record.life != Life::Alive || current->record.value(plan.field) != change.before) {
            ++made.left;
            continue;
        }
        KITH_TRY(made.written, act.set(*entity, change.record, {{plan.field, change.after}}));
        if (!made.written.problems.empty())
            return made;
        ++made.repaired;
    }
    return made;
}

}
