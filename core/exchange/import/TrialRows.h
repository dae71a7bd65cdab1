#pragma once

#include "core/exchange/import/ImportTally.h"
#include "core/exchange/import/RowReader.h"
#include "core/store/Links.h"
#include "core/store/Meta.h"
#include "core/store/Tables.h"

#include <QHash>
#include <QSet>

#include <set>

namespace kith {

// Judges the rows of a file one after another as ImportRun would take them, without writing. What earlier rows would
// have written is remembered by hashes, some 16 bytes a row, and only where a later row can meet it.
class TrialRows
{
public:
    // All must outlive it.
    TrialRows(Tables& tables, const BookMeta& meta, Instant now, const ImportPlan& plan, RowReader& rows);

    // Adds the row to the report's counts.
    Result<PreviewRow> judge(const CsvRow& source, ImportReport& report);
    // Behind the last row of the file: what only then is known, the links among its own rows.
    Status finish(ImportReport& report);

    const ImportTally& tally() const { return m_tally; }

private:
    // A row that waits for its parent, which may stand further down.
    struct Waiting
    {
        const Field* field = nullptr;
        std::size_t child = 0;
        QString parent;
    };
    // What a row does beside its own record.
    struct Effects
    {
        std::set<std::size_t> made; // names of records to be made
        std::vector<Waiting> waiting;
        std::vector<ParsedRow::Guess> guesses;
    };

    Status judgeAccepted(ParsedRow& row, QStringList& problems, ImportReport& report);
    Status judgeUpdate(const RecordId& id, ParsedRow& row, QStringList& problems, ImportReport& report);
    Status judgeCreate(ParsedRow& row, QStringList& problems, ImportReport& report);
    Status judgeBranches(ParsedRow& row, QStringList& problems, Effects& effects);
    Status judgeLinks(ParsedRow& row, bool isNew, QStringList& problems, Effects& effects);
    Status judgeTags(const Field& field, Value& value, Effects& effects);
    // The record of that name, if it is there; else it is to be made, or a problem.
    Result<std::optional<Reference>> findLink(const Field& field, const QString& name, const Links::Among& among,
                                              QStringList& problems, Effects& effects);
    Result<bool> couldBeFilled(const Field& field, const FieldValues& values);
    Status judgeWaiting(const Waiting& waiting, const NearNames& near, QHash<std::size_t, std::size_t>& parents,
                        ImportReport& report);
    void accept(const Effects& effects, ImportReport& report);
    std::optional<std::size_t> matchHash(const ParsedRow& row) const;
    std::size_t nameHash(const QString& entity, const QString& name) const;
    QString titleOf(const ParsedRow& row) const;
    void guess(const QString& label, const QString& typed, const QString& taken);

    Tables& m_tables;
    Links m_links;
    const BookMeta& m_meta;
    Instant m_now;
    const ImportPlan& m_plan;
    RowReader& m_rows;
    const Entity& m_entity;
    ImportTally m_tally;
    std::set<std::size_t> m_made;
    QHash<std::size_t, std::size_t> m_seen; // values by id or match fields of rows so far
    QHash<std::size_t, int> m_names;        // of rows that would be records: how many are called so
    QStringList m_titles;                   // of the first of them
    QSet<QString> m_texts;                  // each name once
    std::vector<Waiting> m_waiting;
    QStringList m_rowGuesses;
};

}
