#include "core/crypto/Seal.h"
#include "tests/support/Test.h"

using namespace kith;

namespace {

QByteArray flipped(QByteArray bytes, qsizetype index)
{
    bytes[index] = char(bytes[index] ^ 0x10);
    return bytes;
}

}

TEST_CASE("what is sealed opens with the same key and associated data, and is never sealed alike twice")
{
    const auto key = WrappingKey::random();
    const auto sealed = seal(key, bytesOf("thirty-two bytes of a data key.."), "book 1");
    const auto opened = unseal(key, sealed, "book 1");
    REQUIRE(opened);
    CHECK(*opened == SecureBytes::copyOf(bytesOf("thirty-two bytes of a data key..")));
    CHECK(sealed.size() == 32 + 40);
    CHECK(sealed != seal(key, bytesOf("thirty-two bytes of a data key.."), "book 1"));
    const auto nothing = unseal(key, seal(key, {}, {}), {});
    REQUIRE(nothing);
    CHECK(nothing->isEmpty());
}

TEST_CASE("a sealed secret with any byte changed, cut, or under another key or data does not open")
{
    const auto key = WrappingKey::random();
    const auto sealed = seal(key, bytesOf("secret"), "book 1");
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        CHECK_FALSE(unseal(key, flipped(sealed, i), "book 1"));
        CHECK_FALSE(unseal(key, sealed.first(i), "book 1"));
    }
    CHECK_FALSE(unseal(WrappingKey::random(), sealed, "book 1"));
    CHECK_FALSE(unseal(key, sealed, "book 2"));
    CHECK_FALSE(unseal(key, sealed, {}));
    CHECK(unseal(key, sealed, "book 1"));
}

TEST_CASE("what is sealed to a public key opens with its private half and the shared key only")
{
    const auto own = PrivateKey::random();
    const auto shared = WrappingKey::random();
    const auto sealed = sealTo(publicKeyOf(own), shared, bytesOf("secret"), "book 1");
    REQUIRE(sealed);
    CHECK(sealed->size() == 6 + 72);
    REQUIRE(unsealFrom(own, shared, *sealed, "book 1"));
    CHECK(*unsealFrom(own, shared, *sealed, "book 1") == SecureBytes::copyOf(bytesOf("secret")));
    CHECK_FALSE(unsealFrom(PrivateKey::random(), shared, *sealed, "book 1"));
    CHECK_FALSE(unsealFrom(own, WrappingKey::random(), *sealed, "book 1"));
    CHECK_FALSE(unsealFrom(own, shared, *sealed, "book 2"));
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        CHECK_FALSE(unsealFrom(own, shared, flipped(*sealed, i), "book 1"));
        CHECK_FALSE(unsealFrom(own, shared, sealed->first(i), "book 1"));
    }
}

TEST_CASE("nothing is sealed to a point of low order")
{
    CHECK_FALSE(sealTo(PublicKey{}, WrappingKey::random(), bytesOf("secret"), {}));
    CHECK(sealTo(publicKeyOf(PrivateKey::random()), WrappingKey::random(), bytesOf("secret"), {}));
}
