#include "core/services/ExportDesk.h"

#include "core/exchange/ExportRun.h"
#include "core/store/StoreThreads.h"

namespace kith {

QFuture<Result<std::int64_t>> ExportDesk::toCsv(const Query& query, const QString& path, HeaderStyle headers,
                                                const Picks& picks)
{
    const auto conventions = m_threads.meta().conventions(m_threads.now());
    return m_threads.read<std::int64_t>(
        [=](StoreReader& reader) { return exportCsv(reader, query, picks, path, headers, conventions); });
}

}
