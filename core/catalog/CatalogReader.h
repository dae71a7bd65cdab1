#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"

#include <QJsonObject>

// Reads the elements of catalog files. The format: resources/catalog/README.md. Every error is CatalogInvalid with
// the element's path and what is wrong with it; an unknown key is an error, so that a misspelt one is noticed.
namespace kith::catalogReader {

Result<Entity> entity(const QJsonObject& json);
Result<Field> field(const QJsonObject& json, const QString& path);
Result<Option> option(const QJsonObject& json, const QString& path);
Result<std::vector<Seed>> seeds(const QJsonArray& json);

// The fields every entity has; those of an owner only with access `own`.
std::vector<Field> systemFields(const Entity& entity);

}
