#pragma once

#include "core/catalog/Catalog.h"
#include "core/exchange/FileLook.h"
#include "core/exchange/ImportPlan.h"
#include "core/exchange/mapping/ColumnMapper.h"

namespace kith {

struct PlanGuess
{
    ImportPlan plan;
    FileLook look;
    std::vector<ColumnMapper::Guess> entities; // only where the entity was not given: the likeliest first
};

// A plan for a file from looking at it: format, sheet, encoding, delimiter, header, entity (if none is given) and
// mapping. Fails as lookAtFile does, or with NoSuchEntity.
Result<PlanGuess> guessPlan(const CatalogPtr& catalog, const QString& path, const QString& entity,
                            const FileGiven& given = {});

}
