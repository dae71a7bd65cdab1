#include "core/store/Verifier.h"

#include "core/database/Backup.h"
#include "core/database/Transaction.h"
#include "core/store/BookFile.h"
#include "core/store/Columns.h"
#include "core/store/Upkeep.h"
#include "core/wire/ValueCodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace kith {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Verifier)
};

Status hashEntity(StoreWriter& writer, const Entity& entity, QCryptographicHash& hash, BookCheck& check)
{
    auto statement = writer.connection.kept("SELECT k FROM " + tableName(entity) + " WHERE life = 0 ORDER BY id");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return {};
        KITH_TRY(const auto loaded, writer.tables.loadKey(entity, statement.integer(0)));
        if (!loaded)
            continue;
        FieldValues own;
        for (const auto& [id, value] : loaded->record.fields) {
            const Field* field = entity.field(id);
            if (field && !field->isDerived())
                own.emplace(id, value);
        }
        hash.addData(loaded->record.id.toBytes());
        hash.addData(encodeFields(own));
        ++check.records;
    }
}

QStringList repairsOf(std::int64_t derived, const UpkeepCheck& upkeep)
{
    QStringList repairs;
    if (derived > 0)
        repairs += Tr::tr("%n computed value(s) were wrong and have been put right.", nullptr, int(derived));
    if (upkeep.sortKeys > 0)
        repairs += Tr::tr("%n name(s) were sorted wrongly and have been put right.", nullptr, int(upkeep.sortKeys));
    if (upkeep.searchDiffers)
        repairs += Tr::tr("The search index did not agree with the records and was made anew.");
    return repairs;
}

}

Result<BookCheck> verifyBook(StoreWriter& writer)
{
    BookCheck check;
    if (const auto sound = verifyIntegrity(writer.connection); !sound) {
        if (sound.error().code != ErrorCode::BookDamaged)
            return sound.error();
        check.problems += Tr::tr("The file is damaged; restore the latest backup. The database engine says: %1")
                              .arg(sound.error().detail.last());
        return check;
    }
    KITH_TRY(auto transaction, WriteTransaction::begin(writer.connection));
    Derivations derivations(writer.tables, writer.meta.currency, writer.clock.now());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    KITH_TRY(check.corrected, derivations.recomputeAll());
    KITH_TRY(const auto upkeep, checkUpkeep(writer.tables));
    check.repairs = repairsOf(check.corrected, upkeep);
    for (const auto& entity : writer.tables.catalog().entities())
        KITH_TRY(hashEntity(writer, entity, hash, check));
    KITH_TRY(transaction.commit());
    check.hash = QString::fromLatin1(hash.result().toHex());
    return check;
}

}
