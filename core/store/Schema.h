#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/database/Migrations.h"

#include <QByteArrayList>

#include <vector>

namespace kith {

class Connection;

// The system tables, by numbered migrations. Entity tables follow the catalog instead: ensureTables().
const std::vector<Migration>& storeMigrations();

// Makes what the catalog asks for and the book lacks: tables, columns. Indexes come apart, because a bulk load builds
// them afterwards. Inside the caller's transaction; nothing is dropped but an index in whose place another one came.
Status ensureTables(Connection& connection, const Catalog& catalog);

// The indexes of an entity's table: unique id, relations, sortable fields, fields that tell duplicates. `name` first.
struct IndexDefinition
{
    QByteArray name;
    QByteArray sql; // CREATE INDEX IF NOT EXISTS ...
};
std::vector<IndexDefinition> indexesOf(const Entity& entity);
bool hasLinkIndex(const Field& relation); // by which records that point somewhere are found
Status ensureIndexes(Connection& connection, const Entity& entity);
Status dropIndexes(Connection& connection, const Entity& entity); // all but the unique id's

}
