#include "core/services/RecordDesk.h"

#include "core/database/Transaction.h"
#include "core/services/RunAct.h"
#include "core/store/StoreThreads.h"
#include "core/store/Undo.h"
#include "core/work/duplicates/TraitFollower.h"

#include <QJsonDocument>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;

// The same write for each of several records; the first problem stops the act.
ActBody forEach(const EntityId& entity, std::vector<RecordId> ids,
                std::function<Result<Written>(ActWriter&, const Entity&, const RecordId&)> body)
{
    return [entity, ids = std::move(ids), body = std::move(body)](ActWriter& act) -> Result<Written> {
        const Entity* known = act.context().tables.catalog().entity(entity);
        if (!known)
            return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
        Written all;
        for (const auto& id : ids) {
            KITH_TRY(auto one, body(act, *known, id));
            all.id = one.id;
            all.changed |= one.changed;
            all.guesses.insert(all.guesses.end(), one.guesses.begin(), one.guesses.end());
            if (!one.problems.empty())
                return one;
        }
        return all;
    };
}

Result<Undo::Outcome> published(StoreThreads& threads, StoreWriter& writer, Result<Undo::Outcome> outcome)
{
    if (outcome)
        KITH_TRY(threads.publish(writer, outcome->notice));
    return outcome;
}

Result<SaveOutcome> define(StoreThreads& threads, StoreWriter& writer, const QString& kind, const QString& entity,
                           const QString& parent, QJsonObject body)
{
    if (!body.contains("id"_L1))
        body["id"_L1] = writer.ids.next().toString().remove(u'-');
    // Tried on the catalog before anything is written: a wrong definition must not make a book unreadable.
    const auto& catalog = writer.tables.catalog();
    const auto tried = parent.isEmpty() ? catalog.withField(entity, body) : catalog.withOption(entity, parent, body);
    if (!tried)
        return tried.error();
    return runAct(threads, writer, ActKind::Catalog, [&](ActWriter& act) -> Result<Written> {
        const Entity& definition = *catalog.entity(u"definition"_s);
        FieldValues values;
        const auto put = [&](QStringView key, Value value) { values[definition.field(key)->id] = std::move(value); };
        put(u"kind", definition.field(u"kind")->optionByKey(kind)->id);
        put(u"entity", entity);
        if (!parent.isEmpty())
            put(u"parent", parent);
        put(u"body", QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
        return act.create(definition, std::move(values));
    });
}

}

CatalogPtr RecordDesk::catalog() const
{
    return m_threads.catalog();
}

TextConventions RecordDesk::conventions() const
{
    return m_threads.meta().conventions(m_threads.now());
}

QueryContext RecordDesk::queryContext() const
{
    const auto meta = m_threads.meta();
    QueryContext context;
    context.me = meta.me;
    context.now = m_threads.now();
    context.baseCurrency = meta.currency;
    context.region = meta.region;
    context.language = meta.language;
    return context;
}

QFuture<Result<ListPage>> RecordDesk::page(const Query& query, std::int64_t first, int count)
{
    return m_threads.read<ListPage>([=](StoreReader& reader) { return reader.lists.page(query, first, count); });
}

QFuture<Result<ListPage>> RecordDesk::pageAfter(const Query& query, const QString& cursor, int count)
{
    return m_threads.read<ListPage>([=](StoreReader& reader) { return reader.lists.pageAfter(query, cursor, count); });
}

QFuture<Result<std::int64_t>> RecordDesk::count(const Query& query)
{
    return m_threads.read<std::int64_t>([=](StoreReader& reader) { return reader.lists.count(query); });
}

QFuture<Result<void>> RecordDesk::prepare(const Query& query)
{
    return m_threads.read<void>([=](StoreReader& reader) { return reader.lists.prepare(query); });
}

