#include "core/services/ImportDesk.h"

#include "core/exchange/import/ImportRun.h"

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
