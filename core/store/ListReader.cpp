#include "core/store/ListReader.h"

#include "core/store/Columns.h"
#include "core/store/ListOrder.h"
#include "core/store/QuerySql.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// Rows that are looked at one by one before the whole table is read instead; some milliseconds.
constexpr std::int64_t patience = 2'500;
// The first rows of a list that no index gives are picked out while reading it, without putting the rest in order.
constexpr std::int64_t firstRows = 500;

QString componentOf(const Addresses& addresses, QStringView component)
{
    const auto& address = addresses.front();
    if (component == u"country")
        return address.country;
    if (component == u"region")
        return address.region;
    if (component == u"city")
        return address.city;
    if (component == u"district")
        return address.district;
    if (component == u"street")
        return address.street;
    return component == u"postcode" ? address.postcode : QString();
}

QString titleOf(Tables& tables, const Field& field, const Value& value)
{
    if (const auto* reference = std::get_if<Reference>(&value))
        return tables.title(*reference);
    const auto* set = std::get_if<IdSet>(&value);
    if (!set || field.type != FieldType::Tags)
        return {};
    QStringList names;
    for (const auto& id : *set)
        names += tables.title(Reference{tables.catalog().entity(field.targets.first())->id, RecordId::from(id)});
    return names.join(u", "_s);
}

}

namespace {

QString cursorText(const ListPosition& position)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << position.isStart << position.sortIsNull << position.sortIsNumber << qint64(position.sortNumber)
        << position.sortBytes << qint64(position.key);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<ListPosition> positionAt(const QString& cursor)
{
    ListPosition position;
    if (cursor.isEmpty())
        return position;
    const auto bytes = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding);
    QDataStream in(bytes);
    qint64 number = 0;
    qint64 key = 0;
    in >> position.isStart >> position.sortIsNull >> position.sortIsNumber >> number >> position.sortBytes >> key;
    position.sortNumber = number;
    position.key = key;
    return in.status() == QDataStream::Ok && in.atEnd() ? std::optional(position) : std::nullopt;
}

// Of a row with the key first and then the sort value, if there is one.
ListPosition behind(const Statement& statement, bool sorted, SortKind kind)
{
    ListPosition position;
    position.isStart = false;
    position.key = statement.integer(0);
    position.sortIsNull = !sorted || statement.isNull(1);
    position.sortIsNumber = kind == SortKind::Number;
    if (!position.sortIsNull && kind == SortKind::Number)
        position.sortNumber = statement.integer(1);
    else if (!position.sortIsNull)
        position.sortBytes = (kind == SortKind::Text ? statement.utf8(1) : statement.blob(1)).toByteArray();
    return position;
}

void bindPosition(Statement& statement, int& index, const ListPosition& from, bool sorted, SortKind kind)
{
    if (sorted && !from.sortIsNull) {
        if (kind == SortKind::Number)
            statement.bind(index++, from.sortNumber);
        else if (kind == SortKind::Text)
            statement.bindUtf8(index++, from.sortBytes);
        else
            statement.bind(index++, from.sortBytes);
    }
    statement.bind(index++, from.key);
}

// Conditions that follow each other: what comes behind a position. Empty values stand at the end of a descending list
// and at the beginning of an ascending one.
QByteArrayList phasesBehind(const ListPosition& from, const QuerySql& sql)
{
    const auto& sort = sql.sortExpression();
    const QByteArray past = sql.descending() ? " < " : " > ";
    if (from.isStart)
        return {""};
    if (sort.isEmpty())
        return {" AND t.k" + past + "?"};
    QByteArrayList phases;
    if (from.sortIsNull)
        phases += " AND " + sort + " IS NULL AND t.k" + past + "?";
    else
        phases += " AND (" + sort + ", t.k)" + past + "(?, ?)";
    if (from.sortIsNull != sql.descending())
        phases += " AND " + sort + (sql.descending() ? " IS NULL" : " IS NOT NULL");
    return phases;
}

