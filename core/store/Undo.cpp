#include "core/store/Undo.h"

#include "core/store/Columns.h"
#include "core/wire/ValueCodec.h"

#include <set>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// Which rows hold on to what this relation points at: living ones, and what was merged into it.
QByteArray holds(const Field& relation)
{
    return relation.key == QStringView(systemField::MergedInto) ? "life = 3" : "life = 0";
}

// Kept records are named up to here; an import of a million that was edited everywhere does not need a million lines.
constexpr std::size_t namedKept = 1'000;
constexpr std::int64_t patchesAtOnce = 2'000;
constexpr std::int64_t rowsAtOnce = 1'000;

QByteArray numberList(const std::vector<std::int64_t>& numbers)
{
    QByteArrayList texts;
    for (const auto number : numbers)
        texts += QByteArray::number(qlonglong(number));
    return texts.join(',');
}

}

Result<Undo::Outcome> Undo::undo(std::int64_t act)
{
    auto& connection = m_context.tables.connection();
    if (act == 0) {
        auto statement =
            connection.kept("SELECT max(n) FROM act WHERE kind NOT IN (6, 7, 9, 13) AND state = 0 AND author IS ?1");
        const auto& me = m_context.meta.me;
        statement.bind(1, me.isNull() ? std::nullopt : std::optional<Id128>(me));
        KITH_TRY(statement.step());
        act = statement.integer(0);
        if (act == 0)
            return Error{ErrorCode::NothingToUndo, {}};
    }
    KITH_TRY(auto found, findAct(connection, act));
    // What a redo did again is the act itself: by way of the undo that the redo took back.
    while (found && found->kind == ActKind::Redo) {
        KITH_TRY(const auto undo, findAct(connection, found->undoes));
        KITH_TRY(found, findAct(connection, undo ? undo->undoes : 0));
    }
    if (!found || found->kind == ActKind::Purge || found->kind == ActKind::Founding)
        return Error{ErrorCode::NoSuchAct, {QString::number(act)}};
    if (found->undone)
        return Error{ErrorCode::NothingToUndo, {}};
    return reverse(*found, found->kind == ActKind::Undo ? ActKind::Redo : ActKind::Undo);
}

Result<Undo::Outcome> Undo::redo()
{
    auto& connection = m_context.tables.connection();
    auto statement =
        connection.kept("SELECT max(n) FROM act WHERE kind = 6 AND state = 0 AND author IS ?1 "
                        "AND n > (SELECT ifnull(max(n), 0) FROM act WHERE kind NOT IN (6, 7) AND author IS ?1)");
    const auto& me = m_context.meta.me;
    statement.bind(1, me.isNull() ? std::nullopt : std::optional<Id128>(me));
    KITH_TRY(statement.step());
    const auto act = statement.integer(0);
    statement.reset();
    KITH_TRY(const auto found, findAct(connection, act));
    if (!found)
        return Error{ErrorCode::NothingToRedo, {}};
    return reverse(*found, ActKind::Redo);
}

Result<Undo::Outcome> Undo::reverse(const ActSummary& act, ActKind kind)
{
    Outcome outcome;
    outcome.answer.undone = act;
    KITH_TRY(auto writer, ActWriter::begin(m_context, kind, act.subject, act.number));
    KITH_TRY(outcome.answer.act, writer.act());
    KITH_TRY(stopImport(act.number));
    // Records made one by one come last: what of the rest was kept may link to them.
    KITH_TRY(reversePatches(writer, act, Which::Others, outcome.answer));
    KITH_TRY(reverseRanges(writer, act, outcome.answer));
    KITH_TRY(reversePatches(writer, act, Which::Creates, outcome.answer));
    auto& connection = m_context.tables.connection();
    auto mark = connection.kept("UPDATE act SET state = 1 WHERE n = ?1");
    KITH_TRY(mark.bindAll(act.number).run());
    if (kind == ActKind::Redo) {
        auto stands = connection.kept("UPDATE act SET state = 0 WHERE n = ?1");
        KITH_TRY(stands.bindAll(act.undoes).run());
    }
    KITH_TRY(outcome.notice, writer.commit());
    return outcome;
}

