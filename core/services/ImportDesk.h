#pragma once

#include "core/base/Result.h"
#include "core/exchange/ImportPlan.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace kith {

class ImportRun;
class StoreThreads;

// Taking files in. Same threads and lifetime as RecordDesk.
class ImportDesk
{
public:
    explicit ImportDesk(StoreThreads& threads) : m_threads(threads) {}

    // Looks at a file: encoding, delimiter, header, mapping, the first rows as they would be. An empty entity: guessed
    // from the header.
    QFuture<Result<ImportPreview>> inspect(const QString& path, const QString& entity);
    // The same with a plan the person has changed.
    QFuture<Result<ImportPreview>> preview(const ImportPlan& plan);
    // Runs to the end, in the background; one at a time (BookBusy). The future holds the report.
    QFuture<Result<ImportReport>> run(const ImportPlan& plan);
    // Stops between two batches; what is in stays in, as an act that can be undone, and the report says `cancelled`.
    void cancel();
    ImportProgress progress() const; // of the running import
    bool isRunning() const;
    // Imports that a crash cut off, newest first. resume() goes on behind the last committed row of the first of them,
    // by its plan.
    QFuture<Result<std::vector<ImportPlan>>> interrupted();
    QFuture<Result<ImportReport>> resume(const ImportPlan& plan);

private:
    StoreThreads& m_threads;
    std::shared_ptr<ImportRun> m_run;
};

}
