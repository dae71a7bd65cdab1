// The reading side of acts and history.

#include "core/store/Undo.h"

#include "core/store/Columns.h"
#include "core/wire/ValueCodec.h"

namespace kith {

namespace {

constexpr auto actColumns = "n, id, kind, at, entity, records, subject, state, undoes";

ActSummary readAct(const Statement& row)
{
    ActSummary act;
    act.number = row.integer(0);
    act.id = row.id<ActId>(1);
    act.kind = ActKind(row.integer(2));
    act.at = Instant::fromMilliseconds(row.integer(3));
    if (row.integer(4) > 0)
        act.entity = shippedId<EntityId>(row.integer(4));
    act.records = row.integer(5);
    act.subject = row.text(6);
    act.undone = row.integer(7) != 0;
    act.undoes = row.integer(8);
    return act;
}

// What a patch set is what the next one of that field found, or what stands there now.
void fillValues(std::vector<HistoryEntry>& newestFirst, const Record& current)
{
    FieldValues standing = current.fields;
    for (auto& entry : newestFirst) {
        for (auto& [field, change] : entry.patch.fields) {
            const auto found = standing.find(field);
            change.value = found == standing.end() ? Value{} : found->second;
            standing[field] = change.before;
        }
    }
}

// None from before the record was made: its row may have been another's.
Status addRanges(Connection& connection, const Entity& entity, const RowState& row, std::vector<HistoryEntry>& entries)
{
    auto statement =
        connection.kept("SELECT a.n, a.kind, a.at, a.state, r.op FROM act_range AS r JOIN act AS a ON a.n = r.act "
                        "WHERE r.entity = ?1 AND r.first <= ?2 AND r.last >= ?2 AND a.n >= ?3 ORDER BY a.n DESC");
    statement.bindAll(entityNumber(entity), row.key, row.made);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return {};
        HistoryEntry entry;
        entry.actNumber = statement.integer(0);
        entry.actKind = ActKind(statement.integer(1));
        entry.patch.at = Instant::fromMilliseconds(statement.integer(2));
        entry.undone = statement.integer(3) != 0;
        entry.patch.operation = Operation(statement.integer(4));
        entries.push_back(std::move(entry));
    }
}

}

Result<std::vector<ActSummary>> listActs(Connection& connection, int limit)
{
    std::vector<ActSummary> acts;
    auto statement = connection.kept(QByteArray("SELECT ") + actColumns + " FROM act ORDER BY n DESC LIMIT ?1");
    statement.bind(1, limit);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return acts;
        acts.push_back(readAct(statement));
    }
}

Result<std::optional<ActSummary>> findAct(Connection& connection, std::int64_t number)
{
    auto statement = connection.kept(QByteArray("SELECT ") + actColumns + " FROM act WHERE n = ?1");
    statement.bind(1, number);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(readAct(statement)) : std::nullopt;
}

Result<std::vector<HistoryEntry>> historyOf(Tables& tables, const BookMeta& meta, const Entity& entity,
                                            const RecordId& id, int limit)
{
    KITH_TRY(const auto current, tables.load(entity, id));
    if (!current)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(meta.language), id.toString()}};
    std::vector<HistoryEntry> entries;
    auto statement = tables.connection().kept(
        "SELECT p.id, a.id, p.grp, a.author, a.device, p.hlc, a.at, a.catalog, p.op, p.before, a.n, a.kind, a.state "
        "FROM patch AS p JOIN act AS a ON a.n = p.act WHERE p.entity = ?1 AND p.k = ?2 AND p.act >= ?4 ORDER BY p.n "
        "DESC LIMIT ?3");
    statement.bindAll(entityNumber(entity), current->record.key, limit, current->state.made);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            break;
        HistoryEntry entry;
        auto& patch = entry.patch;
        patch.id = statement.id<PatchId>(0);
        patch.act = statement.id<ActId>(1);
        patch.group = std::int32_t(statement.integer(2));
        patch.author = statement.id<RecordId>(3);
        patch.device = statement.id<DeviceId>(4);
        patch.time = HybridTime{std::uint64_t(statement.integer(5))};
        patch.at = Instant::fromMilliseconds(statement.integer(6));
        patch.catalogVersion = int(statement.integer(7));
        patch.operation = Operation(statement.integer(8));
        patch.entity = entity.id;
        patch.record = id;
        if (!statement.isNull(9)) {
            KITH_TRY(const auto before, decodeFields(statement.blob(9).toByteArray()));
            for (const auto& [field, value] : before)
                patch.fields[field] = {value, {}};
        }
        entry.actNumber = statement.integer(10);
        entry.actKind = ActKind(statement.integer(11));
        entry.undone = statement.integer(12) != 0;
        if (!patch.author.isNull())
            entry.author = tables.title(Reference{shippedId<EntityId>(37), patch.author});
        entries.push_back(std::move(entry));
    }
    fillValues(entries, current->record);
    KITH_TRY(addRanges(tables.connection(), entity, current->state, entries));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const HistoryEntry& a, const HistoryEntry& b) { return a.actNumber > b.actNumber; });
    return entries;
}

}
