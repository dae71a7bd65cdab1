// How one row of an import becomes a record: ImportRun's work on the writer thread, row by row.

#include "core/exchange/import/ImportRun.h"
#include "core/text/Sentences.h"

#include <QDataStream>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QByteArray packed(const std::vector<std::string>& cells)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const auto& cell : cells)
        out << QByteArray::fromRawData(cell.data(), qsizetype(cell.size()));
    return bytes;
}

std::vector<QByteArray> unpacked(const QByteArray& bytes)
{
    std::vector<QByteArray> cells;
    QDataStream in(bytes);
    while (!in.atEnd()) {
        QByteArray cell;
        in >> cell;
        cells.push_back(cell);
    }
    return cells;
}

}

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

// Kept in the book until the end, with the batch they belong to: a crash loses none of them.
Status ImportRun::reject(ActWriter& act, const ParsedRow& row, const std::vector<FieldProblem>& problems)
{
    QStringList sentences;
    for (const auto& problem : problems)
        sentences += sentence(problem.error);
    const auto reason = sentences.join(u' ');
    ++m_report.rejected;
    m_tally.reject(reason);
    if (m_plan.rejectsPath.isEmpty())
        return {};
    auto statement = act.context().tables.connection().kept(
        "INSERT INTO import_reject(act, line, reason, cells) VALUES(?1, ?2, ?3, ?4)");
    return statement.bindAll(m_act, row.line, reason, packed(row.cells)).run();
}

Status ImportRun::writeRejects(StoreWriter& writer)
{
    if (m_plan.rejectsPath.isEmpty())
        return {};
    KITH_TRY(auto file, rejectsFile());
    auto statement =
        writer.connection.kept("SELECT line, reason, cells FROM import_reject WHERE act = ?1 ORDER BY rowid");
    statement.bind(1, m_act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return file.commit();
        const auto kept = unpacked(statement.blob(2).toByteArray());
        std::vector<std::string_view> cells;
        for (const auto& cell : kept)
            cells.emplace_back(cell.constData(), std::size_t(cell.size()));
        CsvRow row;
        row.cells = cells;
        row.line = statement.integer(0);
        KITH_TRY(file.write(row, statement.text(1)));
    }
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
