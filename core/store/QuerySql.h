#pragma once

#include "core/base/Result.h"
#include "core/database/Statement.h"
#include "core/records/Query.h"

#include <QByteArrayList>

#include <vector>

namespace kith {

class Connection;

// Makes known to a connection what conditions ask of stored values. Needed before a query is read from it.
Status registerConditions(Connection& connection);

// A query as SQL: text from the catalog's ids only, values always bound. Relations on the way of a path are joined once
// each; conditions on address components other than country, region and city, which have columns, look into the list.
class QuerySql
{
public:
    explicit QuerySql(const Query& query);

    // What stands after FROM: the table, its joins, and the condition (life included).
    QByteArray from() const { return m_from; }
    QByteArray unindexed() const { return m_unindexed; } // the same, read as the table lies
    QByteArray where() const { return m_condition.isEmpty() ? m_life : m_life + " AND (" + m_condition + ")"; }
    // Its two halves; no condition is empty.
    QByteArray life() const { return m_life; }
    QByteArray condition() const { return m_condition; }
    // ORDER BY with the key as the last word; joins it needs are in from().
    QByteArray order() const { return m_order; }

    // One sortable own column: pages can be found by key instead of by counting.
    bool pagesByKey() const { return m_pagesByKey; }
    // Besides, an index gives living records in this order.
    bool walksIndex() const { return m_walksIndex; }
    // Whether the condition has a part that every row has to fulfil and that indexes answer. `indexed` selects what
    // fulfils it, some of it more than once; it has values of its own to be bound from `index` on.
    bool isIndexed() const { return !m_indexed.isEmpty(); }
    QByteArray indexed(const QByteArray& column) const;
    void bindIndexed(Statement& statement, int& index) const;
    QByteArray sortExpression() const { return m_sortExpression; }
    bool descending() const { return m_descending; }

    // Binds the condition's values from `index` on.
    void bind(Statement& statement, int& index) const;
    // Equal for equal lists: the text and every value.
    QByteArray identity() const;
    // Equal for lists of the same rows, whatever their order.
    QByteArray rows() const;

    // How a path's entity is called in SQL, and the join that brings it; none for an own field.
    static QByteArray alias(const FieldPath& path);
    static QByteArray join(const FieldPath& path);

private:
    struct Bound
    {
        const Field* field = nullptr;
        Value value;
    };
    QByteArray sqlOf(const Filter& filter);
    const Filter* indexedPart(const Filter& filter) const;
    void addIndexed(const Filter& part);
    QByteArray compare(const Filter& filter);
    QByteArray compareFarEnd(const FieldPath& path);
    QByteArray compareSet(const Filter& filter, const QByteArray& key);
    QByteArray compareRelation(const Filter& filter, const QByteArray& column);
    QByteArray oneComparison(const Filter& filter, const QByteArray& column, const Value& value);
    QByteArray column(const FieldPath& path, bool forSort);
    QByteArray joined(const FieldPath& path);
    static int bindAll(Statement& statement, int index, const std::vector<Bound>& bounds); // answers the next index
    void bound(const Field* field, Value value) { m_bounds.push_back({field, std::move(value)}); }

    const Query& m_query;
    QByteArray m_from;
    QByteArray m_unindexed;
    QByteArray m_life;
    QByteArray m_condition;
    QByteArrayList m_indexed; // one or the other
    std::vector<Bound> m_indexedBounds;
    QByteArray m_order;
    QByteArray m_sortExpression;
    bool m_descending = false;
    bool m_pagesByKey = false;
    bool m_walksIndex = false;
    QByteArrayList m_joins;
    std::vector<Bound> m_bounds;
};

}
