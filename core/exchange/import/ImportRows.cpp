// How one row of an import becomes a record: ImportRun's work on the writer thread, row by row.

#include "core/exchange/import/ImportRejects.h"
#include "core/exchange/import/ImportRun.h"
#include "core/text/Sentences.h"

namespace kith {

Status ImportRun::writeRow(ActWriter& act, RowPlanner& planner, ParsedRow& row)
{
    ++m_report.read;
    KITH_TRY(auto planned, planner.plan(row));
    switch (planned.fate) {
    case PlannedRow::Fate::Skipped:
        ++m_report.skipped;
        return {};
    case PlannedRow::Fate::Rejected:
        return reject(act, row, planned.draft.problems);
    case PlannedRow::Fate::Created:
    case PlannedRow::Fate::Updated:
        break;
    }
    const bool isNew = planned.fate == PlannedRow::Fate::Created;
    const auto guesses = planned.draft.guesses;
    KITH_TRY(const auto written, isNew ? act.addInRange(*m_entity, std::move(planned.draft), planned.id)
                                       : act.change(*m_entity, *planned.current, std::move(planned.draft)));
    if (!written.problems.empty())
        return reject(act, row, written.problems);
    ++(isNew ? m_report.created : m_report.updated);
    m_report.related += written.made;
    m_tally.add(guesses);
    m_tally.add(row.warnings);
    return deferOwnLinks(act, planned);
}

Status ImportRun::reject(ActWriter& act, const ParsedRow& row, const std::vector<FieldProblem>& problems)
{
    QStringList sentences;
    for (const auto& problem : problems)
        sentences += sentence(problem.error);
    const auto reason = sentences.join(u' ');
    ++m_report.rejected;
    m_tally.reject(reason);
    return keepsRejects() ? keepReject(act.context().tables.connection(), m_act, row, reason) : Status();
}

Status ImportRun::writeRejectsFile(StoreWriter& writer)
{
    if (m_plan.rejectsPath.isEmpty())
        return {};
    KITH_TRY(auto file, rejectsFile(m_plan, m_plan.rejectsPath));
    KITH_TRY(writeRejects(writer.connection, m_act, file));
    return file.commit();
}

// A parent may stand further down in the file: its name is kept until every row is in.
Status ImportRun::deferOwnLinks(ActWriter& act, const PlannedRow& planned)
{
    for (const auto& link : planned.ownLinks) {
        auto statement = act.context().tables.connection().kept(
            "INSERT INTO import_link(act, id, field, name) VALUES(?1, ?2, ?3, ?4)");
        KITH_TRY(statement.bindAll(m_act, planned.id, link.field->id, link.name).run());
    }
    return {};
}

// Now that every row is there: the links to records of the same entity. Their names are compared anew, with all of
// them.
Status ImportRun::linkOwn(StoreWriter& writer)
{
    m_rest.links.reset();
    KITH_TRY(auto act, resumeAct(writer));
    act.makeMissing(m_reader->makeMissing());
    auto statement = writer.connection.kept("SELECT id, field, name FROM import_link WHERE act = ?1 ORDER BY rowid");
    statement.bind(1, m_act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            break;
        const Field* field = m_entity->field(statement.id<FieldId>(1));
        const auto id = statement.id<RecordId>(0);
        KITH_TRY(const auto written, act.linkLater(*m_entity, id, *field, statement.text(2)));
        m_report.related += written.made;
        if (written.problems.empty())
            m_tally.add(written.guesses);
        else
            m_tally.warn(sentence(written.problems.front().error));
    }
    auto clear = writer.connection.kept("DELETE FROM import_link WHERE act = ?1");
    KITH_TRY(clear.bindAll(m_act).run());
    KITH_TRY(m_rest, act.commitPart());
    return {};
}

}
