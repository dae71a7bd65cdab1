#include "tests/support/TestBook.h"

#include <limits>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

struct Table : TestBook
{
    Table() { REQUIRE_OK(connection.execute("CREATE TABLE t(a, b, c)")); }
    Connection connection = open(OpenMode::Create);
};

}

TEST_CASE("every kind of value comes back as it was bound")
{
    Table table;
    Id128 id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = std::uint8_t(i * 16);
    const QString text = u"Grüße, 王小明 👋 \u0000 end"_s;
    auto insert = table.connection.prepare("INSERT INTO t VALUES(?1, ?2, ?3)");
    auto select = table.connection.prepare("SELECT a, b, c, typeof(a), typeof(b), typeof(c) FROM t");
    REQUIRE_OK(insert);
    REQUIRE_OK(select);

    SECTION("numbers")
    {
        REQUIRE_OK(insert->bindAll(std::numeric_limits<qint64>::min(), 2.5, true).run());
        REQUIRE(select->step().value());
        CHECK(select->integer(0) == std::numeric_limits<qint64>::min());
        CHECK(select->real(1) == 2.5);
        CHECK(select->integer(2) == 1);
        CHECK(select->text(3) == u"integer"_s);
        CHECK(select->text(4) == u"real"_s);
    }
    SECTION("texts")
    {
        REQUIRE_OK(insert->bind(1, text).bind(2, QStringView(u"plain")).bindUtf8(3, "caf\xc3\xa9").run());
        REQUIRE(select->step().value());
        CHECK(select->text(0) == text);
        CHECK(select->text(1) == u"plain"_s);
        CHECK(select->utf8(2) == QByteArrayView("caf\xc3\xa9"));
        CHECK(select->text(3) == u"text"_s);
        CHECK(select->text(5) == u"text"_s);
    }
    SECTION("long ASCII text goes beyond the buffer on the stack")
    {
        const QString longText(100'000, u'x');
        REQUIRE_OK(insert->bind(1, longText).run());
        REQUIRE(select->step().value());
        CHECK(select->text(0) == longText);
    }
    SECTION("bytes and ids")
    {
        REQUIRE_OK(insert->bind(1, QByteArray("\0\1\2", 3)).bind(2, id).bindBorrowedBlob(3, "xyz").run());
        REQUIRE(select->step().value());
        CHECK(select->blob(0) == QByteArrayView("\0\1\2", 3));
        CHECK(select->id128(1) == id);
        CHECK(select->id<RecordId>(1).bytes == id.bytes);
        CHECK(select->id128(0).isNull());
        CHECK(select->blob(2) == QByteArrayView("xyz"));
        CHECK(select->text(4) == u"blob"_s);
    }
    SECTION("nothing, and what is merely empty")
    {
        REQUIRE_OK(insert->bindAll(std::nullopt, QString(), QByteArray()).run());
        REQUIRE(select->step().value());
        CHECK(select->isNull(0));
        CHECK(select->integer(0) == 0);
        CHECK(select->text(0).isEmpty());
        CHECK(select->id128(0).isNull());
        CHECK_FALSE(select->optionalInteger(0));
        CHECK(select->text(4) == u"text"_s);
        CHECK(select->text(5) == u"blob"_s);
    }
    SECTION("optional values")
    {
        REQUIRE_OK(
            insert->bindAll(std::optional<qint64>(), std::optional<qint64>(4), std::optional<QString>(u"x"_s)).run());
        REQUIRE(select->step().value());
        CHECK(select->isNull(0));
        CHECK(select->optionalInteger(1) == 4);
        CHECK(select->text(2) == u"x"_s);
    }
}

TEST_CASE("a statement steps to its end, then begins anew with the values it had")
{
    Table table;
    auto insert = table.connection.prepare("INSERT INTO t(a) VALUES(?1)");
    REQUIRE_OK(insert->bind(1, 5).run());
    REQUIRE_OK(insert->run());
    auto select = table.connection.prepare("SELECT a FROM t WHERE a = ?1");
    select->bind(1, 5);
    for (int round = 0; round < 2; ++round) {
        CHECK(select->step().value());
        CHECK(select->step().value());
        CHECK_FALSE(select->step().value());
    }
    select->clearBindings();
    CHECK_FALSE(select->step().value());
    CHECK(select->isReadOnly());
    CHECK_FALSE(insert->isReadOnly());
    CHECK(select->parameterCount() == 1);
    CHECK(select->columnCount() == 1);
}

TEST_CASE("a failed bind is told by the next step and only by that")
{
    Table table;
    auto insert = table.connection.prepare("INSERT INTO t(a) VALUES(?1)");
    CHECK(insert->bind(2, 1).run().error().code == ErrorCode::Internal);
    CHECK(insert->bind(1, 1).run().ok());
    CHECK(table.connection.integer("SELECT count(*) FROM t").value() == 1);
}

TEST_CASE("wrong SQL and broken constraints are told with SQLite's text")
{
    Table table;
    CHECK(table.connection.prepare("SELEC 1").error().code == ErrorCode::Internal);
    CHECK(table.connection.prepare("  ").error().code == ErrorCode::Internal);
    CHECK_FALSE(table.connection.kept("SELECT nothing FROM t").run().ok());
    CHECK_FALSE(table.connection.kept("SELECT 1; SELECT 2").run().ok());
    // Without DQS a misspelt column in double quotes is an error, not a text.
    CHECK_FALSE(table.connection.kept("SELECT \"nothing\" FROM t").run().ok());
    REQUIRE_OK(table.connection.execute("CREATE UNIQUE INDEX one ON t(a); INSERT INTO t(a) VALUES(1)"));
    const auto broken = table.connection.kept("INSERT INTO t(a) VALUES(?1)").bind(1, 1).run();
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().detail.first().contains(u"t.a"_s));
}

