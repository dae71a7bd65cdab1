#include "core/services/ImportDesk.h"

#include "core/exchange/import/ImportRejects.h"
#include "core/exchange/import/ImportRun.h"
#include "core/exchange/mapping/PlanGuess.h"
#include "core/exchange/mapping/PlanText.h"
#include "core/services/SlowWork.h"
#include "core/work/duplicates/DuplicateTable.h"
#include "core/work/duplicates/TraitFollower.h"

#include <mutex>

namespace kith {

namespace {

constexpr int previewRows = 50;

Result<ImportPreview> previewOf(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan)
{
    KITH_TRY(auto trial, tryImport(reader, meta, now, plan, previewRows, [](const ImportProgress&) { return true; }));
    ImportPreview preview;
    preview.plan = plan;
    preview.rows = std::move(trial.rows);
    return preview;
}

// Compares what came in with what was there and with itself. Not waited for where that takes longer than the import:
// then the page of duplicates tells it.
std::int64_t countLikely(StoreThreads& threads, const QString& entityKey, std::int64_t act)
{
    auto counting = threads.write<std::int64_t>([entityKey, act](StoreWriter& writer) -> Result<std::int64_t> {
        const Entity* entity = writer.tables.catalog().entity(entityKey);
        if (!entity || !ComparedFields::of(*entity))
            return 0;
        KITH_TRY(TraitFollower(writer).follow());
        return DuplicateTable(writer.tables, *entity).likelyMadeBy(act);
    });
    counting.waitForFinished();
    const auto counted = counting.result();
    return counted ? *counted : 0;
}

QFuture<Result<ImportReport>> withLikelyDuplicates(StoreThreads& threads, const ImportPlan& plan,
                                                   QFuture<Result<ImportReport>> importing)
{
    auto promise = std::make_shared<QPromise<Result<ImportReport>>>();
    auto future = promise->future();
    promise->start();
    threads.runBeside([&threads, plan, importing, promise]() mutable {
        importing.waitForFinished();
        auto report = importing.result();
        // A list of duplicates that cannot be had now takes nothing from an import that is in.
        if (report && report->created > 0)
            report->likely = countLikely(threads, plan.entity, report->act);
        promise->addResult(std::move(report));
        promise->finish();
    });
    return future;
}

}

// A dry run that is under way, as the store's reader and those who ask see it.
class ImportDesk::Trial
{
public:
    bool goOn(const ImportProgress& progress)
    {
        const std::lock_guard lock(m_mutex);
        m_progress = progress;
        return !m_cancelled;
    }
    ImportProgress progress() const
    {
        const std::lock_guard lock(m_mutex);
        return m_progress;
    }
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
    }
    void end() { m_over = true; }
    bool isOver() const { return m_over; }

private:
    mutable std::mutex m_mutex;
    ImportProgress m_progress;
    bool m_cancelled = false;
    std::atomic<bool> m_over = false;
};

QFuture<Result<ImportPreview>> ImportDesk::inspect(const QString& path, const QString& entity, const FileGiven& given)
{
    return m_threads.read<ImportPreview>(
        [=, meta = m_threads.meta(), now = m_threads.now()](StoreReader& reader) -> Result<ImportPreview> {
            KITH_TRY(auto guess, guessPlan(reader.tables.catalogPtr(), path, entity, given));
            // How the same kind of file was taken in last time.
            QStringList header;
            for (const auto& column : guess.plan.columns)
                header += column.header;
            KITH_TRY(const auto remembered, loadSetting(reader.connection, rememberedKey(guess.plan.entity, header)));
            if (!remembered.isEmpty())
                KITH_TRY(applyRemembered(remembered, reader.tables.catalog(), guess.plan));
            KITH_TRY(auto preview, previewOf(reader, meta, now, guess.plan));
            preview.fileBytes = guess.look.bytes;
            preview.sheets = guess.look.sheets;
            return preview;
        });
}

QFuture<Result<ImportPreview>> ImportDesk::preview(const ImportPlan& plan)
{
    return m_threads.read<ImportPreview>([plan, meta = m_threads.meta(), now = m_threads.now()](StoreReader& reader) {
        return previewOf(reader, meta, now, plan);
    });
}

QFuture<Result<std::vector<InterruptedImport>>> ImportDesk::interrupted()
{
    using Imports = std::vector<InterruptedImport>;
    return m_threads.read<Imports>([running = m_run && !m_run->isOver()](StoreReader& reader) -> Result<Imports> {
        return running ? Result<Imports>(Imports{}) : interruptedImports(reader.connection);
    });
}

QFuture<Result<ImportReport>> ImportDesk::resume(const InterruptedImport& import)
{
    if (isRunning())
        return readyResult<ImportReport>(Error{ErrorCode::BookBusy, {}});
    m_run = std::make_shared<ImportRun>(m_threads, import.plan);
    return withLikelyDuplicates(m_threads, import.plan, m_run->resume(import.act));
}

QFuture<Result<ImportReport>> ImportDesk::leaveOff(const InterruptedImport& import)
{
    if (isRunning())
        return readyResult<ImportReport>(Error{ErrorCode::BookBusy, {}});
    m_run = std::make_shared<ImportRun>(m_threads, import.plan);
    return m_run->leaveOff(import.act);
}

QFuture<Result<std::int64_t>> ImportDesk::saveRejects(const ImportPlan& plan, const QString& path)
{
    return m_threads.read<std::int64_t>(
        [=](StoreReader& reader) { return writeKeptRejects(reader.connection, plan, path); });
}

QFuture<Result<ImportReport>> ImportDesk::tryOut(const ImportPlan& plan)
{
    m_trial = std::make_shared<Trial>();
    return m_threads.read<ImportReport>([meta = m_threads.meta(), now = m_threads.now(), plan,
                                         trial = m_trial](StoreReader& reader) -> Result<ImportReport> {
        auto tried = tryImport(reader, meta, now, plan, 0,
                               [&](const ImportProgress& progress) { return trial->goOn(progress); });
        trial->end();
        return tried ? Result<ImportReport>(std::move(tried->report)) : tried.error();
    });
}

QFuture<Result<ImportReport>> ImportDesk::run(const ImportPlan& plan)
{
    if (isRunning())
        return readyResult<ImportReport>(Error{ErrorCode::BookBusy, {}});
    if (plan.dryRun)
        return tryOut(plan);
    m_run = std::make_shared<ImportRun>(m_threads, plan);
    return withLikelyDuplicates(m_threads, plan, m_run->start());
}

void ImportDesk::cancel()
{
    if (m_run)
        m_run->cancel();
    if (m_trial)
        m_trial->cancel();
}

ImportProgress ImportDesk::progress() const
{
    if (m_trial && !m_trial->isOver())
        return m_trial->progress();
    return m_run ? m_run->progress() : ImportProgress{};
}

bool ImportDesk::isRunning() const
{
    return (m_run && !m_run->isOver()) || (m_trial && !m_trial->isOver());
}

}
