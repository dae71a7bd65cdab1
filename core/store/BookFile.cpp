#include "core/store/BookFile.h"

#include "core/store/Columns.h"
#include "core/store/QuerySql.h"
#include "core/store/RecordRules.h"
#include "core/store/Schema.h"
#include "core/store/SearchIndex.h"
#include "core/store/Upkeep.h"

#include <QJsonDocument>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int readerCacheKiB = 16 * 1024;
constexpr int writerCacheKiB = 32 * 1024;

Result<Connection> openConnection(const BookAccess& access, OpenMode mode, int cacheKiB)
{
    OpenOptions options;
    options.path = access.path;
    options.cipher = access.cipher;
    options.key = access.databaseKey;
    options.mode = mode;
    options.cacheKiB = cacheKiB;
    options.vfs = access.vfs;
    KITH_TRY(auto connection, Connection::open(options));
    KITH_TRY(registerSearchTokenizer(connection));
    KITH_TRY(registerConditions(connection));
    return connection;
}

Status addSeeds(StoreWriter& writer, const Catalog& catalog)
{
    KITH_TRY(auto act, ActWriter::begin(writer.context(), ActKind::Founding, u"seeds"_s));
    auto conventions = writer.meta.conventions(writer.clock.now());
    for (const auto& seed : catalog.seeds()) {
        KITH_TRY(const Entity* entity, catalog.requireEntity(seed.entity));
        FieldValues values;
        for (auto it = seed.fields.begin(); it != seed.fields.end(); ++it) {
            KITH_TRY(const Field* field, Catalog::requireField(*entity, it.key()));
            const auto text = it.value().in(writer.meta.language);
            if (field->type == FieldType::Relation && text.startsWith(u'#')) {
                values[field->id] = Reference{catalog.entity(field->targets.first())->id,
                                              shippedId<RecordId>(QStringView(text).sliced(1).toLongLong())};
                continue;
            }
            KITH_TRY(values[field->id], readValue(*field, text, conventions));
        }
        KITH_TRY(const auto written, act.create(*entity, std::move(values), seed.id));
        if (!written.problems.empty())
            return written.problems.front().error;
    }
    KITH_TRY(act.commit());
    return {};
}

// An import that was cut off has left derived values as they were before its rows came.
Status settleInterrupted(StoreWriter& writer)
{
    auto unsettled = writer.connection.kept("SELECT 1 FROM import_job WHERE phase = 0 LIMIT 1");
    KITH_TRY(const bool found, unsettled.step());
    unsettled.reset();
    if (!found)
        return {};
    KITH_TRY(auto transaction, WriteTransaction::begin(writer.connection));
    KITH_TRY(Derivations(writer.tables, writer.meta.currency, writer.clock.now()).recomputeAll());
    KITH_TRY(writer.connection.execute("UPDATE import_job SET phase = 1"));
    return transaction.commit();
}

Status addPerson(StoreWriter& writer, const QString& name)
{
    const Entity* person = writer.tables.catalog().entity(u"person"_s);
    if (name.isEmpty() || !person)
        return {};
    KITH_TRY(auto act, ActWriter::begin(writer.context(), ActKind::Founding, name));
    KITH_TRY(const auto written, act.create(*person, FieldValues{{person->titleField()->id, Value(name)}}));
    if (!written.problems.empty())
        return written.problems.front().error;
    KITH_TRY(act.commit());
    writer.meta.me = written.id;
    return saveMeta(writer.connection, writer.meta);
}

}

StoreReader::StoreReader(Connection opened, CatalogPtr catalog)
    : connection(std::move(opened))
    , tables(connection, std::move(catalog))
    , lists(tables)
{
}

Result<std::unique_ptr<StoreReader>> StoreReader::open(const BookAccess& access, CatalogPtr catalog)
{
    KITH_TRY(auto connection, openConnection(access, OpenMode::ReadOnly, readerCacheKiB));
    return std::unique_ptr<StoreReader>(new StoreReader(std::move(connection), std::move(catalog)));
}

