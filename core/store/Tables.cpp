#include "core/store/Tables.h"

#include "core/records/FieldCursor.h"
#include "core/store/Columns.h"

namespace kith {

namespace {

constexpr int longestChain = 1'000; // of records merged into merged ones
constexpr int titleDepth = 3;       // a title made of titles made of titles is as far as it goes

QByteArray joined(const QByteArrayList& parts)
{
    return parts.join(", ");
}

}

void Tables::setCatalog(CatalogPtr catalog)
{
    m_catalog = std::move(catalog);
    m_texts.clear();
}

const Tables::Texts& Tables::texts(const Entity& entity)
{
    const auto table = tableName(entity);
    const auto found = m_texts.constFind(table);
    if (found != m_texts.constEnd())
        return *found;
    QByteArrayList read{"k", "id", "life", "facets", "made", "touched"};
    QByteArrayList written{"k", "id", "life", "facets", "made", "touched"};
    for (const auto& field : entity.fields) {
        for (const auto& column : readColumns(field))
            read += column;
        for (const auto& column : writtenColumns(field))
            written += column;
    }
    QByteArrayList marks(written.size(), "?");
    Texts made;
    made.insert = "INSERT INTO " + table + "(" + joined(written) + ") VALUES(" + joined(marks) + ")";
    made.selectById = "SELECT " + joined(read) + " FROM " + table + " WHERE id = ?1";
    made.selectByKey = "SELECT " + joined(read) + " FROM " + table + " WHERE k = ?1";
    made.keyById = "SELECT k FROM " + table + " WHERE id = ?1";
    return *m_texts.insert(table, made);
}

Tables::Loaded Tables::read(const Statement& statement, const Entity& entity)
{
    Loaded loaded;
    loaded.record.entity = entity.id;
    loaded.record.key = statement.integer(0);
    loaded.record.id = statement.id<RecordId>(1);
    loaded.record.life = Life(statement.integer(2));
    loaded.record.facets = std::uint32_t(statement.integer(3));
    loaded.state = {loaded.record.key, statement.integer(4), statement.integer(5)};
    int column = 6;
    for (const auto& field : entity.fields) {
        auto value = readField(statement, column, *m_catalog, field);
        if (!isEmpty(value))
            loaded.record.fields.emplace(field.id, std::move(value));
    }
    return loaded;
}

Result<std::optional<Tables::Loaded>> Tables::load(const Entity& entity, const RecordId& id)
{
    auto statement = m_connection.kept(texts(entity).selectById);
    statement.bind(1, id);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(read(statement, entity)) : std::nullopt;
}

Result<std::optional<Tables::Loaded>> Tables::loadKey(const Entity& entity, RecordKey key)
{
    auto statement = m_connection.kept(texts(entity).selectByKey);
    statement.bind(1, key);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional(read(statement, entity)) : std::nullopt;
}

Result<std::optional<RecordKey>> Tables::keyOf(const Entity& entity, const RecordId& id)
{
    auto statement = m_connection.kept(texts(entity).keyById);
    statement.bind(1, id);
    KITH_TRY(const bool found, statement.step());
    return found ? std::optional<RecordKey>(statement.integer(0)) : std::nullopt;
}

Result<RecordId> Tables::survivorOf(const Entity& entity, const RecordId& id)
{
    auto survivor = id;
    auto statement = m_connection.kept("SELECT " + columnName(*entity.field(systemField::MergedInto)) + " FROM " +
                                       tableName(entity) + " WHERE id = ?1 AND life = ?2");
    for (int step = 0; step < longestChain; ++step) {
        statement.bindAll(survivor, int(Life::Merged));
        KITH_TRY(const bool isMerged, statement.step());
        if (!isMerged)
            break;
        survivor = statement.id<RecordId>(0);
        statement.reset();
    }
    return survivor;
}

QByteArray Tables::insertSql(const Entity& entity)
{
    return texts(entity).insert;
}

void Tables::bindRow(Statement& statement, const Entity& entity, const Record& record, std::int64_t act)
{
    int index = 1;
    if (record.key > 0)
        statement.bind(index++, record.key);
    else
        statement.bind(index++, std::nullopt);
    statement.bind(index++, record.id);
    statement.bind(index++, int(record.life));
    statement.bind(index++, std::int64_t(record.facets));
    statement.bind(index++, act);
    statement.bind(index++, act);
    FieldCursor values(record.fields);
    for (const auto& field : entity.fields)
        bindField(statement, index, *m_catalog, field, values.value(field.id));
}

Result<RecordKey> Tables::insert(const Entity& entity, const Record& record, std::int64_t act)
{
    auto statement = m_connection.kept(texts(entity).insert);
    bindRow(statement, entity, record, act);
    KITH_TRY(statement.run());
    return m_connection.lastInsertKey();
}

Status Tables::update(const Entity& entity, RecordKey key, const FieldValues& fields, std::int64_t act)
{
    QByteArrayList sets;
    for (const auto& [id, value] : fields) {
        const Field* field = entity.field(id);
        if (!field)
            continue;
        for (const auto& column : writtenColumns(*field))
            sets += column + " = ?";
    }
    if (act > 0)
        sets += "touched = ?";
    if (sets.isEmpty())
        return {};
    auto statement = m_connection.kept("UPDATE " + tableName(entity) + " SET " + joined(sets) + " WHERE k = ?");
    int index = 1;
    for (const auto& [id, value] : fields) {
        if (const Field* field = entity.field(id))
            bindField(statement, index, *m_catalog, *field, value);
    }
    if (act > 0)
        statement.bind(index++, act);
    statement.bind(index, key);
    return statement.run();
}

Status Tables::setLife(const Entity& entity, RecordKey key, Life life, std::int64_t act)
{
    auto statement = m_connection.kept("UPDATE " + tableName(entity) + " SET life = ?1, touched = ?2 WHERE k = ?3");
    return statement.bindAll(int(life), act, key).run();
}

Status Tables::remove(const Entity& entity, RecordKey key)
{
    auto statement = m_connection.kept("DELETE FROM " + tableName(entity) + " WHERE k = ?1");
    return statement.bindAll(key).run();
}

QString Tables::title(const Record& record)
{
    return titleAt(record, 0);
}

QString Tables::title(const Reference& reference)
{
    return titleAt(reference, 0);
}

QString Tables::titleAt(const Record& record, int depth)
{
    const Entity* entity = m_catalog->entity(record.entity);
    if (!entity)
        return {};
    for (const auto& key : entity->title) {
        const Field* field = entity->field(key);
        const auto& value = record.value(field->id);
        if (const auto* text = std::get_if<QString>(&value))
            return *text;
        if (const auto* reference = std::get_if<Reference>(&value)) {
            auto name = titleAt(*reference, depth + 1);
            if (!name.isEmpty())
                return name;
        }
        if (const auto* points = std::get_if<Points>(&value))
            return points->front().shown();
        if (const auto* option = std::get_if<OptionId>(&value)) {
            if (const Option* known = field->option(*option))
                return known->label.in(QStringLiteral("en"));
        }
    }
    return {};
}

QString Tables::titleAt(const Reference& reference, int depth)
{
    const Entity* entity = depth < titleDepth ? m_catalog->entity(reference.entity) : nullptr;
    if (!entity)
        return {};
    // Only the columns of the title: this runs for every relation of every row of a list.
    QByteArrayList columns;
    for (const auto& key : entity->title) {
        for (const auto& column : readColumns(*entity->field(key)))
            columns += column;
    }
    auto statement = m_connection.kept("SELECT " + joined(columns) + " FROM " + tableName(*entity) + " WHERE id = ?1");
    statement.bind(1, reference.record);
    const auto found = statement.step();
    if (!found || !*found)
        return {};
    Record record;
    record.entity = entity->id;
    int column = 0;
    for (const auto& key : entity->title) {
        const Field* field = entity->field(key);
        record.fields[field->id] = readField(statement, column, *m_catalog, *field);
    }
    return titleAt(record, depth);
}

}
