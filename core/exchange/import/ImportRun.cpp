#include "core/exchange/import/ImportRun.h"

#include "core/exchange/FileLook.h"
#include "core/exchange/bytes/Fingerprint.h"
#include "core/exchange/import/ImportRejects.h"
#include "core/exchange/mapping/PlanText.h"
#include "core/store/Columns.h"
#include "core/store/Schema.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t batchRows = 4'000;
constexpr int batchesAhead = 4;

// A load of many rows into a table with few builds the indexes afterwards; SQLite sorts them in memory, about 60 bytes
// an entry, so this bound is also the one of memory. A larger table keeps its indexes as it grows.
constexpr std::int64_t fewRows = 100'000;
constexpr std::int64_t manyBytes = 4 * 1024 * 1024;
constexpr std::int64_t sortableBytes = std::int64_t(1) << 30;

Status saveProgress(Connection& connection, std::int64_t act, const ImportReport& report, const ImportTally& tally,
                    std::int64_t offset, std::int64_t line)
{
    QJsonObject counts{{u"tally"_s, tally.toJson()}};
    const auto put = [&](const QString& name, std::int64_t number) { counts[name] = qint64(number); };
    put(u"read"_s, report.read);
    put(u"created"_s, report.created);
    put(u"updated"_s, report.updated);
    put(u"skipped"_s, report.skipped);
    put(u"rejected"_s, report.rejected);
    put(u"related"_s, report.related);
    auto statement =
        connection.kept("UPDATE import_job SET phase = 0, byte = ?1, line = ?2, counts = ?3 WHERE act = ?4");
    return statement.bindAll(offset, line, QJsonDocument(counts).toJson(QJsonDocument::Compact), act).run();
}

void loadProgress(const QByteArray& json, ImportReport& report, ImportTally& tally)
{
    const auto counts = QJsonDocument::fromJson(json).object();
    report.read = counts["read"_L1].toInteger();
    report.created = counts["created"_L1].toInteger();
    report.updated = counts["updated"_L1].toInteger();
    report.skipped = counts["skipped"_L1].toInteger();
    report.rejected = counts["rejected"_L1].toInteger();
    report.related = counts["related"_L1].toInteger();
    tally = ImportTally::fromJson(counts["tally"_L1].toObject());
}

}

ImportRun::ImportRun(StoreThreads& threads, ImportPlan plan) : m_threads(threads), m_plan(std::move(plan))
{
    m_timer.start();
}

QFuture<Result<ImportReport>> ImportRun::start()
{
    m_promise.start();
    m_threads.postWrite([self = shared_from_this()](StoreWriter* writer) {
        if (!writer)
            return self->end(Error{ErrorCode::BookLocked, {}});
        if (const auto begun = self->begin(*writer); !begun)
            self->end(begun.error());
    });
    return m_promise.future();
}

QFuture<Result<ImportReport>> ImportRun::resume(std::int64_t act)
{
    m_promise.start();
    m_act = act;
    m_threads.postWrite([self = shared_from_this()](StoreWriter* writer) {
        if (!writer)
            return self->end(Error{ErrorCode::BookLocked, {}});
        if (const auto begun = self->beginAgain(*writer); !begun)
            self->end(begun.error());
    });
    return m_promise.future();
}

QFuture<Result<ImportReport>> ImportRun::leaveOff(std::int64_t act)
{
    m_promise.start();
    m_act = act;
    m_cancelled = true;
    m_threads.postWrite([self = shared_from_this()](StoreWriter* writer) {
        if (!writer)
            return self->end(Error{ErrorCode::BookLocked, {}});
        if (const auto found = self->findAgain(*writer); !found)
            return self->end(found.error());
        self->finish(*writer);
    });
    return m_promise.future();
}

bool ImportRun::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

