#include "core/database/Backup.h"
#include "core/database/Transaction.h"
#include "tests/support/TestBook.h"

#include <QCryptographicHash>
#include <QDir>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

struct FullBook : TestBook
{
    FullBook()
    {
        REQUIRE_OK(connection.execute(R"(
            CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);
            CREATE INDEX t_b ON t(b);
            CREATE VIRTUAL TABLE s USING fts5(b);
            WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 3000)
            INSERT INTO t SELECT i, 'customer ' || (i * 7919 % 3001) FROM n;
            INSERT INTO s(rowid, b) SELECT a, b FROM t;
            PRAGMA user_version=12)"));
    }
    QString copyPath() const { return folder.filePath(u"copy of 王 & co?#%20.kith"_s); }
    BackupTarget target() const { return {.path = copyPath(), .key = copyKey}; }

    Connection connection = open(OpenMode::Create);
    TestKey copyKey = keyOf(9);
};

}

TEST_CASE("a backup is one file with its own key and holds what the book holds")
{
    for (const Cipher cipher : {Cipher::Aegis256, Cipher::ChaCha20Poly1305}) {
        FullBook book;
        BackupTarget target = book.target();
        target.cipher = cipher;
        const auto report = backUp(book.connection, target);
        REQUIRE_OK(report);
        CHECK(report->rows == std::vector<TableRows>{{"t", 3000}});
        const QByteArray bytes = bytesOf(book.copyPath());
        CHECK(report->bytes == bytes.size());
        CHECK(report->hash == QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256));
        CHECK(QDir(book.folder.path()).entryList({u"copy*"_s}, QDir::Files).size() == 1);

        const OpenOptions right{.path = book.copyPath(), .cipher = cipher, .key = book.copyKey};
        auto copy = Connection::open(right);
        REQUIRE_OK(copy);
        REQUIRE_OK(verifyIntegrity(*copy));
        CHECK(copy->integer("SELECT count(*) FROM t").value() == 3000);
        CHECK(copy->integer("SELECT count(*) FROM s WHERE s MATCH 'customer'").value() == 3000);
        CHECK(copy->integer("PRAGMA user_version").value() == 12);

        OpenOptions wrong = right;
        wrong.key = book.key;
        CHECK(Connection::open(wrong).error().code == ErrorCode::BookKeyWrong);
    }
}

TEST_CASE("a backup never replaces a file, and one that fails leaves nothing")
{
    FullBook book;
    SECTION("the name is taken")
    {
        QFile other(book.copyPath());
        REQUIRE(other.open(QIODevice::WriteOnly));
        other.write("the last good one");
        other.close();
        CHECK(backUp(book.connection, book.target()).error().code == ErrorCode::FileExists);
        CHECK(bytesOf(book.copyPath()) == "the last good one");
    }
    SECTION("it is cancelled")
    {
        book.connection.setProgressCheck([] { return true; });
        CHECK(backUp(book.connection, book.target()).error().code == ErrorCode::Cancelled);
    }
    SECTION("the folder is not there")
    {
        BackupTarget target = book.target();
        target.path = book.folder.filePath(u"nowhere/copy.kith"_s);
        const auto refused = backUp(book.connection, target);
        REQUIRE_FALSE(refused.ok());
        // The engine's message would hold the key.
        const QByteArray key(reinterpret_cast<const char*>(book.copyKey.data()), qsizetype(book.copyKey.size()));
        CHECK_FALSE(refused.error().detail.join(u' ').contains(QString::fromLatin1(key.toHex())));
    }
    SECTION("there is no key")
    {
        BackupTarget target = book.target();
        target.key = {};
        CHECK_FALSE(backUp(book.connection, target).ok());
    }
    CHECK_FALSE(QFile::exists(book.copyPath() + u".part"_s));
    CHECK(QDir(book.folder.path()).entryList({u"copy*"_s, u"nowhere*"_s}, QDir::Files).size() <= 1);
    book.connection.setProgressCheck({});
    CHECK_FALSE(book.connection.execute("ATTACH ':memory:' AS other").ok());
}

TEST_CASE("what a crash left of an earlier backup is not in the way of the next")
{
    FullBook book;
    QFile left(book.copyPath() + u".part"_s);
    REQUIRE(left.open(QIODevice::WriteOnly));
    left.write("half a page");
    left.close();
    CHECK(backUp(book.connection, book.target()).ok());
}

TEST_CASE("a backup holds one moment of the book, and its writer goes on meanwhile")
{
    FullBook book;
    Connection writer = book.open();
    qint64 written = 0;
    book.connection.setProgressCheck([&] {
        REQUIRE_OK(writer.execute("INSERT INTO t(b) VALUES('meanwhile')"));
        ++written;
        return false;
    });
    const auto report = backUp(book.connection, book.target());
    book.connection.setProgressCheck({});
    REQUIRE_OK(report);
    CHECK(written > 0);
    CHECK(report->rows.front().rows >= 3000);
    CHECK(report->rows.front().rows <= 3000 + written);
    CHECK(book.connection.integer("SELECT count(*) FROM t").value() == 3000 + written);
}

TEST_CASE("an index that disagrees with its table is found")
{
    TestBook book;
    book.cipher = Cipher::None; // so that the bytes can be changed as a bug of the engine would
    book.key = {};
    OpenOptions options = book.options(OpenMode::Create);
    options.key = {};
    {
        auto connection = Connection::open(options);
        REQUIRE_OK(connection);
        REQUIRE_OK(connection->execute("CREATE TABLE t(a); CREATE INDEX t_a ON t(a); INSERT INTO t VALUES('needle')"));
        REQUIRE_OK(verifyIntegrity(*connection));
    }
    QByteArray bytes = bytesOf(book.path());
    const auto inIndex = bytes.lastIndexOf("needle");
    REQUIRE(inIndex != bytes.indexOf("needle"));
    bytes[inIndex] = 'N';
    QFile file(book.path());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();

    options.mode = OpenMode::ReadWrite;
    auto connection = Connection::open(options);
    REQUIRE_OK(connection);
    const auto verified = verifyIntegrity(*connection);
    REQUIRE_FALSE(verified.ok());
    CHECK(verified.error().code == ErrorCode::BookDamaged);
    CHECK(verified.error().detail.value(1).contains(u"t_a"_s));
}

TEST_CASE("a backup tells how far it is, and stops when it is told to")
{
    FullBook book;
    std::vector<double> told;
    REQUIRE_OK(backUp(book.connection, book.target(), [&](double part) {
        told.push_back(part);
        return true;
    }));
    REQUIRE(told.size() > 2);
    CHECK(told.back() < 0); // it was checked last
    CHECK(std::all_of(told.begin(), told.end(), [](double part) { return part <= 1; }));
    for (const bool whileChecked : {false, true}) {
        BackupTarget target = book.target();
        target.path = book.folder.filePath(u"other.kith"_s);
        const auto stopped = backUp(book.connection, target, [&](double part) { return (part < 0) != whileChecked; });
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(QDir(book.folder.path()).entryList({u"other*"_s}).isEmpty());
    }
    REQUIRE_OK(book.connection.execute("ANALYZE")); // nothing is stopped afterwards
}

TEST_CASE("a book and its copies are for this person alone")
{
    FullBook book;
    REQUIRE_OK(backUp(book.connection, book.target()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto& name : QDir(book.folder.path()).entryList(QDir::Files)) {
        INFO(name.toStdString());
        CHECK_FALSE(QFile::permissions(book.folder.filePath(name)) & others);
    }
}
