#pragma once

#include "core/base/Result.h"
#include "core/records/Record.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace kith {

// Where a page of a list begins: behind this sort value and key.
struct ListPosition
{
    bool isStart = true;
    bool sortIsNull = true;
    QByteArray sortBytes; // text and blobs
    std::int64_t sortNumber = 0;
    bool sortIsNumber = false;
    RecordKey key = 0;
};

// The keys of a whole list, in its order.
using ListOrder = std::shared_ptr<const std::vector<RecordKey>>;

// What all readers of a book together know of the lists that were last asked for: where pages began, the order of some,
// and how many rows they have. A list is named by QuerySql::identity(), its rows in any order by QuerySql::rows().
// `moment` counts commits: what was learnt before the latest one is forgotten, and a reader that began before it
// neither takes nor gives. Any thread.
class ListMemory
{
public:
    std::optional<ListPosition> position(const QByteArray& list, std::uint64_t moment, std::int64_t first);
    void rememberPosition(const QByteArray& list, std::uint64_t moment, std::int64_t first, ListPosition position);

    ListOrder order(const QByteArray& list, std::uint64_t moment); // null: not known
    // Made if it is not known; while another thread makes it, waits for that.
    using MakeOrder = std::function<Result<std::vector<RecordKey>>()>;
    Result<ListOrder> order(const QByteArray& list, std::uint64_t moment, const MakeOrder& make);

    std::optional<std::int64_t> count(const QByteArray& rows, std::uint64_t moment);
    void rememberCount(const QByteArray& rows, std::uint64_t moment, std::int64_t count);

private:
    struct List
    {
        std::map<std::int64_t, ListPosition> positions;
        ListOrder order;
        std::list<QByteArray>::iterator used;
    };
    bool isNow(std::uint64_t moment);
    List* known(const QByteArray& list, std::uint64_t moment);
    void forgetTheRest();

    std::mutex m_mutex;
    std::condition_variable m_made;
    std::uint64_t m_moment = 0;
    QHash<QByteArray, List> m_lists;
    std::list<QByteArray> m_recent; // the last used first
    QSet<QByteArray> m_making;
    QHash<QByteArray, std::int64_t> m_counts;
};

}