QFuture<Result<std::vector<RecordId>>> RecordDesk::picked(const Query& query, const Picks& picks)
{
    using Records = std::vector<RecordId>;
    Query narrow = query;
    narrow.columns.clear();
    return m_threads.read<Records>([=](StoreReader& reader) -> Result<Records> {
        KITH_TRY(const auto moment, ReadTransaction::begin(reader.connection));
        Records records;
        const auto note = [&](const std::vector<Row>& rows) -> Status {
            for (const auto& row : rows)
                records.push_back(row.id);
            return {};
        };
        KITH_TRY(reader.lists.picked(narrow, picks, rowsAtOnce, note));
        return records;
    });
}

Query RecordDesk::related(const Entity& entity, const Field& field, const Reference& target) const
{
    Query query;
    query.catalog = catalog();
    query.entity = query.catalog->entity(entity.id);
    auto filter = std::make_shared<Filter>();
    filter->kind = Filter::Kind::Compare;
    filter->path = {nullptr, query.entity, query.entity->field(field.id), {}};
    filter->comparison = Comparison::Equal;
    filter->values = {target};
    query.filter = filter;
    for (const auto& key : query.entity->list.columns) {
        if (auto path = parsePath(*query.catalog, *query.entity, key))
            query.columns.push_back(std::move(path).value());
    }
    if (auto sort = parseSort(*query.catalog, *query.entity, query.entity->list.sort))
        query.sort = std::move(sort).value();
    return query;
}

QFuture<Result<RecordView>> RecordDesk::record(const EntityId& entity, const RecordId& id)
{
    const auto language = m_threads.meta().language;
    return m_threads.read<RecordView>([=](StoreReader& reader) -> Result<RecordView> {
        const Entity* known = reader.tables.catalog().entity(entity);
        if (!known)
            return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
        return viewRecord(reader.tables, *known, id, language);
    });
}

QFuture<Result<std::vector<HistoryEntry>>> RecordDesk::history(const EntityId& entity, const RecordId& id, int limit)
{
    using Entries = std::vector<HistoryEntry>;
    return m_threads.read<Entries>([=, meta = m_threads.meta()](StoreReader& reader) -> Result<Entries> {
        const Entity* known = reader.tables.catalog().entity(entity);
        if (!known)
            return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
        return historyOf(reader.tables, meta, *known, id, limit);
    });
}

QFuture<Result<std::vector<LinkCandidate>>> RecordDesk::candidates(const Field& relation, const QString& typed,
                                                                   int limit)
{
    return m_threads.read<std::vector<LinkCandidate>>(
        [=](StoreReader& reader) { return Links(reader.tables).candidates(relation, typed, limit); });
}

QFuture<Result<std::vector<Hit>>> RecordDesk::find(const FindRequest& request)
{
    return m_threads.read<std::vector<Hit>>([=](StoreReader& reader) { return findRecords(reader.tables, request); });
}

