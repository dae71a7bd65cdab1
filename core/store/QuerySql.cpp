#include "core/store/QuerySql.h"

#include "core/database/Connection.h"
#include "core/store/Columns.h"
#include "core/store/Schema.h"
#include "core/wire/ValueCodec.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

QByteArray operatorOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
    case Comparison::In:
        return " = ";
    case Comparison::NotEqual:
        return " <> ";
    case Comparison::Less:
        return " < ";
    case Comparison::LessOrEqual:
        return " <= ";
    case Comparison::Greater:
        return " > ";
    case Comparison::GreaterOrEqual:
        return " >= ";
    default:
        return " LIKE ";
    }
}

bool sortsByOwnColumn(const FieldPath& path)
{
    const auto type = path.field->type;
    return !path.through && type != FieldType::Relation && type != FieldType::Option;
}

// Whether an index of the table gives the living rows that fulfil it.
bool hasIndexFor(const Filter& filter)
{
    const Field& field = *filter.path.field;
    if (filter.path.through || !filter.path.component.isEmpty() ||
        std::any_of(filter.values.begin(), filter.values.end(), isEmpty))
        return false;
    switch (filter.comparison) {
    case Comparison::Equal:
    case Comparison::In:
        if (field.type == FieldType::Relation)
            return hasLinkIndex(field) &&
                   std::all_of(filter.values.begin(), filter.values.end(),
                               [](const Value& value) { return std::holds_alternative<Reference>(value); });
        return field.filtered || (field.sortable && !isText(field));
    case Comparison::Less:
    case Comparison::LessOrEqual:
    case Comparison::Greater:
    case Comparison::GreaterOrEqual:
        return !isText(field) && (field.sortable || field.filtered);
    case Comparison::IsEmpty:
        return field.type == FieldType::Relation ? field.filtered : field.sortable && !isText(field);
    default:
        return false;
    }
}

QString likePattern(const Filter& filter, const QString& text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return filter.comparison == Comparison::Starts ? pattern + u'%' : u'%' + pattern + u'%';
}

// Members are kept by 16-byte ids; a value bound as text becomes one by unhex().
QString hexOf(const Id128& id)
{
    return id.toString().remove(u'-');
}

QByteArray titleColumn(const Entity& entity, const QByteArray& alias)
{
    QByteArrayList parts;
    for (const auto& key : entity.title) {
        const Field* field = entity.field(key);
        if (field->type == FieldType::Text || field->type == FieldType::Number)
            parts += alias + '.' + columnName(*field);
    }
    return parts.isEmpty() ? "NULL" : parts.size() == 1 ? parts.first() : "COALESCE(" + parts.join(", ") + ")";
}

}

Status registerConditions(Connection& connection)
{
    return connection.addTest("has_unread", hasUnreadPoint);
}

QuerySql::QuerySql(const Query& query) : m_query(query)
{
    m_life = query.trash == TrashView::Only ? "t.life = 1" : "t.life = 0";
    if (query.filter && query.filter->kind != Filter::Kind::All) {
        m_condition = sqlOf(*query.filter);
        const bool isLiving = query.trash == TrashView::Exclude; // which the indexes hold
        if (const auto* part = isLiving ? indexedPart(*query.filter) : nullptr) {
            const auto whole = std::exchange(m_bounds, {});
            addIndexed(*part);
            m_indexedBounds = std::exchange(m_bounds, whole);
        }
    }
    QByteArrayList order;
    for (const auto& key : query.sort)
        order += column(key.path, true) + (key.descending ? " DESC" : "");
    m_descending = !query.sort.empty() && query.sort.back().descending;
    order += QByteArray("t.k") + (m_descending ? " DESC" : "");
    m_order = order.join(", ");
    if (query.sort.size() == 1 && sortsByOwnColumn(query.sort.front().path)) {
        m_pagesByKey = true;
        m_sortExpression = column(query.sort.front().path, true);
        const auto& path = query.sort.front().path;
        m_walksIndex = path.component.isEmpty() && path.field->sortable && query.trash == TrashView::Exclude;
    } else if (query.sort.empty()) {
        m_pagesByKey = true;
        m_walksIndex = true; // the table itself
    }
    m_from = tableName(*query.entity) + " AS t" + m_joins.join();
    m_unindexed = tableName(*query.entity) + " AS t NOT INDEXED" + m_joins.join();
}

QByteArray QuerySql::alias(const FieldPath& path)
{
    return path.through ? "j" + catalogIdText(path.through->id).toLatin1() : QByteArray("t");
}

QByteArray QuerySql::join(const FieldPath& path)
{
    if (!path.through)
        return {};
    const auto name = alias(path);
    return " LEFT JOIN " + tableName(*path.owner) + " AS " + name + " ON " + name + ".id = t." +
           columnName(*path.through) + " AND " + name + ".life = 0";
}

