#pragma once

#include "core/base/Result.h"
#include "core/database/Transaction.h"
#include "core/records/Outcome.h"
#include "core/store/Derivations.h"
#include "core/store/Drafter.h"
#include "core/store/Meta.h"
#include "core/store/NumberSeries.h"
#include "core/store/Tables.h"
#include "core/wire/HybridClock.h"

namespace kith {

// What every writer of one book shares. Belongs to the writer thread.
struct WriterContext
{
    Tables& tables;
    BookMeta& meta;
    const Clock& clock;
    HybridClock& time;
    IdSource& ids;
};

// What one record's write came to. With problems nothing of it was written, nor of what its links would have needed.
struct Written
{
    RecordId id;
    RecordKey key = 0;
    bool changed = false;
    std::vector<FieldProblem> problems;
    std::vector<LinkGuess> guesses;
    int made = 0; // records made on request for links
};

// The only way into a book: one act, one transaction over rows, search, history, derived values and, when the book has
// a hub, the outbox. Nothing is visible to anybody before commit(); destroyed without it, nothing happened. The act's
// row is written with its first patch, so that an act that changes nothing leaves no trace.
class ActWriter
{
public:
    // What the act is called if nothing it does gives it a name.
    void nameAfter(const QString& title);
    static Result<ActWriter> begin(WriterContext context, ActKind kind, QString subject = {}, std::int64_t undoes = 0);

    // One more transaction of an act that is too large for one: an import. What depends on its records is settled once,
    // by the last of them. `links`: what names were found to mean, which holds as long as nobody else writes between.
    struct Rest
    {
        Derivations::Pending pending;
        std::optional<Links> links;
    };
    static Result<ActWriter> resume(WriterContext context, std::int64_t act, Rest rest);
    Result<Rest> commitPart();

    // Fields whose relation holds a name that is not found get a new record.
    void makeMissing(std::set<FieldId> fields) { m_drafter.makeMissing(std::move(fields)); }

    Result<Written> create(const Entity& entity, FieldValues values, std::optional<RecordId> id = std::nullopt);
    // Another end or role makes an N:M record another one: it goes to the trash, and the one of that id takes its
    // place.
    Result<Written> set(const Entity& entity, const RecordId& id, FieldValues values);
    // As create(), for a record whose values were already checked and filled with defaults, of an act that makes many:
    // instead of a patch each, they are noted as one range of keys when the transaction ends.
    Result<Written> createInRange(const Entity& entity, FieldValues values, const RecordId& id);
    // Drafts of this act's drafter(), without problems.
    Result<Written> addInRange(const Entity& entity, Draft draft, const RecordId& id);
    Result<Written> change(const Entity& entity, const Tables::Loaded& current, Draft draft);
    // A link of a record that this act has made or changed, found only now: with what it made it is one write.
    Result<Written> linkLater(const Entity& entity, const RecordId& id, const Field& relation, const QString& name);
    // Of the demo company: records of createInRange() that say when they were made and changed keep that.
    void keepTimes() { m_keepsTimes = true; }
    // Its parts go with it and come back with it.
    Result<Written> moveToTrash(const Entity& entity, const RecordId& id);
    Result<Written> restore(const Entity& entity, const RecordId& id);
    // For good, with its parts, its N:M links, its history and every name it ever had; other links to it are emptied.
    // Only from the trash.
    Result<Written> purge(const Entity& entity, const RecordId& id);

    // Whether a link may be put back: its record is there and stands for itself, and no circle of parents closes by it.
    Result<bool> linkHolds(const Entity& entity, const RecordId& id, const Field& field, const Value& value);

    // For Undo and imports, which write whole ranges: the act's number, made on first use.
    Result<std::int64_t> act();
    // A record's write without checks, as Undo puts values back.
    Status putBack(const Entity& entity, const Tables::Loaded& current, const FieldValues& values);
    Status changeLife(const Entity& entity, const Tables::Loaded& current, Life life);
    // Another record goes on for this one; none: it stands for itself again. For Merge and Undo.
    Status setMergedInto(const Entity& entity, const Tables::Loaded& current, const std::optional<RecordId>& kept);
    Status addRange(const Entity& entity, RecordKey first, RecordKey last, Operation operation, std::int64_t records);
    Derivations& derivations() { return m_derivations; }
    Drafter& drafter() { return m_drafter; }
    WriterContext& context() { return m_context; }

    // The change notice has act 0 when nothing was changed.
    Result<ChangeNotice> commit();

private:
    ActWriter(WriterContext context, WriteTransaction transaction, ActKind kind, QString subject, std::int64_t undoes);

    Result<RecordKey> insertRecord(const Entity& entity, Record& record);
    Status finishRange();
    Status writeTotals();
    Status insertPatch(Operation operation, const Entity& entity, RecordKey key, const RecordId& record,
                       const FieldValues* before);
    std::int64_t touchedBy(const Tables::Loaded& current) const;
    Status replaceMembers(const Entity& entity, RecordKey key, const FieldValues& values);
    Status changeSearch(const Entity& entity, const Record& before, const Record& after);
    Result<RecordKey> insertNew(const Entity& entity, const RecordId& id, FieldValues values);
    Status makeLinked(const Draft& draft, Written& written);
    Result<Written> linkAgain(const Entity& entity, const RecordId& id, FieldValues values);
    Result<Written> relink(const Entity& entity, const Tables::Loaded& current, const FieldValues& changes);
    Status cascade(const Entity& parent, const RecordId& id, Life from, Life to, std::int64_t onlyTouchedBy);
    Status unlinkEverywhere(const Entity& entity, const RecordId& id);
    enum class Parts { Inside, WithLinks };
    Result<std::vector<RecordId>> partsOf(const Catalog::Incoming& incoming, const RecordId& id, Parts parts);
    Status purgeLoaded(const Entity& entity, const Tables::Loaded& current);
    Result<std::vector<RecordId>> mergedInto(const Entity& entity, const RecordId& id);
    Status noteNames(const Entity& entity, const Record& record);
    Status forgetNames();
    void note(const Entity& entity, const RecordId& id);

    WriterContext m_context;
    WriteTransaction m_transaction;
    ActKind m_kind;
    QString m_subject;
    std::int64_t m_undoes;
    std::int64_t m_act = 0;
    std::int64_t m_records = 0;
    std::int64_t m_entity = 0; // number, -1 for several
    Instant m_now;
    Derivations m_derivations;
    Drafter m_drafter;
    NumberSeries m_series;
    ChangeNotice m_notice;
    std::set<EntityId> m_touched;
    std::set<QString> m_forgottenNames; // of purged records
    struct Range
    {
        const Entity* entity = nullptr;
        RecordKey first = 0;
        RecordKey last = 0;
        std::int64_t records = 0;
    };
    Range m_range;
    bool m_keepsTimes = false;
};

}
