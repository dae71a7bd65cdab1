#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/records/Record.h"

namespace kith {

class Connection;

// The texts by which a record is found: its title, and everything else that the catalog says is searched. A pure
// function of the record and the catalog, because a contentless index forgets a document only if told it exactly.
struct SearchDocument
{
    QString title;
    QString detail;
    bool operator==(const SearchDocument&) const = default;
    bool isEmpty() const { return title.isEmpty() && detail.isEmpty(); }
};
SearchDocument searchDocument(const Entity& entity, const Record& record);

// A document's title as the index wants it.
QString indexedTitle(const SearchDocument& document);

// Whether a change of this field changes the document.
bool isSearched(const Entity& entity, const Field& field);
// Whether it is part of the document's title.
bool isSearchedTitle(const Entity& entity, const Field& field);

// A row of the index stands for a record. Those of one entity lie together, in the order of their keys: one kind can be
// searched by itself, and neighbours differ by little, which keeps the index small.
// Bumped whenever rows or documents are made in another way: an index of another version is built anew.
inline constexpr int searchRowVersion = 1;
std::int64_t searchRow(const Entity& entity, RecordKey key);
RecordKey keyOfSearchRow(std::int64_t row);
struct SearchRows
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};
SearchRows searchRowsOf(const Entity& entity);
// Null for a row of an entity that this catalog does not have.
const Entity* entityOfSearchRow(const Catalog& catalog, std::int64_t row);

// Both inside the caller's transaction.
Status addToSearch(Connection& connection, std::int64_t row, const SearchDocument& document);
Status removeFromSearch(Connection& connection, std::int64_t row, const SearchDocument& document);

// Gives the connection the tokenizer. Needed on every connection of a book.
Status registerSearchTokenizer(Connection& connection);

}
