#pragma once

#include "core/base/Result.h"
#include "core/records/Outcome.h"
#include "core/records/QueryText.h"
#include "core/records/ValueText.h"
#include "core/store/Finder.h"

#include <QFuture>
#include <QJsonObject>

namespace kith {

class StoreThreads;

// What people do with records, asked from the interface thread (or any one thread), answered by store threads. Every
// call returns at once; a QFuture holds exactly one result, or none when it was cancelled. Cancelling a read stops it.
// Lives as long as its session is open; futures outlive it safely and then answer BookLocked.
class RecordDesk
{
public:
    explicit RecordDesk(StoreThreads& threads) : m_threads(threads) {}

    CatalogPtr catalog() const;
    TextConventions conventions() const;
    QueryContext queryContext() const;

    // `first` counts from 0. See ListReader.
    QFuture<Result<ListPage>> page(const Query& query, std::int64_t first, int count);
    QFuture<Result<ListPage>> pageAfter(const Query& query, const QString& cursor, int count);
    QFuture<Result<std::int64_t>> count(const Query& query);
    QFuture<Result<void>> prepare(const Query& query); // so that any page of it comes at once
    // The records that were picked in a list, in its order, without reading more of them. ListMoved.
    QFuture<Result<std::vector<RecordId>>> picked(const Query& query, const Picks& picks);
    // Records of `field`'s entity that point at `target`.
    Query related(const Entity& entity, const Field& field, const Reference& target) const;

    QFuture<Result<RecordView>> record(const EntityId& entity, const RecordId& id);
    QFuture<Result<std::vector<HistoryEntry>>> history(const EntityId& entity, const RecordId& id, int limit = 200);
    QFuture<Result<std::vector<LinkCandidate>>> candidates(const Field& relation, const QString& typed, int limit = 20);
    QFuture<Result<std::vector<Hit>>> find(const FindRequest& request);

    // Values as they shall stand; for a save only the fields to change. A relation may hold a text (QString): the
    // record of that name is found, or made if `makeMissing` names the field.
    QFuture<Result<SaveOutcome>> create(const EntityId& entity, const FieldValues& values);
    QFuture<Result<SaveOutcome>> save(const EntityId& entity, const RecordId& id, const FieldValues& values);
    // One act over many records.
    QFuture<Result<SaveOutcome>> saveAll(const EntityId& entity, const std::vector<RecordId>& ids,
                                         const FieldValues& values);
    QFuture<Result<SaveOutcome>> moveToTrash(const EntityId& entity, const std::vector<RecordId>& ids);
    QFuture<Result<SaveOutcome>> restore(const EntityId& entity, const std::vector<RecordId>& ids);
    // For good; asks nothing. Only what is in the trash. An empty list: the whole trash of the entity.
    QFuture<Result<SaveOutcome>> purge(const EntityId& entity, const std::vector<RecordId>& ids);

    QFuture<Result<std::vector<ActSummary>>> acts(int limit);
    // 0: the last act of this person that is not undone.
    QFuture<Result<UndoOutcome>> undo(std::int64_t act = 0);
    QFuture<Result<UndoOutcome>> redo();

    // Small things kept in the book: drafts, recents, mappings, layouts. Empty value: gone.
    QFuture<Result<QByteArray>> setting(const QString& key);
    QFuture<Result<void>> setSetting(const QString& key, const QByteArray& value);

    // Adds to the catalog, as an act of its own.
    QFuture<Result<SaveOutcome>> addField(const QString& entity, const QJsonObject& definition);
    QFuture<Result<SaveOutcome>> addOption(const QString& entity, const QString& field, const QJsonObject& definition);

private:
    StoreThreads& m_threads;
};

}