QByteArray QuerySql::joined(const FieldPath& path)
{
    const auto clause = join(path);
    if (!clause.isEmpty() && !m_joins.contains(clause))
        m_joins += clause;
    return alias(path);
}

QByteArray QuerySql::column(const FieldPath& path, bool forSort)
{
    const auto alias = joined(path);
    if (!path.component.isEmpty()) {
        const auto own = componentColumn(*path.field, path.component);
        return alias + '.' + (own.isEmpty() ? columnName(*path.field) : own);
    }
    if (forSort && path.field->type == FieldType::Relation && path.field->targets.size() == 1) {
        // A relation sorts by the name at its end.
        const Entity& target = *m_query.catalog->entity(path.field->targets.first());
        const Field* title = target.titleField();
        const auto end = "r" + catalogIdText(path.field->id).toLatin1();
        const auto join = " LEFT JOIN " + tableName(target) + " AS " + end + " ON " + end + ".id = " + alias + '.' +
                          columnName(*path.field);
        if (!m_joins.contains(join))
            m_joins += join;
        return end + '.' + sortColumn(*title);
    }
    return alias + '.' + (forSort ? sortColumn(*path.field) : columnName(*path.field));
}

QByteArray QuerySql::sqlOf(const Filter& filter)
{
    switch (filter.kind) {
    case Filter::Kind::All:
        return "1";
    case Filter::Kind::Not:
        return "NOT IFNULL(" + sqlOf(*filter.children.front()) + ", 0)";
    case Filter::Kind::Compare:
        return compare(filter);
    case Filter::Kind::And:
    case Filter::Kind::Or:
        break;
    }
    QByteArrayList parts;
    for (const auto& child : filter.children)
        parts += "(" + sqlOf(*child) + ")";
    return parts.join(filter.kind == Filter::Kind::And ? " AND " : " OR ");
}

QByteArray QuerySql::compare(const Filter& filter)
{
    if (filter.path.leadsHere)
        return (filter.comparison == Comparison::IsEmpty ? "NOT " : "") + compareFarEnd(filter.path);
    const Field& field = *filter.path.field;
    const auto name = column(filter.path, false);
    const bool hasList =
        field.type == FieldType::Phone || field.type == FieldType::Mail || field.type == FieldType::Link;
    if (filter.comparison == Comparison::IsEmpty)
        return hasList ? "(" + name + " IS NULL AND " + name + "_l IS NULL)" : name + " IS NULL";
    if (filter.comparison == Comparison::IsNotEmpty)
        return hasList ? "(" + name + " IS NOT NULL OR " + name + "_l IS NOT NULL)" : name + " IS NOT NULL";
    // What was not understood is in the list: the primary alone never tells it.
    if (filter.comparison == Comparison::IsInvalid)
        return "(" + name + "_l IS NOT NULL AND has_unread(" + name + "_l))";
    if (filter.comparison == Comparison::IsNotInvalid)
        return "(" + name + "_l IS NULL OR NOT has_unread(" + name + "_l))";
    if (field.type == FieldType::Options || field.type == FieldType::Tags)
        return compareSet(filter, joined(filter.path) + ".k");
    if (field.type == FieldType::Relation)
        return compareRelation(filter, name);
    QByteArrayList any;
    for (const auto& value : filter.values)
        any += oneComparison(filter, name, value);
    return any.isEmpty() ? "0" : any.join(" OR ");
}

QByteArray QuerySql::compareFarEnd(const FieldPath& path)
{
    auto sql = "EXISTS (SELECT 1 FROM " + tableName(*path.owner) + " AS p WHERE p." + columnName(*path.field) +
               " = t.id AND p.life = 0";
    if (hasEntityColumn(*path.field)) {
        bound(nullptr, entityNumber(*m_query.entity));
        sql += " AND p." + columnName(*path.field) + "_e = ?";
    }
    return sql + ")";
}

QByteArray QuerySql::oneComparison(const Filter& filter, const QByteArray& name, const Value& value)
{
    const Field& field = *filter.path.field;
    const auto* text = std::get_if<QString>(&value);
    if (filter.comparison == Comparison::Contains || filter.comparison == Comparison::Starts) {
        bound(nullptr, likePattern(filter, text ? *text : QString()));
        return name + " LIKE ? ESCAPE '\\'";
    }
    if (isEmpty(value))
        return name + (filter.comparison == Comparison::NotEqual ? " IS NOT NULL" : " IS NULL");
    bound(&field, value);
    auto sql = name + operatorOf(filter.comparison) + "?";
    if (isText(field))
        sql += " COLLATE NOCASE";
    if (const auto* money = std::get_if<Money>(&value)) {
        bound(nullptr, money->currency);
        sql = "(" + sql + " AND " + name + "_c = ?)";
    }
    // What is empty is not equal to anything.
    return filter.comparison == Comparison::NotEqual ? "(" + name + " IS NULL OR " + sql + ")" : sql;
}

