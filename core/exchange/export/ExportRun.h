#pragma once

#include "core/base/Result.h"
#include "core/exchange/FileFormat.h"
#include "core/records/Query.h"
#include "core/records/ValueText.h"

namespace kith {

class StoreReader;

enum class HeaderStyle { Keys, Labels };
enum class CardStyle { Version4, Version3 };

// What a file of records is to be like.
struct ExportStyle
{
    FileFormat format = FileFormat::Csv;
    HeaderStyle headers = HeaderStyle::Keys; // of a table
    CardStyle cards = CardStyle::Version4;   // of vCards
};

// Writes what was picked of the query, as one moment of the book has it. A table has `id`, then the columns asked for
// or all that an import takes back; values in their exact form, an amount with a column for its currency, a relation
// with one for its id, phones with one for the region they are written in. Cards hold what cards can hold of contacts
// and customers; other entities are NoCards. Answers how many records. Nothing is left of a file that was not
// completed.
Result<std::int64_t> exportRecords(StoreReader& reader, const Query& query, const Picks& picks, const QString& path,
                                   const ExportStyle& style, const TextConventions& conventions);

}
