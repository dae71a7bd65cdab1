#pragma once

#include "core/catalog/Catalog.h"
#include "core/database/Statement.h"
#include "core/records/Record.h"

#include <QByteArray>

#include <vector>

namespace kith {

// How a catalog lies in tables: one table an entity, columns named by id, never by label.
//   e10              the table of entity 10; k (integer key), id, life, facets, made and touched (acts), extra
//   f1001            a field's value; what it means by type is said at bindField()
//   f1001_s          the sort key of a sortable text
//   f1001_c          an amount's currency
//   f1001_l          the whole list, where the primary alone does not tell it
//   f1001_country, _region, _city   of the primary address
//   f1001_e          the number of the entity a relation points to, where there is a choice
QByteArray tableName(const Entity& entity);
QByteArray columnName(const Field& field);
QByteArray sortColumn(const Field& field);                             // what ORDER BY uses
QByteArray componentColumn(const Field& field, QStringView component); // empty: no column of its own

// A shipped entity's number: the low bits of a search row and the tag of relations with a choice of entities.
std::int64_t entityNumber(const Entity& entity);

// Whether its values are compared as texts, without regard to case.
bool isText(const Field& field);

// Whether the field has a sort key beside it.
bool hasSortKey(const Field& field);

// Columns of a field in the order in which bindField writes and readField reads them.
std::vector<QByteArray> writtenColumns(const Field& field);
std::vector<QByteArray> readColumns(const Field& field);
QByteArray columnDefinition(const QByteArray& column, const Field& field);

// Binds every written column from `index` on and moves it behind them. Dates are Julian days, instants milliseconds,
// decimals and money their integers, booleans 0 and 1, options their number (shipped) or id, sets and lists CBOR.
void bindField(Statement& statement, int& index, const Catalog& catalog, const Field& field, const Value& value);
// Reads from `column` on and moves it behind what it read.
Value readField(const Statement& statement, int& column, const Catalog& catalog, const Field& field);

// One value as a single column holds it: for comparisons in queries.
void bindScalar(Statement& statement, int index, const Field& field, const Value& value);

// Whether the relation needs the column that says which entity it points to.
bool hasEntityColumn(const Field& field);

}