// Its next batch finds that it is over.
Status Undo::stopImport(std::int64_t act)
{
    auto& connection = m_context.tables.connection();
    auto job = connection.kept("DELETE FROM import_job WHERE act = ?1");
    KITH_TRY(job.bindAll(act).run());
    auto links = connection.kept("DELETE FROM import_link WHERE act = ?1");
    KITH_TRY(links.bindAll(act).run());
    auto rejected = connection.kept("DELETE FROM import_reject WHERE act = ?1");
    return rejected.bindAll(act).run();
}

Status Undo::reversePatches(ActWriter& writer, const ActSummary& act, Which which, UndoOutcome& outcome)
{
    for (std::int64_t last = std::numeric_limits<std::int64_t>::max(); true;) {
        KITH_TRY(const auto rows, patchesOf(act.number, which, last));
        for (const auto& row : rows)
            KITH_TRY(reversePatch(writer, row, act, outcome));
        if (std::int64_t(rows.size()) < patchesAtOnce)
            return {};
        last = rows.back().n;
    }
}

Status Undo::reversePatch(ActWriter& writer, const PatchRow& row, const ActSummary& act, UndoOutcome& outcome)
{
    const Entity* entity = m_context.tables.catalog().entity(shippedId<EntityId>(row.entity));
    if (!entity)
        return {};
    KITH_TRY(const auto current, m_context.tables.loadKey(*entity, row.key));
    if (!current)
        return {};
    if (row.operation == Operation::Set)
        return reverseSet(writer, *entity, *current, row, outcome);
    if (row.operation == Operation::Merge)
        return reverseMerge(writer, *entity, *current, row, outcome);
    KITH_TRY(const auto acts, standsBy(act.number));
    const auto life = current->record.life;
    switch (row.operation) {
    case Operation::Create:
    case Operation::Restore: {
        if (life == Life::Merged)
            keep(*entity, current->record, {}, outcome);
        if (life != Life::Alive)
            return {};
        // By now whatever the act made later is in the trash or kept, so that every link counts.
        bool linked = false;
        if (row.operation == Operation::Create) {
            KITH_TRY(linked, isLinked(*entity, current->record.id, {}));
        }
        KITH_TRY(const bool stands, standsSince(*current, row.entity, row.n, acts));
        if (!stands || linked) {
            keep(*entity, current->record, {}, outcome);
            return {};
        }
        ++outcome.records;
        return writer.changeLife(*entity, *current, Life::Trash);
    }
    case Operation::Delete:
        if (life != Life::Trash)
            return {};
        ++outcome.records;
        return writer.changeLife(*entity, *current, Life::Alive);
    default:
        return {};
    }
}

Status Undo::reverseSet(ActWriter& writer, const Entity& entity, const Tables::Loaded& current, const PatchRow& row,
                        UndoOutcome& outcome)
{
    KITH_TRY(const auto before, decodeFields(row.before));
    FieldValues back;
    for (const auto& [id, value] : before) {
        const Field* field = entity.field(id);
        if (!field)
            continue;
        const auto& now = current.record.value(id);
        KITH_TRY(const auto set, setBy(row, id, now));
        KITH_TRY(const bool holds, writer.linkHolds(entity, current.record.id, *field, value));
        if (set == now && holds)
            back[id] = value;
        else
            keep(entity, current.record, field->label.in(m_context.meta.language), outcome);
    }
    if (back.empty())
        return {};
    ++outcome.records;
    return writer.putBack(entity, current, back);
}

