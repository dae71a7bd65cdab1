#include "tests/bench/BookBench.h"

#include "core/crypto/Argon2.h"
#include "core/database/Transaction.h"
#include "core/services/demo/DemoCompany.h"
#include "core/store/Columns.h"
#include "core/store/SearchIndex.h"
#include "core/store/StoreThreads.h"
#include "core/text/SortKey.h"
#include "core/wire/ValueCodec.h"
#include "tests/bench/BenchBook.h"
#include "tests/bench/DuplicateBench.h"
#include "tests/bench/RawBook.h"
#include "tests/bench/SearchBench.h"
#include "tests/bench/WindowProgram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t rowsATransaction = 4'000; // as the import's batches
constexpr int edits = 2'000;
constexpr int pages = 2'000;

QJsonObject comparison(double ours, double raw, double aim)
{
    return {{u"kith"_s, rounded(ours)},
            {u"raw"_s, rounded(raw)},
            {u"ratio"_s, rounded(raw > 0 ? ours / raw : 0)},
            {u"aim"_s, aim}};
}

Result<QJsonObject> benchImport(Bench& bench)
{
    BenchBook book(bench.path(u"import.kith"_s), preferredCipher());
    KITH_TRY(book.create());
    const double before = peakMemory();
    const Timer whole;
    KITH_TRY(const auto report, book.import(bench.csv));
    const double ours = double(report.created) / whole.seconds();
    const double peak = peakMemory();
    KITH_TRY(const auto rows, onReader<RawRows>(*book.threads, [](StoreReader& reader) {
                 return readRows(reader, *reader.tables.catalog().entity(u"customer"));
             }));
    const auto catalog = book.threads->catalog();
    const Entity& entity = *catalog->entity(u"customer");
    BenchBook like(bench.path(u"raw.kith"_s), preferredCipher());
    KITH_TRY(auto raw, RawBook::create(like.access(), *catalog));
    const Timer rawTime;
    KITH_TRY(raw->insertRows(entity, rows, rowsATransaction));
    const double theirs = double(rows.size()) / rawTime.seconds();
    auto figures = comparison(ours, theirs, 0.7);
    figures[u"unit"_s] = u"rows a second"_s;
    figures[u"created"_s] = qint64(report.created);
    figures[u"rejected"_s] = qint64(report.rejected);
    figures[u"memory_before_mb"_s] = rounded(before);
    figures[u"memory_peak_mb"_s] = rounded(peak);
    figures[u"file_mb"_s] = rounded(double(QFileInfo(bench.path(u"import.kith"_s)).size()) / 1e6);
    return figures;
}

// What one edit of a customer's name and phone writes, as bare statements.
class RawEdit
{
public:
    RawEdit(RawBook& book, const Catalog& catalog)
        : m_book(book)
        , m_entity(*catalog.entity(u"customer"))
        , m_name(*m_entity.field(u"name"))
        , m_phones(*m_entity.field(u"phones"))
        , m_changed(*m_entity.field(u"changed"))
        , m_update(book, "UPDATE e10 SET " + columnName(m_name) + " = ?1, " + sortColumn(m_name) + " = ?2, " +
                             columnName(m_phones) + " = ?3, " + columnName(m_changed) +
                             " = ?4, touched = ?5 WHERE k = ?6")
        , m_act(book, "INSERT INTO act(id, kind, author, device, at, catalog, entity, records, subject) VALUES(?1, 2, "
                      "NULL, ?1, ?2, 1, 10, 1, ?3)")
        , m_patch(book,
                  "INSERT INTO patch(id, act, grp, op, hlc, entity, k, before) VALUES(?1, ?2, 0, 2, ?3, 10, ?4, ?5)")
        , m_forget(book, "INSERT INTO search(search, rowid, title, detail) VALUES('delete', ?1, ?2, ?3)")
        , m_learn(book, "INSERT INTO search(rowid, title, detail) VALUES(?1, ?2, ?3)")
        , m_time(book, "UPDATE meta SET value = ?1 WHERE key = 'time'")
    {
    }

