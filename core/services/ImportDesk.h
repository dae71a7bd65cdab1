#pragma once

#include "core/base/Result.h"
#include "core/exchange/ImportPlan.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace kith {

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
    // Runs to the end, in the background. Progress comes as the future's progress text is polled: `progress()`.
    // Cancelling the future stops between two batches; what is in stays in, as an act that can be undone.
    QFuture<Result<ImportReport>> run(const ImportPlan& plan);
    ImportProgress progress() const; // of the running import, from any thread
    bool isRunning() const;
    // An import that a crash cut off, if any: its file and how far it was. `resume` goes on behind the last committed row.
    QFuture<Result<std::vector<ImportPlan>>> interrupted();
    QFuture<Result<ImportReport>> resume(const ImportPlan& plan);

private:
    StoreThreads& m_threads;
};

}
