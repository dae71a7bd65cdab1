// How ActWriter takes a record out of the book for good, with everything that told of it.

#include "core/store/ActWriter.h"
#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/wire/ValueCodec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith {

Result<Written> ActWriter::purge(const Entity& entity, const RecordId& id)
{
    Written written;
    written.id = id;
    KITH_TRY(auto current, m_context.tables.load(entity, id));
    if (!current || current->record.life != Life::Trash)
        return Error{ErrorCode::NoSuchRecord, {entity.label.in(m_context.meta.language), id.toString()}};
    KITH_TRY(purgeLoaded(entity, *current));
    written.key = current->record.key;
    written.changed = true;
    return written;
}

Status ActWriter::purgeLoaded(const Entity& entity, const Tables::Loaded& current)
{
    const auto& id = current.record.id;
    for (const auto& incoming : m_context.tables.catalog().incoming(entity)) {
        KITH_TRY(const auto parts, partsOf(incoming, id, Parts::WithLinks));
        for (const auto& part : parts) {
            KITH_TRY(auto loaded, m_context.tables.load(*incoming.entity, part));
            if (loaded)
                KITH_TRY(purgeLoaded(*incoming.entity, *loaded));
        }
    }
    // What was merged into it is the same thing, and goes with it.
    KITH_TRY(const auto merged, mergedInto(entity, id));
    for (const auto& other : merged) {
        KITH_TRY(auto loaded, m_context.tables.load(entity, other));
        if (loaded)
            KITH_TRY(purgeLoaded(entity, *loaded));
    }
    KITH_TRY(unlinkEverywhere(entity, id));
    auto& connection = m_context.tables.connection();
    const auto key = current.record.key;
    KITH_TRY(removeFromSearch(connection, searchRow(entity, key), searchDocument(entity, current.record)));
    FieldValues nothing;
    for (const auto& [field, value] : current.record.fields)
        nothing.emplace(field, Value{});
    KITH_TRY(replaceMembers(entity, key, nothing));
    KITH_TRY(noteNames(entity, current.record));
    auto forget = connection.kept("DELETE FROM patch WHERE entity = ?1 AND k = ?2");
    KITH_TRY(forget.bindAll(entityNumber(entity), key).run());
    KITH_TRY(m_context.tables.remove(entity, key));
    KITH_TRY(insertPatch(Operation::Purge, entity, key, id, nullptr));
    m_derivations.noteChange(entity, &current.record, nullptr);
    return {};
}

Result<std::vector<RecordId>> ActWriter::mergedInto(const Entity& entity, const RecordId& id)
{
    std::vector<RecordId> merged;
    auto statement = m_context.tables.connection().kept("SELECT id FROM " + tableName(entity) + " WHERE " +
                                                        columnName(*entity.field(systemField::MergedInto)) + " = ?1");
    statement.bind(1, id);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return merged;
        merged.push_back(statement.id<RecordId>(0));
    }
}

// Acts are called after a record. What a purged one was called, now or ever, must leave the file with it.
Status ActWriter::noteNames(const Entity& entity, const Record& record)
{
    auto past = record;
    m_forgottenNames.insert(m_context.tables.title(past));
    auto patches = m_context.tables.connection().kept(
        "SELECT before FROM patch WHERE entity = ?1 AND k = ?2 AND before IS NOT NULL ORDER BY n DESC");
    patches.bindAll(entityNumber(entity), record.key);
    while (true) {
        KITH_TRY(const bool found, patches.step());
        if (!found)
            return {};
        KITH_TRY(const auto before, decodeFields(patches.blob(0).toByteArray()));
        for (const auto& [field, value] : before)
            past.fields[field] = value;
        m_forgottenNames.insert(m_context.tables.title(past));
    }
}

Status ActWriter::forgetNames()
{
    m_forgottenNames.erase(QString());
    if (m_forgottenNames.empty())
        return {};
    QJsonArray names;
    for (const auto& name : m_forgottenNames)
        names.append(name);
    auto silence = m_context.tables.connection().kept(
        "UPDATE act SET subject = '' WHERE subject IN (SELECT value FROM json_each(?1))");
    return silence.bindUtf8(1, QJsonDocument(names).toJson(QJsonDocument::Compact)).run();
}

Status ActWriter::unlinkEverywhere(const Entity& entity, const RecordId& id)
{
    for (const auto& incoming : m_context.tables.catalog().incoming(entity)) {
        auto statement = m_context.tables.connection().kept("SELECT id FROM " + tableName(*incoming.entity) +
                                                            " WHERE " + columnName(*incoming.field) + " = ?1");
        statement.bind(1, id);
        std::vector<RecordId> linked;
        while (true) {
            KITH_TRY(const bool found, statement.step());
            if (!found)
                break;
            linked.push_back(statement.id<RecordId>(0));
        }
        for (const auto& other : linked) {
            KITH_TRY(auto loaded, m_context.tables.load(*incoming.entity, other));
            KITH_TRY(putBack(*incoming.entity, *loaded, FieldValues{{incoming.field->id, Value{}}}));
        }
    }
    return {};
}

}
