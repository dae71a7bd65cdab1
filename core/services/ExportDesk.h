#pragma once

#include "core/base/Result.h"
#include "core/exchange/ExportRun.h"
#include "core/records/Query.h"

#include <QFuture>

namespace kith {

class StoreThreads;

class ExportDesk
{
public:
    explicit ExportDesk(StoreThreads& threads) : m_threads(threads) {}

    // Writes every record of the query, or those picked of it, to a new CSV file (never half a file: a temporary one is
    // renamed at the end) and answers how many. Columns empty: all that import takes back, `id` first. Formulas are
    // defused, exactly reversibly. ListMoved.
    QFuture<Result<std::int64_t>> toCsv(const Query& query, const QString& path, HeaderStyle headers,
                                        const Picks& picks = {true, {}, {}});

private:
    StoreThreads& m_threads;
};

}
