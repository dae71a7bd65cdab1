#pragma once

#include "core/records/QueryText.h"
#include "core/store/BookFile.h"
#include "core/store/ListReader.h"
#include "core/store/Undo.h"
#include "tests/support/FakeClock.h"
#include "tests/support/Test.h"

#include <QTemporaryDir>

#include <array>
#include <memory>

namespace kith::testing {

// The value of what must succeed.
template <typename Value>
Value need(Result<Value> result)
{
    REQUIRE_OK(result);
    return std::move(result).value();
}

// A real encrypted book in a folder of its own, and the shortest way to write in it. Fails the test when a step fails.
class StoreBook
{
public:
    StoreBook();

    StoreWriter& writer() { return *m_writer; }
    Tables& tables() { return m_writer->tables; }
    FakeClock& clock() { return m_clock; }
    QString path() const { return m_folder.filePath(QStringLiteral("test.kith")); }
    const Entity& entity(QStringView key);
    const Field& field(QStringView entity, QStringView key);

    // Values as people type them: {"name", "Ada"}.
    using Typed = std::vector<std::pair<QString, QString>>;
    FieldValues values(QStringView entity, const Typed& typed);
    // Each an act of its own.
    RecordId create(QStringView entity, const Typed& typed);
    std::int64_t set(QStringView entity, const RecordId& id, const Typed& typed);
    std::int64_t trash(QStringView entity, const RecordId& id);
    std::int64_t restore(QStringView entity, const RecordId& id);
    UndoOutcome undo(std::int64_t act = 0);
    UndoOutcome redo();

    // What stands in a field now, as exact text; relations as titles.
    QString shown(QStringView entity, const RecordId& id, QStringView field);
    Life lifeOf(QStringView entity, const RecordId& id);
    std::int64_t countOf(QStringView entity);
    std::vector<QString> found(const QString& typed);
    // Every living record's own values: equal for books that hold the same.
    QString contents();

    void reopen();
    // For tests that open the file themselves.
    void close() { m_writer.reset(); }
    BookAccess access() const;

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::array<std::uint8_t, 32> m_key{};
    std::unique_ptr<StoreWriter> m_writer;
};

}
