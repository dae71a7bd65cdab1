#include "core/base/Id.h"
#include "tests/support/FakeClock.h"
#include "tests/support/Test.h"

#include <set>

using namespace kith;

TEST_CASE("ids made within one millisecond are distinct and sort in the order they were made")
{
    testing::FakeClock clock;
    IdSource source(clock);
    auto last = source.next();
    for (int i = 0; i < 10'000; ++i) {
        const auto id = source.next();
        REQUIRE(last < id);
        last = id;
    }
}

TEST_CASE("ids do not run back when the clock does")
{
    testing::FakeClock clock;
    IdSource source(clock);
    const auto before = source.next();
    clock.advance(-86'400'000);
    CHECK(before < source.next());
}

TEST_CASE("an id is a version 7 UUID of the RFC 9562 variant and carries its time")
{
    testing::FakeClock clock(0x0123456789ab);
    const auto text = IdSource(clock).next().toString();
    CHECK(text.startsWith(QStringLiteral("01234567-89ab-7")));
    CHECK(QStringLiteral("89ab").contains(text.at(19)));
}

TEST_CASE("an id survives its text and its bytes, and other texts are no ids")
{
    testing::FakeClock clock;
    const auto id = IdSource(clock).next();
    CHECK(Id128::fromString(id.toString()) == id);
    CHECK(Id128::fromString(id.toString().remove(QLatin1Char('-')).toUpper()) == id);
    CHECK(Id128::fromBytes(id.toBytes()) == id);
    CHECK_FALSE(Id128::fromString(u"01234567"));
    CHECK_FALSE(Id128::fromString(id.toString() + QLatin1Char('0')));
    CHECK_FALSE(Id128::fromString(QString(32, QLatin1Char('g'))));
    CHECK_FALSE(Id128::fromBytes(QByteArray(15, 'x')));
}
