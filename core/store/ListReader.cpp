#include "core/store/ListReader.h"

#include "core/store/Columns.h"
#include "core/store/QuerySql.h"

#include <QDataStream>
#include <QIODevice>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedLists = 16;
constexpr std::size_t rememberedPages = 4'096;

enum class SortKind { Number, Text, Blob };

SortKind sortKindOf(const Query& query)
{
    if (query.sort.empty())
        return SortKind::Number;
    const Field& field = *query.sort.front().path.field;
    if (query.sort.front().path.component.isEmpty() && hasSortKey(field))
        return SortKind::Blob;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Instant:
    case FieldType::Boolean:
        return SortKind::Number;
    default:
        return SortKind::Text;
    }
}

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

QString ListReader::cursorText(const Position& position)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << position.isStart << position.sortIsNull << position.sortIsNumber << qint64(position.sortNumber)
        << position.sortBytes << qint64(position.key);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<ListReader::Position> ListReader::positionOf(const QString& cursor)
{
    Position position;
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

Result<std::vector<RecordKey>> ListReader::keys(const Query& query, const Position& from, std::int64_t skip, int count,
                                                Position& next)
{
    const QuerySql sql(query);
    const auto kind = sortKindOf(query);
    const auto& sort = sql.sortExpression();
    const bool sorted = !sort.isEmpty();
    const QByteArray past = sql.descending() ? " < " : " > ";
    // Empty values stand at the end of a descending list and at the beginning of an ascending one.
    QByteArrayList phases;
    if (from.isStart)
        phases = {""};
    else if (!sorted)
        phases = {" AND t.k" + past + "?"};
    else if (from.sortIsNull)
        phases = {" AND " + sort + " IS NULL AND t.k" + past + "?"};
    else
        phases = {" AND (" + sort + ", t.k)" + past + "(?, ?)"};
    if (sorted && !from.isStart && from.sortIsNull != sql.descending())
        phases += " AND " + sort + (sql.descending() ? " IS NULL" : " IS NOT NULL");
    std::vector<RecordKey> found;
    for (int phase = 0; phase < phases.size() && int(found.size()) < count; ++phase) {
        auto statement = m_tables.connection().kept("SELECT t.k" + (sorted ? ", " + sort : QByteArray()) + " FROM " +
                                                    sql.from() + " WHERE " + sql.where() + phases[phase] +
                                                    " ORDER BY " + sql.order() + " LIMIT ? OFFSET ?");
        int index = 1;
        sql.bind(statement, index);
        if (phase == 0 && !from.isStart) {
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
        statement.bind(index++, count - int(found.size()));
        statement.bind(index, phase == 0 ? skip : 0);
        while (true) {
            KITH_TRY(const bool row, statement.step());
            if (!row)
                break;
            found.push_back(statement.integer(0));
            next = {};
            next.isStart = false;
            next.key = found.back();
            next.sortIsNull = !sorted || statement.isNull(1);
            next.sortIsNumber = kind == SortKind::Number;
            if (sorted && !next.sortIsNull && kind == SortKind::Number)
                next.sortNumber = statement.integer(1);
            else if (sorted && !next.sortIsNull)
                next.sortBytes = (kind == SortKind::Text ? statement.utf8(1) : statement.blob(1)).toByteArray();
        }
    }
    return found;
}

Result<ListPage> ListReader::page(const Query& query, std::int64_t first, int count)
{
    const QuerySql sql(query);
    Position from;
    std::int64_t skip = first;
    std::map<std::int64_t, Position>* known = nullptr;
    if (sql.pagesByKey()) {
        if (m_positions.size() > rememberedLists)
            m_positions.clear();
        known = &m_positions[sql.identity()];
        if (const auto exact = known->find(first); exact != known->end()) {
            from = exact->second;
            skip = 0;
        }
    }
    Position next;
    KITH_TRY(const auto found, keys(query, from, skip, count, next));
    KITH_TRY(auto page, rows(query, found));
    page.first = first;
    page.last = int(found.size()) < count;
    if (!page.last)
        page.next = cursorText(next);
    if (known && !found.empty() && known->size() < rememberedPages)
        (*known)[first + std::int64_t(found.size())] = next;
    return page;
}

Result<ListPage> ListReader::pageAfter(const Query& query, const QString& cursor, int count)
{
    const auto position = positionOf(cursor);
    if (!position)
        return Error{ErrorCode::QuerySyntax, {u"1"_s, u"cursor"_s}};
    Position next;
    const QuerySql sql(query);
    // A list that cannot be paged by key carries the number of rows read as its cursor.
    const bool byKey = sql.pagesByKey();
    const auto skip = byKey ? 0 : position->sortNumber;
    KITH_TRY(const auto found, keys(query, byKey ? *position : Position{}, skip, count + 1, next));
    const bool more = int(found.size()) > count;
    auto shown = found;
    if (more)
        shown.pop_back();
    KITH_TRY(auto page, rows(query, shown));
    page.last = !more;
    if (!more)
        return page;
    Position end;
    if (byKey) {
        KITH_TRY(keys(query, *position, skip, count, end));
    } else {
        end.isStart = false;
        end.sortNumber = skip + count;
    }
    page.next = cursorText(end);
    return page;
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
