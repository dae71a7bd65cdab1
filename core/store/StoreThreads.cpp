#include "core/store/StoreThreads.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int readerCount = 2;

}

Result<std::unique_ptr<StoreThreads>> StoreThreads::open(const BookAccess& access, const OpenWriter& openWriter)
{
    std::unique_ptr<StoreThreads> threads(new StoreThreads);
    threads->m_path = access.path;
    KITH_TRY(threads->m_writer, openWriter());
    threads->m_clock = &threads->m_writer->clock;
    threads->m_catalog = threads->m_writer->tables.catalogPtr();
    threads->m_meta = threads->m_writer->meta;
    KITH_TRY(threads->openReaders(access));
    threads->startReaders();
    threads->m_threads.emplace_back([raw = threads.get()] { raw->writeLoop(); });
    return threads;
}

Result<std::unique_ptr<StoreThreads>> StoreThreads::openReadOnly(const BookAccess& access, const Clock& clock)
{
    std::unique_ptr<StoreThreads> threads(new StoreThreads);
    threads->m_path = access.path;
    threads->m_clock = &clock;
    threads->m_readOnly = true;
    {
        KITH_TRY(auto shipped, Catalog::shipped());
        KITH_TRY(auto reader, StoreReader::open(access, std::make_shared<const Catalog>(std::move(shipped))));
        KITH_TRY(threads->m_meta, loadMeta(reader->connection));
        KITH_TRY(threads->m_catalog, loadCatalog(reader->connection));
    }
    KITH_TRY(threads->openReaders(access));
    threads->startReaders();
    threads->m_threads.emplace_back([raw = threads.get()] { raw->writeLoop(); });
    return threads;
}

Status StoreThreads::openReaders(const BookAccess& access)
{
    m_readers.resize(readerCount);
    const auto memory = std::make_shared<ListMemory>();
    for (auto& reader : m_readers) {
        KITH_TRY(reader, StoreReader::open(access, m_catalog));
        reader->lists.share(memory);
    }
    return {};
}

void StoreThreads::startReaders()
{
    for (std::size_t i = 0; i < m_readers.size(); ++i)
        m_threads.emplace_back([this, i] { readLoop(i); });
}

StoreThreads::~StoreThreads()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_readReady.notify_all();
    m_writeReady.notify_all();
    for (auto& thread : m_threads)
        thread.join();
    // The last jobs may have started these; from here on nobody can.
    for (auto& beside : m_beside)
        beside.thread.join();
}

void StoreThreads::runBeside(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_beside, [](Beside& beside) {
        if (!*beside.ended)
            return false;
        beside.thread.join();
        return true;
    });
    auto ended = std::make_shared<std::atomic<bool>>(false);
    m_beside.push_back({std::thread([work = std::move(work), ended]() mutable {
                            work();
                            work = nullptr; // what it holds goes before the store does
                            *ended = true;
                        }),
                        ended});
}

void StoreThreads::postRead(ReadJob job)
{
    std::unique_lock lock(m_mutex);
    if (m_closing) {
        lock.unlock();
        job.run(nullptr);
        return;
    }
    m_reads.push_back(std::move(job));
    lock.unlock();
    m_readReady.notify_one();
}

void StoreThreads::postWrite(std::function<void(StoreWriter*)> job)
{
    std::unique_lock lock(m_mutex);
    if (m_closing) {
        lock.unlock();
        job(nullptr);
        return;
    }
    m_writes.push_back(std::move(job));
    lock.unlock();
    m_writeReady.notify_one();
}

void StoreThreads::readLoop(std::size_t index)
{
    std::int64_t seen = 0;
    while (true) {
        ReadJob job;
        CatalogPtr catalog;
        StoreReader* reader = nullptr;
        {
            std::unique_lock lock(m_mutex);
            m_readReady.wait(lock, [this] { return m_closing || (!m_readsWait && !m_reads.empty()); });
            if (m_reads.empty())
                return;
            job = std::move(m_reads.front());
            m_reads.pop_front();
            catalog = m_catalog;
            if (!m_closing)
                reader = m_readers[index].get();
            if (reader)
                ++m_reading;
        }
        if (!reader) {
            job.run(nullptr);
            continue;
        }
        // Beside another process nobody says that something was written.
        if (m_readOnly) {
            const auto version = reader->connection.integer("PRAGMA data_version");
            m_commits += version && std::exchange(seen, *version) != *version ? 1 : 0;
        }
        reader->lists.setMoment(m_commits);
        if (catalog != reader->tables.catalogPtr())
            reader->tables.setCatalog(std::move(catalog));
        reader->connection.setProgressCheck(job.cancelled);
        job.run(reader);
        reader->connection.setProgressCheck({});
        {
            const std::lock_guard lock(m_mutex);
            --m_reading;
        }
        m_readEnded.notify_one();
    }
}

void StoreThreads::writeLoop()
{
    while (true) {
        std::function<void(StoreWriter*)> job;
        bool closing = false;
        {
            std::unique_lock lock(m_mutex);
            m_writeReady.wait(lock, [this] { return m_closing || !m_writes.empty(); });
            if (m_writes.empty())
                return;
            job = std::move(m_writes.front());
            m_writes.pop_front();
            closing = m_closing;
        }
        job(closing ? nullptr : m_writer.get());
    }
}

QFuture<Result<void>> StoreThreads::exchangeFile(std::function<Status(StoreWriter&)> prepare,
                                                 std::function<Result<BookAccess>()> exchange)
{
    return write<void>(
        [this, prepare = std::move(prepare), exchange = std::move(exchange)](StoreWriter& writer) -> Status {
            KITH_TRY(prepare(writer));
            {
                std::unique_lock lock(m_mutex);
                m_readsWait = true;
                m_readEnded.wait(lock, [this] { return m_reading == 0; });
            }
            auto reopened = reopen(exchange);
            {
                const std::lock_guard lock(m_mutex);
                m_readsWait = false;
            }
            m_readReady.notify_all();
            return reopened;
        });
}

// On the writer thread, while no reader works.
Status StoreThreads::reopen(const std::function<Result<BookAccess>()>& exchange)
{
    m_readers.clear();
    m_readers.resize(readerCount);
    m_writer.reset(); // last: only a connection that may write removes the log
    KITH_TRY(const auto access, exchange());
    KITH_TRY(auto writer, StoreWriter::open(access, *m_clock, [](Connection&) { return Status(); }));
    writer->tables.setCatalog(catalog());
    if (const auto opened = openReaders(access); !opened) {
        m_readers.clear();
        m_readers.resize(readerCount);
        return opened;
    }
    m_writer = std::move(writer);
    return {};
}

CatalogPtr StoreThreads::catalog() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalog;
}

BookMeta StoreThreads::meta() const
{
    const std::lock_guard lock(m_mutex);
    return m_meta;
}

Status StoreThreads::publish(StoreWriter& writer, const ChangeNotice& notice)
{
    ChangeNotice told = notice;
    const Entity* definition = writer.tables.catalog().entity(u"definition"_s);
    if (definition && std::find(told.entities.begin(), told.entities.end(), definition->id) != told.entities.end()) {
        KITH_TRY(writer.reloadCatalog());
        told.catalog = true;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_catalog = writer.tables.catalogPtr();
        m_meta = writer.meta;
    }
    ++m_commits;
    if (m_listener)
        m_listener(told);
    return {};
}

}
