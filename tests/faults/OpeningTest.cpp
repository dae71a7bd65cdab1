#include "tests/support/TestBook.h"

#include <QDir>

#include <sqlite3.h>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

ErrorCode refusal(const OpenOptions& options)
{
    const auto opened = Connection::open(options);
    REQUIRE_FALSE(opened.ok());
    return opened.error().code;
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(bytes) == bytes.size());
}

// A file as any SQLite program would make it, with what `before` asks of the engine first.
void makeWithoutUs(const QString& path, const char* before)
{
    sqlite3* engine = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &engine) == SQLITE_OK);
    const int prepared = sqlite3_exec(engine, before, nullptr, nullptr, nullptr);
    const int made = sqlite3_exec(engine, "CREATE TABLE t(a)", nullptr, nullptr, nullptr);
    sqlite3_close(engine);
    REQUIRE(prepared == SQLITE_OK);
    REQUIRE(made == SQLITE_OK);
}

constexpr QByteArrayView plainHeader("SQLite format 3");

}

TEST_CASE("a book's file is encrypted from its first byte on, in each of its files")
{
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    REQUIRE_OK(connection.execute("CREATE TABLE customer(a); INSERT INTO customer VALUES('Wonderland')"));
    for (const QString& file : QDir(book.folder.path()).entryList(QDir::Files)) {
        const QByteArray bytes = bytesOf(book.folder.filePath(file));
        CHECK_FALSE(bytes.startsWith(plainHeader));
        CHECK_FALSE(bytes.contains("CREATE TABLE"));
        CHECK_FALSE(bytes.contains("Wonderland"));
    }
}

TEST_CASE("a wrong key or cipher is told and changes nothing")
{
    TestBook book;
    {
        Connection connection = book.open(OpenMode::Create);
        REQUIRE_OK(connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    }
    const QByteArray before = bytesOf(book.path());
    OpenOptions options = book.options(OpenMode::ReadWrite);
    const TestKey other = keyOf(2);
    SECTION("another key")
    {
        options.key = other;
        CHECK(refusal(options) == ErrorCode::BookKeyWrong);
    }
    SECTION("a key that differs in one bit")
    {
        book.key[31] ^= 1;
        CHECK(refusal(options) == ErrorCode::BookKeyWrong);
        book.key[31] ^= 1;
    }
    SECTION("another cipher")
    {
        options.cipher = Cipher::ChaCha20Poly1305;
        CHECK(refusal(options) == ErrorCode::BookKeyWrong);
    }
    SECTION("no key")
    {
        options.key = {};
        CHECK(refusal(options) == ErrorCode::Internal);
    }
    SECTION("a short key")
    {
        options.key = options.key.first(16);
        CHECK(refusal(options) == ErrorCode::Internal);
    }
    SECTION("no cipher")
    {
        options.cipher = Cipher::None;
        options.key = {};
        CHECK(refusal(options) == ErrorCode::BookNotABook);
    }
    CHECK(bytesOf(book.path()) == before);
    CHECK(book.open().integer("SELECT a FROM t").value() == 1);
}

TEST_CASE("a file that is no book is told as what it is")
{
    TestBook book;
    const OpenOptions options = book.options(OpenMode::ReadWrite);
    SECTION("a plain database")
    {
        makeWithoutUs(book.path(), "");
        CHECK(bytesOf(book.path()).startsWith(plainHeader));
        CHECK(refusal(options) == ErrorCode::BookPlain);
    }
    SECTION("a plain database where a plain book is expected")
    {
        makeWithoutUs(book.path(), "");
        OpenOptions plain = options;
        plain.cipher = Cipher::None;
        plain.key = {};
        CHECK(refusal(plain) == ErrorCode::BookNotABook);
    }
    SECTION("a small file")
    {
        put(book.path(), "Dear customer,");
        CHECK(refusal(options) == ErrorCode::BookNotABook);
    }
    SECTION("an empty file stays empty")
    {
        put(book.path(), "");
        CHECK(refusal(options) == ErrorCode::BookNotABook);
        CHECK(QFileInfo(book.path()).size() == 0);
    }
    SECTION("noise cannot be told from a wrong key")
    {
        put(book.path(), QByteArray("\x93\x11\xe7\x5c").repeated(4096));
        CHECK(refusal(options) == ErrorCode::BookKeyWrong);
    }
    SECTION("a folder")
    {
        REQUIRE(QDir().mkdir(book.path()));
        CHECK(refusal(options) == ErrorCode::BookNotABook);
    }
    SECTION("nothing")
    {
        CHECK(refusal(options) == ErrorCode::BookMissing);
        CHECK(refusal(book.options(OpenMode::ReadOnly)) == ErrorCode::BookMissing);
        CHECK_FALSE(QFile::exists(book.path()));
    }
    SECTION("a folder that is not there")
    {
        OpenOptions nowhere = book.options(OpenMode::Create);
        nowhere.path = book.folder.filePath(u"nowhere/book.kith"_s);
        CHECK(refusal(nowhere) == ErrorCode::FileUnwritable);
    }
}

TEST_CASE("a new book never takes the place of a file")
{
    TestBook book;
    put(book.path(), "precious");
    CHECK(refusal(book.options(OpenMode::Create)) == ErrorCode::BookExists);
    CHECK(bytesOf(book.path()) == "precious");
}

TEST_CASE("control: the engine alone makes plain files of an empty key and a misspelt cipher without an error")
{
    TestBook book;
    SECTION("no key")
    {
        makeWithoutUs(book.path(), "PRAGMA cipher = 'aegis'");
    }
    SECTION("an empty key")
    {
        makeWithoutUs(book.path(), "PRAGMA key = ''");
    }
    SECTION("a misspelt name of the pragma")
    {
        makeWithoutUs(book.path(), "PRAGMA kye = 'secret'");
    }
    CHECK(bytesOf(book.path()).startsWith(plainHeader));
}
