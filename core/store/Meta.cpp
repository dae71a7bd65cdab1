#include "core/store/Meta.h"

#include "core/database/Connection.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

Status put(Connection& connection, const QString& key, const auto& value)
{
    auto statement = connection.kept("INSERT INTO meta(key, value) VALUES(?1, ?2) "
                                     "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    return statement.bindAll(key, value).run();
}

void take(BookMeta& meta, const QString& key, const Statement& row)
{
    if (key == "book"_L1)
        meta.book = row.id<BookId>(1);
    else if (key == "device"_L1)
        meta.device = row.id<DeviceId>(1);
    else if (key == "language"_L1)
        meta.language = row.text(1);
    else if (key == "region"_L1)
        meta.region = row.text(1);
    else if (key == "currency"_L1)
        meta.currency = row.text(1);
    else if (key == "me"_L1)
        meta.me = row.id<RecordId>(1);
    else if (key == "demo"_L1)
        meta.demo = row.integer(1) != 0;
    else if (key == "time"_L1)
        meta.lastTime = HybridTime{std::uint64_t(row.integer(1))};
}

}

Result<BookMeta> loadMeta(Connection& connection)
{
    BookMeta meta;
    auto statement = connection.kept("SELECT key, value FROM meta");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return meta;
        take(meta, statement.text(0), statement);
    }
}

Status saveMeta(Connection& connection, const BookMeta& meta)
{
    KITH_TRY(put(connection, u"book"_s, meta.book));
    KITH_TRY(put(connection, u"device"_s, meta.device));
    KITH_TRY(put(connection, u"language"_s, meta.language));
    KITH_TRY(put(connection, u"region"_s, meta.region));
    KITH_TRY(put(connection, u"currency"_s, meta.currency));
    KITH_TRY(put(connection, u"me"_s, meta.me));
    KITH_TRY(put(connection, u"demo"_s, meta.demo ? 1 : 0));
    return saveLastTime(connection, meta.lastTime);
}

Status saveLastTime(Connection& connection, HybridTime time)
{
    return put(connection, u"time"_s, std::int64_t(time.value));
}

Result<QString> loadRules(Connection& connection, const QString& of)
{
    auto statement = connection.kept("SELECT value FROM meta WHERE key = ?1");
    statement.bind(1, of);
    KITH_TRY(const bool found, statement.step());
    return found ? statement.text(0) : QString();
}

Status saveRules(Connection& connection, const QString& of, const QString& rules)
{
    return put(connection, of, rules);
}

Result<QByteArray> loadSetting(Connection& connection, const QString& key)
{
    auto statement = connection.kept("SELECT value FROM setting WHERE key = ?1");
    statement.bind(1, key);
    KITH_TRY(const bool found, statement.step());
    return found ? statement.blob(0).toByteArray() : QByteArray();
}

Status saveSetting(Connection& connection, const QString& key, const QByteArray& value)
{
    if (value.isEmpty()) {
        auto statement = connection.kept("DELETE FROM setting WHERE key = ?1");
        return statement.bindAll(key).run();
    }
    auto statement = connection.kept("INSERT INTO setting(key, value) VALUES(?1, ?2) "
                                     "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    return statement.bindAll(key, value).run();
}

TextConventions BookMeta::conventions(Instant now) const
{
    TextConventions conventions;
    conventions.region = region;
    conventions.baseCurrency = currency;
    conventions.language = language;
    conventions.now = now;
    return conventions;
}

}
