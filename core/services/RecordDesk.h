#pragma once

#include "core/base/Result.h"
#include "core/records/Patch.h"
#include "core/records/Query.h"
#include "core/records/QueryText.h"
#include "core/records/ValueText.h"

#include <QFuture>

#include <map>

namespace kith {

class Book;
class StoreThreads;

struct ListPage
{
    std::int64_t first = 0; // position of rows.front() in the whole list
    std::vector<Row> rows;
    bool last = false; // nothing follows
    QString next;      // cursor behind the last row, for the command line; empty at the end
};

// One record with what a page about it shows.
struct RecordView
{
    Record record;
    QString title;
    std::map<FieldId, QString> titles; // of relations; tags joined by ", "
    std::map<FieldId, std::vector<QString>> setTitles; // of tags, in the order of their ids
    struct Related
    {
        const Entity* entity;
        const Field* field; // the relation that leads here
        std::int64_t count;
    };
    std::vector<Related> related; // also those without records, in the catalog's order
};

struct HistoryEntry
{
    Patch patch; // `value` is what the patch set
    std::int64_t actNumber = 0;
    ActKind actKind = ActKind::Edit;
    QString author; // title, empty: this book's person
    bool undone = false;
};

struct ActSummary
{
    std::int64_t number = 0; // counts from 1 in this book
    ActId id;
    ActKind kind = ActKind::Edit;
    Instant at;
    EntityId entity;          // null: several
    std::int64_t records = 0;
    QString subject; // title of the record, or the file's name
    bool undone = false;
    std::int64_t undoes = 0; // number of the act this one took back or redid
};

// What a write answers.
struct FieldProblem
{
    FieldId field;
    Error error;
};
struct SaveOutcome
{
    RecordId id;
    std::int64_t act = 0; // 0: nothing had changed
    std::vector<FieldProblem> problems; // not empty: nothing was saved
    QStringList notices;                // saved, but worth saying
};
struct UndoOutcome
{
    ActSummary undone;
    std::int64_t act = 0; // the new act
    std::int64_t records = 0;
    struct Kept
    {
        EntityId entity;
        RecordId record;
        QString title;
        QString field; // label; empty: the whole record
    };
    std::vector<Kept> kept; // changed or linked since: left as they are
};

struct Hit
{
    EntityId entity;
    RecordId id;
    QString title;
    QString matched; // the text that matched, when it is not the title
    QString detail;  // a second line: phone, company, ...
};

struct LinkCandidate
{
    Reference reference;
    QString title;
    QString detail;
};

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

    // `first` counts from 0. Adjacent pages are found by key, far ones by a narrow index.
    QFuture<Result<ListPage>> page(const Query& query, std::int64_t first, int count);
    QFuture<Result<ListPage>> pageAfter(const Query& query, const QString& cursor, int count);
    QFuture<Result<std::int64_t>> count(const Query& query);
    // Records of `field`'s entity that point at `target`.
    Query related(const Entity& entity, const Field& field, const Reference& target) const;

    QFuture<Result<RecordView>> record(const EntityId& entity, const RecordId& id);
    QFuture<Result<std::vector<HistoryEntry>>> history(const EntityId& entity, const RecordId& id, int limit = 200);
    QFuture<Result<std::vector<LinkCandidate>>> candidates(const Field& relation, const QString& typed, int limit = 20);
    QFuture<Result<std::vector<Hit>>> find(const QString& typed, const std::vector<EntityId>& entities, int limit);

    // Values as they shall stand; for a save only the fields to change. A relation may hold a text (QString): the record
    // of that name is found, or made if `makeMissing` names the field.
    QFuture<Result<SaveOutcome>> create(const EntityId& entity, const FieldValues& values);
    QFuture<Result<SaveOutcome>> save(const EntityId& entity, const RecordId& id, const FieldValues& values);
    // One act over many records.
    QFuture<Result<SaveOutcome>> saveAll(const EntityId& entity, const std::vector<RecordId>& ids, const FieldValues& values);
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
