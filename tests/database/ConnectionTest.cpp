#include "tests/support/TestBook.h"

#include <QSet>

#include <atomic>
#include <thread>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

TEST_CASE("what one connection wrote the next one reads")
{
    for (const Cipher cipher : {Cipher::Aegis256, Cipher::ChaCha20Poly1305}) {
        TestBook book;
        book.cipher = cipher;
        {
            Connection connection = book.open(OpenMode::Create);
            REQUIRE_OK(connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(7)"));
        }
        Connection connection = book.open();
        CHECK(connection.integer("SELECT a FROM t").value() == 7);
        CHECK(connection.cipher() == cipher);
        CHECK(connection.path() == book.path());
    }
}

TEST_CASE("the engine runs as the book needs it")
{
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    auto options = connection.prepare("PRAGMA compile_options");
    REQUIRE_OK(options);
    QSet<QString> compiled;
    while (options->step().value())
        compiled.insert(options->text(0));
    for (const QString& needed :
         {u"TEMP_STORE=3"_s, u"SECURE_DELETE"_s, u"THREADSAFE=1"_s, u"DQS=0"_s, u"ENABLE_FTS5"_s,
          u"OMIT_LOAD_EXTENSION"_s, u"OMIT_DESERIALIZE"_s, u"DEFAULT_SYNCHRONOUS=2"_s}) {
        INFO(needed);
        CHECK(compiled.contains(needed));
    }
    CHECK(connection.text("PRAGMA journal_mode").value() == u"wal"_s);
    CHECK(connection.integer("PRAGMA synchronous").value() == 2);
    CHECK(connection.integer("PRAGMA secure_delete").value() == 1);
    CHECK(connection.integer("PRAGMA foreign_keys").value() == 0);
    CHECK(connection.integer("PRAGMA mmap_size").value() == 0);
    CHECK(connection.integer("PRAGMA trusted_schema").value() == 0);
    CHECK(connection.integer("PRAGMA cache_size").value() == -16 * 1024);
}

TEST_CASE("the preferred cipher follows the processor and every cipher has a name that leads back to it")
{
    CHECK(preferredCipher() != Cipher::None);
    for (const Cipher cipher : {Cipher::Aegis256, Cipher::ChaCha20Poly1305, Cipher::None})
        CHECK(cipherNamed(nameOf(cipher)) == cipher);
    CHECK(nameOf(Cipher::Aegis256) == "aegis-256"_L1);
    CHECK_FALSE(cipherNamed(u"aegis256"));
}

TEST_CASE("another file cannot be attached")
{
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    CHECK_FALSE(connection.execute("ATTACH ':memory:' AS other").ok());
    CHECK_FALSE(connection.execute("VACUUM INTO 'elsewhere'").ok());
}

TEST_CASE("a connection opened for reading changes nothing and sees what another commits")
{
    TestBook book;
    Connection writer = book.open(OpenMode::Create);
    REQUIRE_OK(writer.execute("CREATE TABLE t(a)"));
    Connection reader = book.open(OpenMode::ReadOnly);
    CHECK(reader.execute("INSERT INTO t VALUES(1)").error().code == ErrorCode::ReadOnly);
    CHECK(reader.integer("SELECT count(*) FROM t").value() == 0);
    REQUIRE_OK(writer.execute("INSERT INTO t VALUES(1)"));
    CHECK(reader.integer("SELECT count(*) FROM t").value() == 1);
}

TEST_CASE("a second writer is told that the book is busy and the error names the file")
{
    TestBook book;
    Connection first = book.open(OpenMode::Create);
    auto options = book.options(OpenMode::ReadWrite);
    options.busyMilliseconds = 1;
    auto second = Connection::open(options);
    REQUIRE_OK(second);
    REQUIRE_OK(first.execute("CREATE TABLE t(a); BEGIN IMMEDIATE"));
    CHECK(second->execute("BEGIN IMMEDIATE").error() == (Error{ErrorCode::BookBusy, {book.path()}}));
    REQUIRE_OK(first.execute("ROLLBACK"));
    CHECK(second->execute("BEGIN IMMEDIATE; ROLLBACK").ok());
}

TEST_CASE("a statement that runs is stopped by an interrupt from another thread or by its own check")
{
    constexpr const char* endless =
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    SECTION("interrupt")
    {
        std::atomic<bool> running = false;
        connection.setProgressCheck([&] {
            running = true;
            return false;
        });
        std::thread other([&] {
            while (!running)
                std::this_thread::yield();
            connection.interrupt();
        });
        const auto answer = connection.integer(endless);
        other.join();
        REQUIRE_FALSE(answer.ok());
        CHECK(answer.error().code == ErrorCode::Cancelled);
    }
    SECTION("check")
    {
        int asked = 0;
        connection.setProgressCheck([&] { return ++asked == 3; });
        CHECK(connection.integer(endless).error().code == ErrorCode::Cancelled);
        CHECK(asked == 3);
    }
    connection.setProgressCheck({});
    CHECK(connection.integer("SELECT 1").value() == 1);
}

TEST_CASE("a truncating checkpoint empties the log unless a reader needs it")
{
    TestBook book;
    Connection writer = book.open(OpenMode::Create);
    REQUIRE_OK(writer.setAutoCheckpoint(0));
    REQUIRE_OK(writer.execute("CREATE TABLE t(a); INSERT INTO t VALUES(zeroblob(100000))"));
    const QString log = book.path() + u"-wal"_s;
    CHECK(QFileInfo(log).size() > 100000);

    auto options = book.options(OpenMode::ReadOnly);
    Connection reader = book.open(OpenMode::ReadOnly);
    REQUIRE_OK(reader.execute("BEGIN; SELECT count(*) FROM t"));
    REQUIRE_OK(writer.execute("INSERT INTO t VALUES(1); PRAGMA busy_timeout=1"));
    CHECK(writer.checkpoint(Checkpoint::Truncate).error().code == ErrorCode::BookBusy);
    CHECK(writer.checkpoint(Checkpoint::Passive).ok());
    CHECK(QFileInfo(log).size() > 100000);
    REQUIRE_OK(reader.execute("ROLLBACK"));
    CHECK(writer.checkpoint(Checkpoint::Truncate).ok());
    CHECK(QFileInfo(log).size() == 0);
}

TEST_CASE("a connection counts what it changes and what it holds")
{
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    REQUIRE_OK(connection.execute("CREATE TABLE t(a INTEGER PRIMARY KEY); INSERT INTO t VALUES(5), (9)"));
    CHECK(connection.changes() == 2);
    CHECK(connection.lastInsertKey() == 9);
    REQUIRE_OK(connection.execute("DELETE FROM t WHERE a = 5"));
    CHECK(connection.changes() == 1);
    CHECK(connection.totalChanges() == 3);
    CHECK(connection.memory().cacheBytes > 0);
    CHECK_FALSE(connection.inTransaction());
    REQUIRE_OK(connection.execute("BEGIN"));
    CHECK(connection.inTransaction());
    connection.releaseMemory();
}
