#pragma once

#include "core/exchange/import/EarlierRows.h"
#include "core/exchange/import/ImportTally.h"
#include "core/exchange/import/RowPlanner.h"

namespace kith {

// Judges the rows of a file one after another as ImportRun would take them, without writing. What earlier rows would
// have written is remembered only where a later row can meet it.
class TrialRows
{
public:
    // All must outlive it.
    TrialRows(Tables& tables, const BookMeta& meta, Instant now, const ImportPlan& plan, RowReader& rows);

    // Adds the row to the report's counts.
    Result<PreviewRow> judge(const SourceRow& source, ImportReport& report);
    // Behind the last row of the file: what only then is known, the links among its own rows.
    Status finish(ImportReport& report);

    const ImportTally& tally() const { return m_tally; }

private:
    struct StoppedClock final : Clock
    {
        explicit StoppedClock(Instant at) : moment(at) {}
        Instant now() const override { return moment; }
        Instant moment;
    };
    // A row that waits for its parent, which may stand further down.
    struct Waiting
    {
        const Field* field = nullptr;
        RecordId child;
        QString parent;
    };
    void keep(PlannedRow& planned, ImportReport& report);
    Status judgeWaiting(const Waiting& waiting, ImportReport& report);
    QString titleOf(const FieldValues& values) const;

    const BookMeta& m_meta;
    RowReader& m_rows;
    const Entity& m_entity;
    StoppedClock m_clock;
    IdSource m_ids;
    Drafter m_drafter;
    EarlierRows m_earlier;
    RowPlanner m_planner;
    Drafter m_lastly; // for the links among the rows
    bool m_meetsAgain = false;
    bool m_hasOwnLinks = false;
    ImportTally m_tally;
    std::vector<Waiting> m_waiting;
    std::map<std::pair<const Field*, RecordId>, RecordId> m_parents;
};

}
