#include "core/base/FileError.h"
#include "tests/support/Test.h"

#include <cerrno>

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("what a file could not be written for is told apart: a full disk, no right to write, another reason")
{
    const auto path = u"/a/book.kith"_s;
#ifndef Q_OS_WIN
    for (const int full : {ENOSPC, EDQUOT, EFBIG})
        CHECK(fileError(path, full) == Error{ErrorCode::DiskFull, {path}});
    for (const int readOnly : {EROFS, EACCES, EPERM})
        CHECK(fileError(path, readOnly) == Error{ErrorCode::ReadOnly, {path}});
    CHECK(fileError(path, EEXIST) == Error{ErrorCode::FileExists, {path}});
    const auto other = fileError(path, EIO);
    CHECK(other.code == ErrorCode::FileUnwritable);
    CHECK(other.detail.value(0) == path);
    CHECK_FALSE(other.detail.value(1).isEmpty());
#endif
}
