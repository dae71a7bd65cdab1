#include "core/database/Transaction.h"
#include "tests/support/TestBook.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Rows : TestBook
{
    Rows() { REQUIRE_OK(connection.execute("CREATE TABLE t(a)")); }
    Status insert(int value) { return connection.kept("INSERT INTO t VALUES(?1)").bind(1, value).run(); }
    qint64 sum() { return connection.integer("SELECT coalesce(sum(a), 0) FROM t").value(); }
    Connection connection = open(OpenMode::Create);
};

}

TEST_CASE("a write transaction leaves nothing unless it is committed")
{
    Rows rows;
    {
        auto write = WriteTransaction::begin(rows.connection);
        REQUIRE_OK(write);
        REQUIRE_OK(rows.insert(1));
    }
    CHECK(rows.sum() == 0);
    {
        auto write = WriteTransaction::begin(rows.connection);
        REQUIRE_OK(rows.insert(1));
        REQUIRE_OK(write->commit());
        CHECK_FALSE(write->commit().ok());
    }
    CHECK(rows.sum() == 1);
    CHECK_FALSE(rows.connection.inTransaction());
}

TEST_CASE("a transaction that the engine gave up cannot be committed")
{
    Rows rows;
    auto write = WriteTransaction::begin(rows.connection);
    REQUIRE_OK(rows.insert(1));
    rows.connection.setProgressCheck([] { return true; });
    const auto stopped =
        rows.connection.execute("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT "
                                "1000000) INSERT INTO t SELECT i FROM n");
    rows.connection.setProgressCheck({});
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK_FALSE(write->commit().ok());
    CHECK(rows.sum() == 0);
    CHECK(WriteTransaction::begin(rows.connection).ok());
}

TEST_CASE("savepoints nest and each takes back only its own part")
{
    Rows rows;
    auto write = WriteTransaction::begin(rows.connection);
    REQUIRE_OK(rows.insert(1));
    {
        auto outer = Savepoint::begin(rows.connection);
        REQUIRE_OK(rows.insert(10));
        {
            auto inner = Savepoint::begin(rows.connection);
            REQUIRE_OK(rows.insert(100));
        }
        CHECK(rows.sum() == 11);
        {
            auto inner = Savepoint::begin(rows.connection);
            REQUIRE_OK(rows.insert(1000));
            REQUIRE_OK(inner->release());
        }
        REQUIRE_OK(outer->release());
    }
    REQUIRE_OK(write->commit());
    CHECK(rows.sum() == 1011);
    CHECK_FALSE(Savepoint::begin(rows.connection).ok());
}

TEST_CASE("a read transaction sees the book as it was when it began")
{
    Rows rows;
    Connection reader = rows.open(OpenMode::ReadOnly);
    auto read = ReadTransaction::begin(reader);
    REQUIRE_OK(read);
    REQUIRE_OK(rows.insert(1));
    CHECK(reader.integer("SELECT count(*) FROM t").value() == 0);
    read->end();
    CHECK(reader.integer("SELECT count(*) FROM t").value() == 1);
}