// A merged record stands for itself again; or, when that is taken back, the other one goes on for it again.
Status Undo::reverseMerge(ActWriter& writer, const Entity& entity, const Tables::Loaded& current, const PatchRow& row,
                          UndoOutcome& outcome)
{
    KITH_TRY(const auto before, decodeFields(row.before));
    const Field& field = *entity.field(systemField::MergedInto);
    const auto entry = before.find(field.id);
    const auto& now = current.record.value(field.id);
    const auto* kept = entry == before.end() ? nullptr : std::get_if<Reference>(&entry->second);
    KITH_TRY(const auto set, setBy(row, field.id, now));
    bool holds = set == now && current.record.life == (kept ? Life::Alive : Life::Merged);
    if (holds && kept) {
        KITH_TRY(const auto loaded, m_context.tables.load(entity, kept->record));
        holds = loaded && loaded->record.life == Life::Alive;
    }
    if (!holds) {
        keep(entity, current.record, {}, outcome);
        return {};
    }
    ++outcome.records;
    return writer.setMergedInto(entity, current, kept ? std::optional(kept->record) : std::nullopt);
}

Result<Value> Undo::setBy(const PatchRow& row, const FieldId& field, const Value& current)
{
    auto statement =
        m_context.tables.connection().kept("SELECT before FROM patch WHERE entity = ?1 AND k = ?2 AND n > ?3 "
                                           "AND op IN (2, 6) ORDER BY n");
    statement.bindAll(row.entity, row.key, row.n);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return current;
        KITH_TRY(const auto before, decodeFields(statement.blob(0).toByteArray()));
        if (const auto entry = before.find(field); entry != before.end())
            return entry->second;
    }
}

Result<bool> Undo::standsSince(const Tables::Loaded& current, std::int64_t entity, std::int64_t n,
                               const std::vector<std::int64_t>& acts)
{
    auto statement =
        m_context.tables.connection().kept("SELECT before FROM patch WHERE entity = ?1 AND k = ?2 AND n > ?3 "
                                           "AND op = 2 AND act NOT IN (" +
                                           numberList(acts) + ") ORDER BY n");
    statement.bindAll(entity, current.record.key, n);
    std::set<FieldId> seen;
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return true;
        KITH_TRY(const auto before, decodeFields(statement.blob(0).toByteArray()));
        for (const auto& [field, value] : before) {
            if (seen.insert(field).second && value != current.record.value(field))
                return false;
        }
    }
}

Result<bool> Undo::isLinked(const Entity& entity, const RecordId& id, const std::vector<std::int64_t>& acts)
{
    const QByteArray since = acts.empty() ? QByteArray() : " AND touched NOT IN (" + numberList(acts) + ")";
    auto& connection = m_context.tables.connection();
    for (const auto& other : m_context.tables.catalog().entities()) {
        for (const auto& field : other.fields) {
            if (!field.targets.contains(entity.key) || field.isDerived())
                continue;
            const bool isSet = field.type == FieldType::Tags;
            auto statement = connection.kept("SELECT 1 FROM " + tableName(other) + " WHERE " + holds(field) + since +
                                             (isSet ? " AND k IN (SELECT k FROM member WHERE value = ?1 AND field = ?2)"
                                                    : " AND " + columnName(field) + " = ?1") +
                                             " LIMIT 1");
            statement.bind(1, id);
            if (isSet)
                statement.bind(2, field.id);
            KITH_TRY(const bool found, statement.step());
            if (found)
                return true;
        }
    }
    return false;
}

void Undo::keep(const Entity& entity, const Record& record, const QString& field, UndoOutcome& outcome)
{
    if (outcome.kept.size() < namedKept)
        outcome.kept.push_back({entity.id, record.id, m_context.tables.title(record), field});
}

Status Undo::reverseRanges(ActWriter& writer, const ActSummary& act, UndoOutcome& outcome)
{
    KITH_TRY(const auto ranges, rangesOf(act.number));
    for (const auto& range : ranges)
        KITH_TRY(reverseRange(writer, range, act, outcome));
    if (!outcome.kept.empty())
        KITH_TRY(bringBackLinked(writer, ranges, act, outcome));
    for (const auto& range : ranges)
        KITH_TRY(noteRange(writer, range, outcome));
    return {};
}

