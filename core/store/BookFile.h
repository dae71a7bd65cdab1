#pragma once

#include "core/base/Result.h"
#include "core/database/Connection.h"
#include "core/store/ActWriter.h"
#include "core/store/ListReader.h"

#include <functional>
#include <memory>

namespace kith {

// How a book's file is opened. The key is used only while opening.
struct BookAccess
{
    QString path;
    Cipher cipher = Cipher::Aegis256;
    std::span<const std::uint8_t> databaseKey;
    const char* vfs = nullptr; // tests only
};

// What a new book begins with.
struct BookBirth
{
    BookId book;
    QString language;
    QString region;
    QString currency;
    QString personName; // empty: unknown
    bool demo = false;
};

// One thread's reading view of a book.
class StoreReader
{
public:
    static Result<std::unique_ptr<StoreReader>> open(const BookAccess& access, CatalogPtr catalog);

    Connection connection;
    Tables tables;
    ListReader lists;

private:
    StoreReader(Connection opened, CatalogPtr catalog);
};

// The one writing view of a book.
class StoreWriter
{
public:
    // Makes the file, its tables and its first records. BookExists, DiskFull, ReadOnly, ...
    static Result<std::unique_ptr<StoreWriter>> create(const BookAccess& access, const BookBirth& birth,
                                                       const Clock& clock);
    // Brings an older book up to this program, after `copyFirst` has made a copy. BookNewer for a newer one.
    static Result<std::unique_ptr<StoreWriter>> open(const BookAccess& access, const Clock& clock,
                                                     const std::function<Status(Connection&)>& copyFirst);

    WriterContext context() { return {tables, meta, clock, time, ids}; }
    // The catalog changed: read the company's additions again and make their columns. Inside or outside a transaction.
    Status reloadCatalog();

    Connection connection;
    const Clock& clock;
    Tables tables;
    BookMeta meta;
    HybridClock time;
    IdSource ids;

private:
    StoreWriter(Connection opened, CatalogPtr catalog, BookMeta bookMeta, const Clock& bookClock);
};

// The shipped catalog with what the book's company has added.
Result<CatalogPtr> loadCatalog(Connection& connection);

}
