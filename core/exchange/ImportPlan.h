#pragma once

#include "core/exchange/FileFormat.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace kith {

// Where one column of a file goes.
struct ColumnMapping
{
    QString header;       // as in the file; "Column 3" if the file has no header
    QString field;        // path in the target entity: "name", "address.city", "team.parent"; empty: left out
    bool make = false;    // a relation or option that is not found is made, not refused
    double certainty = 0; // 0-1, how sure the guess is; 1 if a person chose it
    QString reason;       // why: "header", "values", "remembered", "chosen"
    QStringList samples;  // first values, as in the file
    QString dateOrder;    // of this column, "ymd", "dmy", "mdy"; empty: the plan's
    QChar decimalMark;    // '.' or ','; null: read cell by cell
};

// In a plan's `match`: where no field tells a record, one that looks like the row is it, by its name, phones, mails,
// ...
inline constexpr QStringView matchLikeness = u"likeness";

enum class DuplicateChoice { Skip, Update, Create };

// How one file is read. Found by looking, shown to the person, corrected, remembered by its header.
struct ImportPlan
{
    QString entity;
    QString path;
    FileFormat format = FileFormat::Csv;
    QString sheet;    // of a workbook
    QString encoding; // "UTF-8", "UTF-16LE", "GB18030", "Big5", "ISO-8859-1", ...
    QChar delimiter = u',';
    bool hasHeader = true;
    QString dateOrder; // "ymd", "dmy", "mdy"
    std::vector<ColumnMapping> columns;
    QStringList match; // fields that tell an existing record; empty: `id` if there is such a column, else none
    DuplicateChoice onDuplicate = DuplicateChoice::Update;
    bool dryRun = false;
    QString rejectsPath;      // empty: none written
    bool keepRejects = false; // rejected rows stay in the book until the next import, for a file asked for later

    bool matchesByLikeness() const { return match.contains(matchLikeness); }
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
    QStringList sheets; // of a workbook: those that can be chosen
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
    bool unsorted = false;   // the list's other orders are built at the end
    bool indexing = false;   // rows are in, search and sorting are being built
    double indexed = 0;      // 0-1
    double comparable = -1;  // 0-1: what is there is being made comparable first, no row is read yet; else negative
};

// An import that a crash cut off: the plan as it was started, the act to go on with, and how far it came.
struct InterruptedImport
{
    std::int64_t act = 0;
    ImportPlan plan;
    std::int64_t read = 0;
};

struct ImportReport
{
    std::int64_t read = 0; // = created + updated + skipped + rejected
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t skipped = 0;
    std::int64_t rejected = 0;
    std::int64_t related = 0; // records made on request for links
    std::int64_t likely = 0;  // of the created ones, those that look like others; not known of a dry run
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
    std::vector<Reason> reasons;  // of rejected rows, most frequent first
    std::vector<Reason> warnings; // of rows taken all the same: a phone that is none, a parent that is not there
};

}
