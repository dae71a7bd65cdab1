#include "core/exchange/import/RowPlanner.h"

#include "core/exchange/import/EarlierRows.h"
#include "core/store/Columns.h"
#include "core/store/Meta.h"
#include "core/store/RecordRules.h"
#include "core/text/Fold.h"
#include "core/text/SortKey.h"
#include "core/wire/ValueCodec.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// A field's part of what tells a record, the same for values that the book takes for equal. Nothing for one that
// matches no record.
std::optional<QByteArray> matchPart(const Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return text->toUtf8().toLower(); // as SQLite's NOCASE
    if (const auto* points = std::get_if<Points>(&value)) {
        const auto& primary = points->front().value;
        return primary.isEmpty() ? std::nullopt : std::optional(primary.toUtf8().toLower());
    }
    return isEmpty(value) ? std::nullopt : std::optional(encodeValue(value));
}

const Field* parentField(const Entity& tree)
{
    const auto found = std::find_if(tree.fields.begin(), tree.fields.end(), [&](const Field& field) {
        return field.type == FieldType::Relation && field.targets == QStringList{tree.key};
    });
    return found == tree.fields.end() ? nullptr : &*found;
}

}

RowPlanner::RowPlanner(Drafter& drafter, const Entity& entity, const ImportPlan& plan, const EarlierRows& earlier)
    : RowPlanner(drafter, entity, plan, 0)
{
    m_earlier = &earlier;
}

RowPlanner::RowPlanner(Drafter& drafter, const Entity& entity, const ImportPlan& plan, std::int64_t act)
    : m_drafter(drafter)
    , m_tables(drafter.tables())
    , m_entity(entity)
    , m_plan(plan)
{
    const auto compared = plan.matchesByLikeness() ? ComparedFields::of(entity) : std::nullopt;
    if (compared)
        m_likely.emplace(drafter, *compared, act);
    for (const auto& key : plan.match) {
        if (const Field* field = entity.field(key))
            m_match.push_back(field);
    }
    for (const auto& field : entity.fields) {
        if (field.type == FieldType::Relation && !field.readOnly && field.targets.contains(entity.key))
            m_own.push_back(&field);
    }
}

Result<PlannedRow> RowPlanner::plan(ParsedRow& row)
{
    using Fate = PlannedRow::Fate;
    PlannedRow planned;
    auto& draft = planned.draft;
    draft.problems = std::move(row.problems);
    if (!draft.problems.empty())
        return planned;
    draft.values = std::move(row.values);
    for (const auto& guess : row.guesses)
        draft.guesses.push_back({guess.field->label.in(m_drafter.meta().language), guess.typed, guess.taken});
    KITH_TRY(const auto existing, existingRecord(row.id, planned));
    if (!draft.problems.empty())
        return planned;
    if (existing && m_plan.onDuplicate != DuplicateChoice::Create) {
        planned.id = *existing;
        planned.fate = Fate::Skipped;
        if (m_plan.onDuplicate == DuplicateChoice::Update)
            KITH_TRY(planChange(row, planned));
    } else {
        planned.id = row.id.isNull() || existing ? m_drafter.newId() : row.id;
        KITH_TRY(planNew(row, planned));
    }
    if (!draft.problems.empty())
        planned.fate = Fate::Rejected;
    return planned;
}

Status RowPlanner::planNew(ParsedRow& row, PlannedRow& planned)
{
    auto& draft = planned.draft;
    planned.fate = PlannedRow::Fate::Created;
    deferOwnLinks(planned);
    KITH_TRY(addBranches(row, draft));
    std::set<FieldId> given;
    if (m_entity.isLink()) {
        for (const auto& [field, value] : draft.values)
            given.insert(field);
    }
    m_drafter.fillDefaults(m_entity, draft.values);
    KITH_TRY(m_drafter.completeNew(m_entity, draft));
    return m_entity.isLink() && draft.problems.empty() ? planLink(given, planned) : Status();
}

// An N:M record is told by its ends and its role.
Status RowPlanner::planLink(const std::set<FieldId>& given, PlannedRow& planned)
{
    planned.id = recordRules::linkId(m_entity, planned.draft.values);
    KITH_TRY(planned.current, m_tables.load(m_entity, planned.id));
    const bool isThere = isKnown(planned.id) || (planned.current && planned.current->record.life == Life::Alive);
    if (!isThere)
        return {};
    std::erase_if(planned.draft.values, [&](const auto& entry) { return !given.contains(entry.first); });
    leaveStanding(planned);
    const bool changes = !planned.draft.values.empty() && m_plan.onDuplicate != DuplicateChoice::Skip;
    planned.fate = changes ? PlannedRow::Fate::Updated : PlannedRow::Fate::Skipped;
    return {};
}

// An empty cell leaves what is there.
Status RowPlanner::planChange(ParsedRow& row, PlannedRow& planned)
{
    auto& draft = planned.draft;
    std::erase_if(draft.values, [](const auto& entry) { return isEmpty(entry.second); });
    KITH_TRY(planned.current, m_tables.load(m_entity, planned.id));
    if (planned.current && planned.current->record.life != Life::Alive) {
        draft.problems.push_back({FieldId{}, Error{ErrorCode::RecordInTrash,
                                                   {m_entity.label.in(m_drafter.meta().language),
                                                    m_tables.title(planned.current->record)}}});
        return {};
    }
    deferOwnLinks(planned);
    KITH_TRY(addBranches(row, draft));
    KITH_TRY(m_drafter.resolveNames(m_entity, draft));
    leaveStanding(planned);
    if (draft.problems.empty())
        KITH_TRY(m_drafter.checkChange(m_entity, planned.id, draft));
    if (!draft.values.empty() || !planned.ownLinks.empty())
        planned.fate = PlannedRow::Fate::Updated;
    return {};
}

