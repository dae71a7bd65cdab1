#include "core/exchange/mapping/PlanGuess.h"

#include "core/records/ValueText.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

const ColumnMapping* columnCalled(QLatin1StringView header, const ImportPlan& plan)
{
    const auto found = std::find_if(plan.columns.begin(), plan.columns.end(),
                                    [&](const ColumnMapping& column) { return column.header == header; });
    return found == plan.columns.end() ? nullptr : &*found;
}

// What a list of cards needs that no column tells: it comes without a list of its organisations, so these are made;
// the same card comes again with the same UID; a fax is a phone where there is no place for it; and a word that is no
// choice of a field is no reason to refuse a card.
void suitCards(const Entity& entity, const FileLook& look, ImportPlan& plan)
{
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        auto& column = plan.columns[i];
        const auto* phones =
            column.header == "FAX"_L1 && column.field.isEmpty() ? columnCalled("TEL"_L1, plan) : nullptr;
        if (phones)
            column.field = phones->field;
        const Field* field = entity.field(column.field);
        if (!field)
            continue;
        column.make = column.header == "ORG"_L1 && field->type == FieldType::Relation;
        if (column.header == "UID"_L1)
            plan.match = {field->key};
        const bool isChoice = field->type == FieldType::Option || field->type == FieldType::Options;
        const bool isKnown = std::all_of(look.rows.begin(), look.rows.end(), [&](const QStringList& row) {
            return readValue(*field, row[qsizetype(i)], {}).ok();
        });
        if (isChoice && !isKnown) {
            column.field.clear();
            column.certainty = 0;
            column.reason.clear();
        }
    }
}

}

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
        if (look.format == FileFormat::Vcard) // of people, unless somebody says otherwise
            std::stable_partition(guess.entities.begin(), guess.entities.end(),
                                  [](const ColumnMapper::Guess& one) { return one.entity->key == "contact"_L1; });
        plan.entity = guess.entities.front().entity->key;
        plan.columns = guess.entities.front().columns;
    } else {
        KITH_TRY(const Entity* known, catalog->requireEntity(entity));
        plan.entity = known->key;
        plan.columns = mapper.map(*known, look.header, look.rows);
    }
    plan.dateOrder = commonDateOrder(plan.columns);
    if (look.format == FileFormat::Vcard)
        suitCards(*catalog->entity(plan.entity), look, plan);
    return guess;
}

}
