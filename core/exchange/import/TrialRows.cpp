#include "core/exchange/import/TrialRows.h"

#include "core/store/LinkRules.h"
#include "core/store/Meta.h"
#include "core/text/Sentences.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

std::vector<FieldId> filledFields(const RowReader& rows, const ImportPlan& plan)
{
    std::set<FieldId> fields;
    for (const auto position : rows.mapped()) {
        const auto key = plan.columns[position].field.section(u'.', 0, 0);
        if (const Field* field = rows.entity().field(key))
            fields.insert(field->id);
    }
    return {fields.begin(), fields.end()};
}

bool leadsTo(const ImportPlan& plan, QStringView path)
{
    return std::any_of(plan.columns.begin(), plan.columns.end(),
                       [&](const ColumnMapping& column) { return column.field == path; });
}

}

TrialRows::TrialRows(Tables& tables, const BookMeta& meta, Instant now, const ImportPlan& plan, RowReader& rows)
    : m_meta(meta)
    , m_rows(rows)
    , m_entity(rows.entity())
    , m_clock(now)
    , m_ids(m_clock)
    , m_drafter(tables, meta, m_ids, now)
    , m_earlier(filledFields(rows, plan))
    , m_planner(m_drafter, m_entity, plan, m_earlier)
    , m_lastly(tables, meta, m_ids, now)
    , m_meetsAgain(!plan.match.isEmpty() || leadsTo(plan, u"id") || m_entity.isLink())
{
    m_drafter.makeMissing(rows.makeMissing());
    m_lastly.makeMissing(rows.makeMissing());
    for (const auto& field : m_entity.fields)
        m_hasOwnLinks |=
            field.targets.contains(m_entity.key) && (leadsTo(plan, field.key) || leadsTo(plan, field.key + u".id"_s));
}

QString TrialRows::titleOf(const FieldValues& values) const
{
    for (const auto& key : m_entity.title) {
        const auto entry = values.find(m_entity.field(key)->id);
        if (entry != values.end() && std::holds_alternative<QString>(entry->second))
            return std::get<QString>(entry->second);
    }
    return {};
}

Result<PreviewRow> TrialRows::judge(const SourceRow& source, ImportReport& report)
{
    auto row = m_rows.read(source);
    PreviewRow shown;
    shown.line = row.line;
    for (const auto position : m_rows.mapped())
        shown.cells += m_rows.shown(row, position);
    ++report.read;
    KITH_TRY(auto planned, m_planner.plan(row));
    for (const auto& guess : planned.draft.guesses)
        shown.notices += u"%1: %2 → %3"_s.arg(guess.field, guess.typed, guess.taken);
    shown.notices += row.warnings;
    for (const auto& problem : planned.draft.problems)
        shown.problems += sentence(problem.error);
    switch (planned.fate) {
    case PlannedRow::Fate::Rejected:
        ++report.rejected;
        m_tally.reject(shown.problems.join(u' '));
        return shown;
    case PlannedRow::Fate::Skipped:
        ++report.skipped;
        return shown;
    case PlannedRow::Fate::Created:
        ++report.created;
        break;
    case PlannedRow::Fate::Updated:
        ++report.updated;
    }
    m_tally.add(planned.draft.guesses);
    m_tally.add(row.warnings);
    keep(planned, report);
    return shown;
}

// What the row would write, as far as another one can meet it.
void TrialRows::keep(PlannedRow& planned, ImportReport& report)
{
    const bool isNew = planned.fate == PlannedRow::Fate::Created;
    for (const auto& linked : planned.draft.linked) {
        m_drafter.pretend(linked);
        ++report.related;
    }
    if (isNew && m_hasOwnLinks)
        m_lastly.links().pretend(m_entity, planned.id, titleOf(planned.draft.values));
    if (m_meetsAgain)
        m_earlier.note(planned.id, isNew ? EarlierRows::Record::New : EarlierRows::Record::Known, planned.draft.values);
    if (!planned.match.isEmpty())
        m_earlier.name(planned.match, planned.id);
    for (auto& link : planned.ownLinks)
        m_waiting.push_back({link.field, planned.id, std::move(link.name)});
}

Status TrialRows::finish(ImportReport& report)
{
    for (const auto& waiting : std::exchange(m_waiting, {}))
        KITH_TRY(judgeWaiting(waiting, report));
    return {};
}

Status TrialRows::judgeWaiting(const Waiting& waiting, ImportReport& report)
{
    Draft draft;
    KITH_TRY(const auto found, m_lastly.link(*waiting.field, waiting.parent, {}, draft));
    if (found) {
        const auto inBook = parentsIn(m_lastly.tables(), m_entity, *waiting.field);
        const auto parentOf = [&](const RecordId& id) -> Result<std::optional<RecordId>> {
            const auto known = m_parents.find({waiting.field, id});
            return known == m_parents.end() ? inBook(id) : std::optional(known->second);
        };
        KITH_TRY(const bool circle, closesCircle(waiting.child, found->record, parentOf));
        if (circle)
            draft.problems.push_back(
                {waiting.field->id, Error{ErrorCode::RelationCycle, {waiting.field->label.in(m_meta.language)}}});
    }
    if (!draft.problems.empty()) {
        m_tally.warn(sentence(draft.problems.front().error));
        return {};
    }
    for (const auto& linked : draft.linked) {
        m_lastly.pretend(linked);
        ++report.related;
    }
    m_tally.add(draft.guesses);
    m_parents.insert_or_assign({waiting.field, waiting.child}, found->record);
    return {};
}

}