void RowPlanner::leaveStanding(PlannedRow& planned) const
{
    std::erase_if(planned.draft.values, [&](const auto& entry) { return stands(planned, entry.first, entry.second); });
}

bool RowPlanner::stands(const PlannedRow& planned, const FieldId& field, const Value& value) const
{
    const auto said = m_earlier ? m_earlier->holds(planned.id, field, value) : std::nullopt;
    return said.value_or(planned.current && planned.current->record.value(field) == value);
}

bool RowPlanner::isKnown(const RecordId& id) const
{
    return m_earlier && m_earlier->isKnown(id);
}

// A parent may stand further down in the file.
void RowPlanner::deferOwnLinks(PlannedRow& planned)
{
    for (const Field* field : m_own) {
        const auto entry = planned.draft.values.find(field->id);
        const auto* name = entry == planned.draft.values.end() ? nullptr : std::get_if<QString>(&entry->second);
        if (!name)
            continue;
        const Value standing = planned.current ? planned.current->record.value(field->id) : Value();
        const auto* reference = std::get_if<Reference>(&standing);
        const auto told = LinkText::parse(*name);
        const bool same = reference && (told.id ? *told.id == reference->record
                                                : fold(m_tables.title(*reference)) == fold(told.title));
        if (!same)
            planned.ownLinks.push_back({field, *name});
        planned.draft.values.erase(entry);
    }
}

// The team of a manager in a region: found or made under the region.
Status RowPlanner::addBranches(const ParsedRow& row, Draft& draft)
{
    for (const auto& branch : row.branches) {
        const Entity& tree = *m_tables.catalog().entity(branch.relation->targets.first());
        const Field* parent = parentField(tree);
        if (!parent)
            continue;
        KITH_TRY(auto found, m_drafter.link(*parent, branch.parent, {}, draft));
        if (found && !branch.name.isEmpty()) {
            KITH_TRY(found, m_drafter.link(*branch.relation, branch.name, {parent, Value(*found)}, draft));
        }
        if (found)
            draft.values[branch.relation->id] = *found;
    }
    return {};
}

Result<std::optional<RecordId>> RowPlanner::existingRecord(const RecordId& id, PlannedRow& planned)
{
    if (!id.isNull()) {
        KITH_TRY(const auto key, m_tables.keyOf(m_entity, id));
        if (key) {
            KITH_TRY(const auto survivor, m_tables.survivorOf(m_entity, id));
            return std::optional(survivor);
        }
        if (isKnown(id))
            return std::optional(id);
    }
    if (m_plan.onDuplicate == DuplicateChoice::Create)
        return std::optional<RecordId>();
    std::optional<RecordId> found;
    if (!m_match.empty()) {
        KITH_TRY(found, matchedRecord(planned));
    }
    const bool isTold = found || !planned.draft.problems.empty() || !m_likely;
    return isTold ? found : likelyRecord(planned);
}

// Said to the person as any other guess.
Result<std::optional<RecordId>> RowPlanner::likelyRecord(PlannedRow& planned)
{
    KITH_TRY(auto found, m_likely->find(planned.draft.values));
    if (!found)
        return std::optional<RecordId>();
    if (found->isOneOfMany && m_plan.onDuplicate == DuplicateChoice::Update) {
        planned.draft.problems.push_back(
            {FieldId{}, Error{ErrorCode::RelationAmbiguous, {found->guess.field, found->guess.typed, u"2"_s}}});
    } else if (found->guess.typed != found->guess.taken) {
        planned.draft.guesses.push_back(std::move(found->guess));
    }
    return std::optional(found->id);
}

Result<std::optional<RecordId>> RowPlanner::matchedRecord(PlannedRow& planned)
{
    auto& draft = planned.draft;
    QByteArray sql;
    QByteArray match;
    std::vector<std::pair<const Field*, Value>> wanted;
    for (const Field* field : m_match) {
        const auto entry = draft.values.find(field->id);
        auto value = entry == draft.values.end() ? Value() : entry->second;
        if (field->type == FieldType::Relation && std::holds_alternative<QString>(value)) {
            const auto found = m_drafter.links().find(*field, std::get<QString>(value));
            if (!found && found.error().code != ErrorCode::RelationAmbiguous)
                return found.error();
            value = found && *found ? Value((*found)->reference) : Value();
        }
        const auto part = matchPart(value);
        if (!part)
            return std::optional<RecordId>();
        match += *part + '\0';
        if (hasSortKey(*field))
            sql += " AND " + sortColumn(*field) + " = ?";
        sql += " AND " + columnName(*field) + (isText(*field) ? " = ? COLLATE NOCASE" : " = ?");
        wanted.emplace_back(field, std::move(value));
    }
    planned.match = match;
    auto statement =
        m_tables.connection().kept("SELECT id FROM " + tableName(m_entity) + " WHERE life = 0" + sql + " LIMIT 2");
    int index = 1;
    for (const auto& [field, value] : wanted) {
        if (hasSortKey(*field))
            statement.bind(index++, sortKey(std::get<QString>(value)));
        bindScalar(statement, index++, *field, value);
    }
    KITH_TRY(const bool found, statement.step());
    if (!found)
        return m_earlier ? m_earlier->named(match) : std::nullopt;
    const auto id = statement.id<RecordId>(0);
    KITH_TRY(const bool another, statement.step());
    if (another && m_plan.onDuplicate == DuplicateChoice::Update) {
        const auto& [field, value] = wanted.front();
        const auto shown = exactText(*field, value);
        draft.problems.push_back({field->id, Error{ErrorCode::RelationAmbiguous,
                                                   {field->label.in(m_drafter.meta().language), shown, u"2"_s}}});
    }
    return std::optional(id);
}

}