ImportProgress ImportRun::progress() const
{
    const std::lock_guard lock(m_mutex);
    auto progress = m_progress;
    if (progress.bytesRead > 0 && progress.bytesTotal > 0) {
        const double done = double(progress.bytesRead) / double(progress.bytesTotal);
        progress.secondsLeft = double(m_timer.elapsed()) / 1000 * (1 - done) / done;
    }
    return progress;
}

Status ImportRun::makeReader(StoreWriter& writer)
{
    m_catalog = writer.tables.catalogPtr();
    KITH_TRY(auto reader,
             RowReader::create(m_catalog, m_plan, writer.meta.conventions(writer.clock.now()), writer.meta.me));
    m_reader = std::make_unique<RowReader>(std::move(reader));
    m_entity = &m_reader->entity();
    return {};
}

// Everything that can fail before the first row.
Status ImportRun::openFiles(StoreWriter& writer)
{
    KITH_TRY(makeReader(writer));
    KITH_TRY(m_file, openRows(m_plan));
    if (!m_plan.rejectsPath.isEmpty())
        KITH_TRY(rejectsFile(m_plan, m_plan.rejectsPath)); // whether it can be written is better known now
    return {};
}

Status ImportRun::begin(StoreWriter& writer)
{
    KITH_TRY(openFiles(writer));
    KITH_TRY(m_fingerprint, fingerprintOf(m_plan.path));
    KITH_TRY(dropOldRejects(writer.connection));
    KITH_TRY(auto act, ActWriter::begin(writer.context(), ActKind::Import, QFileInfo(m_plan.path).fileName()));
    KITH_TRY(m_act, act.act());
    auto rows = writer.connection.kept("SELECT 1 FROM " + tableName(*m_entity) + " LIMIT 1 OFFSET ?1");
    rows.bind(1, fewRows);
    KITH_TRY(const bool isLarge, rows.step());
    rows.reset();
    const bool needsIndexes = !m_plan.match.isEmpty();
    m_indexesDropped = !isLarge && !needsIndexes && m_file->size() > manyBytes && m_file->size() < sortableBytes;
    if (m_indexesDropped)
        KITH_TRY(dropIndexes(writer.connection, *m_entity));
    auto job = writer.connection.kept(
        "INSERT INTO import_job(act, plan, phase, byte, line, counts, first, indexed, fingerprint) "
        "VALUES(?1, ?2, 0, 0, 1, ?3, 0, 0, ?4)");
    KITH_TRY(job.bindAll(m_act, planToJson(m_plan), QByteArray("{}"), m_fingerprint).run());
    KITH_TRY(act.commitPart());
    startParsing(-1, 0);
    return {};
}

// What an interrupted import had come to.
Status ImportRun::findAgain(StoreWriter& writer)
{
    auto job = writer.connection.kept("SELECT byte, line, counts, fingerprint FROM import_job WHERE act = ?1");
    job.bind(1, m_act);
    KITH_TRY(const bool found, job.step());
    if (!found)
        return Error{ErrorCode::NoSuchAct, {QString::number(m_act)}};
    m_offset = job.integer(0);
    m_line = job.integer(1);
    loadProgress(job.blob(2).toByteArray(), m_report, m_tally);
    m_fingerprint = job.blob(3).toByteArray();
    job.reset();
    KITH_TRY(makeReader(writer));
    m_indexesDropped = true; // perhaps: those that are there are left alone
    return {};
}

// The place to go on from means nothing in another file. What an older program left off does not say which it was.
Status ImportRun::checkFile() const
{
    if (m_fingerprint.isEmpty())
        return {};
    KITH_TRY(const auto fingerprint, fingerprintOf(m_plan.path));
    return fingerprint == m_fingerprint ? Status() : Error{ErrorCode::FileReplaced, {m_plan.path}};
}

Status ImportRun::beginAgain(StoreWriter& writer)
{
    KITH_TRY(findAgain(writer));
    KITH_TRY(checkFile());
    KITH_TRY(openFiles(writer));
    startParsing(m_offset > 0 ? m_offset : -1, m_line);
    return {};
}

