#include "core/store/Schema.h"

#include "core/database/Connection.h"
#include "core/store/Columns.h"

#include <QSet>

namespace kith {

namespace {

constexpr auto firstTables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE setting(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- What one person did at once. `undoes`: the act that this one takes back or does again; `state`: 0 stands, 1 undone.
CREATE TABLE act(
    n INTEGER PRIMARY KEY, id BLOB NOT NULL, kind INTEGER NOT NULL, author BLOB, device BLOB NOT NULL,
    at INTEGER NOT NULL, catalog INTEGER NOT NULL, entity INTEGER NOT NULL, records INTEGER NOT NULL,
    subject TEXT NOT NULL, undoes INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0);
CREATE INDEX act_undoes ON act(undoes) WHERE undoes > 0;

-- One row a patch; `before` is CBOR of the previous values, none for a create. Author, device and time are the act's.
CREATE TABLE patch(
    n INTEGER PRIMARY KEY, id BLOB NOT NULL, act INTEGER NOT NULL, grp INTEGER NOT NULL, op INTEGER NOT NULL,
    hlc INTEGER NOT NULL, entity INTEGER NOT NULL, k INTEGER NOT NULL, before BLOB);
CREATE INDEX patch_record ON patch(entity, k, n);
CREATE INDEX patch_act ON patch(act, n);

-- Creates and moves to the trash of whole runs of keys: an import's, and its undo's. `hlc` is the first key's.
CREATE TABLE act_range(
    act INTEGER NOT NULL, entity INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    op INTEGER NOT NULL, hlc INTEGER NOT NULL, PRIMARY KEY(act, entity, first, op)) WITHOUT ROWID;
CREATE INDEX act_range_record ON act_range(entity, first);

-- Members of options and tags: which records hold a value.
CREATE TABLE member(field BLOB NOT NULL, value BLOB NOT NULL, k INTEGER NOT NULL, PRIMARY KEY(field, value, k)) WITHOUT ROWID;

CREATE TABLE series(field BLOB NOT NULL, period TEXT NOT NULL, next INTEGER NOT NULL, PRIMARY KEY(field, period)) WITHOUT ROWID;

-- Patches saved here and not yet acknowledged by a hub; empty while the book has none.
CREATE TABLE outbox(n INTEGER PRIMARY KEY, patch BLOB NOT NULL, body BLOB, state INTEGER NOT NULL DEFAULT 0);

-- Imports that have begun and not ended: where to go on. `phase`: 0 rows come and derived values wait, 1 those are right.
CREATE TABLE import_job(
    act INTEGER PRIMARY KEY, plan BLOB NOT NULL, phase INTEGER NOT NULL, byte INTEGER NOT NULL, line INTEGER NOT NULL,
    counts BLOB NOT NULL, first INTEGER NOT NULL, indexed INTEGER NOT NULL);

-- Links of an import to records of its own entity that may stand further down in the file.
CREATE TABLE import_link(act INTEGER NOT NULL, id BLOB NOT NULL, field BLOB NOT NULL, name TEXT NOT NULL);

CREATE VIRTUAL TABLE search USING fts5(title, detail, content='', tokenize='kith');
INSERT INTO search(search, rank) VALUES('secure-delete', 1);
)sql";

// Rows that a running import has refused, until it writes them to its file.
constexpr auto rejectedRows = R"sql(
CREATE TABLE import_reject(act INTEGER NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, cells BLOB NOT NULL);
)sql";

// What records have in common, and which of them look like the same. core/work keeps them.
constexpr auto duplicateTables = R"sql(
-- A hash for each phone, mail, name, ... of a living record, and the record's key.
CREATE TABLE trait(entity INTEGER NOT NULL, hash INTEGER NOT NULL, k INTEGER NOT NULL, PRIMARY KEY(entity, hash, k)) WITHOUT ROWID;
-- The hybrid time up to which an entity's traits follow the acts.
CREATE TABLE trait_state(entity INTEGER PRIMARY KEY, time INTEGER NOT NULL, version INTEGER NOT NULL);
CREATE INDEX act_range_time ON act_range(hlc);

-- Two records, the smaller key first. `apart`: a person has said that they are not the same.
CREATE TABLE duplicate(
    entity INTEGER NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL, score INTEGER NOT NULL,
    apart INTEGER NOT NULL, PRIMARY KEY(entity, one, other)) WITHOUT ROWID;
CREATE INDEX duplicate_other ON duplicate(entity, other);
)sql";

// Tells the file of an import from another one that lies at its place. None in a book that an older program left off.
constexpr auto importedFile = "ALTER TABLE import_job ADD COLUMN fingerprint BLOB";

QSet<QByteArray> columnsOf(Connection& connection, const QByteArray& table)
{
    QSet<QByteArray> columns;
    auto statement = connection.kept("SELECT name FROM pragma_table_info(?1)");
    statement.bind(1, QString::fromLatin1(table));
    while (true) {
        const auto row = statement.step();
        if (!row || !*row)
            return columns;
        columns.insert(statement.utf8(0).toByteArray());
    }
}

