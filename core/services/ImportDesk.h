#pragma once

#include "core/base/Result.h"
#include "core/exchange/FileLook.h"
#include "core/exchange/ImportPlan.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace kith {

class DuplicateScan;
class ImportRun;
class StoreThreads;

// Taking files in. Same threads and lifetime as RecordDesk.
class ImportDesk
{
public:
    explicit ImportDesk(StoreThreads& threads) : m_threads(threads) {}

    // Looks at a file: format, sheet, encoding, delimiter, header, mapping, the first rows as they would be. An empty
    // entity: guessed from the header. `given`: what a person knows better.
    QFuture<Result<ImportPreview>> inspect(const QString& path, const QString& entity, const FileGiven& given = {});
    // The same with a plan the person has changed.
    QFuture<Result<ImportPreview>> preview(const ImportPlan& plan);
    // Runs to the end, in the background; one at a time (BookBusy). The future holds the report. A dry run reads the
    // whole file and writes nothing to the book.
    QFuture<Result<ImportReport>> run(const ImportPlan& plan);
    // Stops soon; the report says `cancelled`. What is in stays in, as an act that can be undone.
    void cancel();
    ImportProgress progress() const; // of what runs
    bool isRunning() const;
    // Imports that a crash cut off, newest first. resume() goes on behind the last committed row; leaveOff() ends one
    // where it is, as cancel() would have.
    QFuture<Result<std::vector<InterruptedImport>>> interrupted();
    QFuture<Result<ImportReport>> resume(const InterruptedImport& import);
    QFuture<Result<ImportReport>> leaveOff(const InterruptedImport& import);
    // The rows that the last import with `keepRejects` did not take, as a file that can be corrected and imported.
    // Answers how many; until the next import begins, or this one is undone.
    QFuture<Result<std::int64_t>> saveRejects(const ImportPlan& plan, const QString& path);

private:
    class Trial;
    QFuture<Result<ImportReport>> tryOut(const ImportPlan& plan);
    // Starts work that goes on beside; a status that is not ok: it must end at once, as if it had been cancelled.
    using Start = std::function<QFuture<Result<ImportReport>>(const Status& ready)>;
    QFuture<Result<ImportReport>> runComparing(const ImportPlan& plan, Start start);

    StoreThreads& m_threads;
    std::shared_ptr<ImportRun> m_run;
    std::shared_ptr<Trial> m_trial;
    std::shared_ptr<DuplicateScan> m_scan; // before what runs
};

}
