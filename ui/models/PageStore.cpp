#include "ui/models/PageStore.h"

#include "core/services/Deliver.h"
#include "core/services/RecordDesk.h"

namespace kith {

ListSource listSource(RecordDesk& desk)
{
    return {[&desk](const Query& query, std::int64_t first, int count) { return desk.page(query, first, count); },
            [&desk](const Query& query) { return desk.count(query); },
            [&desk](const Query& query) { return desk.prepare(query); }};
}

namespace {

bool sameRow(const Row& a, const Row& b)
{
    return a.id == b.id && a.title == b.title && a.titles == b.titles && a.values == b.values;
}

}

PageStore::PageStore(ListSource source, QObject* parent) : QObject(parent), m_source(std::move(source)) {}

PageStore::~PageStore()
{
    cancelAll();
}

void PageStore::setQuery(const Query& query)
{
    cancelAll();
    m_query = query;
    m_pages.clear();
    m_recent.clear();
}

void PageStore::expire()
{
    cancelAll();
    for (Page& page : m_pages)
        page.stale = true;
}

void PageStore::cancelAll()
{
    ++m_generation;
    for (Request& request : m_requests)
        request.future.cancel();
    m_requests.clear();
}

void PageStore::touch(Page& page, std::int64_t number)
{
    if (!m_recent.empty() && m_recent.front() == number)
        return;
    m_recent.splice(m_recent.begin(), m_recent, page.used);
    page.used = m_recent.begin();
}

const Row* PageStore::knownRow(std::int64_t position) const
{
    const auto found = m_pages.constFind(position / pageSize);
    const auto offset = std::size_t(position % pageSize);
    return found != m_pages.constEnd() && offset < found->rows.size() ? &found->rows[offset] : nullptr;
}

const Row* PageStore::row(std::int64_t position)
{
    const auto number = position / pageSize;
    auto found = m_pages.find(number);
    if (found == m_pages.end() || found->stale)
        want(position);
    if (found == m_pages.end())
        return nullptr;
    touch(*found, number);
    return knownRow(position);
}

std::int64_t PageStore::positionOf(const RecordId& id) const
{
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
        for (std::size_t i = 0; i < page->rows.size(); ++i)
            if (page->rows[i].id == id)
                return page.key() * pageSize + std::int64_t(i);
    return -1;
}

void PageStore::eachKnown(const std::function<void(std::int64_t, const Row&)>& visit) const
{
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
        for (std::size_t i = 0; i < page->rows.size(); ++i)
            visit(page.key() * pageSize + std::int64_t(i), page->rows[i]);
}

void PageStore::want(std::int64_t position)
{
    if (!m_query.entity)
        return;
    const auto number = position / pageSize;
    for (const Request& request : m_requests)
        if (request.page == number)
            return;
    while (m_requests.size() >= std::size_t(requestsAtOnce)) {
        m_requests.back().future.cancel();
        m_requests.pop_back();
    }
    const auto future = m_source.page(m_query, number * pageSize, pageSize);
    m_requests.push_front({number, future});
    deliver(future, this, [this, number, generation = m_generation](const Result<ListPage>& page) {
        if (generation != m_generation)
            return;
        m_requests.remove_if([&](const Request& request) { return request.page == number; });
        if (page.ok())
            take(number, *page);
        else if (page.error().code != ErrorCode::Cancelled)
            emit failed(page.error());
    });
}

void PageStore::take(std::int64_t number, ListPage fresh)
{
    const auto first = number * pageSize;
    auto found = m_pages.find(number);
    std::int64_t from = -1;
    std::int64_t to = -1;
    if (found == m_pages.end()) {
        m_recent.push_front(number);
        found = m_pages.insert(number, Page{{}, false, m_recent.begin()});
    }
    const auto& old = found->rows;
    const auto size = std::max(old.size(), fresh.rows.size());
    for (std::size_t i = 0; i < size; ++i) {
        if (i < old.size() && i < fresh.rows.size() && sameRow(old[i], fresh.rows[i]))
            continue;
        from = from < 0 ? first + std::int64_t(i) : from;
        to = first + std::int64_t(i);
    }
    found->rows = std::move(fresh.rows);
    found->stale = false;
    const auto end = first + std::int64_t(found->rows.size());
    while (m_recent.size() > std::size_t(pagesKept)) {
        m_pages.remove(m_recent.back());
        m_recent.pop_back();
    }
    if (fresh.last)
        emit ended(end);
    if (from >= 0)
        emit arrived(from, to);
}

}
