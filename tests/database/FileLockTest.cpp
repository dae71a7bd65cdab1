#include "core/database/FileLock.h"
#include "tests/support/Test.h"

#include <QFile>
#include <QTemporaryDir>

#include <optional>

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("a file is held by one at a time")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"book.kith-lock"_s);
    auto first = FileLock::acquire(path);
    REQUIRE_OK(first);
    CHECK(FileLock::acquire(path).error() == (Error{ErrorCode::BookInUse, {path}}));
    CHECK(FileLock::acquire(folder.filePath(u"other"_s)).ok());

    std::optional<FileLock> moved(std::move(*first));
    CHECK_FALSE(FileLock::acquire(path).ok());
    moved.reset();
    CHECK(FileLock::acquire(path).ok());
}

TEST_CASE("the lock file itself means nothing")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"left by a crash"_s);
    QFile left(path);
    REQUIRE(left.open(QIODevice::WriteOnly));
    left.close();
    CHECK(FileLock::acquire(path).ok());
}

TEST_CASE("a lock in a folder that is not there is refused")
{
    QTemporaryDir folder;
    CHECK(FileLock::acquire(folder.filePath(u"nowhere/lock"_s)).error().code == ErrorCode::FileUnwritable);
}