// A range is turned by one statement: what other acts have touched or linked since stays as it is.
Status Undo::reverseRange(ActWriter& writer, const RangeRow& range, const ActSummary& act, UndoOutcome& outcome)
{
    const Entity* entity = m_context.tables.catalog().entity(shippedId<EntityId>(range.entity));
    if (!entity)
        return {};
    const bool wasMade = range.operation != Operation::Delete;
    const int from = wasMade ? int(Life::Alive) : int(Life::Trash);
    const int to = wasMade ? int(Life::Trash) : int(Life::Alive);
    KITH_TRY(const auto acts, standsBy(act.number));
    const auto list = numberList(acts);
    QByteArray linked;
    if (wasMade) {
        for (const auto& incoming : m_context.tables.catalog().incoming(*entity)) {
            const auto column = columnName(*incoming.field);
            linked += " AND id NOT IN (SELECT " + column + " FROM " + tableName(*incoming.entity) + " WHERE " + column +
                      " IS NOT NULL AND " + holds(*incoming.field) + " AND touched NOT IN (" + list + "))";
        }
    }
    KITH_TRY(const auto number, writer.act());
    auto statement = m_context.tables.connection().prepare("UPDATE " + tableName(*entity) +
                                                           " SET life = ?1, touched = ?2 WHERE k BETWEEN ?3 AND ?4 "
                                                           "AND life = ?5 AND touched IN (" +
                                                           list + ")" + linked);
    if (!statement)
        return statement.error();
    KITH_TRY(statement->bindAll(to, number, range.first, range.last, from).run());
    return wasMade ? reverseLeft(writer, *entity, range, act, outcome) : Status{};
}

// What the statement left: rows that another act touched last. Where that act was itself taken back they follow, one by
// one; the rest is kept. Rows that others made in the meantime, in the place of purged ones, are none of the act's.
Status Undo::reverseLeft(ActWriter& writer, const Entity& entity, const RangeRow& range, const ActSummary& act,
                         UndoOutcome& outcome)
{
    KITH_TRY(const auto acts, standsBy(act.number));
    for (RecordKey from = range.first; true;) {
        auto statement = m_context.tables.connection().kept(
            "SELECT k FROM " + tableName(entity) +
            " WHERE k BETWEEN ?1 AND ?2 AND life IN (0, 3) AND made = ?3 ORDER BY k LIMIT ?4");
        statement.bindAll(from, range.last, act.number, rowsAtOnce);
        std::vector<RecordKey> left;
        while (true) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            left.push_back(statement.integer(0));
        }
        for (const auto key : left) {
            KITH_TRY(const auto current, m_context.tables.loadKey(entity, key));
            KITH_TRY(const bool stands, standsSince(*current, range.entity, 0, acts));
            KITH_TRY(const bool linked, isLinked(entity, current->record.id, acts));
            if (stands && !linked && current->record.life == Life::Alive) {
                ++outcome.records;
                KITH_TRY(writer.changeLife(entity, *current, Life::Trash));
            } else {
                keep(entity, current->record, {}, outcome);
            }
        }
        if (std::int64_t(left.size()) < rowsAtOnce)
            return {};
        from = left.back() + 1;
    }
}