StoreWriter::StoreWriter(Connection opened, CatalogPtr catalog, BookMeta bookMeta, const Clock& bookClock)
    : connection(std::move(opened))
    , clock(bookClock)
    , tables(connection, std::move(catalog))
    , meta(std::move(bookMeta))
    , time(bookClock, meta.lastTime)
    , ids(bookClock)
{
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::create(const BookAccess& access, const BookBirth& birth,
                                                         const Clock& clock)
{
    KITH_TRY(auto connection, openConnection(access, OpenMode::Create, writerCacheKiB));
    KITH_TRY(migrate(connection, storeMigrations()));
    KITH_TRY(auto shipped, Catalog::shipped());
    auto catalog = std::make_shared<const Catalog>(std::move(shipped));
    BookMeta meta;
    meta.book = birth.book;
    meta.device = IdSource(clock).next<DeviceId>();
    meta.language = birth.language.isEmpty() ? meta.language : birth.language;
    meta.region = birth.region.isEmpty() ? meta.region : birth.region;
    meta.currency = birth.currency.isEmpty() ? meta.currency : birth.currency;
    meta.demo = birth.demo;
    std::unique_ptr<StoreWriter> writer(new StoreWriter(std::move(connection), catalog, std::move(meta), clock));
    {
        KITH_TRY(auto transaction, WriteTransaction::begin(writer->connection));
        KITH_TRY(ensureTables(writer->connection, *catalog));
        KITH_TRY(saveMeta(writer->connection, writer->meta));
        KITH_TRY(markUpkeep(writer->connection));
        KITH_TRY(transaction.commit());
    }
    KITH_TRY(addSeeds(*writer, *catalog));
    KITH_TRY(addPerson(*writer, birth.personName));
    return writer;
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::open(const BookAccess& access, const Clock& clock,
                                                       const std::function<Status(Connection&)>& copyFirst)
{
    KITH_TRY(auto connection, openConnection(access, OpenMode::ReadWrite, writerCacheKiB));
    KITH_TRY(const bool older, needsMigration(connection, storeMigrations()));
    if (older) {
        KITH_TRY(copyFirst(connection));
        KITH_TRY(migrate(connection, storeMigrations()));
    }
    KITH_TRY(auto meta, loadMeta(connection));
    KITH_TRY(auto shipped, Catalog::shipped());
    auto catalog = std::make_shared<const Catalog>(std::move(shipped));
    std::unique_ptr<StoreWriter> writer(new StoreWriter(std::move(connection), catalog, std::move(meta), clock));
    KITH_TRY(writer->reloadCatalog());
    {
        KITH_TRY(auto transaction, WriteTransaction::begin(writer->connection));
        KITH_TRY(const bool changed, bringUpkeepUpToDate(writer->tables));
        if (changed)
            KITH_TRY(transaction.commit());
    }
    KITH_TRY(settleInterrupted(*writer));
    return writer;
}

Status StoreWriter::reloadCatalog()
{
    KITH_TRY(auto catalog, loadCatalog(connection));
    if (connection.inTransaction()) {
        KITH_TRY(ensureTables(connection, *catalog));
    } else {
        KITH_TRY(auto transaction, WriteTransaction::begin(connection));
        KITH_TRY(ensureTables(connection, *catalog));
        KITH_TRY(transaction.commit());
    }
    tables.setCatalog(std::move(catalog));
    return {};
}

Result<CatalogPtr> loadCatalog(Connection& connection)
{
    KITH_TRY(auto catalog, Catalog::shipped());
    const Entity* definition = catalog.entity(u"definition"_s);
    const auto column = [&](QStringView key) { return columnName(*definition->field(key)); };
    // A book made by an older Kith may not have the table yet: then there are no additions.
    auto known = connection.kept("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    known.bind(1, QString::fromLatin1(tableName(*definition)));
    KITH_TRY(const bool exists, known.step());
    known.reset();
    if (!exists)
        return std::make_shared<const Catalog>(std::move(catalog));
    auto statement = connection.kept("SELECT " + column(u"entity") + ", " + column(u"parent") + ", " + column(u"body") +
                                     " FROM " + tableName(*definition) + " WHERE life = 0 ORDER BY k");
    while (true) {
        KITH_TRY(const bool found, statement.step());
        if (!found)
            return std::make_shared<const Catalog>(std::move(catalog));
        const auto body = QJsonDocument::fromJson(statement.utf8(2).toByteArray()).object();
        const auto parent = statement.text(1);
        KITH_TRY(catalog, parent.isEmpty() ? catalog.withField(statement.text(0), body)
                                           : catalog.withOption(statement.text(0), parent, body));
    }
}

}
