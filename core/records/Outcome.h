#pragma once

#include "core/base/Error.h"
#include "core/records/Patch.h"
#include "core/records/Query.h"
#include "core/text/TextRange.h"

#include <map>

// What the book answers to those who read and write it: plain values that cross threads.
namespace kith {

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
    CatalogPtr catalog; // keeps what `related` points into
    Record record;
    QString title;
    std::map<FieldId, QString> titles;                 // of relations; tags joined by ", "
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
    EntityId entity; // null: several
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
    std::int64_t act = 0;               // 0: nothing had changed
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
    std::vector<TextRange> titleMarks; // what matched of it
    QString detail;                    // a second line: what matched if the title did not, else phone, company, ...
    std::vector<TextRange> detailMarks;
};

struct LinkCandidate
{
    Reference reference;
    QString title;
    QString detail;
};

// What changed, told once per act after it is committed.
struct ChangeNotice
{
    struct Entry
    {
        EntityId entity;
        RecordId record;
    };
    std::vector<Entry> records;     // empty with `many`
    std::vector<EntityId> entities; // every entity touched, also by derived values
    bool many = false;              // more records than are worth naming
    bool catalog = false;
    std::int64_t act = 0;
};

}
