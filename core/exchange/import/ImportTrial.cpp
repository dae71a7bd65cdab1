// What an import would do, asked without writing: preview and dry run.

#include "core/exchange/FileLook.h"
#include "core/exchange/import/ImportRejects.h"
#include "core/exchange/import/ImportRun.h"
#include "core/exchange/import/TrialRows.h"

#include <QElapsedTimer>

namespace kith {

namespace {

constexpr int rowsBetweenLooks = 256;

ImportProgress progressOf(const RowSource& file, const ImportReport& report, const QElapsedTimer& timer)
{
    ImportProgress progress;
    progress.bytesRead = file.offset();
    progress.bytesTotal = file.size();
    progress.read = report.read;
    progress.created = report.created;
    progress.updated = report.updated;
    progress.skipped = report.skipped;
    progress.rejected = report.rejected;
    const double done = progress.bytesTotal > 0 ? double(progress.bytesRead) / double(progress.bytesTotal) : 0;
    if (done > 0)
        progress.secondsLeft = double(timer.elapsed()) / 1000 * (1 - done) / done;
    return progress;
}

}

Result<ImportTrial> tryImport(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan,
                              std::int64_t limit, const TrialWatch& goOn)
{
    QElapsedTimer timer;
    timer.start();
    KITH_TRY(auto rows, RowReader::create(reader.tables.catalogPtr(), plan, meta.conventions(now), meta.me));
    KITH_TRY(auto file, openRows(plan));
    std::optional<RejectsWriter> rejects;
    if (limit == 0 && !plan.rejectsPath.isEmpty()) {
        KITH_TRY(auto made, rejectsFile(plan, plan.rejectsPath));
        rejects.emplace(std::move(made));
    }
    TrialRows trial(reader.tables, meta, now, plan, rows);
    ImportTrial answer;
    auto& report = answer.report;
    SourceRow source;
    bool more = true;
    while (limit == 0 || report.read < limit) {
        report.cancelled = report.read % rowsBetweenLooks == 0 && !goOn(progressOf(*file, report, timer));
        if (report.cancelled)
            break;
        KITH_TRY(more, file->next(source));
        if (!more)
            break;
        KITH_TRY(auto shown, trial.judge(source, report));
        if (rejects && !shown.problems.isEmpty())
            KITH_TRY(rejects->write(source, shown.problems.join(u' ')));
        if (limit > 0)
            answer.rows.push_back(std::move(shown));
    }
    if (!more)
        KITH_TRY(trial.finish(report));
    if (rejects && !report.cancelled) {
        KITH_TRY(rejects->commit());
        report.rejectsPath = report.rejected > 0 ? plan.rejectsPath : QString();
    }
    trial.tally().fill(report);
    report.seconds = double(timer.nsecsElapsed()) / 1e9;
    return answer;
}

}
