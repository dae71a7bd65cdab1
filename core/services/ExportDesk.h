#pragma once

#include "core/base/Result.h"
#include "core/exchange/export/ExportRun.h"
#include "core/records/Query.h"

#include <QFuture>

namespace kith {

class StoreThreads;

class ExportDesk
{
public:
    explicit ExportDesk(StoreThreads& threads) : m_threads(threads) {}

    // Writes every record of the query, or those picked of it, to a new file (never half a file: a temporary one is
    // renamed at the end) and answers how many. Columns empty: all that import takes back, `id` first. No text can run
    // as a formula; what is done to it in a CSV file is exactly reversible. ListMoved.
    QFuture<Result<std::int64_t>> write(const Query& query, const QString& path, const ExportStyle& style = {},
                                        const Picks& picks = {true, {}, {}});

private:
    StoreThreads& m_threads;
};

}