    // One transaction with the same bytes as the engine's.
    Status save(RecordKey key, const SearchDocument& before, const SearchDocument& after, const QByteArray& sort,
                const QByteArray& phone, const QByteArray& history)
    {
        KITH_TRY(m_book.execute("BEGIN IMMEDIATE"));
        const auto title = after.title.toUtf8();
        const QByteArray id(16, 'i');
        text(m_act, 3, title);
        blob(m_act, 1, id);
        sqlite3_bind_int64(m_act.get(), 2, 1'750'000'000'000);
        KITH_TRY(m_act.run());
        const auto act = sqlite3_last_insert_rowid(m_book.handle());
        text(m_update, 1, title.left(title.indexOf('\n') < 0 ? title.size() : title.indexOf('\n')));
        blob(m_update, 2, sort);
        text(m_update, 3, phone);
        sqlite3_bind_int64(m_update.get(), 4, 1'750'000'000'000);
        sqlite3_bind_int64(m_update.get(), 5, act);
        sqlite3_bind_int64(m_update.get(), 6, key);
        KITH_TRY(m_update.run());
        KITH_TRY(document(m_forget, key, before));
        KITH_TRY(document(m_learn, key, after));
        blob(m_patch, 1, id);
        sqlite3_bind_int64(m_patch.get(), 2, act);
        sqlite3_bind_int64(m_patch.get(), 3, act << 16);
        sqlite3_bind_int64(m_patch.get(), 4, key);
        blob(m_patch, 5, history);
        KITH_TRY(m_patch.run());
        sqlite3_bind_int64(m_time.get(), 1, act << 16);
        KITH_TRY(m_time.run());
        return m_book.execute("COMMIT");
    }

private:
    void text(RawBook::Kept& statement, int index, const QByteArray& bytes)
    {
        sqlite3_bind_text(statement.get(), index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    void blob(RawBook::Kept& statement, int index, const QByteArray& bytes)
    {
        sqlite3_bind_blob(statement.get(), index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    Status document(RawBook::Kept& statement, RecordKey key, const SearchDocument& one)
    {
        sqlite3_bind_int64(statement.get(), 1, searchRow(m_entity, key));
        text(statement, 2, indexedTitle(one).toUtf8());
        text(statement, 3, one.detail.toUtf8());
        return statement.run();
    }

    RawBook& m_book;
    const Entity& m_entity;
    const Field& m_name;
    const Field& m_phones;
    const Field& m_changed;
    RawBook::Kept m_update;
    RawBook::Kept m_act;
    RawBook::Kept m_patch;
    RawBook::Kept m_forget;
    RawBook::Kept m_learn;
    RawBook::Kept m_time;
};

struct EditTimes
{
    std::vector<double> ours;
    std::vector<double> raw;
};

RecordKey keyNumber(int edit, std::int64_t rows)
{
    return 1 + (std::int64_t(edit) * 7919) % std::max<std::int64_t>(rows, 1);
}

// Engine and bare statements take turns on the same file, each on another customer, so that both meet the same cache.
Result<EditTimes> timeEdits(StoreWriter& writer, RawBook& raw, std::int64_t rows)
{
    const Entity& entity = *writer.tables.catalog().entity(u"customer");
    const Field& name = *entity.field(u"name");
    const Field& phones = *entity.field(u"phones");
    RawEdit bare(raw, writer.tables.catalog());
    EditTimes times;
    for (int i = 0; i < edits; ++i) {
        const auto changed = u"晨光%1贸易有限公司"_s.arg(i);
        const Points phone{Point{u"+86138%1"_s.arg(i, 8, 10, QLatin1Char('0')), {}, {}}};
        KITH_TRY(const auto current, writer.tables.loadKey(entity, keyNumber(2 * i, rows)));
        const Timer ours;
        {
            KITH_TRY(auto act, ActWriter::begin(writer.context(), ActKind::Edit));
            KITH_TRY(act.set(entity, current->record.id, FieldValues{{name.id, changed}, {phones.id, phone}}));
            KITH_TRY(act.commit());
        }
        times.ours.push_back(ours.seconds() * 1000);
        KITH_TRY(auto other, writer.tables.loadKey(entity, keyNumber(2 * i + 1, rows)));
        const auto before = searchDocument(entity, other->record);
        const auto history = encodeFields(
            FieldValues{{name.id, other->record.value(name.id)}, {phones.id, other->record.value(phones.id)}});
        other->record.fields[name.id] = changed;
        other->record.fields[phones.id] = phone;
        const auto after = searchDocument(entity, other->record);
        const auto sort = sortKey(changed);
        const auto number = phone.front().value.toUtf8();
        const Timer theirs;
        KITH_TRY(bare.save(other->record.key, before, after, sort, number, history));
        times.raw.push_back(theirs.seconds() * 1000);
    }
    return times;
}

Result<QJsonObject> benchEdit(Bench& bench)
{
    BenchBook book(bench.path(u"edit.kith"_s), preferredCipher());
    KITH_TRY(book.create());
    KITH_TRY(book.import(bench.csv));
    KITH_TRY(auto raw, RawBook::open(book.access()));
    KITH_TRY(const auto times, onWriter<EditTimes>(*book.threads, [&](StoreWriter& writer) {
                 return timeEdits(writer, *raw, bench.request.rows);
             }));
    auto figures = comparison(median(times.ours), median(times.raw), 1.5);
    figures[u"unit"_s] = u"ms an edit, median, synchronous=FULL"_s;
    figures[u"kith_p95"_s] = rounded(percentile95(times.ours));
    figures[u"raw_p95"_s] = rounded(percentile95(times.raw));
    return figures;
}

struct EngineTimes
{
    double importSeconds = 0;
    double scanSeconds = 0;
    double pageMs = 0;
    double editMs = 0;
};

Result<EngineTimes> timeEngine(Bench& bench, const QString& name, Cipher cipher)
{
    EngineTimes times;
    BenchBook book(bench.path(name), cipher);
    KITH_TRY(book.create());
    const Timer import;
    KITH_TRY(book.import(bench.csv));
    times.importSeconds = import.seconds();
    book.threads.reset(); // the cache of the writer must not serve the reader
    KITH_TRY(auto raw, RawBook::open(book.access()));
    const Timer scan;
    {
        RawBook::Kept all(*raw, "SELECT k, id, f1001, f1010, f1012, f1016 FROM e10");
        KITH_TRY(all.scan());
    }
    times.scanSeconds = scan.seconds();
    std::vector<double> pageTimes;
    {
        RawBook::Kept page(*raw,
                           "SELECT k, f1001, f1010 FROM e10 WHERE life = 0 AND f1001_s > ?1 ORDER BY f1001_s LIMIT 50");
        for (int i = 0; i < pages; ++i) {
            const std::array<unsigned char, 2> start{static_cast<unsigned char>((i * 37) % 256),
                                                     static_cast<unsigned char>(i % 256)};
            sqlite3_bind_blob(page.get(), 1, start.data(), 2, SQLITE_TRANSIENT);
            const Timer one;
            KITH_TRY(page.scan());
            pageTimes.push_back(one.seconds() * 1000);
        }
    }
    times.pageMs = median(pageTimes);
    SystemClock clock;
    KITH_TRY(auto writer, StoreWriter::open(book.access(), clock, [](Connection&) { return Status{}; }));
    KITH_TRY(const auto editTimes, timeEdits(*writer, *raw, bench.request.rows));
    times.editMs = median(editTimes.ours);
    return times;
}

Result<QJsonObject> benchCipher(Bench& bench)
{
    KITH_TRY(const auto plain, timeEngine(bench, u"plain.kith"_s, Cipher::None));
    KITH_TRY(const auto sealed, timeEngine(bench, u"sealed.kith"_s, preferredCipher()));
    const auto ratio = [](double a, double b) {
        return QJsonObject{
            {u"encrypted"_s, rounded(a)}, {u"plain"_s, rounded(b)}, {u"ratio"_s, rounded(a / b)}, {u"aim"_s, 1.05}};
    };
    return QJsonObject{{u"cipher"_s, QString(nameOf(preferredCipher()))},
                       {u"import_s"_s, ratio(sealed.importSeconds, plain.importSeconds)},
                       {u"scan_s"_s, ratio(sealed.scanSeconds, plain.scanSeconds)},
                       {u"page_ms"_s, ratio(sealed.pageMs, plain.pageMs)},
                       {u"edit_ms"_s, ratio(sealed.editMs, plain.editMs)}};
}

Result<QJsonObject> benchKey(Bench&)
{
    const auto cost = calibratedCost();
    const QByteArray salt(argon2SaltSize, 's');
    const QByteArray passphrase("correct horse battery staple");
    const Timer one;
    KITH_TRY(const auto key, deriveKey(bytesOf(passphrase), bytesOf(salt), cost));
    Q_UNUSED(key)
    return QJsonObject{{u"seconds"_s, rounded(one.seconds())},
                       {u"memory_mib"_s, int(cost.memoryKiB / 1024)},
                       {u"passes"_s, int(cost.passes)},
                       {u"aim"_s, 0.5}};
}

using Scenario = Result<QJsonObject> (*)(Bench&);
const std::vector<std::pair<QString, Scenario>>& scenarios()
{
    static const std::vector<std::pair<QString, Scenario>> all{
        {u"import"_s, benchImport},         {u"edit"_s, benchEdit},
        {u"cipher"_s, benchCipher},         {u"key"_s, benchKey},
        {u"search"_s, benchSearch},         {u"list"_s, benchList},
        {u"duplicates"_s, benchDuplicates}, {u"window"_s, benchWindow}};
    return all;
}

}

QStringList benchScenarios()
{
    QStringList names;
    for (const auto& [name, run] : scenarios())
        names += name;
    return names;
}

Result<QJsonObject> runBench(const BenchRequest& request)
{
    Bench bench{request, {}, {}};
    bench.csv = bench.path(u"customers.csv"_s);
    KITH_TRY(demoCustomersCsv(bench.csv, request.rows, 1));
    QJsonObject figures{{u"rows"_s, qint64(request.rows)}, {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())}};
    for (const auto& [name, run] : scenarios()) {
        if (!request.scenario.isEmpty() && request.scenario != name)
            continue;
        KITH_TRY(auto one, run(bench));
        figures[name] = std::move(one);
    }
    return figures;
}

}