// One that gives up where the condition was looked at so many times, or one that does not.
QByteArray walkText(const QuerySql& sql, const QByteArray& phase, bool patient)
{
    const auto& sort = sql.sortExpression();
    const auto value = sort.isEmpty() ? QByteArray() : ", " + sort;
    if (patient)
        return "SELECT t.k" + value + " FROM " + sql.from() + " WHERE " + sql.where() + phase + " ORDER BY " +
               sql.order() + " LIMIT ? OFFSET ?";
    return "SELECT k" + QByteArray(sort.isEmpty() ? "" : ", s") + " FROM (SELECT t.k AS k" +
           (sort.isEmpty() ? "" : value + " AS s") + ", (" + sql.condition() + ") AS fits FROM " + sql.from() +
           " WHERE " + sql.life() + phase + " ORDER BY " + sql.order() + " LIMIT " + QByteArray::number(patience) +
           ") WHERE fits LIMIT ? OFFSET ?";
}

}

Result<ListReader::Found> ListReader::walk(const Query& query, const QuerySql& sql, const ListPosition& from,
                                           std::int64_t skip, int count, bool patient)
{
    const auto kind = sortKindOf(query);
    const bool sorted = !sql.sortExpression().isEmpty();
    const auto phases = phasesBehind(from, sql);
    Found found;
    // Without patience a phase that filled too little may have given up: nothing comes after it.
    const auto last = patient ? phases.size() : 1;
    for (int phase = 0; phase < last && int(found.keys.size()) < count; ++phase) {
        auto statement = m_tables.connection().kept(walkText(sql, phases[phase], patient));
        int index = 1;
        sql.bind(statement, index);
        if (phase == 0 && !from.isStart)
            bindPosition(statement, index, from, sorted, kind);
        statement.bind(index++, count - int(found.keys.size()));
        statement.bind(index, phase == 0 ? skip : 0);
        while (true) {
            KITH_TRY(const bool row, statement.step());
            if (!row)
                break;
            found.keys.push_back(statement.integer(0));
            found.next = behind(statement, sorted, kind);
        }
    }
    found.gaveUp = !patient && int(found.keys.size()) < count;
    return found;
}

Result<ListOrder> ListReader::order(const Query& query, const QuerySql& sql)
{
    const auto list = sql.identity();
    if (m_last.first != list || !m_last.second) {
        KITH_TRY(auto order, m_memory->order(list, m_moment, [&] { return orderedKeys(m_tables, query, sql); }));
        m_last = {list, std::move(order)};
    }
    return m_last.second;
}

Result<ListPage> ListReader::pageOf(const Query& query, const ListOrder& order, std::int64_t first, int count)
{
    const auto size = std::int64_t(order->size());
    const auto begin = std::clamp<std::int64_t>(first, 0, size);
    const auto end = std::min(begin + count, size);
    KITH_TRY(auto page, rows(query, {order->begin() + begin, order->begin() + end}));
    page.first = first;
    page.last = end - begin < count;
    return page;
}

Result<ListPosition> ListReader::positionOf(const Query& query, const QuerySql& sql, RecordKey key)
{
    const auto& sort = sql.sortExpression();
    auto statement = m_tables.connection().kept("SELECT t.k" + (sort.isEmpty() ? sort : ", " + sort) + " FROM " +
                                                sql.from() + " WHERE t.k = ?");
    statement.bind(1, key);
    KITH_TRY(statement.step());
    return behind(statement, !sort.isEmpty(), sortKindOf(query));
}

Result<ListPage> ListReader::page(const Query& query, std::int64_t first, int count)
{
    const QuerySql sql(query);
    const auto list = sql.identity();
    if (const auto order = m_memory->order(list, m_moment))
        return pageOf(query, order, first, count);
    const bool filtered = !sql.condition().isEmpty();
    const auto known = sql.pagesByKey() ? m_memory->position(list, m_moment, first) : std::nullopt;
    const auto skip = known ? 0 : first;
    KITH_TRY(const bool soonFound, leavesFewer(m_tables, sql, patience));
    if (soonFound || (sql.walksIndex() ? filtered && skip > patience : first + count > firstRows)) {
        KITH_TRY(const auto order, this->order(query, sql));
        return pageOf(query, order, first, count);
    }
    const bool patient = !filtered || !sql.walksIndex();
    KITH_TRY(const auto found, walk(query, sql, known.value_or(ListPosition()), skip, count, patient));
    if (found.gaveUp) {
        KITH_TRY(const auto order, this->order(query, sql));
        return pageOf(query, order, first, count);
    }
    KITH_TRY(auto page, rows(query, found.keys));
    page.first = first;
    page.last = int(found.keys.size()) < count;
    if (sql.pagesByKey() && !found.keys.empty())
        m_memory->rememberPosition(list, m_moment, first + std::int64_t(found.keys.size()), found.next);
    return page;
}

