#pragma once

#include "core/catalog/Catalog.h"
#include "core/records/Record.h"

#include <memory>

namespace kith {

// A field reached from an entity: `name`, `address.city`, `customer.name`. Empty `through`: the entity's own. In
// filters also the other way round: `affiliation.contact`, the records of another kind whose relation leads here, of
// which can only be asked whether there are any.
struct FieldPath
{
    const Field* through = nullptr; // a relation to one entity
    const Entity* owner = nullptr;  // the entity that `field` belongs to
    const Field* field = nullptr;
    QString component;      // of an address: city, ...
    bool leadsHere = false; // `field` is a relation of `owner` that points at the entity

    bool operator==(const FieldPath&) const = default;
    QString text() const;
};

enum class Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    Starts,
    In,
    IsEmpty,
    IsNotEmpty,
    IsInvalid, // phones, mails, links: one of them was not understood
    IsNotInvalid
};

// A filter as the person wrote it, checked against a catalog. Immutable tree, shared freely; it points into the catalog
// it was parsed with and must not outlive it.
struct Filter
{
    enum class Kind { All, And, Or, Not, Compare };
    Kind kind = Kind::All;
    std::vector<std::shared_ptr<const Filter>> children; // And, Or: two or more; Not: one
    FieldPath path;                                      // Compare
    Comparison comparison = Comparison::Equal;
    std::vector<Value> values; // Compare: typed for the field; a relation compared with a text holds the text
};
using FilterPtr = std::shared_ptr<const Filter>; // null: everything

// Whether two filters have the same shape, fields, comparisons and values.
bool sameFilter(const FilterPtr& a, const FilterPtr& b);

// Whether it depends on records of this other kind: what is listed may change with them.
bool looksAt(const Filter& filter, const EntityId& other);

struct SortKey
{
    FieldPath path;
    bool descending = false;

    bool operator==(const SortKey&) const = default;
};

enum class TrashView { Exclude, Only };

// What a list asks for.
struct Query
{
    CatalogPtr catalog; // keeps what the paths point into
    const Entity* entity = nullptr;
    FilterPtr filter;
    std::vector<SortKey> sort; // ties are broken by key
    std::vector<FieldPath> columns;
    TrashView trash = TrashView::Exclude;
};

// Rows that stand together in a list, counted from 0, and what was seen at some of them: a list that has moved since is
// noticed (ListMoved).
struct RowRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::vector<std::pair<std::int64_t, RecordId>> seen; // by row, ascending
};

// What a person picked in a list.
struct Picks
{
    bool whole = false;            // all of it, whatever it holds by then
    std::vector<RecordId> records; // else these, in the list's order
    std::vector<RowRange> rows;    // and these, where not every record was seen
};

// One row of a list: values of the columns asked for, in their order, and the titles of relations among them.
struct Row
{
    RecordKey key = 0;
    RecordId id;
    std::vector<Value> values;
    std::vector<QString> titles; // for a column that is a relation or tags, what they are called; else empty
    QString title;
};

}
