#include "tests/support/RecordingVfs.h"
#include "tests/support/TestBook.h"

#include <QDir>

#include <sqlite3.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

// Built twice: with the engine of the book, and with one that keeps temporary data in files.

namespace {

// Not to be found by chance.
const QString canary = u"Kanarienvogel-7f3a-Übersee-王小明"_s;

bool holdsCanary(const QByteArray& bytes)
{
    const QByteArray wide(reinterpret_cast<const char*>(canary.utf16()), canary.size() * 2);
    return bytes.contains(canary.toUtf8()) || bytes.contains(wide);
}

// Everything that makes SQLite keep data aside: sorting, indexing, grouping, temporary tables, statements taken back,
// a cache too small for a transaction, a full-text index, deletion.
void workWithCanary(Connection& connection)
{
    REQUIRE_OK(connection.execute(R"(
        PRAGMA temp_store = FILE;
        CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c INTEGER UNIQUE);
        CREATE VIRTUAL TABLE s USING fts5(b);
        INSERT INTO s(s, rank) VALUES('secure-delete', 1))"));
    Statement fill = connection.kept(R"(
        WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 3000)
        INSERT INTO t(b, c) SELECT (i * 7919 % 20011) || ' ' || ?1, i FROM n)");
    REQUIRE_OK(fill.bind(1, canary).run());
    fill = connection.kept("SELECT 1");
    REQUIRE_OK(connection.execute("SELECT b FROM t ORDER BY substr(b, 3), b DESC"));
    REQUIRE_OK(connection.execute("SELECT b, count(*) FROM t GROUP BY b || 'x'"));
    REQUIRE_OK(connection.execute("CREATE INDEX t_b ON t(b)"));
    REQUIRE_OK(connection.execute("CREATE TEMP TABLE aside AS SELECT b FROM t; CREATE INDEX temp.x ON aside(b)"));
    REQUIRE_OK(connection.execute("INSERT INTO s(rowid, b) SELECT a, b FROM t"));
    REQUIRE_OK(connection.execute("BEGIN; UPDATE t SET b = b || '!'"));
    // Fails at its end, so what it overwrote had to be kept.
    CHECK_FALSE(connection.execute("UPDATE t SET b = 'x' || b, c = max(c - 1, 1000)").ok());
    REQUIRE_OK(connection.execute("SAVEPOINT one; DELETE FROM t WHERE a % 3 = 0; ROLLBACK TO one; COMMIT"));
    REQUIRE_OK(connection.execute("DROP TABLE aside; DELETE FROM s; DELETE FROM t"));
}

struct Found
{
    bool inWrites = false;
    bool inFiles = false;
    bool temporaryFiles = false;
    qint64 bytesWritten = 0;
};

Found searchEverywhere(Cipher cipher)
{
    TestBook book;
    QTemporaryDir temporary;
    qputenv("SQLITE_TMPDIR", temporary.path().toUtf8());
    RecordingVfs vfs;
    vfs.startRecording();
    OpenOptions options = book.options(OpenMode::Create);
    options.cipher = cipher;
    if (cipher == Cipher::None)
        options.key = {};
    options.vfs = vfs.name();
    options.cacheKiB = 40;
    Found found;
    {
        auto connection = Connection::open(options);
        REQUIRE_OK(connection);
        workWithCanary(*connection);
        // While it is open: the log and the shared memory are there.
        for (const QString& folder : {book.folder.path(), temporary.path()})
            for (const QString& file : QDir(folder).entryList(QDir::Files | QDir::Hidden))
                found.inFiles = found.inFiles || holdsCanary(bytesOf(folder + u'/' + file));
        REQUIRE_OK(connection->checkpoint(Checkpoint::Truncate));
    }
    qunsetenv("SQLITE_TMPDIR");
    QByteArray temporaryBytes;
    for (const FileEvent& event : vfs.stopRecording()) {
        found.bytesWritten += event.bytes.size();
        found.inWrites = found.inWrites || holdsCanary(event.bytes);
        found.temporaryFiles = found.temporaryFiles || event.path.startsWith(u'(');
    }
    return found;
}

}

#ifdef KITH_ENGINE_SPILLS

TEST_CASE("control: an engine with temporary data in files writes a customer's name in clear")
{
    REQUIRE(sqlite3_compileoption_used("TEMP_STORE=1") == 1);
    const Found found = searchEverywhere(Cipher::Aegis256);
    CHECK(found.temporaryFiles);
    CHECK(found.inWrites);
}

#else

TEST_CASE("a customer's name reaches no file in clear, whatever is done with it")
{
    REQUIRE(sqlite3_compileoption_used("TEMP_STORE=3") == 1);
    const Found found = searchEverywhere(GENERATE(Cipher::Aegis256, Cipher::ChaCha20Poly1305));
    CHECK(found.bytesWritten > 1'000'000);
    CHECK_FALSE(found.inWrites);
    CHECK_FALSE(found.inFiles);
    CHECK_FALSE(found.temporaryFiles);
}

TEST_CASE("control: the search finds the name in a plain file")
{
    const Found found = searchEverywhere(Cipher::None);
    CHECK(found.inWrites);
    CHECK(found.inFiles);
}

TEST_CASE("what is deleted is gone from the decrypted pages too")
{
    const bool secure = GENERATE(true, false);
    TestBook book;
    OpenOptions options = book.options(OpenMode::Create);
    options.cipher = Cipher::None; // its pages are what an encrypted one decrypts to
    options.key = {};
    {
        auto connection = Connection::open(options);
        REQUIRE_OK(connection);
        if (!secure)
            REQUIRE_OK(connection->execute("PRAGMA secure_delete=OFF"));
        workWithCanary(*connection);
        REQUIRE_OK(connection->checkpoint(Checkpoint::Truncate));
    }
    REQUIRE(bytesOf(book.path()).size() > 200'000);
    CHECK(holdsCanary(bytesOf(book.path())) == !secure); // without secure_delete: the control
}

#endif