// By key one row more is asked for, to know whether this is the end; a list that cannot be paged by key carries the
// number of rows read as its cursor.
Result<ListPage> ListReader::pageAfter(const Query& query, const QString& cursor, int count)
{
    const auto position = positionAt(cursor);
    if (!position)
        return Error{ErrorCode::QuerySyntax, {u"1"_s, u"cursor"_s}};
    const QuerySql sql(query);
    if (position->isStart || !sql.pagesByKey()) {
        const auto first = position->isStart ? 0 : position->sortNumber;
        KITH_TRY(auto page, this->page(query, first, count + 1));
        page.last = std::int64_t(page.rows.size()) <= count;
        if (page.last)
            return page;
        page.rows.pop_back();
        ListPosition end;
        end.isStart = false;
        end.sortNumber = first + count;
        if (sql.pagesByKey()) {
            KITH_TRY(end, positionOf(query, sql, page.rows.back().key));
        }
        page.next = cursorText(end);
        return page;
    }
    KITH_TRY(auto found, walk(query, sql, *position, 0, count + 1, true));
    const bool more = int(found.keys.size()) > count;
    if (more)
        found.keys.pop_back();
    KITH_TRY(auto page, rows(query, found.keys));
    page.last = !more;
    if (more) {
        KITH_TRY(const auto end, positionOf(query, sql, found.keys.back()));
        page.next = cursorText(end);
    }
    return page;
}

Status ListReader::prepare(const Query& query)
{
    const QuerySql sql(query);
    KITH_TRY(order(query, sql));
    return {};
}

Status ListReader::picked(const Query& query, const Picks& picks, int count, const TakeRows& take)
{
    for (QString cursor; picks.whole;) {
        KITH_TRY(const auto page, pageAfter(query, cursor, count));
        KITH_TRY(take(page.rows));
        cursor = page.next;
        if (page.last)
            return {};
    }
    KITH_TRY(pickedRecords(query, picks.records, count, take));
    for (const auto& range : picks.rows)
        KITH_TRY(pickedRange(query, range, count, take));
    return {};
}

// What has left the list meanwhile is left out.
Status ListReader::pickedRecords(const Query& query, const std::vector<RecordId>& records, int count,
                                 const TakeRows& take)
{
    const QuerySql sql(query);
    auto statement =
        m_tables.connection().kept("SELECT t.k FROM " + sql.from() + " WHERE " + sql.where() + " AND t.id = ?");
    int index = 1;
    sql.bind(statement, index);
    std::vector<RecordKey> keys;
    for (std::size_t i = 0; i < records.size(); ++i) {
        statement.bind(index, records[i]);
        KITH_TRY(const bool found, statement.step());
        if (found)
            keys.push_back(statement.integer(0));
        statement.reset();
        if (int(keys.size()) < count && i + 1 < records.size())
            continue;
        KITH_TRY(const auto page, rows(query, keys));
        KITH_TRY(take(page.rows));
        keys.clear();
    }
    return {};
}

Status ListReader::pickedRange(const Query& query, const RowRange& range, int count, const TakeRows& take)
{
    auto seen = range.seen.begin();
    for (std::int64_t done = 0; done < range.count;) {
        KITH_TRY(const auto part,
                 page(query, range.first + done, int(std::min<std::int64_t>(count, range.count - done))));
        const auto got = std::int64_t(part.rows.size());
        for (; seen != range.seen.end() && seen->first < part.first + got; ++seen) {
            if (part.rows[std::size_t(seen->first - part.first)].id != seen->second)
                return Error{ErrorCode::ListMoved, {}};
        }
        if (got == 0)
            return Error{ErrorCode::ListMoved, {}};
        KITH_TRY(take(part.rows));
        done += got;
    }
    return {};
}

