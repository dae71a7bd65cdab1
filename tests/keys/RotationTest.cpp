#include "core/keys/KeyFile.h"
#include "tests/keys/Books.h"

using namespace kith;
using namespace kith::testing;

namespace {

// Every way in, also those whose secret was nowhere near when the key was rotated.
struct RotatingBook : Book
{
    RotatingBook()
    {
        add(SlotSecret::recoveryCode(code.copy()));
        add(SlotSecret::keychain(keychainKey('k')));
    }

    RecoveryCode code = RecoveryCode::random();
    DataKey next = DataKey::random();

    std::vector<SlotSecret> secrets() const
    {
        std::vector<SlotSecret> all;
        all.push_back(passphrase(u"first passphrase"));
        all.push_back(SlotSecret::recoveryCode(code.copy()));
        all.push_back(SlotSecret::keychain(keychainKey('k')));
        return all;
    }

    // Each slot gives exactly these keys.
    void checkGives(const DataKey& current, const DataKey* pending) const
    {
        const auto loaded = load();
        REQUIRE_OK(loaded);
        for (const auto& secret : secrets()) {
            const auto keys = loaded->unlock(secret);
            REQUIRE_OK(keys);
            CHECK(keys->dataKey() == current);
            REQUIRE((keys->pendingKey() != nullptr) == (pending != nullptr));
            if (pending != nullptr)
                CHECK(*keys->pendingKey() == *pending);
        }
    }
};

}

TEST_CASE("while a rotation is pending every slot gives both keys, and after it the new one alone")
{
    RotatingBook book;
    auto keys = book.unlocked();
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("chacha20-poly1305")));
    book.checkGives(book.key, &book.next);
    CHECK(book.load()->cipher() == QStringLiteral("aegis-256"));
    CHECK(book.load()->pendingCipher() == QStringLiteral("chacha20-poly1305"));
    CHECK(*keys.pendingKey() == book.next);
    REQUIRE_OK(book.file.finishRotation(keys));
    book.checkGives(book.next, nullptr);
    CHECK(book.load()->cipher() == QStringLiteral("chacha20-poly1305"));
    CHECK(keys.dataKey() == book.next);
}

TEST_CASE("an abandoned rotation leaves the old key alone in every slot")
{
    RotatingBook book;
    auto keys = book.unlocked();
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
    REQUIRE_OK(book.file.abandonRotation(keys));
    book.checkGives(book.key, nullptr);
    CHECK(keys.dataKey() == book.key);
    CHECK(keys.pendingKey() == nullptr);
}

TEST_CASE("a key can be rotated again and again without any slot being opened meanwhile")
{
    RotatingBook book;
    auto keys = book.unlocked();
    for (int i = 0; i < 5; ++i) {
        book.next = DataKey::random();
        REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
        REQUIRE_OK(book.file.finishRotation(keys));
        book.checkGives(book.next, nullptr);
    }
}

TEST_CASE("a slot made or changed during a rotation has both keys too")
{
    RotatingBook book;
    auto keys = book.unlocked();
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
    REQUIRE_OK(book.file.addSlot(keys, SlotSecret::keychain(keychainKey('m')), {}));
    const auto loaded = book.load();
    const auto added = loaded->unlock(SlotSecret::keychain(keychainKey('m')));
    REQUIRE_OK(added);
    CHECK(added->dataKey() == book.key);
    CHECK(*added->pendingKey() == book.next);
}

TEST_CASE("a rotation is not begun twice, and none is finished that was not begun")
{
    RotatingBook book;
    auto keys = book.unlocked();
    CHECK_FALSE(book.file.finishRotation(keys).ok());
    CHECK_FALSE(book.file.abandonRotation(keys).ok());
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
    CHECK_FALSE(book.file.beginRotation(keys, DataKey::random(), QStringLiteral("aegis-256")).ok());
    book.checkGives(book.key, &book.next);
}

TEST_CASE("keys unlocked before a rotation change nothing after it")
{
    RotatingBook book;
    const auto old = book.unlocked();
    auto keys = book.unlocked();
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
    REQUIRE_OK(book.file.finishRotation(keys));
    CHECK_FALSE(book.file.addSlot(old, SlotSecret::keychain(keychainKey('m')), {}).ok());
    book.checkGives(book.next, nullptr);
}

TEST_CASE("a second copy from before a finished rotation is not put over the first, nor the first over it")
{
    RotatingBook book;
    const auto before = book.second();
    auto keys = book.unlocked();
    REQUIRE_OK(book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")));
    REQUIRE_OK(book.file.finishRotation(keys));
    const auto after = book.first();
    book.second() = before;
    const auto refused = book.load(Repair::Heal);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::KeyFileOther);
    CHECK(book.first() == after);
    CHECK(book.second() == before);
}

TEST_CASE("a rotation that stops at any step leaves a file in which every slot has the key of the database")
{
    // The steps of begin and finish: two files prepared, two named, each.
    const bool inHalf = GENERATE(false, true);
    const int step = GENERATE(range(0, 9));
    RotatingBook book;
    auto keys = book.unlocked();
    book.memory().failFrom(step, inHalf);
    const bool begun = book.file.beginRotation(keys, book.next, QStringLiteral("aegis-256")).ok();
    const bool finished = begun && book.file.finishRotation(keys).ok();
    book.memory().work();        // the power is back
    CHECK(begun == (step >= 3)); // a second copy that could not be named is no error
    CHECK(finished == (step >= 7));

    const auto healed = book.load(Repair::Heal);
    REQUIRE_OK(healed);
    CHECK(book.first() == book.second());
    for (const auto& secret : book.secrets()) {
        const auto again = healed->unlock(secret);
        REQUIRE_OK(again);
        const auto has = [&](const DataKey& key) {
            return again->dataKey() == key || (again->pendingKey() != nullptr && *again->pendingKey() == key);
        };
        // The database goes under the new key only between a begin that succeeded and the finish.
        CHECK((finished || has(book.key) || (begun && has(book.next))));
        if (!finished && !(begun && step >= 6))
            CHECK(has(book.key));
        if (begun)
            CHECK(has(book.next));
    }
}

TEST_CASE("a change that stops at any step is wholly there or not at all")
{
    const bool inHalf = GENERATE(false, true);
    const int step = GENERATE(range(0, 5));
    Book book;
    const auto keys = book.unlocked();
    book.memory().failFrom(step, inHalf);
    const auto added = book.file.addSlot(keys, SlotSecret::keychain(keychainKey('k')), {});
    book.memory().work();
    CHECK(added.ok() == (step >= 3));
    if (!added.ok())
        CHECK(added.error().code == ErrorCode::DiskFull);
    const auto there = book.load(Repair::LeaveAlone)->unlock(SlotSecret::keychain(keychainKey('k'))).ok();
    // Named, and the disk failed right behind it: in force, and reported all the same.
    CHECK(there == (added.ok() || (step == 2 && inHalf)));
    REQUIRE_OK(book.load()->unlock(passphrase(u"first passphrase")));
    // And the same object goes on from what is there.
    REQUIRE_OK(book.file.addSlot(keys, SlotSecret::keychain(keychainKey('m')), {}));
    const auto healed = book.load(Repair::Heal);
    REQUIRE_OK(healed->unlock(SlotSecret::keychain(keychainKey('m'))));
    CHECK(book.first() == book.second());
}
