#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace kith {

class StoreThreads;

// Where one column of a file goes.
struct ColumnMapping
{
    QString header;      // as in the file; "Column 3" if the file has no header
    QString field;       // path in the target entity: "name", "address.city", "team.parent"; empty: left out
    bool make = false;   // a relation or option that is not found is made, not refused
    double certainty = 0; // 0-1, how sure the guess is; 1 if a person chose it
    QString reason;      // why: "header", "values", "remembered", "chosen"
    QStringList samples; // first values, as in the file
};

enum class DuplicateChoice { Skip, Update, Create };

// How one file is read. Found by looking, shown to the person, corrected, remembered by its header.
struct ImportPlan
{
    QString entity;
    QString path;
    QString encoding;       // "UTF-8", "UTF-16LE", "GB18030", "Big5", "ISO-8859-1", ...
    QChar delimiter = u',';
    bool hasHeader = true;
    QString dateOrder;      // "ymd", "dmy", "mdy"
    std::vector<ColumnMapping> columns;
    QStringList match;      // fields that tell an existing record; empty: `id` if there is such a column, else none
    DuplicateChoice onDuplicate = DuplicateChoice::Update;
    bool dryRun = false;
    QString rejectsPath;    // empty: none written
};

struct PreviewRow
{
    std::int64_t line = 0; // of the file, from 1
    QStringList cells;     // one a mapped column: as the record would show it
    QStringList problems;  // not empty: would be rejected
    QStringList notices;   // guesses: "GTXPro" is taken for "GTX Pro"
};

struct ImportPreview
{
    ImportPlan plan;
    std::vector<PreviewRow> rows;
    std::int64_t fileBytes = 0;
};

struct ImportProgress
{
    std::int64_t bytesRead = 0;
    std::int64_t bytesTotal = 0;
    std::int64_t read = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t skipped = 0;
    std::int64_t rejected = 0;
    double secondsLeft = -1; // unknown: negative
    bool indexing = false;   // rows are in, search and sorting are being built
    double indexed = 0;      // 0-1
};

struct ImportReport
{
    std::int64_t read = 0; // = created + updated + skipped + rejected
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t skipped = 0;
    std::int64_t rejected = 0;
    std::int64_t related = 0; // records made on request for links
    std::int64_t act = 0;     // 0: dry run or nothing written
    double seconds = 0;
    bool cancelled = false;
    QString rejectsPath;
    struct Guess
    {
        QString field;
        QString typed;
        QString taken;
        std::int64_t rows = 0;
    };
    std::vector<Guess> guesses;
    struct Reason
    {
        QString text;
        std::int64_t rows = 0;
    };
    std::vector<Reason> reasons; // of rejected rows, most frequent first
};

// Taking files in. Same threads and lifetime as RecordDesk.
class ImportDesk
{
public:
    explicit ImportDesk(StoreThreads& threads) : m_threads(threads) {}

    // Looks at a file: encoding, delimiter, header, mapping, the first rows as they would be. An empty entity: guessed
    // from the header.
    QFuture<Result<ImportPreview>> inspect(const QString& path, const QString& entity);
    // The same with a plan the person has changed.
    QFuture<Result<ImportPreview>> preview(const ImportPlan& plan);
    // Runs to the end, in the background. Progress comes as the future's progress text is polled: `progress()`.
    // Cancelling the future stops between two batches; what is in stays in, as an act that can be undone.
    QFuture<Result<ImportReport>> run(const ImportPlan& plan);
    ImportProgress progress() const; // of the running import, from any thread
    bool isRunning() const;
    // An import that a crash cut off, if any: its file and how far it was. `resume` goes on behind the last committed row.
    QFuture<Result<std::vector<ImportPlan>>> interrupted();
    QFuture<Result<ImportReport>> resume(const ImportPlan& plan);

private:
    StoreThreads& m_threads;
};

}
