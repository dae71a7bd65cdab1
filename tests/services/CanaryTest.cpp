#include "core/base/Log.h"
#include "core/store/BookFile.h"
#include "core/store/Undo.h"
#include "tests/support/SessionBook.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// Not to be found by chance. Latin and Chinese, so that every part of the search index gets something of it.
const QString canary = u"Zwölfkanarienvögel 罕見鸚鵡"_s;
// What of it may stand anywhere: as typed, folded, and behind the first letters that an index leaves out.
const std::vector<QString> tells{u"Zwölfkanarien"_s, u"zwolfkanarien"_s, u"narienvogel"_s, u"narienvögel"_s,
                                 u"罕見"_s,          u"罕见"_s,          u"鹦鹉"_s};

bool holdsCanary(const QByteArray& bytes)
{
    return std::any_of(tells.begin(), tells.end(), [&](const QString& tell) {
        // Two characters in UTF-16 are four bytes, which do turn up by chance in megabytes of ciphertext.
        const QByteArray wide(reinterpret_cast<const char*>(tell.utf16()), tell.size() * 2);
        return bytes.contains(tell.toUtf8()) || (wide.size() > 4 && bytes.contains(wide));
    });
}

QStringList filesWithCanary(const QStringList& folders, int& looked)
{
    QStringList found;
    for (const auto& folder : folders) {
        for (const auto& name : QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System)) {
            QFile file(QDir(folder).filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            ++looked;
            if (holdsCanary(file.readAll()))
                found += name;
        }
    }
    return found;
}

