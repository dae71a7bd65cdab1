// How one row of an import becomes a record: ImportRun's work on the writer thread, row by row.

#include "core/exchange/import/ImportRun.h"
#include "core/store/RecordRules.h"
#include "core/text/Sentences.h"

namespace kith {

using namespace Qt::StringLiterals;

Status ImportRun::writeRow(ActWriter& act, ParsedRow& row)
{
    ++m_report.read;
    for (const auto& warning : row.warnings)
        m_tally.warn(warning);
    const auto& language = act.context().meta.language;
    for (const auto& guess : row.guesses)
        m_tally.guess(guess.field->label.in(language), guess.typed, guess.taken);
    if (row.problems.empty())
        KITH_TRY(resolveBranches(act, row));
    QStringList reasons;
    for (const auto& problem : row.problems)
        reasons += sentence(problem.error);
    if (!reasons.isEmpty())
        return reject(act.context().tables.connection(), row, reasons.join(u' '));
    KITH_TRY(const auto written, createRow(act, row));
    m_report.related += written.made;
    for (const auto& guess : written.guesses)
        m_tally.guess(guess.field, guess.typed, guess.taken);
    for (const auto& problem : written.problems)
        reasons += sentence(problem.error);
    return reasons.isEmpty() ? Status{} : reject(act.context().tables.connection(), row, reasons.join(u' '));
}

Result<Written> ImportRun::createRow(ActWriter& act, ParsedRow& row)
{
    auto& context = act.context();
    std::optional<RecordId> there;
    if (!row.id.isNull() || !m_plan.match.isEmpty()) {
        auto found = existingRecord(context.tables, act.links(), *m_entity, m_plan, row);
        if (!found && found.error().code != ErrorCode::RelationAmbiguous)
            return found.error();
        if (!found) {
            Written written;
            written.problems.push_back({FieldId{}, found.error()});
            return written;
        }
        there = *found;
    }
    if (there && m_plan.onDuplicate == DuplicateChoice::Skip) {
        ++m_report.skipped;
        return Written{};
    }
    if (there && m_plan.onDuplicate == DuplicateChoice::Update) {
        auto written = act.set(*m_entity, *there, std::move(row.values));
        if (!written && written.error().code == ErrorCode::RecordInTrash) {
            Written refused;
            refused.problems.push_back({FieldId{}, written.error()});
            return refused;
        }
        if (written && written->problems.empty())
            ++(written->changed ? m_report.updated : m_report.skipped);
        return written;
    }
    if (row.id.isNull() || there)
        row.id = context.ids.next<RecordId>();
    KITH_TRY(deferOwnLinks(act, row));
    recordRules::fillDefaults(*m_entity, row.values, context.meta.conventions(context.clock.now()), context.meta.me);
    KITH_TRY(auto written, act.createInRange(*m_entity, std::move(row.values), row.id));
    if (written.problems.empty())
        ++m_report.created;
    return written;
}

// A parent may stand further down in the file: its name is kept until every row is in.
Status ImportRun::deferOwnLinks(ActWriter& act, ParsedRow& row)
{
    for (const auto& field : m_entity->fields) {
        const auto entry = row.values.find(field.id);
        if (field.type != FieldType::Relation || !field.targets.contains(m_entity->key) || entry == row.values.end())
            continue;
        const auto* name = std::get_if<QString>(&entry->second);
        if (!name)
            continue;
        auto statement = act.context().tables.connection().kept(
            "INSERT INTO import_link(act, id, field, name) VALUES(?1, ?2, ?3, ?4)");
        KITH_TRY(statement.bindAll(m_act, row.id, field.id, *name).run());
        row.values.erase(entry);
        m_hasOwnLinks = true;
    }
    return {};
}

Status ImportRun::resolveBranches(ActWriter& act, ParsedRow& row)
{
    const auto& language = act.context().meta.language;
    for (const auto& branch : row.branches) {
        const Entity& tree = *m_catalog->entity(branch.relation->targets.first());
        Written written;
        const Field* parentField = nullptr;
        for (const auto& field : tree.fields) {
            if (field.type == FieldType::Relation && field.targets == QStringList{tree.key})
                parentField = &field;
        }
        if (!parentField)
            continue;
        KITH_TRY(auto found, act.findOrMake(*parentField, branch.parent, {}, written));
        if (found && !branch.name.isEmpty()) {
            KITH_TRY(found, act.findOrMake(*branch.relation, branch.name, {parentField, Value(*found)}, written));
        }
        m_report.related += written.made;
        if (found)
            row.values[branch.relation->id] = *found;
        else
            row.problems.push_back({branch.relation->id, Error{ErrorCode::RelationNotFound,
                                                               {branch.relation->label.in(language), branch.parent}}});
    }
    return {};
}

}