// What a kept record links to is kept with it.
Status Undo::bringBackLinked(ActWriter& writer, const std::vector<RangeRow>& ranges, const ActSummary& act,
                             UndoOutcome& outcome)
{
    KITH_TRY(const auto number, writer.act());
    for (bool again = true; again;) {
        again = false;
        for (const auto& range : ranges) {
            const Entity* entity = m_context.tables.catalog().entity(shippedId<EntityId>(range.entity));
            if (!entity || range.operation == Operation::Delete)
                continue;
            QByteArrayList linked;
            for (const auto& incoming : m_context.tables.catalog().incoming(*entity)) {
                const auto column = columnName(*incoming.field);
                linked += "SELECT " + column + " FROM " + tableName(*incoming.entity) + " WHERE " + column +
                          " IS NOT NULL AND " + holds(*incoming.field);
            }
            if (linked.isEmpty())
                continue;
            auto statement = m_context.tables.connection().kept(
                "UPDATE " + tableName(*entity) +
                " SET life = 0, touched = ?1 WHERE k BETWEEN ?2 AND ?3 AND life = 1 AND touched = ?4 AND id IN (" +
                linked.join(" UNION ALL ") + ") RETURNING k");
            statement.bindAll(act.number, range.first, range.last, number);
            std::vector<RecordKey> kept;
            while (true) {
                KITH_TRY(const bool found, statement.step());
                if (!found)
                    break;
                kept.push_back(statement.integer(0));
            }
            again = again || !kept.empty();
            for (const auto key : kept) {
                KITH_TRY(const auto current, m_context.tables.loadKey(*entity, key));
                keep(*entity, current->record, {}, outcome);
            }
        }
    }
    return {};
}

// So that it can be taken back: the range of what was turned by statement. Rows turned one by one have patches.
Status Undo::noteRange(ActWriter& writer, const RangeRow& range, UndoOutcome& outcome)
{
    const Entity* entity = m_context.tables.catalog().entity(shippedId<EntityId>(range.entity));
    if (!entity)
        return {};
    writer.derivations().noteMany(*entity);
    const bool wasMade = range.operation != Operation::Delete;
    KITH_TRY(const auto number, writer.act());
    auto turned = m_context.tables.connection().kept(
        "SELECT count(*) FROM " + tableName(*entity) +
        " AS t WHERE k BETWEEN ?1 AND ?2 AND touched = ?3 AND life = ?4 AND NOT EXISTS "
        "(SELECT 1 FROM patch WHERE act = ?3 AND entity = ?5 AND patch.k = t.k AND op IN (3, 4))");
    turned.bindAll(range.first, range.last, number, wasMade ? int(Life::Trash) : int(Life::Alive), range.entity);
    KITH_TRY(turned.step());
    const auto records = turned.integer(0);
    turned.reset();
    outcome.records += records;
    return records == 0 ? Status{}
                        : writer.addRange(*entity, range.first, range.last,
                                          wasMade ? Operation::Delete : Operation::Restore, records);
}

Result<std::vector<Undo::PatchRow>> Undo::patchesOf(std::int64_t act, Which which, std::int64_t before)
{
    std::vector<PatchRow> rows;
    auto statement =
        m_context.tables.connection().kept("SELECT n, op, entity, k, before FROM patch WHERE act = ?1 AND n < ?2 "
                                           "AND (op = 1) = ?3 ORDER BY n DESC LIMIT ?4");
    statement.bindAll(act, before, which == Which::Creates ? 1 : 0, patchesAtOnce);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return rows;
        rows.push_back({statement.integer(0), Operation(statement.integer(1)), statement.integer(2),
                        statement.integer(3), statement.blob(4).toByteArray()});
    }
}

Result<std::vector<Undo::RangeRow>> Undo::rangesOf(std::int64_t act)
{
    std::vector<RangeRow> rows;
    auto statement = m_context.tables.connection().kept("SELECT entity, first, last, op FROM act_range WHERE act = ?1 "
                                                        "ORDER BY first DESC");
    statement.bind(1, act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return rows;
        rows.push_back(
            {statement.integer(0), statement.integer(1), statement.integer(2), Operation(statement.integer(3))});
    }
}

Result<std::vector<std::int64_t>> Undo::standsBy(std::int64_t act)
{
    // An act, its undos, their redos: all of them left the rows as this act would have them, or were taken back.
    std::vector<std::int64_t> acts;
    auto statement = m_context.tables.connection().kept("WITH RECURSIVE chain(n) AS (SELECT ?1 UNION SELECT act.n FROM "
                                                        "act JOIN chain ON act.undoes = chain.n WHERE act.undoes > 0) "
                                                        "SELECT n FROM chain");
    statement.bind(1, act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return acts;
        acts.push_back(statement.integer(0));
    }
}

}
