#include "core/base/Result.h"
#include "tests/support/Test.h"

#include <memory>

using namespace kith;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::Internal, {QStringLiteral("odd")}};
    return number / 2;
}

Result<int> quarter(int number)
{
    KITH_TRY(const int first, half(number));
    KITH_TRY(half(first));
    return half(first);
}

}

TEST_CASE("an error met on the way is handed to the caller with its detail")
{
    REQUIRE_OK(quarter(8));
    CHECK(*quarter(8) == 2);
    const auto failed = quarter(6);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error() == Error{ErrorCode::Internal, {QStringLiteral("odd")}});
}

TEST_CASE("a result gives away a value that cannot be copied")
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const auto owned = std::move(result).value();
    CHECK(*owned == 7);
}