QFuture<Result<SaveOutcome>> RecordDesk::create(const EntityId& entity, const FieldValues& values)
{
    return m_threads.write<SaveOutcome>([&threads = m_threads, entity, values](StoreWriter& writer) {
        return runAct(threads, writer, ActKind::Create, [&](ActWriter& act) -> Result<Written> {
            const Entity* known = writer.tables.catalog().entity(entity);
            if (!known)
                return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
            return act.create(*known, values);
        });
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::save(const EntityId& entity, const RecordId& id, const FieldValues& values)
{
    return m_threads.write<SaveOutcome>([&threads = m_threads, entity, id, values](StoreWriter& writer) {
        return runAct(threads, writer, ActKind::Edit,
                      forEach(entity, {id}, [&](ActWriter& act, const Entity& known, const RecordId& one) {
                          return act.set(known, one, values);
                      }));
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::saveAll(const EntityId& entity, const std::vector<RecordId>& ids,
                                                 const FieldValues& values)
{
    return m_threads.write<SaveOutcome>([&threads = m_threads, entity, ids, values](StoreWriter& writer) {
        return runAct(threads, writer, ActKind::Bulk,
                      forEach(entity, ids, [&](ActWriter& act, const Entity& known, const RecordId& one) {
                          return act.set(known, one, values);
                      }));
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::moveToTrash(const EntityId& entity, const std::vector<RecordId>& ids)
{
    return m_threads.write<SaveOutcome>([&threads = m_threads, entity, ids](StoreWriter& writer) {
        return runAct(threads, writer, ActKind::Delete,
                      forEach(entity, ids, [](ActWriter& act, const Entity& known, const RecordId& one) {
                          return act.moveToTrash(known, one);
                      }));
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::restore(const EntityId& entity, const std::vector<RecordId>& ids)
{
    return m_threads.write<SaveOutcome>([&threads = m_threads, entity, ids](StoreWriter& writer) {
        return runAct(threads, writer, ActKind::Restore,
                      forEach(entity, ids, [](ActWriter& act, const Entity& known, const RecordId& one) {
                          return act.restore(known, one);
                      }));
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::purge(const EntityId& entity, const std::vector<RecordId>& ids)
{
    return m_threads.write<SaveOutcome>(
        [&threads = m_threads, entity, ids](StoreWriter& writer) -> Result<SaveOutcome> {
            auto chosen = ids;
            if (chosen.empty()) {
                const Entity* known = writer.tables.catalog().entity(entity);
                if (!known)
                    return Error{ErrorCode::NoSuchEntity, {catalogIdText(entity)}};
                KITH_TRY(chosen, trashOf(writer.tables, *known));
            }
            KITH_TRY(TraitFollower(writer).forget(entity, chosen));
            KITH_TRY(auto outcome,
                     runAct(threads, writer, ActKind::Purge,
                            forEach(entity, chosen, [](ActWriter& act, const Entity& known, const RecordId& one) {
                                return act.purge(known, one);
                            })));
            // What was purged must not linger in the log file.
            if (const auto emptied = writer.connection.checkpoint(Checkpoint::Truncate); !emptied)
                KITH_TRY(writer.connection.checkpoint(Checkpoint::Passive));
            return outcome;
        });
}

QFuture<Result<std::vector<ActSummary>>> RecordDesk::acts(int limit)
{
    return m_threads.read<std::vector<ActSummary>>(
        [=](StoreReader& reader) { return listActs(reader.connection, limit); });
}

QFuture<Result<UndoOutcome>> RecordDesk::undo(std::int64_t act)
{
    return m_threads.write<UndoOutcome>([&threads = m_threads, act](StoreWriter& writer) -> Result<UndoOutcome> {
        KITH_TRY(auto outcome, published(threads, writer, Undo(writer.context()).undo(act)));
        return outcome.answer;
    });
}

QFuture<Result<UndoOutcome>> RecordDesk::redo()
{
    return m_threads.write<UndoOutcome>([&threads = m_threads](StoreWriter& writer) -> Result<UndoOutcome> {
        KITH_TRY(auto outcome, published(threads, writer, Undo(writer.context()).redo()));
        return outcome.answer;
    });
}

QFuture<Result<QByteArray>> RecordDesk::setting(const QString& key)
{
    return m_threads.read<QByteArray>([=](StoreReader& reader) { return loadSetting(reader.connection, key); });
}

QFuture<Result<void>> RecordDesk::setSetting(const QString& key, const QByteArray& value)
{
    return m_threads.write<void>([=](StoreWriter& writer) { return saveSetting(writer.connection, key, value); });
}

QFuture<Result<SaveOutcome>> RecordDesk::addField(const QString& entity, const QJsonObject& definition)
{
    return m_threads.write<SaveOutcome>([=, &threads = m_threads](StoreWriter& writer) {
        return define(threads, writer, u"field"_s, entity, {}, definition);
    });
}

QFuture<Result<SaveOutcome>> RecordDesk::addOption(const QString& entity, const QString& field,
                                                   const QJsonObject& definition)
{
    return m_threads.write<SaveOutcome>([=, &threads = m_threads](StoreWriter& writer) {
        return define(threads, writer, u"option"_s, entity, field, definition);
    });
}

}
