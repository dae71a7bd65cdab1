#include "core/exchange/import/ImportRun.h"

#include "core/exchange/csv/CsvLook.h"
#include "core/exchange/mapping/PlanText.h"
#include "core/store/Columns.h"
#include "core/store/RecordRules.h"
#include "core/store/Schema.h"
#include "core/text/Sentences.h"
#include "core/text/SortKey.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t batchRows = 4'000;
constexpr int batchesAhead = 4;
constexpr std::size_t firstReasons = 100;

// A load of many rows into a table with few builds the indexes afterwards; SQLite sorts them in memory, about 60 bytes
// an entry, so this bound is also the one of memory. A larger table keeps its indexes as it grows.
constexpr std::int64_t fewRows = 100'000;
constexpr std::int64_t manyBytes = 4 * 1024 * 1024;
constexpr std::int64_t sortableBytes = std::int64_t(1) << 30;

Status saveCounts(Connection& connection, std::int64_t act, const ImportReport& report, std::int64_t offset,
                  std::int64_t line)
{
    QJsonObject counts;
    const auto put = [&](const QString& name, std::int64_t number) { counts[name] = qint64(number); };
    put(u"read"_s, report.read);
    put(u"created"_s, report.created);
    put(u"updated"_s, report.updated);
    put(u"skipped"_s, report.skipped);
    put(u"rejected"_s, report.rejected);
    put(u"related"_s, report.related);
    auto statement = connection.kept("UPDATE import_job SET byte = ?1, line = ?2, counts = ?3 WHERE act = ?4");
    return statement.bindAll(offset, line, QJsonDocument(counts).toJson(QJsonDocument::Compact), act).run();
}

void loadCounts(const QByteArray& json, ImportReport& report)
{
    const auto counts = QJsonDocument::fromJson(json).object();
    report.read = counts["read"_L1].toInteger();
    report.created = counts["created"_L1].toInteger();
    report.updated = counts["updated"_L1].toInteger();
    report.skipped = counts["skipped"_L1].toInteger();
    report.rejected = counts["rejected"_L1].toInteger();
    report.related = counts["related"_L1].toInteger();
}

}

ImportRun::ImportRun(StoreThreads& threads, ImportPlan plan) : m_threads(threads), m_plan(std::move(plan))
{
    m_timer.start();
}

ImportRun::~ImportRun()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_room.notify_all();
    if (m_parser.joinable()) {
        if (m_parser.get_id() == std::this_thread::get_id())
            m_parser.detach(); // the parser itself let go of the run last
        else
            m_parser.join();
    }
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

