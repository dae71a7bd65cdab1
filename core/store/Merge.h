#pragma once

#include "core/store/ActWriter.h"

namespace kith {

// Records that stand for the same thing, and the one that goes on for all of them.
struct MergeRequest
{
    RecordId keep;
    std::vector<RecordId> others;
    // What a person chose for fields of the kept record; of the rest mergedValue() (core/records/Merging.h) decides.
    FieldValues values;
};

// Makes one record of several, as part of an act. Whatever leads to one of the others leads to the kept one afterwards:
// relations, parts, links of two records (made anew, because their id says what they link), tags. Each patch of such a
// move holds where it led before, so that taking the act back returns every link that still leads where the merge put
// it. The others stay in the book, found by nobody, and answer as the kept one. No circle of parents comes of it: a
// parent that would close one is passed over.
class Merge
{
public:
    explicit Merge(ActWriter& act) : m_act(act), m_tables(act.context().tables) {}

    // MergeImpossible, NoSuchRecord, RecordInTrash, RecordMerged; problems with the chosen values as ActWriter::set().
    Result<Written> merge(const Entity& entity, const MergeRequest& request);

private:
    using Moves = std::map<std::pair<EntityId, RecordId>, FieldValues>; // by the record that holds them

    Result<Tables::Loaded> loadLiving(const Entity& entity, const RecordId& id);
    Result<FieldValues> finalValues(const Entity& entity, FieldValues chosen, Written& written);
    Status moveLinks(const Entity& entity);
    Result<Value> firstUsable(const Entity& entity, const Field& field);
    Result<bool> leadsBack(const Entity& entity, const Field& field, const RecordId& from);
    Status collectRelations(const Entity& entity, const RecordId& other, Moves& moves);
    Status collectTags(const Entity& entity, const RecordId& other, Moves& moves);
    Status move(const Entity& holder, const RecordId& id, const FieldValues& values);
    Status moveLink(const Entity& holder, const Tables::Loaded& current, const FieldValues& values);
    bool isOfGroup(const RecordId& id) const;

    ActWriter& m_act;
    Tables& m_tables;
    std::vector<Tables::Loaded> m_group; // the kept one first
};

}
