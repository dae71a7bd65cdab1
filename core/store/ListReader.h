#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/store/Tables.h"

#include <QHash>

#include <functional>
#include <map>

namespace kith {

// Pages of lists. Remembers where pages of the last few lists began, so that the next one is found by key; a far jump
// counts along a narrow index. One a reader thread.
class ListReader
{
public:
    explicit ListReader(Tables& tables) : m_tables(tables) {}

    Result<ListPage> page(const Query& query, std::int64_t first, int count);
    // From a cursor that a page gave; an empty one is the beginning. QuerySyntax for one that no page gave.
    Result<ListPage> pageAfter(const Query& query, const QString& cursor, int count);
    Result<std::int64_t> count(const Query& query);
    // Hands over what was picked in a list, at most `count` rows at a time: exactly that, in the list's order, if asked
    // within one moment of the book. A failure of `take` ends it. ListMoved.
    using TakeRows = std::function<Status(const std::vector<Row>& rows)>;
    Status picked(const Query& query, const Picks& picks, int count, const TakeRows& take);

    // Positions are of no use once records were written.
    void forgetPositions() { m_positions.clear(); }

private:
    // Where a page begins: behind this sort value and key.
    struct Position
    {
        bool isStart = true;
        bool sortIsNull = true;
        QByteArray sortBytes; // text and blobs
        std::int64_t sortNumber = 0;
        bool sortIsNumber = false;
        RecordKey key = 0;
    };
    Result<std::vector<RecordKey>> keys(const Query& query, const Position& from, std::int64_t skip, int count,
                                        Position& next);
    Result<ListPage> rows(const Query& query, const std::vector<RecordKey>& keys);
    Status pickedRecords(const Query& query, const std::vector<RecordId>& records, int count, const TakeRows& take);
    Status pickedRange(const Query& query, const RowRange& range, int count, const TakeRows& take);
    Result<Row> row(const Query& query, Statement& statement);
    static QString cursorText(const Position& position);
    static std::optional<Position> positionOf(const QString& cursor);

    Tables& m_tables;
    QHash<QByteArray, std::map<std::int64_t, Position>> m_positions; // by the list's SQL and values
};

// Every record of an entity that is in the trash.
Result<std::vector<RecordId>> trashOf(Tables& tables, const Entity& entity);

// Everything a record page shows; of a merged record, what it was merged into.
Result<RecordView> viewRecord(Tables& tables, const Entity& entity, const RecordId& id, const QString& language);

}