QFuture<Result<ImportReport>> ImportRun::resume()
{
    m_promise.start();
    m_threads.postWrite([self = shared_from_this()](StoreWriter* writer) {
        if (!writer)
            return self->end(Error{ErrorCode::BookLocked, {}});
        if (const auto begun = self->beginAgain(*writer); !begun)
            self->end(begun.error());
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

Status ImportRun::begin(StoreWriter& writer)
{
    m_catalog = writer.tables.catalogPtr();
    KITH_TRY(auto reader,
             RowReader::create(m_catalog, m_plan, writer.meta.conventions(writer.clock.now()), writer.meta.me));
    KITH_TRY(auto file, openRows(m_plan));
    m_reader = std::make_unique<RowReader>(std::move(reader));
    m_file = std::make_unique<CsvReader>(std::move(file));
    m_entity = &m_reader->entity();
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
    auto job = writer.connection.kept("INSERT INTO import_job(act, plan, phase, byte, line, counts, first, indexed) "
                                      "VALUES(?1, ?2, 0, 0, 1, ?3, 0, 0)");
    KITH_TRY(job.bindAll(m_act, planToJson(m_plan), QByteArray("{}")).run());
    KITH_TRY(act.commitPart());
    startParsing(writer, -1, 0);
    return {};
}

Status ImportRun::beginAgain(StoreWriter& writer)
{
    auto job = writer.connection.kept("SELECT byte, line, counts, act FROM import_job ORDER BY act DESC LIMIT 1");
    KITH_TRY(const bool found, job.step());
    if (!found)
        return Error{ErrorCode::NoSuchAct, {}};
    const auto offset = job.integer(0);
    const auto line = job.integer(1);
    loadCounts(job.blob(2).toByteArray(), m_report);
    m_act = job.integer(3);
    job.reset();
    m_catalog = writer.tables.catalogPtr();
    KITH_TRY(auto reader,
             RowReader::create(m_catalog, m_plan, writer.meta.conventions(writer.clock.now()), writer.meta.me));
    KITH_TRY(auto file, openRows(m_plan));
    m_reader = std::make_unique<RowReader>(std::move(reader));
    m_file = std::make_unique<CsvReader>(std::move(file));
    m_entity = &m_reader->entity();
    // What the interrupted part would have settled at its end.
    m_pending.all.insert(m_entity->id);
    startParsing(writer, offset > 0 ? offset : -1, line);
    return {};
}

void ImportRun::startParsing(StoreWriter&, std::int64_t offset, std::int64_t line)
{
    if (!m_plan.rejectsPath.isEmpty()) {
        QStringList header;
        for (const auto& column : m_plan.columns)
            header += column.header;
        auto rejects = RejectsWriter::create(m_plan.rejectsPath, header, char(m_plan.delimiter.toLatin1()));
        if (!rejects)
            return end(rejects.error());
        m_rejects = std::make_unique<RejectsWriter>(std::move(rejects).value());
    }
    {
        const std::lock_guard lock(m_mutex);
        m_progress.bytesTotal = m_file->size();
    }
    m_parser = std::thread([self = shared_from_this(), offset, line] { self->parse(offset, line); });
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
    const bool keepCells = m_rejects != nullptr;
    for (bool last = false; !last;) {
        auto batch = std::make_shared<Batch>();
        CsvRow row;
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
        m_threads.postWrite([self = shared_from_this(), batch](StoreWriter* writer) { self->take(writer, batch); });
    }
}

void ImportRun::take(StoreWriter* writer, std::shared_ptr<Batch> batch)
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
    if (const auto written = write(*writer, *batch); !written)
        return end(written.error());
    if (batch->failure)
        return end(*batch->failure);
    if (batch->last)
        finish(*writer);
}

Status ImportRun::write(StoreWriter& writer, Batch& batch)
{
    KITH_TRY(auto act, ActWriter::resume(writer.context(), m_act, std::move(m_pending)));
    act.makeMissing(m_reader->makeMissing());
    for (auto& row : batch.rows)
        KITH_TRY(writeRow(act, row));
    KITH_TRY(saveCounts(writer.connection, m_act, m_report, batch.nextOffset, batch.nextLine));
    KITH_TRY(m_pending, act.commitPart());
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

Status ImportRun::reject(const ParsedRow& row, const QString& reason)
{
    ++m_report.rejected;
    if (m_reasons.size() < firstReasons || m_reasons.contains(reason))
        ++m_reasons[reason];
    if (!m_rejects)
        return {};
    std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
    CsvRow source;
    source.cells = cells;
    source.line = row.line;
    return m_rejects->write(source, reason);
}

Status ImportRun::writeRow(ActWriter& act, ParsedRow& row)
{
    ++m_report.read;
    for (const auto& warning : row.warnings) {
        if (m_warnings.size() < firstReasons || m_warnings.contains(warning))
            ++m_warnings[warning];
    }
    const auto& language = act.context().meta.language;
    for (const auto& guess : row.guesses)
        ++m_guesses[{guess.field->label.in(language), {guess.typed, guess.taken}}];
    KITH_TRY(resolveBranches(act, row));
    QStringList reasons;
    for (const auto& problem : row.problems)
        reasons += sentence(problem.error);
    if (!reasons.isEmpty())
        return reject(row, reasons.join(u' '));
    KITH_TRY(const auto written, createRow(act, row));
    m_report.related += written.made;
    for (const auto& guess : written.guesses)
        ++m_guesses[{guess.field, {guess.typed, guess.taken}}];
    for (const auto& problem : written.problems)
        reasons += sentence(problem.error);
    return reasons.isEmpty() ? Status{} : reject(row, reasons.join(u' '));
}

Result<Written> ImportRun::createRow(ActWriter& act, ParsedRow& row)
{
    auto& context = act.context();
    std::optional<RecordId> there;
    if (!row.id.isNull() || !m_plan.match.isEmpty()) {
        KITH_TRY(there, existingRecord(context.tables, *m_entity, m_plan, row));
    }
    if (there && m_plan.onDuplicate == DuplicateChoice::Skip) {
        ++m_report.skipped;
        return Written{};
    }
    if (there && m_plan.onDuplicate == DuplicateChoice::Update) {
        KITH_TRY(auto written, act.set(*m_entity, *there, std::move(row.values)));
        if (written.problems.empty())
            ++(written.changed ? m_report.updated : m_report.skipped);
        return written;
    }
    if (row.id.isNull() || there)
        row.id = context.ids.next<RecordId>();
    KITH_TRY(deferOwnLinks(act, row));
    recordRules::fillDefaults(*m_entity, row.values, context.meta.conventions(context.clock.now()), context.meta.me);
    KITH_TRY(auto written, act.createInRange(*m_entity, std::move(row.values), row.id));
    if (written.problems.empty())
        ++m_report.created;
    return written;
}

// A parent may stand further down in the file: its name is kept until every row is in.
Status ImportRun::deferOwnLinks(ActWriter& act, ParsedRow& row)
{
    for (const auto& field : m_entity->fields) {
        const auto entry = row.values.find(field.id);
        if (field.type != FieldType::Relation || !field.targets.contains(m_entity->key) || entry == row.values.end())
            continue;
        const auto* name = std::get_if<QString>(&entry->second);
        if (!name)
            continue;
        auto statement = act.context().tables.connection().kept(
            "INSERT INTO import_link(act, id, field, name) VALUES(?1, ?2, ?3, ?4)");
        KITH_TRY(statement.bindAll(m_act, row.id, field.id, *name).run());
        row.values.erase(entry);
        m_hasOwnLinks = true;
    }
    return {};
}

Status ImportRun::resolveBranches(ActWriter& act, ParsedRow& row)
{
    const auto& language = act.context().meta.language;
    for (const auto& branch : row.branches) {
        const Entity& tree = *m_catalog->entity(branch.relation->targets.first());
        Written written;
        const Field* parentField = nullptr;
        for (const auto& field : tree.fields) {
            if (field.type == FieldType::Relation && field.targets == QStringList{tree.key})
                parentField = &field;
        }
        if (!parentField)
            continue;
        KITH_TRY(auto found, act.findOrMake(*parentField, branch.parent, {}, written));
        if (found && !branch.name.isEmpty()) {
            KITH_TRY(found, act.findOrMake(*branch.relation, branch.name, {parentField, Value(*found)}, written));
        }
        m_report.related += written.made;
        if (found)
            row.values[branch.relation->id] = *found;
        else
            row.problems.push_back({branch.relation->id, Error{ErrorCode::RelationNotFound,
                                                               {branch.relation->label.in(language), branch.parent}}});
    }
    return {};
}

void ImportRun::finish(StoreWriter& writer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress.indexing = true;
    }
    auto status = completeIndexes(writer);
    if (status)
        status = linkOwn(writer);
    if (status)
        status = closeAct(writer);
    if (status && m_rejects)
        status = m_rejects->commit();
    if (!status)
        return end(status.error());
    m_report.act = m_report.created + m_report.updated + m_report.related > 0 ? m_act : 0;
    m_report.seconds = double(m_timer.nsecsElapsed()) / 1e9;
    m_report.cancelled = m_cancelled;
    m_report.rejectsPath = m_report.rejected > 0 ? m_plan.rejectsPath : QString();
    for (const auto& [key, rows] : m_guesses)
        m_report.guesses.push_back({key.first, key.second.first, key.second.second, rows});
    m_report.reasons = byFrequency(m_reasons);
    m_report.warnings = byFrequency(m_warnings);
    end(m_report);
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

// Now that every row is there: the links to records of the same entity.
Status ImportRun::linkOwn(StoreWriter& writer)
{
    if (!m_hasOwnLinks && m_pending.all.empty())
        return {};
    KITH_TRY(auto act, ActWriter::resume(writer.context(), m_act, std::move(m_pending)));
    act.makeMissing(m_reader->makeMissing());
    std::int64_t made = 0;
    auto statement = writer.connection.kept("SELECT id, field, name FROM import_link WHERE act = ?1 ORDER BY rowid");
    statement.bind(1, m_act);
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            break;
        const Field* field = m_entity->field(statement.id<FieldId>(1));
        const auto id = statement.id<RecordId>(0);
        const auto name = statement.text(2);
        KITH_TRY(const bool linked, act.completeCreate(*m_entity, id, *field, name));
        if (!linked)
            ++m_warnings[sentence(Error{ErrorCode::RelationNotFound, {field->label.in(writer.meta.language), name}})];
    }
    made = act.madeForLinks();
    m_report.related += made;
    auto clear = writer.connection.kept("DELETE FROM import_link WHERE act = ?1");
    KITH_TRY(clear.bindAll(m_act).run());
    KITH_TRY(m_pending, act.commitPart());
    return {};
}

Status ImportRun::closeAct(StoreWriter& writer)
{
    KITH_TRY(auto act, ActWriter::resume(writer.context(), m_act, std::move(m_pending)));
    auto done = writer.connection.kept("DELETE FROM import_job WHERE act = ?1");
    KITH_TRY(done.bindAll(m_act).run());
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
    auto statement = connection.kept("SELECT act, plan FROM import_job ORDER BY act DESC");
    while (true) {
        KITH_TRY(const bool row, statement.step());
        if (!row)
            return found;
        auto plan = planFromJson(statement.blob(1).toByteArray());
        if (plan)
            found.push_back({statement.integer(0), std::move(plan).value()});
    }
}

std::vector<ImportReport::Reason> byFrequency(const std::map<QString, std::int64_t>& texts)
{
    std::vector<ImportReport::Reason> sorted;
    for (const auto& [text, rows] : texts)
        sorted.push_back({text, rows});
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.rows > b.rows; });
    return sorted;
}

}