TEST_CASE("kept statements are prepared once and lent out clean")
{
    Table table;
    {
        Statement insert = table.connection.kept("INSERT INTO t(a) VALUES(?1)");
        REQUIRE_OK(insert.bind(1, 5).run());
    }
    CHECK(table.connection.memory().keptStatements == 1);
    REQUIRE_OK(table.connection.kept(" INSERT INTO t(a) VALUES(?1) ").run()); // nothing bound: NULL
    CHECK(table.connection.memory().keptStatements == 1);
    CHECK(table.connection.integer("SELECT count(*) FROM t WHERE a IS NULL").value() == 1);

    SECTION("one that is out is not lent twice")
    {
        REQUIRE_OK(table.connection.execute("INSERT INTO t(a) VALUES(6)"));
        Statement outer = table.connection.kept("SELECT a FROM t ORDER BY a");
        int rows = 0;
        while (outer.step().value()) {
            Statement inner = table.connection.kept("SELECT a FROM t ORDER BY a");
            while (inner.step().value())
                ++rows;
        }
        CHECK(rows == 9);
    }
    SECTION("many do not pile up, and one in use survives them")
    {
        REQUIRE_OK(table.connection.execute("DELETE FROM t; INSERT INTO t(a) VALUES(1), (2)"));
        Statement held = table.connection.kept("SELECT a FROM t ORDER BY a");
        CHECK(held.step().value());
        for (int i = 0; i < 500; ++i)
            REQUIRE_OK(table.connection.kept("SELECT " + QByteArray::number(i)).run());
        CHECK(table.connection.memory().keptStatements == 200);
        CHECK(held.step().value());
        CHECK(held.integer(0) == 2);
    }
    SECTION("they follow a change of the schema")
    {
        REQUIRE_OK(table.connection.kept("SELECT a FROM t").run());
        REQUIRE_OK(table.connection.execute("ALTER TABLE t ADD COLUMN d DEFAULT 3"));
        Statement all = table.connection.kept("SELECT a, d FROM t LIMIT 1");
        REQUIRE(all.step().value());
        CHECK(all.integer(1) == 3);
    }
}
