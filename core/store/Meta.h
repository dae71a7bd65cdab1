#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Patch.h"
#include "core/records/ValueText.h"

namespace kith {

class Connection;

// What a book says of itself.
struct BookMeta
{
    BookId book;
    DeviceId device;
    QString language = QStringLiteral("en");
    QString region = QStringLiteral("CN");
    QString currency = QStringLiteral("CNY");
    RecordId me;       // null until the person has said who they are
    bool demo = false; // the demo company cannot join a hub
    HybridTime lastTime;

    TextConventions conventions(Instant now) const;
};

Result<BookMeta> loadMeta(Connection& connection);
Status saveMeta(Connection& connection, const BookMeta& meta);
// The clock's last value, written with every act so that it never runs back.
Status saveLastTime(Connection& connection, HybridTime time);

// By which rules something that follows from records was made; empty: not known.
Result<QString> loadRules(Connection& connection, const QString& of);
Status saveRules(Connection& connection, const QString& of, const QString& rules);

Result<QByteArray> loadSetting(Connection& connection, const QString& key);
Status saveSetting(Connection& connection, const QString& key, const QByteArray& value); // empty: gone

}