void ImportRun::startParsing(std::int64_t offset, std::int64_t line)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress.bytesTotal = m_file->size();
        m_progress.unsorted = m_indexesDropped;
    }
    m_threads.runBeside([self = shared_from_this(), offset, line] { self->parse(offset, line); });
}

bool ImportRun::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_stop || m_waiting < batchesAhead; });
    ++m_waiting;
    return !m_stop;
}

void ImportRun::parse(std::int64_t offset, std::int64_t line)
{
    std::optional<Error> failure;
    if (offset >= 0) {
        if (const auto moved = m_file->resumeAt(offset, line); !moved)
            failure = moved.error();
    }
    const bool keepCells = keepsRejects();
    for (bool last = false; !last;) {
        auto batch = std::make_shared<Batch>();
        SourceRow row;
        while (!failure && batch->rows.size() < batchRows) {
            const auto more = m_file->next(row);
            if (!more)
                failure = more.error();
            if (!more || !*more) {
                last = true;
                break;
            }
            batch->rows.push_back(m_reader->read(row));
            if (keepCells) {
                for (const auto cell : row.cells)
                    batch->rows.back().cells.emplace_back(cell);
            }
        }
        batch->failure = failure;
        batch->nextOffset = m_file->offset();
        batch->nextLine = m_file->line();
        last = last || failure.has_value() || m_cancelled;
        batch->last = last;
        if (!waitForRoom())
            return;
        m_threads.postWrite([self = shared_from_this(), batch](StoreWriter* writer) { self->take(writer, *batch); });
    }
}

void ImportRun::take(StoreWriter* writer, Batch& batch)
{
    {
        const std::lock_guard lock(m_mutex);
        --m_waiting;
        if (m_stop)
            return; // it has ended already
    }
    m_room.notify_all();
    if (!writer)
        return end(Error{ErrorCode::BookLocked, {}});
    // Without a row there is nothing to write, and after a failure the place in the file may be behind rows that nobody
    // has read.
    const bool isWanted = !batch.rows.empty() || !batch.failure;
    if (const auto written = isWanted ? write(*writer, batch) : Status(); !written)
        return fail(*writer, written.error());
    if (batch.failure)
        return fail(*writer, *batch.failure);
    if (batch.last)
        finish(*writer);
}

// What is to be settled is kept until the next part is in, in case it is not.
Result<ActWriter> ImportRun::resumeAct(StoreWriter& writer)
{
    return ActWriter::resume(writer.context(), m_act, {m_rest.pending, std::exchange(m_rest.links, std::nullopt)});
}

Status ImportRun::write(StoreWriter& writer, Batch& batch)
{
    // The catalog may have got a field meanwhile: rows are written as the tables are now.
    m_entity = writer.tables.catalog().entity(m_reader->entity().id);
    // What names mean was found before anybody else wrote.
    KITH_TRY(const auto newest, writer.connection.integer("SELECT max(n) FROM act"));
    if (newest != std::exchange(m_newestAct, newest))
        m_rest.links.reset();
    KITH_TRY(auto act, resumeAct(writer));
    act.makeMissing(m_reader->makeMissing());
    RowPlanner planner(act.drafter(), *m_entity, m_plan, m_act);
    for (auto& row : batch.rows)
        KITH_TRY(writeRow(act, planner, row));
    KITH_TRY(saveProgress(writer.connection, m_act, m_report, m_tally, batch.nextOffset, batch.nextLine));
    if (writer.connection.changes() == 0)
        return Error{ErrorCode::Cancelled, {}}; // the act was undone
    KITH_TRY(m_rest, act.commitPart());
    {
        const std::lock_guard lock(m_mutex);
        m_progress.bytesRead = batch.nextOffset;
        m_progress.read = m_report.read;
        m_progress.created = m_report.created;
        m_progress.updated = m_report.updated;
        m_progress.skipped = m_report.skipped;
        m_progress.rejected = m_report.rejected;
    }
    ChangeNotice notice;
    notice.entities = {m_entity->id};
    notice.many = true;
    notice.act = m_act;
    return m_threads.publish(writer, notice);
}