// Everything that goes to standard error meanwhile, the log and what Qt has to say.
class CollectedLog
{
public:
    explicit CollectedLog(const QString& path) : m_path(path)
    {
#ifdef Q_OS_UNIX
        std::fflush(stderr);
        m_before = ::dup(STDERR_FILENO);
        const int file = ::open(path.toUtf8().constData(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
#endif
    }
    QByteArray end()
    {
#ifdef Q_OS_UNIX
        std::fflush(stderr);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
#endif
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QString m_path;
    int m_before = -1;
};

}

TEST_CASE("what people write reaches no file, no temporary file and no log in clear")
{
    QTemporaryDir temporary;
    QTemporaryDir elsewhere;
    qputenv("TMPDIR", temporary.path().toUtf8());
    qputenv("SQLITE_TMPDIR", temporary.path().toUtf8());
    CollectedLog log(elsewhere.filePath(u"log"_s));
    setLogLevel(LogLevel::Debug);
    kith::log(LogLevel::Warning, "the log is being collected");
    int looked = 0;
    {
        SessionBook book;
        const auto folder = QFileInfo(book.path()).path();
        const auto csv = elsewhere.filePath(u"c.csv"_s);
        {
            QFile file(csv);
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write("name,employees,tags\n");
            for (int i = 0; i < 6'000; ++i)
                file.write((canary + u" %1,%2,%3\n"_s).arg(i).arg(i % 10 ? u"5"_s : canary, canary).toUtf8());
        }
        auto plan = book.plan(csv, u"customer");
        plan.rejectsPath = elsewhere.filePath(u"rejected.csv"_s);
        const auto running = book.imports().run(plan);
        while (!running.isFinished()) {
            CHECK(filesWithCanary({folder, temporary.path()}, looked).isEmpty());
            book.count(u"stage");
        }
        CHECK(need(running).rejected == 600);
        const auto mine =
            book.create(u"customer", {{u"name"_s, canary}, {u"phones"_s, canary}, {u"description"_s, canary}});
        CHECK_FALSE(need(book.desk().find({canary, {}, 20, {}})).empty());
        Query query;
        query.catalog = book.desk().catalog();
        query.entity = &book.entity(u"customer");
        query.sort = {{{nullptr, query.entity, &book.field(u"customer", u"description"), {}}, true}};
        query.columns = {{nullptr, query.entity, &book.field(u"customer", u"name"), {}}};
        CHECK(need(book.desk().page(query, 1'000, 100)).rows.size() == 100);
        need(book.session().exports().write(query, elsewhere.filePath(u"out.csv"_s), {}));
        need(book.desk().setSetting(u"draft"_s, canary.toUtf8()));
        need(book.session().care().backup(book.file(u"copy.kith-backup"_s)));
        CHECK(filesWithCanary({folder, temporary.path()}, looked).isEmpty());
        need(book.desk().moveToTrash(query.entity->id, {mine}));
        need(book.desk().purge(query.entity->id, {}));
        need(book.desk().undo());
        // What goes wrong is said to people, not to the log.
        CHECK(need(book.desk().create(query.entity->id, {{book.field(u"customer", u"owner").id, Value(canary)}}))
                  .problems.size() > 0);
        CHECK(filesWithCanary({folder, temporary.path()}, looked).isEmpty());
        book.renew();
        CHECK(filesWithCanary({folder, temporary.path()}, looked).isEmpty());
    }
    const auto logged = log.end();
    setLogLevel(LogLevel::Warning);
    qunsetenv("TMPDIR");
    qunsetenv("SQLITE_TMPDIR");
#ifdef Q_OS_UNIX
    CHECK(logged.contains("being collected"));
#endif
    CHECK_FALSE(holdsCanary(logged));
    CHECK(looked > 20);
    CHECK(filesWithCanary({elsewhere.path()}, looked).size() == 3); // the control: the same search finds the exports
}

namespace {

// A book whose pages lie on the disk as an encrypted one decrypts them.
struct PlainBook
{
    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<StoreWriter> writer;

    PlainBook()
    {
        BookBirth birth;
        birth.book = IdSource(clock).next<BookId>();
        birth.language = u"en"_s;
        birth.region = u"CN"_s;
        birth.currency = u"USD"_s;
        auto made = StoreWriter::create({folder.filePath(u"plain"_s), Cipher::None, {}, nullptr}, birth, clock);
        REQUIRE_OK(made);
        writer = std::move(*made);
    }

    const Entity& entity(QStringView key) { return *writer->tables.catalog().entity(key); }
    template <typename Work>
    std::int64_t act(ActKind kind, Work work)
    {
        auto act = ActWriter::begin(writer->context(), kind);
        REQUIRE_OK(act);
        const auto written = work(*act);
        REQUIRE_OK(written);
        REQUIRE(written->problems.empty());
        const auto notice = act->commit();
        REQUIRE_OK(notice);
        return notice->act;
    }
    bool holdsIt()
    {
        REQUIRE_OK(writer->connection.checkpoint(Checkpoint::Truncate));
        int looked = 0;
        return !filesWithCanary({folder.path()}, looked).isEmpty();
    }
};

}

TEST_CASE("a purged record, its parts, its names and its past leave the decrypted pages too")
{
    PlainBook book;
    const auto& customer = book.entity(u"customer");
    const auto& address = book.entity(u"address");
    const auto& tag = book.entity(u"tag");
    const auto name = customer.field(u"name")->id;
    RecordId id;
    book.act(ActKind::Create, [&](ActWriter& act) {
        auto written =
            act.create(customer, {{name, Value(canary)},
                                  {customer.field(u"description")->id, Value(canary)},
                                  {customer.field(u"phones")->id, Points{{{}, canary, canary}}},
                                  {customer.field(u"address")->id, Addresses{{{}, canary, canary, {}, canary, {}, {}}}},
                                  {customer.field(u"tags")->id, Value(canary)}});
        id = written ? written->id : RecordId{};
        return written;
    });
    book.act(ActKind::Create, [&](ActWriter& act) {
        return act.create(address, {{address.field(u"customer")->id, Reference{customer.id, id}},
                                    {address.field(u"name")->id, Value(canary)}});
    });
    // Another text in between, so that there is a past.
    book.act(ActKind::Edit, [&](ActWriter& act) {
        return act.set(customer, id,
                       {{name, Value(canary + u" once more"_s)}, {customer.field(u"wechat")->id, Value(canary)}});
    });
    const auto renamed = book.act(ActKind::Edit, [&](ActWriter& act) {
        return act.set(customer, id,
                       {{name, Value(u"Plain name"_s)},
                        {customer.field(u"description")->id, Value{}},
                        {customer.field(u"phones")->id, Value{}}});
    });
    REQUIRE_OK(Undo(book.writer->context()).undo(renamed));
    REQUIRE_OK(Undo(book.writer->context()).redo());
    RecordId tagId;
    {
        auto tags = book.writer->connection.kept("SELECT id FROM e40");
        const auto found = tags.step();
        REQUIRE((found && *found));
        tagId = tags.id<RecordId>(0);
    }
    book.act(ActKind::Delete, [&](ActWriter& act) { return act.moveToTrash(customer, id); });
    book.act(ActKind::Delete, [&](ActWriter& act) { return act.moveToTrash(tag, tagId); });
    CHECK(book.holdsIt()); // the control: in the trash it is all there
    book.act(ActKind::Purge, [&](ActWriter& act) { return act.purge(customer, id); });
    book.act(ActKind::Purge, [&](ActWriter& act) { return act.purge(tag, tagId); });
    CHECK_FALSE(book.holdsIt());
}
