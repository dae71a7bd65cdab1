#include "core/database/Migrations.h"

#include "core/database/Connection.h"
#include "core/database/Transaction.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

int newestOf(std::span<const Migration> migrations)
{
    return migrations.empty() ? 0 : migrations.back().version;
}

Status requireUngapped(std::span<const Migration> migrations)
{
    int expected = 1;
    for (const Migration& migration : migrations) {
        if (migration.version != expected++)
            return Error{ErrorCode::Internal, {u"migrations are not numbered 1, 2, 3, ..."_s}};
    }
    return {};
}

Status apply(Connection& connection, const Migration& migration)
{
    KITH_TRY(auto write, WriteTransaction::begin(connection));
    // Another program may have been faster.
    KITH_TRY(const int version, schemaVersion(connection));
    if (version >= migration.version)
        return {};
    KITH_TRY(migration.apply(connection));
    const QByteArray setVersion = "PRAGMA user_version=" + QByteArray::number(migration.version);
    KITH_TRY(connection.execute(setVersion.constData()));
    return write.commit();
}

}

Migration migrationOf(int version, const char* sql)
{
    return {version, [sql](Connection& connection) { return connection.execute(sql); }};
}

Result<int> schemaVersion(Connection& connection)
{
    KITH_TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version < 0)
        return Error{ErrorCode::BookDamaged, {connection.path(), u"schema version %1"_s.arg(version)}};
    return int(version);
}

Result<bool> needsMigration(Connection& connection, std::span<const Migration> migrations)
{
    KITH_TRY(requireUngapped(migrations));
    KITH_TRY(const int version, schemaVersion(connection));
    const int newest = newestOf(migrations);
    if (version > newest)
        return Error{ErrorCode::BookNewer, {connection.path(), QString::number(version), QString::number(newest)}};
    return version < newest;
}

Status migrate(Connection& connection, std::span<const Migration> migrations)
{
    KITH_TRY(const bool needed, needsMigration(connection, migrations));
    if (!needed)
        return {};
    KITH_TRY(const int version, schemaVersion(connection));
    for (const Migration& migration : migrations.subspan(std::size_t(version)))
        KITH_TRY(apply(connection, migration));
    return {};
}

}