void ImportRun::finish(StoreWriter& writer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress.indexing = true;
    }
    if (const auto completed = complete(writer); !completed)
        return end(completed.error());
    m_report.act = m_report.created + m_report.updated + m_report.related > 0 ? m_act : 0;
    m_report.seconds = double(m_timer.nsecsElapsed()) / 1e9;
    m_report.cancelled = m_cancelled;
    m_report.rejectsPath = m_report.rejected > 0 ? m_plan.rejectsPath : QString();
    m_tally.fill(m_report);
    end(m_report);
}

Status ImportRun::complete(StoreWriter& writer)
{
    KITH_TRY(completeIndexes(writer));
    KITH_TRY(linkOwn(writer));
    // The file first: an import that cannot write it goes on from here when it can.
    KITH_TRY(writeRejectsFile(writer));
    return closeAct(writer);
}

// What is in stays, and the place to go on from; as far as it can be the book is left as any other.
void ImportRun::fail(StoreWriter& writer, const Error& error)
{
    (void)completeIndexes(writer);
    if (auto act = resumeAct(writer)) {
        auto settled = writer.connection.kept("UPDATE import_job SET phase = 1 WHERE act = ?1");
        const bool noted = settled.bindAll(m_act).run().ok();
        if (const auto notice = act->commit(); noted && notice)
            (void)m_threads.publish(writer, *notice);
    }
    end(error);
}

Status ImportRun::completeIndexes(StoreWriter& writer)
{
    if (!m_indexesDropped)
        return {};
    const auto indexes = indexesOf(*m_entity);
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        KITH_TRY(writer.connection.execute(indexes[i].sql));
        const std::lock_guard lock(m_mutex);
        m_progress.indexed = double(i + 1) / double(indexes.size());
    }
    return {};
}

Status ImportRun::closeAct(StoreWriter& writer)
{
    KITH_TRY(auto act, resumeAct(writer));
    auto done = writer.connection.kept("DELETE FROM import_job WHERE act = ?1");
    KITH_TRY(done.bindAll(m_act).run());
    if (!m_plan.keepRejects)
        KITH_TRY(dropRejects(writer.connection, m_act));
    if (m_report.created + m_report.updated + m_report.related == 0) {
        auto nothing = writer.connection.kept("DELETE FROM act WHERE n = ?1 AND records = 0");
        KITH_TRY(nothing.bindAll(m_act).run());
    }
    QStringList header;
    for (const auto& column : m_plan.columns)
        header += column.header;
    KITH_TRY(saveSetting(writer.connection, rememberedKey(m_plan.entity, header), rememberedMapping(m_plan)));
    KITH_TRY(auto notice, act.commit());
    notice.entities.push_back(m_entity->id);
    notice.many = true;
    return m_threads.publish(writer, notice);
}

void ImportRun::end(Result<ImportReport> report)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop)
            return;
        m_stop = true;
    }
    m_room.notify_all();
    m_promise.addResult(std::move(report));
    m_promise.finish();
}

Result<std::vector<InterruptedImport>> interruptedImports(Connection& connection)
{
    std::vector<InterruptedImport> found;
    auto statement = connection.kept("SELECT act, plan, counts FROM import_job ORDER BY act DESC");
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            return found;
        auto plan = planFromJson(statement.blob(1).toByteArray());
        const auto counts = QJsonDocument::fromJson(statement.blob(2).toByteArray()).object();
        if (plan)
            found.push_back({statement.integer(0), std::move(plan).value(), counts["read"_L1].toInteger()});
    }
}

}
