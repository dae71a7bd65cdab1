// What an import would do, asked without writing: preview and dry run.

#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/import/ImportRun.h"
#include "core/exchange/import/TrialRows.h"

#include <QElapsedTimer>

namespace kith {

Result<ImportTrial> tryImport(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan,
                              std::int64_t limit, const std::function<bool()>& cancelled)
{
    QElapsedTimer timer;
    timer.start();
    KITH_TRY(auto rows, RowReader::create(reader.tables.catalogPtr(), plan, meta.conventions(now), meta.me));
    KITH_TRY(auto file, openRows(plan));
    TrialRows trial(reader.tables, meta, now, plan, rows);
    ImportTrial answer;
    CsvRow source;
    bool more = true;
    while (limit == 0 || answer.report.read < limit) {
        KITH_TRY(more, file.next(source));
        if (!more || cancelled())
            break;
        KITH_TRY(auto shown, trial.judge(source, answer.report));
        if (limit > 0)
            answer.rows.push_back(std::move(shown));
    }
    if (!more)
        KITH_TRY(trial.finish(answer.report));
    trial.tally().fill(answer.report);
    answer.report.seconds = double(timer.nsecsElapsed()) / 1e9;
    return answer;
}

}