QByteArray createTable(const Entity& entity)
{
    QByteArray sql =
        "CREATE TABLE " + tableName(entity) +
        "(k INTEGER PRIMARY KEY, id BLOB NOT NULL, life INTEGER NOT NULL DEFAULT 0, facets INTEGER NOT NULL, "
        "made INTEGER NOT NULL, touched INTEGER NOT NULL, extra BLOB";
    for (const auto& field : entity.fields) {
        for (const auto& column : writtenColumns(field))
            sql += ", " + columnDefinition(column, field);
    }
    return sql + ")";
}

Status addColumns(Connection& connection, const Entity& entity, const QSet<QByteArray>& present)
{
    for (const auto& field : entity.fields) {
        for (const auto& column : writtenColumns(field)) {
            if (!present.contains(column))
                KITH_TRY(connection.execute("ALTER TABLE " + tableName(entity) + " ADD COLUMN " +
                                            columnDefinition(column, field)));
        }
    }
    return {};
}

bool tellsDuplicates(const Field& field)
{
    return field.unique || field.type == FieldType::Phone || field.type == FieldType::Mail;
}

// As older programs made them: no statement that compares texts without regard to case can use one.
Status dropReplacedIndexes(Connection& connection, const Entity& entity)
{
    QSet<QByteArray> present;
    for (const auto& index : indexesOf(entity))
        present.insert(index.name);
    for (const auto& field : entity.fields) {
        const auto name = tableName(entity) + '_' + columnName(field);
        if (tellsDuplicates(field) && isText(field) && !present.contains(name))
            KITH_TRY(connection.execute("DROP INDEX IF EXISTS " + name));
    }
    return {};
}

}

const std::vector<Migration>& storeMigrations()
{
    static const std::vector<Migration> migrations{migrationOf(1, firstTables), migrationOf(2, rejectedRows),
                                                   migrationOf(3, duplicateTables), migrationOf(4, importedFile)};
    return migrations;
}

Status ensureTables(Connection& connection, const Catalog& catalog)
{
    for (const auto& entity : catalog.entities()) {
        const auto present = columnsOf(connection, tableName(entity));
        if (present.isEmpty()) {
            KITH_TRY(connection.execute(createTable(entity)));
            KITH_TRY(connection.execute("CREATE UNIQUE INDEX " + tableName(entity) + "_id ON " + tableName(entity) +
                                        "(id)"));
        } else {
            KITH_TRY(addColumns(connection, entity, present));
        }
        // The trash is small, and an index of it costs nothing while it is empty.
        KITH_TRY(connection.execute("CREATE INDEX IF NOT EXISTS " + tableName(entity) + "_trash ON " +
                                    tableName(entity) + "(life) WHERE life = 1"));
        KITH_TRY(ensureIndexes(connection, entity));
    }
    return {};
}

bool hasLinkIndex(const Field& relation)
{
    const bool isStamp = relation.system && relation.readOnly && relation.key != QStringView(systemField::MergedInto);
    return relation.type == FieldType::Relation && !relation.isDerived() && !isStamp;
}

std::vector<IndexDefinition> indexesOf(const Entity& entity)
{
    std::vector<IndexDefinition> indexes;
    const auto table = tableName(entity);
    const auto addNamed = [&](const QByteArray& name, const QByteArray& column, const QByteArray& condition) {
        indexes.push_back(
            {name, "CREATE INDEX IF NOT EXISTS " + name + " ON " + table + "(" + column + ") WHERE " + condition});
    };
    const auto add = [&](const QByteArray& column, const QByteArray& condition) {
        addNamed(table + '_' + column, column, condition);
    };
    for (const auto& field : entity.fields) {
        const auto column = columnName(field);
        if (hasLinkIndex(field))
            add(column, column + " IS NOT NULL");
        else if (field.sortable)
            add(sortColumn(field), "life = 0");
        if (field.filtered && field.type == FieldType::Relation)
            addNamed(table + '_' + column + "_none", column, column + " IS NULL AND life = 0");
        else if (field.filtered)
            add(column, "life = 0 AND " + column + " IS NOT NULL");
        if (tellsDuplicates(field) && isText(field))
            addNamed(table + '_' + column + "_nc", column + " COLLATE NOCASE", column + " IS NOT NULL");
        else if (tellsDuplicates(field) && !field.sortable)
            add(column, column + " IS NOT NULL");
    }
    return indexes;
}

Status ensureIndexes(Connection& connection, const Entity& entity)
{
    KITH_TRY(dropReplacedIndexes(connection, entity));
    for (const auto& index : indexesOf(entity))
        KITH_TRY(connection.execute(index.sql));
    return {};
}

Status dropIndexes(Connection& connection, const Entity& entity)
{
    for (const auto& index : indexesOf(entity))
        KITH_TRY(connection.execute("DROP INDEX IF EXISTS " + index.name));
    return {};
}

}
