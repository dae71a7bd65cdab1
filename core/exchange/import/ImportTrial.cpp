// What an import would do, asked without writing: preview and dry run.

#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/import/ImportRun.h"
#include "core/store/Columns.h"
#include "core/store/RecordRules.h"
#include "core/text/Sentences.h"
#include "core/text/SortKey.h"

#include <QElapsedTimer>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// The judging half of ImportRun over a reader: links are looked up, missing ones only counted.
class Trial
{
public:
    Trial(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan, RowReader& rows)
        : m_tables(reader.tables)
        , m_links(reader.tables)
        , m_meta(meta)
        , m_now(now)
        , m_plan(plan)
        , m_rows(rows)
    {
    }

    Result<PreviewRow> judge(const CsvRow& source, ImportReport& report);

    std::map<QString, std::int64_t> reasons;
    std::map<QString, std::int64_t> warnings;
    std::map<std::pair<QString, std::pair<QString, QString>>, std::int64_t> guesses;

private:
    Status judgeLinks(ParsedRow& row, QStringList& problems, ImportReport& report);
    Result<bool> judgeLink(const Field& field, const QString& name, ImportReport& report);

    Tables& m_tables;
    Links m_links;
    const BookMeta& m_meta;
    Instant m_now;
    const ImportPlan& m_plan;
    RowReader& m_rows;
    std::set<std::pair<FieldId, QString>> m_made; // names that would be made, each once
    QStringList m_rowGuesses;
};

Result<bool> Trial::judgeLink(const Field& field, const QString& name, ImportReport& report)
{
    KITH_TRY(const auto found, m_links.find(field, name));
    if (found) {
        if (found->guessed) {
            const auto label = field.label.in(m_meta.language);
            ++guesses[{label, {name, found->title}}];
            m_rowGuesses += u"%1: %2 → %3"_s.arg(label, name, found->title);
        }
        return true;
    }
    if (!m_rows.makeMissing().contains(field.id))
        return field.targets.contains(m_rows.entity().key); // may stand further down
    if (m_made.insert({field.id, name}).second)
        ++report.related;
    return true;
}

Status Trial::judgeLinks(ParsedRow& row, QStringList& problems, ImportReport& report)
{
    for (const auto& [id, value] : row.values) {
        const Field* field = m_rows.entity().field(id);
        const auto* name = std::get_if<QString>(&value);
        if (!field || field->type != FieldType::Relation || !name)
            continue;
        const auto found = judgeLink(*field, *name, report);
        if (!found && found.error().code != ErrorCode::RelationAmbiguous)
            return found.error();
        if (!found)
            problems += sentence(found.error());
        else if (!*found)
            problems += sentence(Error{ErrorCode::RelationNotFound, {field->label.in(m_meta.language), *name}});
    }
    for (const auto& branch : row.branches) {
        const auto& name = branch.name.isEmpty() ? branch.parent : branch.name;
        for (const auto& one : {branch.parent, name}) {
            KITH_TRY(const bool found, judgeLink(*branch.relation, one, report));
            if (!found)
                problems +=
                    sentence(Error{ErrorCode::RelationNotFound, {branch.relation->label.in(m_meta.language), one}});
            if (branch.name.isEmpty())
                break;
        }
    }
    return {};
}

Result<PreviewRow> Trial::judge(const CsvRow& source, ImportReport& report)
{
    m_rowGuesses.clear();
    auto row = m_rows.read(source);
    PreviewRow shown;
    shown.line = row.line;
    for (const auto position : m_rows.mapped())
        shown.cells += m_rows.shown(row, position);
    for (const auto& problem : row.problems)
        shown.problems += sentence(problem.error);
    KITH_TRY(judgeLinks(row, shown.problems, report));
    for (const auto& guess : row.guesses) {
        const auto label = guess.field->label.in(m_meta.language);
        ++guesses[{label, {guess.typed, guess.taken}}];
        m_rowGuesses += u"%1: %2 → %3"_s.arg(label, guess.typed, guess.taken);
    }
    for (const auto& warning : row.warnings)
        ++warnings[warning];
    shown.notices = m_rowGuesses + row.warnings;
    ++report.read;
    KITH_TRY(const auto there, existingRecord(m_tables, m_rows.entity(), m_plan, row));
    const bool updates = there && m_plan.onDuplicate == DuplicateChoice::Update;
    if (!updates) {
        recordRules::fillDefaults(m_rows.entity(), row.values, m_meta.conventions(m_now), m_meta.me);
        for (const auto& problem : recordRules::checkRequired(m_rows.entity(), row.values, m_meta.language))
            shown.problems += sentence(problem.error);
    }
    if (!shown.problems.isEmpty()) {
        ++report.rejected;
        ++reasons[shown.problems.join(u' ')];
    } else if (there && m_plan.onDuplicate == DuplicateChoice::Skip) {
        ++report.skipped;
    } else {
        ++(updates ? report.updated : report.created);
    }
    return shown;
}

QByteArray matchSql(const Entity& entity, const Field& field)
{
    const auto column = columnName(field);
    QByteArray condition = column + " = ?1 COLLATE NOCASE";
    if (hasSortKey(field))
        condition = sortColumn(field) + " = ?2 AND " + condition;
    return "SELECT id FROM " + tableName(entity) + " WHERE life = 0 AND " + condition + " LIMIT 2";
}

}

Result<std::optional<RecordId>> existingRecord(Tables& tables, const Entity& entity, const ImportPlan& plan,
                                               const ParsedRow& row)
{
    if (!row.id.isNull()) {
        KITH_TRY(const auto key, tables.keyOf(entity, row.id));
        if (key)
            return std::optional(row.id);
    }
    std::optional<RecordId> agreed;
    for (const auto& key : plan.match) {
        if (key == "id"_L1)
            continue;
        KITH_TRY(const Field* field, Catalog::requireField(entity, key));
        const auto entry = row.values.find(field->id);
        if (entry == row.values.end() || isEmpty(entry->second))
            return std::optional<RecordId>();
        auto statement = tables.connection().kept(matchSql(entity, *field));
        bindScalar(statement, 1, *field, entry->second);
        if (hasSortKey(*field))
            statement.bind(2, sortKey(std::get<QString>(entry->second)));
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return std::optional<RecordId>();
        const auto id = statement.id<RecordId>(0);
        if (agreed && *agreed != id)
            return std::optional<RecordId>();
        agreed = id;
    }
    return agreed;
}

Result<ImportTrial> tryImport(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan,
                              std::int64_t limit, const std::function<bool()>& cancelled)
{
    QElapsedTimer timer;
    timer.start();
    KITH_TRY(auto rows, RowReader::create(reader.tables.catalogPtr(), plan, meta.conventions(now), meta.me));
    KITH_TRY(auto file, openRows(plan));
    Trial trial(reader, meta, now, plan, rows);
    ImportTrial answer;
    CsvRow source;
    while (limit == 0 || answer.report.read < limit) {
        KITH_TRY(const bool more, file.next(source));
        if (!more || cancelled())
            break;
        KITH_TRY(auto shown, trial.judge(source, answer.report));
        if (limit > 0)
            answer.rows.push_back(std::move(shown));
    }
    for (const auto& [key, count] : trial.guesses)
        answer.report.guesses.push_back({key.first, key.second.first, key.second.second, count});
    answer.report.reasons = byFrequency(trial.reasons);
    answer.report.warnings = byFrequency(trial.warnings);
    answer.report.seconds = double(timer.nsecsElapsed()) / 1e9;
    return answer;
}

}
