#pragma once

#include "core/exchange/import/LikelyRecords.h"
#include "core/exchange/import/RowReader.h"
#include "core/store/Drafter.h"
#include "core/store/Tables.h"

namespace kith {

class EarlierRows;

// What becomes of one row of a file.
struct PlannedRow
{
    enum class Fate { Created, Updated, Skipped, Rejected };
    Fate fate = Fate::Rejected;
    RecordId id;
    Draft draft; // Created: the record; Updated: what changes; Rejected: the problems
    // Links to records of the file's own kind, which may stand further down: told when every row is in.
    struct OwnLink
    {
        const Field* field = nullptr;
        QString name;
    };
    std::vector<OwnLink> ownLinks;
    std::optional<Tables::Loaded> current; // Updated: the record as the book has it
    QByteArray match;                      // what it was looked for by, beside its id
};

// Decides what becomes of each row, without writing: the import does it, a trial counts it.
class RowPlanner
{
public:
    // Of an import, which writes as this act.
    RowPlanner(Drafter& drafter, const Entity& entity, const ImportPlan& plan, std::int64_t act);
    // Of a trial, which does not find in the book what its rows would have written.
    RowPlanner(Drafter& drafter, const Entity& entity, const ImportPlan& plan, const EarlierRows& earlier);

    // Takes the row's values; its cells and warnings stay.
    Result<PlannedRow> plan(ParsedRow& row);

private:
    Status planNew(ParsedRow& row, PlannedRow& planned);
    Status planLink(const std::set<FieldId>& given, PlannedRow& planned);
    Status planChange(ParsedRow& row, PlannedRow& planned);
    Status addBranches(const ParsedRow& row, Draft& draft);
    void deferOwnLinks(PlannedRow& planned);
    // The record that the row stands for already: by id, or by the plan's match fields, all of them together, else by
    // what it looks like. Of a merged one the record that goes on for it. It may lie in the trash if it was found by
    // id.
    Result<std::optional<RecordId>> existingRecord(const RecordId& id, PlannedRow& planned);
    Result<std::optional<RecordId>> matchedRecord(PlannedRow& planned);
    Result<std::optional<RecordId>> likelyRecord(PlannedRow& planned);
    void leaveStanding(PlannedRow& planned) const;
    bool stands(const PlannedRow& planned, const FieldId& field, const Value& value) const;
    bool isKnown(const RecordId& id) const;

    Drafter& m_drafter;
    Tables& m_tables;
    const Entity& m_entity;
    const ImportPlan& m_plan;
    const EarlierRows* m_earlier = nullptr;
    std::optional<LikelyRecords> m_likely;
    std::vector<const Field*> m_match;
    std::vector<const Field*> m_own; // relations to the same entity
};

}
