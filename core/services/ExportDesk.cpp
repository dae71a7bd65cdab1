#include "core/services/ExportDesk.h"

#include "core/store/StoreThreads.h"

namespace kith {

QFuture<Result<std::int64_t>> ExportDesk::write(const Query& query, const QString& path, const ExportStyle& style,
                                                const Picks& picks)
{
    const auto conventions = m_threads.meta().conventions(m_threads.now());
    return m_threads.read<std::int64_t>(
        [=](StoreReader& reader) { return exportRecords(reader, query, picks, path, style, conventions); });
}

}
