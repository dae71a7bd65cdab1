#include "tests/bench/RawBook.h"

#include "core/database/Transaction.h"
#include "core/store/Columns.h"
#include "core/store/Schema.h"
#include "core/store/SearchIndex.h"

#include <sqlite3.h>

namespace kith::bench {

namespace {

Result<Connection> openLikeBook(const BookAccess& access, OpenMode mode)
{
    OpenOptions options;
    options.path = access.path;
    options.cipher = access.cipher;
    options.key = access.databaseKey;
    options.mode = mode;
    options.cacheKiB = 32 * 1024;
    KITH_TRY(auto connection, Connection::open(options));
    KITH_TRY(registerSearchTokenizer(connection));
    return connection;
}

void bind(sqlite3_stmt* statement, int index, const RawValue& value)
{
    switch (value.kind) {
    case RawValue::Kind::Null:
        sqlite3_bind_null(statement, index);
        return;
    case RawValue::Kind::Integer:
        sqlite3_bind_int64(statement, index, value.integer);
        return;
    case RawValue::Kind::Text:
        sqlite3_bind_text(statement, index, value.bytes.data(), int(value.bytes.size()), SQLITE_STATIC);
        return;
    case RawValue::Kind::Blob:
        sqlite3_bind_blob(statement, index, value.bytes.data(), int(value.bytes.size()), SQLITE_STATIC);
    }
}

RawValue valueAt(sqlite3_stmt* statement, int column)
{
    RawValue value;
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        value.kind = RawValue::Kind::Integer;
        value.integer = sqlite3_column_int64(statement, column);
        break;
    case SQLITE_TEXT:
        value.kind = RawValue::Kind::Text;
        value.bytes.assign(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                           std::size_t(sqlite3_column_bytes(statement, column)));
        break;
    case SQLITE_BLOB:
        value.kind = RawValue::Kind::Blob;
        value.bytes.assign(static_cast<const char*>(sqlite3_column_blob(statement, column)),
                           std::size_t(sqlite3_column_bytes(statement, column)));
        break;
    default:
        break;
    }
    return value;
}

QByteArrayList columnsOf(const Entity& entity)
{
    QByteArrayList columns{"k", "id", "life", "facets", "made", "touched"};
    for (const auto& field : entity.fields) {
        for (const auto& column : writtenColumns(field))
            columns += column;
    }
    return columns;
}

}

Result<RawRows> readRows(StoreReader& reader, const Entity& entity)
{
    RawRows rows;
    rows.columns = columnsOf(entity);
    const auto sql = "SELECT " + rows.columns.join(", ") + " FROM " + tableName(entity) + " ORDER BY k";
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(reader.connection.handle(), sql.constData(), -1, &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        rows.starts.push_back(std::uint32_t(rows.values.size()));
        for (int i = 0; i < rows.columns.size(); ++i) {
            auto value = valueAt(statement, i);
            if (value.kind == RawValue::Kind::Null)
                continue;
            rows.places.push_back(std::uint16_t(i));
            rows.values.push_back(std::move(value));
        }
        const auto key = sqlite3_column_int64(statement, 0);
        KITH_TRY(const auto loaded, reader.tables.loadKey(entity, key));
        const auto document = searchDocument(entity, loaded->record);
        rows.searchRows.push_back(searchRow(entity, key));
        rows.documents.emplace_back(indexedTitle(document).toStdString(), document.detail.toStdString());
    }
    rows.starts.push_back(std::uint32_t(rows.values.size()));
    sqlite3_finalize(statement);
    return rows;
}

Result<std::unique_ptr<RawBook>> RawBook::create(const BookAccess& access, const Catalog& catalog)
{
    KITH_TRY(auto connection, openLikeBook(access, OpenMode::Create));
    KITH_TRY(migrate(connection, storeMigrations()));
    {
        KITH_TRY(auto transaction, WriteTransaction::begin(connection));
        KITH_TRY(ensureTables(connection, catalog));
        KITH_TRY(transaction.commit());
    }
    return std::unique_ptr<RawBook>(new RawBook(std::move(connection)));
}

Result<std::unique_ptr<RawBook>> RawBook::open(const BookAccess& access)
{
    KITH_TRY(auto connection, openLikeBook(access, OpenMode::ReadWrite));
    return std::unique_ptr<RawBook>(new RawBook(std::move(connection)));
}

sqlite3* RawBook::handle() const
{
    return m_connection.handle();
}

Error RawBook::failure() const
{
    return Error{ErrorCode::Internal, {QString::fromUtf8(sqlite3_errmsg(handle()))}};
}

Status RawBook::execute(const char* sql)
{
    return sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Status{} : failure();
}

// Rows first, then the search index, then the other indexes: the quickest order there is for a table that was empty.
Status RawBook::insertRows(const Entity& entity, const RawRows& rows, std::size_t rowsATransaction)
{
    KITH_TRY(dropIndexes(m_connection, entity));
    const QByteArrayList marks(rows.columns.size(), "?");
    Kept insert(*this, "INSERT INTO " + tableName(entity) + "(" + rows.columns.join(", ") + ") VALUES(" +
                           marks.join(", ") + ")");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % rowsATransaction == 0)
            KITH_TRY(execute(row == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE"));
        sqlite3_clear_bindings(insert.get());
        for (auto at = rows.starts[row]; at < rows.starts[row + 1]; ++at)
            bind(insert.get(), rows.places[at] + 1, rows.values[at]);
        KITH_TRY(insert.run());
    }
    Kept search(*this, "INSERT INTO search(rowid, title, detail) VALUES(?1, ?2, ?3)");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % rowsATransaction == 0)
            KITH_TRY(execute("COMMIT; BEGIN IMMEDIATE"));
        const auto& [title, detail] = rows.documents[row];
        sqlite3_bind_int64(search.get(), 1, rows.searchRows[row]);
        sqlite3_bind_text(search.get(), 2, title.data(), int(title.size()), SQLITE_STATIC);
        sqlite3_bind_text(search.get(), 3, detail.data(), int(detail.size()), SQLITE_STATIC);
        KITH_TRY(search.run());
    }
    KITH_TRY(execute("COMMIT"));
    for (const auto& index : indexesOf(entity))
        KITH_TRY(execute(index.sql));
    return {};
}

RawBook::Kept::Kept(RawBook& book, const QByteArray& sql) : m_book(book)
{
    sqlite3_prepare_v3(book.handle(), sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement,
                       nullptr);
}

RawBook::Kept::~Kept()
{
    sqlite3_finalize(m_statement);
}

Status RawBook::Kept::run()
{
    if (!m_statement)
        return m_book.failure();
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    return code == SQLITE_DONE ? Status{} : m_book.failure();
}

Result<std::int64_t> RawBook::Kept::scan()
{
    if (!m_statement)
        return m_book.failure();
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    while (sqlite3_step(m_statement) == SQLITE_ROW) {
        ++rows;
        for (int i = 0; i < sqlite3_column_count(m_statement); ++i)
            bytes += sqlite3_column_bytes(m_statement, i);
    }
    sqlite3_reset(m_statement);
    return bytes >= 0 ? rows : 0;
}

}
