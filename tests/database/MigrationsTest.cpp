#include "core/database/Migrations.h"
#include "tests/support/TestBook.h"

#include <vector>

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<Migration> firstThree()
{
    return {migrationOf(1, "CREATE TABLE a(x); CREATE TABLE b(x)"), migrationOf(2, "INSERT INTO a VALUES(2)"),
            migrationOf(3, "ALTER TABLE a ADD COLUMN y DEFAULT 5")};
}

}

TEST_CASE("a book goes through each migration once, whatever version it starts from")
{
    const auto all = firstThree();
    for (std::size_t start = 0; start <= all.size(); ++start) {
        TestBook book;
        Connection connection = book.open(OpenMode::Create);
        REQUIRE_OK(migrate(connection, std::span(all).first(start)));
        CHECK(schemaVersion(connection).value() == int(start));
        CHECK(needsMigration(connection, all).value() == (start < all.size()));
        REQUIRE_OK(migrate(connection, all));
        REQUIRE_OK(migrate(connection, all));
        CHECK(schemaVersion(connection).value() == 3);
        CHECK(connection.integer("SELECT sum(x) * 10 + count(*) FROM a").value() == 21);
        CHECK(connection.integer("SELECT y FROM a").value() == 5);
    }
}

TEST_CASE("a migration that fails leaves the version before it, wholly")
{
    auto steps = firstThree();
    steps[1] = migrationOf(2, "INSERT INTO a VALUES(2); CREATE TABLE c(x); INSERT INTO nowhere VALUES(1)");
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    CHECK_FALSE(migrate(connection, steps).ok());
    CHECK(schemaVersion(connection).value() == 1);
    CHECK(connection.integer("SELECT count(*) FROM a").value() == 0);
    CHECK(connection.integer("SELECT count(*) FROM sqlite_schema").value() == 2);
    REQUIRE_OK(migrate(connection, firstThree()));
    CHECK(schemaVersion(connection).value() == 3);
}

TEST_CASE("a newer book is refused and not touched")
{
    const auto all = firstThree();
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    REQUIRE_OK(migrate(connection, all));
    const qint64 changes = connection.totalChanges();
    const auto older = migrate(connection, std::span(all).first(2));
    REQUIRE_FALSE(older.ok());
    CHECK(older.error() == (Error{ErrorCode::BookNewer, {book.path(), QString::number(3), QString::number(2)}}));
    CHECK(connection.totalChanges() == changes);
}

TEST_CASE("migrations with a gap in their numbers are refused")
{
    auto steps = firstThree();
    steps.erase(steps.begin() + 1);
    TestBook book;
    Connection connection = book.open(OpenMode::Create);
    CHECK_FALSE(migrate(connection, steps).ok());
    CHECK(schemaVersion(connection).value() == 0);
}
