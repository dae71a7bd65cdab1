#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>
#include <list>

namespace kith {

class RecordDesk;

// Where rows come from: the record desk, or a test.
struct ListSource
{
    std::function<QFuture<Result<ListPage>>(const Query& query, std::int64_t first, int count)> page;
    std::function<QFuture<Result<std::int64_t>>(const Query& query)> count;
    std::function<QFuture<Result<void>>(const Query& query)> prepare;
};
ListSource listSource(RecordDesk& desk);

// Pages of a long list, the last used ones kept. Asked for a row it does not have, it fetches the page around it; what
// was asked for and scrolled past is cancelled. Interface thread.
class PageStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100;
    static constexpr int pagesKept = 40;
    static constexpr int requestsAtOnce = 3;

    PageStore(ListSource source, QObject* parent);
    ~PageStore() override;

    // Forgets everything and stops what is under way.
    void setQuery(const Query& query);
    const Query& query() const { return m_query; }
    // Keeps what it has, for showing, and fetches it anew when asked for.
    void expire();
    // What is known of a row; null while it is on its way.
    const Row* row(std::int64_t position);
    const Row* knownRow(std::int64_t position) const;
    // Where a record is among the pages that are here, or -1.
    std::int64_t positionOf(const RecordId& id) const;
    void want(std::int64_t position);
    // Every row that is here, in no order.
    void eachKnown(const std::function<void(std::int64_t position, const Row& row)>& visit) const;

signals:
    // Rows first to last are there, or have changed.
    void arrived(std::int64_t first, std::int64_t last);
    void ended(std::int64_t count); // the last page is here: so many rows in all
    void failed(const kith::Error& error);

private:
    struct Page
    {
        std::vector<Row> rows;
        bool stale = false;
        std::list<std::int64_t>::iterator used;
    };
    struct Request
    {
        std::int64_t page;
        QFuture<Result<ListPage>> future;
    };

    void touch(Page& page, std::int64_t number);
    void take(std::int64_t number, ListPage page);
    void cancelAll();

    ListSource m_source;
    Query m_query;
    QHash<std::int64_t, Page> m_pages;
    std::list<std::int64_t> m_recent; // the last used first
    std::list<Request> m_requests;    // the newest first
    int m_generation = 0;
};

}
