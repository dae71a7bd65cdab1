#include "core/exchange/mapping/PlanGuess.h"

namespace kith {

Result<PlanGuess> guessPlan(const CatalogPtr& catalog, const QString& path, const QString& entity,
                            const FileGiven& given)
{
    PlanGuess guess;
    KITH_TRY(guess.look, lookAtFile(path, given));
    const auto& look = guess.look;
    auto& plan = guess.plan;
    plan.path = path;
    plan.format = look.format;
    plan.sheet = look.sheet;
    plan.encoding = look.encoding.encoding.name();
    plan.delimiter = QLatin1Char(look.delimiter);
    plan.hasHeader = look.hasHeader;
    const ColumnMapper mapper(catalog);
    if (entity.isEmpty()) {
        guess.entities = mapper.guessEntity(look.header, look.rows, path);
        plan.entity = guess.entities.front().entity->key;
        plan.columns = guess.entities.front().columns;
    } else {
        KITH_TRY(const Entity* known, catalog->requireEntity(entity));
        plan.entity = known->key;
        plan.columns = mapper.map(*known, look.header, look.rows);
    }
    plan.dateOrder = commonDateOrder(plan.columns);
    return guess;
}

}
