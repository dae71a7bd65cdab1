#include "core/services/ImportDesk.h"

#include "core/exchange/import/ImportRun.h"
#include "core/exchange/mapping/PlanGuess.h"
#include "core/exchange/mapping/PlanText.h"

#include <QPromise>

namespace kith {

namespace {

constexpr int previewRows = 50;

Result<ImportPreview> previewOf(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan)
{
    KITH_TRY(auto trial, tryImport(reader, meta, now, plan, previewRows, [] { return false; }));
    ImportPreview preview;
    preview.plan = plan;
    preview.rows = std::move(trial.rows);
    return preview;
}

template <typename Value>
QFuture<Result<Value>> readyResult(Result<Value> result)
{
    QPromise<Result<Value>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

}

QFuture<Result<ImportPreview>> ImportDesk::inspect(const QString& path, const QString& entity)
{
    return m_threads.read<ImportPreview>(
        [=, meta = m_threads.meta(), now = m_threads.now()](StoreReader& reader) -> Result<ImportPreview> {
            KITH_TRY(auto guess, guessPlan(reader.tables.catalogPtr(), path, entity));
            // How the same kind of file was taken in last time.
            QStringList header;
            for (const auto& column : guess.plan.columns)
                header += column.header;
            KITH_TRY(const auto remembered, loadSetting(reader.connection, rememberedKey(guess.plan.entity, header)));
            if (!remembered.isEmpty())
                KITH_TRY(applyRemembered(remembered, reader.tables.catalog(), guess.plan));
            KITH_TRY(auto preview, previewOf(reader, meta, now, guess.plan));
            preview.fileBytes = guess.look.bytes;
            return preview;
        });
}

QFuture<Result<ImportPreview>> ImportDesk::preview(const ImportPlan& plan)
{
    return m_threads.read<ImportPreview>([plan, meta = m_threads.meta(), now = m_threads.now()](StoreReader& reader) {
        return previewOf(reader, meta, now, plan);
    });
}

QFuture<Result<std::vector<ImportPlan>>> ImportDesk::interrupted()
{
    using Plans = std::vector<ImportPlan>;
    return m_threads.read<Plans>([running = isRunning()](StoreReader& reader) -> Result<Plans> {
        Plans plans;
        if (running)
            return plans;
        KITH_TRY(const auto found, interruptedImports(reader.connection));
        for (const auto& import : found)
            plans.push_back(import.plan);
        return plans;
    });
}

QFuture<Result<ImportReport>> ImportDesk::resume(const ImportPlan& plan)
{
    if (isRunning())
        return readyResult(Result<ImportReport>(Error{ErrorCode::BookBusy, {}}));
    m_run = std::make_shared<ImportRun>(m_threads, plan);
    return m_run->resume();
}

QFuture<Result<ImportReport>> ImportDesk::run(const ImportPlan& plan)
{
    if (plan.dryRun) {
        return m_threads.read<ImportReport>(
            [meta = m_threads.meta(), now = m_threads.now(), plan](StoreReader& reader) -> Result<ImportReport> {
                KITH_TRY(auto trial, tryImport(reader, meta, now, plan, 0, [] { return false; }));
                return std::move(trial.report);
            });
    }
    if (isRunning())
        return readyResult(Result<ImportReport>(Error{ErrorCode::BookBusy, {}}));
    m_run = std::make_shared<ImportRun>(m_threads, plan);
    return m_run->start();
}

void ImportDesk::cancel()
{
    if (m_run)
        m_run->cancel();
}

ImportProgress ImportDesk::progress() const
{
    return m_run ? m_run->progress() : ImportProgress{};
}

bool ImportDesk::isRunning() const
{
    return m_run && !m_run->isOver();
}

}
