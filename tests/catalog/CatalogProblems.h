#pragma once

#include "core/catalog/Catalog.h"

#include <QJsonObject>
#include <QSet>

#include <functional>

// What is wrong with a catalog beyond what its reader refuses: each function answers one sentence a mistake, none if
// all is well.
namespace kith::testing {

// The catalog files of this program, by entity key ("seeds" for the seeds).
QMap<QString, QJsonObject> shippedFiles();

// A word as headers and cells are compared: no case, width, blanks or punctuation.
QString comparedWord(const QString& word);

// Numbers outside their element's range.
QStringList wrongNumbers(const Catalog& catalog);
// Labels that lack a language.
QStringList missingLabels(const Catalog& catalog);
// Columns, sections, sorts and orders that name no field, or a field one cannot sort by; fields in no section.
QStringList wrongShapes(const Catalog& catalog);
// Colours that are no token, icons that are not in the program, defaults that are no option.
QStringList wrongTokens(const Catalog& catalog);
// A header that could mean two fields of an entity, a cell that could mean two options of a field.
QStringList ambiguousWords(const Catalog& catalog);
// Fills that no target can answer, derived values of another type than what they are made of, conditions on no option.
QStringList wrongSources(const Catalog& catalog);
// Seeds with an unknown entity, field, option or other seed, or a number given twice.
QStringList wrongSeeds(const Catalog& catalog);

// The field, or part of one ("address.country"), that a header names by key, label or synonym; empty if none.
QString fieldForHeader(const Entity& entity, const QString& header);

}
