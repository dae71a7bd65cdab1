#pragma once

#include "core/catalog/Catalog.h"
#include "core/exchange/ImportPlan.h"

#include <vector>

namespace kith {

// Says where the columns of a file go, by their headers and by looking at the values. Pure; any thread.
class ColumnMapper
{
public:
    explicit ColumnMapper(CatalogPtr catalog) : m_catalog(std::move(catalog)) {}

    // One mapping a column. No field is given twice, except that phones, mails and links of one record may stand in
    // several columns. Left out (empty `field`): what nothing fits, what the engine computes (reason "computed"), the
    // columns of a file of rejected rows (reason "rejected").
    std::vector<ColumnMapping> map(const Entity& entity, const QStringList& header,
                                   const std::vector<QStringList>& rows) const;

    struct Guess
    {
        const Entity* entity = nullptr;
        double certainty = 0; // 0-1, to be compared with each other
        std::vector<ColumnMapping> columns;
    };
    // What the rows of a file may be, the likeliest first, never empty. `fileName` gives a hint ("accounts.csv").
    std::vector<Guess> guessEntity(const QStringList& header, const std::vector<QStringList>& rows,
                                   const QString& fileName = {}) const;

private:
    CatalogPtr m_catalog;
};

// The order of all date columns together: what those say that are sure; "ymd" if none can be read in two ways; empty
// if nothing tells.
QString commonDateOrder(const std::vector<ColumnMapping>& columns);

}
