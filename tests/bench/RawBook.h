#pragma once

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/store/BookFile.h"

#include <QByteArray>

#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kith::bench {

// One column of a row as SQLite gave it, so that it can be bound again without thinking.
struct RawValue
{
    enum class Kind : std::uint8_t { Null, Integer, Text, Blob };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;
    std::string bytes;
};

// The rows of one table of a book, in memory: what is left of an import when everything is understood already.
struct RawRows
{
    QByteArrayList columns;
    std::vector<std::uint16_t> places; // of a row's values among the columns, row after row
    std::vector<RawValue> values;      // only those that are not NULL
    std::vector<std::uint32_t> starts; // of each row in both, and their end
    std::vector<std::int64_t> searchRows;
    std::vector<std::pair<std::string, std::string>> documents; // title and detail of the search index
    std::size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
};
Result<RawRows> readRows(StoreReader& reader, const Entity& entity);

// SQLite by its C API, on a file opened as a book's is. Statements are kept. Every call must succeed: a failing one
// ends the bench with SQLite's words.
class RawBook
{
public:
    static Result<std::unique_ptr<RawBook>> create(const BookAccess& access, const Catalog& catalog);
    static Result<std::unique_ptr<RawBook>> open(const BookAccess& access);

    Status insertRows(const Entity& entity, const RawRows& rows, std::size_t rowsATransaction);
    Status execute(const char* sql);
    sqlite3* handle() const;
    Connection& connection() { return m_connection; }

    class Kept;
    Error failure() const;

private:
    explicit RawBook(Connection connection) : m_connection(std::move(connection)) {}

    Connection m_connection;
};

// A prepared statement of the C API, finalized at the end.
class RawBook::Kept
{
public:
    Kept(RawBook& book, const QByteArray& sql);
    ~Kept();
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

    sqlite3_stmt* get() const { return m_statement; }
    // Steps to the end and resets.
    Status run();
    // Steps to the end, counting rows and touching their columns.
    Result<std::int64_t> scan();

private:
    RawBook& m_book;
    sqlite3_stmt* m_statement = nullptr;
};

}
