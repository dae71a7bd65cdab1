#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/store/ListMemory.h"
#include "core/store/Tables.h"

#include <functional>
#include <memory>

namespace kith {

class QuerySql;

// Pages of lists, of one reader thread. A page near the last one is found by key along the sort's index. Where matches
// are rare, and for a far jump, the order of the whole list is made once and remembered: see orderedKeys().
class ListReader
{
public:
    explicit ListReader(Tables& tables) : m_tables(tables) {}
    // What it shares with other readers of the book.
    void share(std::shared_ptr<ListMemory> memory) { m_memory = std::move(memory); }
    // The commits before what is read from here on: with each, what was remembered is of no use.
    void setMoment(std::uint64_t commits)
    {
        if (commits != m_moment)
            m_last = {};
        m_moment = commits;
    }

    Result<ListPage> page(const Query& query, std::int64_t first, int count);
    // From a cursor that a page gave; an empty one is the beginning. QuerySyntax for one that no page gave.
    Result<ListPage> pageAfter(const Query& query, const QString& cursor, int count);
    Result<std::int64_t> count(const Query& query);
    // Makes ready for jumps anywhere in the list.
    Status prepare(const Query& query);
    // Hands over what was picked in a list, at most `count` rows at a time: exactly that, in the list's order, if asked
    // within one moment of the book. A failure of `take` ends it. ListMoved.
    using TakeRows = std::function<Status(const std::vector<Row>& rows)>;
    Status picked(const Query& query, const Picks& picks, int count, const TakeRows& take);

private:
    struct Found
    {
        std::vector<RecordKey> keys;
        ListPosition next;
        bool gaveUp = false; // there may be more: too many rows were passed over
    };
    Result<Found> walk(const Query& query, const QuerySql& sql, const ListPosition& from, std::int64_t skip, int count,
                       bool patient);
    Result<ListOrder> order(const Query& query, const QuerySql& sql);
    Result<std::int64_t> countNow(const Query& query, const QuerySql& sql);
    Result<ListPage> pageOf(const Query& query, const ListOrder& order, std::int64_t first, int count);
    Result<ListPosition> positionOf(const Query& query, const QuerySql& sql, RecordKey key);
    Result<ListPage> rows(const Query& query, const std::vector<RecordKey>& keys);
    Status pickedRecords(const Query& query, const std::vector<RecordId>& records, int count, const TakeRows& take);
    Status pickedRange(const Query& query, const RowRange& range, int count, const TakeRows& take);
    Result<Row> row(const Query& query, Statement& statement);

    Tables& m_tables;
    std::shared_ptr<ListMemory> m_memory = std::make_shared<ListMemory>();
    std::uint64_t m_moment = 0;
    // The last order that was asked for, by the list: stays while others write, for work of many pages in one moment.
    std::pair<QByteArray, ListOrder> m_last;
};

// Every record of an entity that is in the trash.
Result<std::vector<RecordId>> trashOf(Tables& tables, const Entity& entity);

// Everything a record page shows; of a merged record, what it was merged into.
Result<RecordView> viewRecord(Tables& tables, const Entity& entity, const RecordId& id, const QString& language);

}
