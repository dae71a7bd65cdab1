#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/database/Connection.h"
#include "core/records/Record.h"

#include <QHash>

#include <optional>

namespace kith {

// What the engine keeps of a record beside its fields.
struct RowState
{
    RecordKey key = 0;
    std::int64_t made = 0;    // act that made it
    std::int64_t touched = 0; // act that last changed it; derived values do not count
};

// Reads and writes rows of entity tables through one connection, as one thread's view of the catalog. Knows columns;
// knows nothing of history, search or rules: writers of records go through ActWriter or BulkWriter.
class Tables
{
public:
    Tables(Connection& connection, CatalogPtr catalog) : m_connection(connection), m_catalog(std::move(catalog)) {}

    Connection& connection() { return m_connection; }
    const Catalog& catalog() const { return *m_catalog; }
    const CatalogPtr& catalogPtr() const { return m_catalog; }
    void setCatalog(CatalogPtr catalog);

    struct Loaded
    {
        Record record;
        RowState state;
    };
    Result<std::optional<Loaded>> load(const Entity& entity, const RecordId& id);
    Result<std::optional<Loaded>> loadKey(const Entity& entity, RecordKey key);
    Result<std::optional<RecordKey>> keyOf(const Entity& entity, const RecordId& id);
    // The record that goes on for this one: itself unless it was merged into another, which may have been merged too.
    Result<RecordId> survivorOf(const Entity& entity, const RecordId& id);

    // Writes a new row; the key is SQLite's choice unless the record has one. Answers the key.
    Result<RecordKey> insert(const Entity& entity, const Record& record, std::int64_t act);
    // Writes these fields of a row, and what the act touched unless 0 (derived values).
    Status update(const Entity& entity, RecordKey key, const FieldValues& fields, std::int64_t act);
    Status setLife(const Entity& entity, RecordKey key, Life life, std::int64_t act);
    Status remove(const Entity& entity, RecordKey key);

    // What a record is called: its first title field that is not empty, a relation by its own title. Empty if unknown.
    QString title(const Record& record);
    QString title(const Reference& reference);

    // The SQL of all of an entity's columns as an INSERT, and how many there are; binds follow bindRow().
    QByteArray insertSql(const Entity& entity);
    void bindRow(Statement& statement, const Entity& entity, const Record& record, std::int64_t act);

private:
    struct Texts
    {
        QByteArray insert;
        QByteArray selectById;
        QByteArray selectByKey;
        QByteArray keyById;
    };
    const Texts& texts(const Entity& entity);
    Loaded read(const Statement& statement, const Entity& entity);
    QString titleAt(const Reference& reference, int depth);
    QString titleAt(const Record& record, int depth);

    Connection& m_connection;
    CatalogPtr m_catalog;
    QHash<QByteArray, Texts> m_texts;
};

}
