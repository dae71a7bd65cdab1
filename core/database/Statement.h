#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace kith {

class StatementCache;

// One prepared SQL statement. Parameters count from 1, columns from 0, as in SQLite. Used on its connection's thread.
// A bind that fails (too large, no memory, no such parameter) is told by the next step() or run(). What the engine
// answers comes as: DiskFull, FileUnreadable, FileUnwritable, ReadOnly, BookDamaged, BookKeyWrong, BookBusy, BookInUse,
// Cancelled, NotEnoughMemory; Internal with SQLite's text for wrong SQL and broken constraints.
class Statement
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    // Values are copied. A null text or blob is bound as an empty one; NULL is std::nullopt.
    template <std::integral Integer>
    Statement& bind(int index, Integer value)
    {
        return bindInteger(index, static_cast<qint64>(value));
    }
    Statement& bind(int index, double value);
    Statement& bind(int index, QStringView text);
    Statement& bind(int index, const QString& text) { return bind(index, QStringView(text)); }
    Statement& bind(int index, QByteArrayView blob);
    Statement& bind(int index, const QByteArray& blob) { return bind(index, QByteArrayView(blob)); }
    Statement& bind(int index, const Id128& id);
    Statement& bind(int index, std::nullopt_t);
    template <typename Value>
    Statement& bind(int index, const std::optional<Value>& value)
    {
        return value ? bind(index, *value) : bind(index, std::nullopt);
    }
    Statement& bind(int index, const char*) = delete; // text or blob? say which
    Statement& bindUtf8(int index, QByteArrayView text);
    // Not copied: the bytes must stay as they are until reset(), run() or the next bind of this parameter.
    Statement& bindBorrowedUtf8(int index, QByteArrayView text);
    Statement& bindBorrowedBlob(int index, QByteArrayView blob);
    // Parameters 1, 2, 3, ... in order.
    template <typename... Values>
    Statement& bindAll(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    // True: a row is there to read. False: there are no more, and the statement is reset. On an error it is reset too.
    Result<bool> step();
    // Steps to the end, drops rows, resets. Bound values stay.
    Status run();
    void reset();
    void clearBindings();

    // Of the row that the last step() found. Views hold until the next step(), reset() or reading of the same column in
    // another form. A column of another type is converted as SQLite does; NULL reads as 0, empty, and a null id.
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArrayView utf8(int column) const;
    QByteArrayView blob(int column) const;
    bool isNull(int column) const;
    Id128 id128(int column) const; // null if it is not 16 bytes
    template <typename IdType>
    IdType id(int column) const
    {
        return IdType::from(id128(column));
    }
    std::optional<qint64> optionalInteger(int column) const;
    int columnCount() const;

    bool isReadOnly() const; // changes nothing in the file
    int parameterCount() const;

private:
    friend class Connection;
    friend class StatementCache;
    Statement(sqlite3_stmt* statement, StatementCache* lender);
    explicit Statement(Error failed);

    Statement& bindInteger(int index, qint64 value);
    void keepFailure(int code);
    void giveBack();

    sqlite3_stmt* m_statement = nullptr;
    StatementCache* m_lender = nullptr; // nullptr: owned, finalized at the end
    std::optional<Error> m_failed;
};

}
