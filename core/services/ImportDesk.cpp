#include "core/services/ImportDesk.h"

#include "core/exchange/import/ImportRejects.h"
#include "core/exchange/import/ImportRun.h"
#include "core/exchange/mapping/PlanGuess.h"
#include "core/exchange/mapping/PlanText.h"
#include "core/services/SlowWork.h"
#include "core/work/duplicates/DuplicateScan.h"
#include "core/work/duplicates/DuplicateTable.h"
#include "core/work/duplicates/TraitFollower.h"

#include <algorithm>
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

// On a thread beside the store's.
template <typename Value>
QFuture<Result<Value>> runBeside(StoreThreads& threads, std::function<Result<Value>()> work)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto future = promise->future();
    promise->start();
    threads.runBeside([work = std::move(work), promise] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

template <typename Value>
Result<Value> resultOf(QFuture<Result<Value>> future)
{
    future.waitForFinished();
    return future.result();
}

Result<TraitFollower::Outcome> followTraits(StoreThreads& threads)
{
    return resultOf(
        threads.write<TraitFollower::Outcome>([](StoreWriter& writer) { return TraitFollower(writer).follow(); }));
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
    const auto counted = resultOf(std::move(counting));
    return counted ? *counted : 0;
}

// Rows can be compared with every record only when the index of traits knows them all. `scan` makes it, where following
// what has changed is not enough.
Status makeTraits(StoreThreads& threads, DuplicateScan& scan)
{
    KITH_TRY(const auto followed, followTraits(threads));
    if (std::find(followed.behind.begin(), followed.behind.end(), scan.entity()) != followed.behind.end())
        KITH_TRY(resultOf(scan.start()));
    return {};
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
    const auto read = [&threads = m_threads, plan] {
        return threads.read<ImportPreview>([plan, meta = threads.meta(), now = threads.now()](StoreReader& reader) {
            return previewOf(reader, meta, now, plan);
        });
    };
    if (!plan.matchesByLikeness())
        return read();
    return runBeside<ImportPreview>(m_threads, [&threads = m_threads, read] {
        (void)followTraits(threads); // who is too far behind is not waited for: the import will know more
        return resultOf(read());
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
    return runComparing(import.plan, [run = m_run, act = import.act](const Status& ready) {
        if (!ready)
            run->cancel();
        return run->resume(act);
    });
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
    return runComparing(plan, [&threads = m_threads, plan, trial = m_trial](const Status& ready) {
        if (!ready)
            trial->cancel();
        return threads.read<ImportReport>(
            [meta = threads.meta(), now = threads.now(), plan, trial](StoreReader& reader) -> Result<ImportReport> {
                auto tried = tryImport(reader, meta, now, plan, 0,
                                       [&](const ImportProgress& progress) { return trial->goOn(progress); });
                trial->end();
                return tried ? Result<ImportReport>(std::move(tried->report)) : tried.error();
            });
    });
}

// What the plan needs to compare its rows comes first; at last what the import has made is compared.
QFuture<Result<ImportReport>> ImportDesk::runComparing(const ImportPlan& plan, Start start)
{
    const Entity* entity = m_threads.catalog()->entity(plan.entity);
    m_scan = plan.matchesByLikeness() && entity ? std::make_shared<DuplicateScan>(m_threads, entity->id) : nullptr;
    return runBeside<ImportReport>(m_threads, [&threads = m_threads, plan, scan = m_scan, start = std::move(start)] {
        const auto ready = scan ? makeTraits(threads, *scan) : Status();
        auto report = resultOf(start(ready));
        if (!ready && ready.error().code != ErrorCode::Cancelled)
            return Result<ImportReport>(ready.error());
        // A list of duplicates that cannot be had now takes nothing from an import that is in.
        if (report && report->act > 0 && report->created > 0)
            report->likely = countLikely(threads, plan.entity, report->act);
        return report;
    });
}

QFuture<Result<ImportReport>> ImportDesk::run(const ImportPlan& plan)
{
    if (isRunning())
        return readyResult<ImportReport>(Error{ErrorCode::BookBusy, {}});
    if (plan.dryRun)
        return tryOut(plan);
    m_run = std::make_shared<ImportRun>(m_threads, plan);
    return runComparing(plan, [run = m_run](const Status& ready) {
        if (!ready)
            run->cancel();
        return run->start();
    });
}

void ImportDesk::cancel()
{
    if (m_scan)
        m_scan->cancel();
    if (m_run)
        m_run->cancel();
    if (m_trial)
        m_trial->cancel();
}

ImportProgress ImportDesk::progress() const
{
    const bool tries = m_trial && !m_trial->isOver();
    ImportProgress progress = tries ? m_trial->progress() : m_run ? m_run->progress() : ImportProgress{};
    if (m_scan && !m_scan->isOver() && progress.read == 0) {
        const double done = m_scan->progress().done;
        progress.comparable = done > 0 ? done : -1; // it has begun only if it is needed
    }
    return progress;
}

bool ImportDesk::isRunning() const
{
    return (m_run && !m_run->isOver()) || (m_trial && !m_trial->isOver());
}

}
