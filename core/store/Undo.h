#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/store/ActWriter.h"

namespace kith {

// Takes an act back by a new act: puts back what stood before where the act's value still stands, trashes what it
// created, and lists what was changed or linked since, which stays. An undo is an act too: undoing it is a redo.
class Undo
{
public:
    explicit Undo(WriterContext context) : m_context(context) {}

    struct Outcome
    {
        UndoOutcome answer;
        ChangeNotice notice;
    };
    // 0: the last act of this person that stands. An import that has not ended yet ends by it. NothingToUndo,
    // NoSuchAct, or BookBusy.
    Result<Outcome> undo(std::int64_t act);
    // The last undone act, as long as nothing else was done since.
    Result<Outcome> redo();

private:
    struct PatchRow
    {
        std::int64_t n = 0;
        Operation operation = Operation::Set;
        std::int64_t entity = 0;
        RecordKey key = 0;
        QByteArray before;
    };
    struct RangeRow
    {
        std::int64_t entity = 0;
        RecordKey first = 0;
        RecordKey last = 0;
        Operation operation = Operation::Create;
    };
    Result<Outcome> reverse(const ActSummary& act, ActKind kind);
    Status reversePatch(ActWriter& writer, const PatchRow& row, const ActSummary& act, UndoOutcome& outcome);
    Status reverseSet(ActWriter& writer, const Entity& entity, const Tables::Loaded& current, const PatchRow& row,
                      UndoOutcome& outcome);
    Status reverseMerge(ActWriter& writer, const Entity& entity, const Tables::Loaded& current, const PatchRow& row,
                        UndoOutcome& outcome);
    enum class Which { Creates, Others };
    Status reversePatches(ActWriter& writer, const ActSummary& act, Which which, UndoOutcome& outcome);
    Status reverseRanges(ActWriter& writer, const ActSummary& act, UndoOutcome& outcome);
    Status reverseRange(ActWriter& writer, const RangeRow& range, const ActSummary& act, UndoOutcome& outcome);
    Status reverseLeft(ActWriter& writer, const Entity& entity, const RangeRow& range, const ActSummary& act,
                       UndoOutcome& outcome);
    Status bringBackLinked(ActWriter& writer, const std::vector<RangeRow>& ranges, const ActSummary& act,
                           UndoOutcome& outcome);
    Status noteRange(ActWriter& writer, const RangeRow& range, UndoOutcome& outcome);
    Status stopImport(std::int64_t act);
    // What the act set the field to: what the next patch of that field replaced, or what stands there now.
    Result<Value> setBy(const PatchRow& row, const FieldId& field, const Value& current);
    // Whether every change by other acts behind patch `n` was taken back again.
    Result<bool> standsSince(const Tables::Loaded& current, std::int64_t entity, std::int64_t n,
                             const std::vector<std::int64_t>& acts);
    // Whether a living record links to it; only those count that other acts have touched, if `acts` is given.
    Result<bool> isLinked(const Entity& entity, const RecordId& id, const std::vector<std::int64_t>& acts);
    void keep(const Entity& entity, const Record& record, const QString& field, UndoOutcome& outcome);
    Result<std::vector<PatchRow>> patchesOf(std::int64_t act, Which which, std::int64_t before);
    Result<std::vector<RangeRow>> rangesOf(std::int64_t act);
    // The act itself and the redos by which it stands again: rows that they touched last are unchanged since.
    Result<std::vector<std::int64_t>> standsBy(std::int64_t act);

    WriterContext m_context;
};

// Acts of this book, newest first.
Result<std::vector<ActSummary>> listActs(Connection& connection, int limit);
Result<std::optional<ActSummary>> findAct(Connection& connection, std::int64_t number);

// Patches of one record, newest first, with what each set.
Result<std::vector<HistoryEntry>> historyOf(Tables& tables, const BookMeta& meta, const Entity& entity,
                                            const RecordId& id, int limit);

}
