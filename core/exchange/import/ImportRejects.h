#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/exchange/csv/RejectsWriter.h"
#include "core/exchange/import/RowReader.h"

namespace kith {

class Connection;

// Rejected rows are kept in the book, with the batch they belong to, until their file is written: a crash loses none of
// them, and nothing of a person's data is put beside the book that they have not asked for.

// The file that a plan's rejected rows go to, with its columns and delimiter.
Result<RejectsWriter> rejectsFile(const ImportPlan& plan, const QString& path);

Status keepReject(Connection& connection, std::int64_t act, const ParsedRow& row, const QString& reason);
// Adds what is kept of one import to the file, in the order of its rows.
Status writeRejects(Connection& connection, std::int64_t act, RejectsWriter& file);
Status dropRejects(Connection& connection, std::int64_t act);
// Those of imports that are over.
Status dropOldRejects(Connection& connection);

// Writes the rows that the last import with `keepRejects` has left, and answers how many.
Result<std::int64_t> writeKeptRejects(Connection& connection, const ImportPlan& plan, const QString& path);

}