Result<ListPage> ListReader::rows(const Query& query, const std::vector<RecordKey>& keys)
{
    QByteArrayList columns{"t.k", "t.id"};
    QByteArrayList joins;
    for (const auto& path : query.columns) {
        const auto clause = QuerySql::join(path);
        if (!clause.isEmpty() && !joins.contains(clause))
            joins += clause;
        for (const auto& column : readColumns(*path.field))
            columns += QuerySql::alias(path) + '.' + column;
    }
    ListPage page;
    auto statement = m_tables.connection().kept("SELECT " + columns.join(", ") + " FROM " + tableName(*query.entity) +
                                                " AS t" + joins.join() + " WHERE t.k = ?1");
    for (const auto key : keys) {
        statement.bind(1, key);
        KITH_TRY(const bool found, statement.step());
        if (!found)
            continue;
        KITH_TRY(auto one, row(query, statement));
        page.rows.push_back(std::move(one));
        statement.reset();
    }
    return page;
}

Result<Row> ListReader::row(const Query& query, Statement& statement)
{
    Row row;
    row.key = statement.integer(0);
    row.id = statement.id<RecordId>(1);
    int column = 2;
    for (const auto& path : query.columns) {
        auto value = readField(statement, column, m_tables.catalog(), *path.field);
        if (!path.component.isEmpty()) {
            const auto* addresses = std::get_if<Addresses>(&value);
            value = canonical(addresses ? Value(componentOf(*addresses, path.component)) : Value{});
        }
        row.titles.push_back(titleOf(m_tables, *path.field, value));
        row.values.push_back(std::move(value));
    }
    row.title = m_tables.title(Reference{query.entity->id, row.id});
    return row;
}

Result<std::int64_t> ListReader::count(const Query& query)
{
    const QuerySql sql(query);
    const auto rows = sql.rows();
    if (const auto known = m_memory->count(rows, m_moment))
        return *known;
    KITH_TRY(const auto count, countNow(query, sql));
    m_memory->rememberCount(rows, m_moment, count);
    return count;
}

Result<std::int64_t> ListReader::countNow(const Query& query, const QuerySql& sql)
{
    // What matches a condition is read to the end in any case; then its order costs little more.
    if (sql.walksIndex() && !sql.condition().isEmpty()) {
        KITH_TRY(const auto order, this->order(query, sql));
        return std::int64_t(order->size());
    }
    auto statement = m_tables.connection().kept("SELECT count(*) FROM " + sql.from() + " WHERE " + sql.where());
    int index = 1;
    sql.bind(statement, index);
    KITH_TRY(statement.step());
    return statement.integer(0);
}

Result<std::vector<RecordId>> trashOf(Tables& tables, const Entity& entity)
{
    std::vector<RecordId> ids;
    auto statement = tables.connection().kept("SELECT id FROM " + tableName(entity) + " WHERE life = 1 ORDER BY k");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return ids;
        ids.push_back(statement.id<RecordId>(0));
    }
}

Result<RecordView> viewRecord(Tables& tables, const Entity& entity, const RecordId& id, const QString& language)
{
    KITH_TRY(const auto survivor, tables.survivorOf(entity, id));
    KITH_TRY(auto loaded, tables.load(entity, survivor));
    if (!loaded)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(language), id.toString()}};
    RecordView view;
    view.catalog = tables.catalogPtr();
    view.record = std::move(loaded->record);
    view.title = tables.title(view.record);
    for (const auto& field : entity.fields) {
        const auto& value = view.record.value(field.id);
        if (const auto title = titleOf(tables, field, value); !title.isEmpty())
            view.titles[field.id] = title;
        const auto* set = std::get_if<IdSet>(&value);
        if (!set || field.type != FieldType::Tags)
            continue;
        for (const auto& member : *set)
            view.setTitles[field.id].push_back(
                tables.title(Reference{tables.catalog().entity(field.targets.first())->id, RecordId::from(member)}));
    }
    for (const auto& incoming : tables.catalog().incoming(entity)) {
        const bool system = incoming.field->system && incoming.field->readOnly;
        if (system)
            continue;
        auto statement = tables.connection().kept("SELECT count(*) FROM " + tableName(*incoming.entity) + " WHERE " +
                                                  columnName(*incoming.field) + " = ?1 AND life = 0");
        statement.bind(1, survivor);
        KITH_TRY(statement.step());
        view.related.push_back({incoming.entity, incoming.field, statement.integer(0)});
    }
    return view;
}

}