QByteArray QuerySql::compareSet(const Filter& filter, const QByteArray& key)
{
    QByteArrayList any;
    for (const auto& value : filter.values) {
        const auto* set = std::get_if<IdSet>(&value);
        const auto* option = std::get_if<OptionId>(&value);
        const auto* reference = std::get_if<Reference>(&value);
        const auto* text = std::get_if<QString>(&value);
        if (text) {
            // A tag by its name.
            const Entity* tag = m_query.catalog->entity(u"tag"_s);
            bound(nullptr, hexOf(filter.path.field->id));
            bound(nullptr, *text);
            any += key + " IN (SELECT m.k FROM member AS m JOIN " + tableName(*tag) +
                   " AS g ON g.id = m.value WHERE m.field = unhex(?) AND " + titleColumn(*tag, "g") +
                   " = ? COLLATE NOCASE)";
            continue;
        }
        IdSet wanted = set ? *set : IdSet{};
        if (option)
            wanted.push_back(*option);
        if (reference)
            wanted.push_back(reference->record);
        for (const auto& id : wanted) {
            bound(nullptr, hexOf(filter.path.field->id));
            bound(nullptr, hexOf(id));
            any += key + " IN (SELECT k FROM member WHERE field = unhex(?) AND value = unhex(?))";
        }
    }
    const auto sql = any.isEmpty() ? QByteArray("0") : any.join(" OR ");
    return filter.comparison == Comparison::NotEqual ? "NOT (" + sql + ")" : sql;
}

QByteArray QuerySql::compareRelation(const Filter& filter, const QByteArray& name)
{
    QByteArrayList any;
    for (const auto& value : filter.values) {
        const auto* text = std::get_if<QString>(&value);
        if (!text) {
            bound(filter.path.field, value);
            any += name + " = ?";
            continue;
        }
        for (const auto& key : filter.path.field->targets) {
            const Entity& target = *m_query.catalog->entity(key);
            const bool like = filter.comparison == Comparison::Contains || filter.comparison == Comparison::Starts;
            bound(nullptr, like ? likePattern(filter, *text) : *text);
            any += name + " IN (SELECT id FROM " + tableName(target) + " AS g WHERE " + titleColumn(target, "g") +
                   (like ? " LIKE ? ESCAPE '\\')" : " = ? COLLATE NOCASE)");
        }
    }
    const auto sql = any.isEmpty() ? QByteArray("0") : any.join(" OR ");
    return filter.comparison == Comparison::NotEqual ? "(" + name + " IS NULL OR NOT (" + sql + "))" : sql;
}

// The filter itself or one of the parts that it joins by "and"; null: indexes do not help.
const Filter* QuerySql::indexedPart(const Filter& filter) const
{
    const auto isIndexed = [this](const FilterPtr& child) { return indexedPart(*child) == child.get(); };
    switch (filter.kind) {
    case Filter::Kind::And:
        for (const auto& child : filter.children) {
            if (const auto* part = indexedPart(*child))
                return part;
        }
        return nullptr;
    case Filter::Kind::Or:
        return std::all_of(filter.children.begin(), filter.children.end(), isIndexed) ? &filter : nullptr;
    case Filter::Kind::Compare:
        return hasIndexFor(filter) ? &filter : nullptr;
    case Filter::Kind::All:
    case Filter::Kind::Not:
        return nullptr;
    }
    return nullptr;
}

void QuerySql::addIndexed(const Filter& part)
{
    if (part.kind != Filter::Kind::Or)
        return m_indexed.push_back(sqlOf(part));
    for (const auto& child : part.children)
        addIndexed(*child);
}

// One select for each: the engine takes an index for every one, which it does not for all of them joined by OR.
QByteArray QuerySql::indexed(const QByteArray& column) const
{
    QByteArrayList each;
    for (const auto& one : m_indexed)
        each +=
            "SELECT " + column + " FROM " + tableName(*m_query.entity) + " AS t WHERE " + m_life + " AND (" + one + ")";
    return each.join(" UNION ALL ");
}

void QuerySql::bindIndexed(Statement& statement, int& index) const
{
    index = bindAll(statement, index, m_indexedBounds);
}

QByteArray QuerySql::identity() const
{
    return m_order + rows();
}

QByteArray QuerySql::rows() const
{
    QByteArray text = m_from + where();
    for (const auto& each : m_bounds)
        text += encodeValue(each.value);
    return text;
}

void QuerySql::bind(Statement& statement, int& index) const
{
    index = bindAll(statement, index, m_bounds);
}

int QuerySql::bindAll(Statement& statement, int index, const std::vector<Bound>& bounds)
{
    static const Field plain;
    for (const auto& each : bounds)
        bindScalar(statement, index++, each.field ? *each.field : plain, each.value);
    return index;
}

}
