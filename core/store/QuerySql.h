#pragma once

#include "core/database/Statement.h"
#include "core/records/Query.h"

#include <QByteArrayList>

#include <vector>

namespace kith {

// A query as SQL: text from the catalog's ids only, values always bound. Relations on the way of a path are joined once
// each; conditions on address components other than country, region and city, which have columns, look into the list.
class QuerySql
{
public:
    explicit QuerySql(const Query& query);

    // What stands after FROM: the table, its joins, and the condition (life included).
    QByteArray from() const { return m_from; }
    QByteArray where() const { return m_where; }
    // ORDER BY with the key as the last word; joins it needs are in from().
    QByteArray order() const { return m_order; }

    // One sortable own column: pages can be found by key instead of by counting.
    bool pagesByKey() const { return m_pagesByKey; }
    QByteArray sortExpression() const { return m_sortExpression; }
    bool descending() const { return m_descending; }

    // Binds the condition's values from `index` on.
    void bind(Statement& statement, int& index) const;
    // Equal for equal lists: the text and every value.
    QByteArray identity() const;

    // How a path's entity is called in SQL, and the join that brings it; none for an own field.
    static QByteArray alias(const FieldPath& path);
    static QByteArray join(const FieldPath& path);

private:
    struct Bound
    {
        const Field* field = nullptr;
        Value value;
    };
    QByteArray condition(const Filter& filter);
    QByteArray compare(const Filter& filter);
    QByteArray compareSet(const Filter& filter, const QByteArray& key);
    QByteArray compareRelation(const Filter& filter, const QByteArray& column);
    QByteArray oneComparison(const Filter& filter, const QByteArray& column, const Value& value);
    QByteArray column(const FieldPath& path, bool forSort);
    QByteArray joined(const FieldPath& path);
    void bound(const Field* field, Value value) { m_bounds.push_back({field, std::move(value)}); }

    const Query& m_query;
    QByteArray m_from;
    QByteArray m_where;
    QByteArray m_order;
    QByteArray m_sortExpression;
    bool m_descending = false;
    bool m_pagesByKey = false;
    QByteArrayList m_joins;
    std::vector<Bound> m_bounds;
};

}
