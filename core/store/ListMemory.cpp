#include "core/store/ListMemory.h"

namespace kith {

namespace {

constexpr std::size_t rememberedLists = 16;
constexpr std::size_t rememberedPages = 4'096;
constexpr qsizetype rememberedCounts = 256;
constexpr std::size_t rememberedKeys = 4'000'000; // 32 MB over all orders; the last used one is kept in any case

}

// False: the caller's moment has passed. Under the lock.
bool ListMemory::isNow(std::uint64_t moment)
{
    if (moment > m_moment) {
        m_moment = moment;
        m_lists.clear();
        m_recent.clear();
        m_counts.clear();
    }
    return moment == m_moment;
}

// Null: the caller's moment has passed. Under the lock.
ListMemory::List* ListMemory::known(const QByteArray& list, std::uint64_t moment)
{
    if (!isNow(moment))
        return nullptr;
    const auto found = m_lists.find(list);
    if (found != m_lists.end()) {
        m_recent.splice(m_recent.begin(), m_recent, found->used);
        return &*found;
    }
    m_recent.push_front(list);
    List& made = m_lists[list];
    made.used = m_recent.begin();
    forgetTheRest();
    return &m_lists[list];
}

void ListMemory::forgetTheRest()
{
    std::size_t keys = 0;
    std::size_t lists = 0;
    for (auto list = m_recent.begin(); list != m_recent.end();) {
        const auto& order = m_lists[*list].order;
        keys += order ? order->size() : 0;
        if (lists++ == 0 || (lists <= rememberedLists && keys <= rememberedKeys)) {
            ++list;
            continue;
        }
        m_lists.remove(*list);
        list = m_recent.erase(list);
    }
}

std::optional<ListPosition> ListMemory::position(const QByteArray& list, std::uint64_t moment, std::int64_t first)
{
    const std::lock_guard lock(m_mutex);
    const List* one = known(list, moment);
    if (!one)
        return {};
    const auto found = one->positions.find(first);
    return found != one->positions.end() ? std::optional(found->second) : std::nullopt;
}

void ListMemory::rememberPosition(const QByteArray& list, std::uint64_t moment, std::int64_t first,
                                  ListPosition position)
{
    const std::lock_guard lock(m_mutex);
    if (List* one = known(list, moment); one && one->positions.size() < rememberedPages)
        one->positions[first] = std::move(position);
}

std::optional<std::int64_t> ListMemory::count(const QByteArray& rows, std::uint64_t moment)
{
    const std::lock_guard lock(m_mutex);
    if (!isNow(moment))
        return {};
    const auto found = m_counts.constFind(rows);
    return found != m_counts.constEnd() ? std::optional(*found) : std::nullopt;
}

void ListMemory::rememberCount(const QByteArray& rows, std::uint64_t moment, std::int64_t count)
{
    const std::lock_guard lock(m_mutex);
    if (isNow(moment) && m_counts.size() < rememberedCounts)
        m_counts[rows] = count;
}

ListOrder ListMemory::order(const QByteArray& list, std::uint64_t moment)
{
    const std::lock_guard lock(m_mutex);
    const List* one = known(list, moment);
    return one ? one->order : nullptr;
}

Result<ListOrder> ListMemory::order(const QByteArray& list, std::uint64_t moment, const MakeOrder& make)
{
    {
        std::unique_lock lock(m_mutex);
        m_made.wait(lock, [&] { return !m_making.contains(list); });
        if (const List* one = known(list, moment); one && one->order)
            return one->order;
        m_making.insert(list);
    }
    auto made = make();
    const auto order = made ? std::make_shared<const std::vector<RecordKey>>(std::move(*made)) : nullptr;
    {
        const std::lock_guard lock(m_mutex);
        m_making.remove(list);
        if (List* one = order ? known(list, moment) : nullptr) {
            one->order = order;
            forgetTheRest();
        }
    }
    m_made.notify_all();
    if (!made)
        return made.error();
    return ListOrder(order);
}

}
