#include "tests/faults/Ledger.h"

#include "core/database/Backup.h"
#include "core/database/Transaction.h"

namespace kith::testing {
namespace {

constexpr int remembered = 20;

int rowsOf(int number)
{
    return 1 + number % 5;
}

QByteArray noteOf(int number, int row)
{
    return QByteArray::number(number * 7919 + row).repeated(20 + number % 60);
}

}

Status Ledger::create(Connection& connection)
{
    KITH_TRY(auto write, WriteTransaction::begin(connection));
    KITH_TRY(connection.execute(R"(
        CREATE TABLE counter(number INTEGER);
        INSERT INTO counter VALUES(0);
        CREATE TABLE entry(number INTEGER, row INTEGER, note TEXT);
        CREATE INDEX entry_note ON entry(note))"));
    return write.commit();
}

Status Ledger::write(Connection& connection, int number)
{
    KITH_TRY(auto write, WriteTransaction::begin(connection));
    KITH_TRY(connection.kept("UPDATE counter SET number = ?1").bind(1, number).run());
    for (int row = 0; row < rowsOf(number); ++row) {
        Statement insert = connection.kept("INSERT INTO entry(number, row, note) VALUES(?1, ?2, ?3)");
        KITH_TRY(insert.bind(1, number).bind(2, row).bindUtf8(3, noteOf(number, row)).run());
    }
    KITH_TRY(connection.kept("DELETE FROM entry WHERE number = ?1").bind(1, number - remembered).run());
    return write.commit();
}

Result<std::optional<int>> Ledger::read(Connection& connection, Integrity integrity)
{
    KITH_TRY(const qint64 tables, connection.integer("SELECT count(*) FROM sqlite_schema"));
    if (tables == 0)
        return std::optional<int>();
    if (integrity == Integrity::Checked)
        KITH_TRY(verifyIntegrity(connection));
    KITH_TRY(const qint64 last, connection.integer("SELECT number FROM counter"));
    KITH_TRY(auto rows, connection.prepare("SELECT number, row, note FROM entry ORDER BY number, row"));
    for (int number = std::max(1, int(last) - remembered + 1); number <= last; ++number) {
        for (int row = 0; row < rowsOf(number); ++row) {
            KITH_TRY(const bool found, rows.step());
            if (!found || rows.integer(0) != number || rows.integer(1) != row || rows.utf8(2) != noteOf(number, row))
                return std::optional<int>();
        }
    }
    KITH_TRY(const bool more, rows.step());
    return more ? std::optional<int>() : std::optional<int>(int(last));
}

}
