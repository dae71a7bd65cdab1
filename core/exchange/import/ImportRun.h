#pragma once

#include "core/exchange/ImportPlan.h"
#include "core/exchange/import/ImportTally.h"
#include "core/exchange/import/RowPlanner.h"
#include "core/exchange/rows/RowSource.h"
#include "core/store/StoreThreads.h"

#include <QElapsedTimer>
#include <QPromise>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

namespace kith {

// One import, from the file to the last index. A thread of its own reads and understands rows; the store's writer takes
// them in batches, each one transaction with the place in the file, and other writes go between. A crash leaves whole
// batches and the place to go on from. Memory holds a few batches, whatever the file's size.
class ImportRun : public std::enable_shared_from_this<ImportRun>
{
public:
    ImportRun(StoreThreads& threads, ImportPlan plan);

    // Once. From the beginning, or behind what an interrupted one had done, whose file must be the same: FileReplaced.
    // The report comes when all is in and indexed.
    QFuture<Result<ImportReport>> start();
    QFuture<Result<ImportReport>> resume(std::int64_t act);
    // Ends an interrupted one where it is, as if it had been cancelled there; its file is not needed.
    QFuture<Result<ImportReport>> leaveOff(std::int64_t act);
    // Any thread: what is read is still taken in, nothing more is read, and the report says `cancelled`.
    void cancel() { m_cancelled = true; }
    ImportProgress progress() const;
    bool isOver() const;

private:
    struct Batch
    {
        std::vector<ParsedRow> rows;
        std::int64_t bytes = 0;
        std::int64_t nextOffset = 0; // of the file, behind the last row
        std::int64_t nextLine = 0;
        std::int64_t emptyRows = 0;
        bool last = false;
        std::optional<Error> failure; // the file could not be read further
    };
    // On the writer thread.
    Status begin(StoreWriter& writer);
    Status beginAgain(StoreWriter& writer);
    Status findAgain(StoreWriter& writer);
    Status checkFile() const;
    Status makeReader(StoreWriter& writer);
    Status openFiles(StoreWriter& writer);
    bool keepsRejects() const { return m_plan.keepRejects || !m_plan.rejectsPath.isEmpty(); }
    Status writeRejectsFile(StoreWriter& writer);
    void startParsing(std::int64_t offset, std::int64_t line);
    void take(StoreWriter* writer, Batch& batch);
    Status write(StoreWriter& writer, Batch& batch);
    Result<ActWriter> resumeAct(StoreWriter& writer);
    Status writeRow(ActWriter& act, RowPlanner& planner, ParsedRow& row);
    Status deferOwnLinks(ActWriter& act, const PlannedRow& planned);
    Status reject(ActWriter& act, const ParsedRow& row, const std::vector<FieldProblem>& problems);
    void finish(StoreWriter& writer);
    Status complete(StoreWriter& writer);
    void fail(StoreWriter& writer, const Error& error);
    Status linkOwn(StoreWriter& writer);
    Status completeIndexes(StoreWriter& writer);
    Status closeAct(StoreWriter& writer);
    void end(Result<ImportReport> report);

    // On the parsing thread.
    void parse(std::int64_t offset, std::int64_t line);
    bool waitForRoom();

    StoreThreads& m_threads;
    ImportPlan m_plan;
    QPromise<Result<ImportReport>> m_promise;
    QElapsedTimer m_timer;
    std::int64_t m_act = 0;
    std::int64_t m_offset = 0; // of an interrupted one: where it goes on
    std::int64_t m_line = 0;
    QByteArray m_fingerprint; // of the file when it began; none: nobody noted it
    const Entity* m_entity = nullptr;
    CatalogPtr m_catalog; // keeps m_entity
    std::unique_ptr<RowReader> m_reader;
    std::unique_ptr<RowSource> m_file;
    ActWriter::Rest m_rest;
    std::int64_t m_newestAct = 0;
    bool m_indexesDropped = false;

    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    int m_waiting = 0; // batches on their way to the writer
    std::atomic<bool> m_cancelled = false;
    bool m_stop = false;
    ImportProgress m_progress;
    ImportReport m_report;
    ImportTally m_tally;
};

// Told how far a trial has come, now and then; false: no further.
using TrialWatch = std::function<bool(const ImportProgress&)>;

// What an import of these first rows would do, asked of a reader: nothing is written to the book. `limit` 0: the whole
// file, and its rejected rows go to the plan's file. The report of one that was stopped says `cancelled`.
struct ImportTrial
{
    ImportReport report;
    std::vector<PreviewRow> rows;
};
Result<ImportTrial> tryImport(StoreReader& reader, const BookMeta& meta, Instant now, const ImportPlan& plan,
                              std::int64_t limit, const TrialWatch& goOn);

// Imports that a crash cut off, newest first.
Result<std::vector<InterruptedImport>> interruptedImports(Connection& connection);

}
