#include "core/keys/KeyFile.h"
#include "tests/keys/Books.h"

using namespace kith;
using namespace kith::testing;

namespace {

QByteArray flipped(QByteArray bytes, qsizetype index)
{
    bytes[index] = char(bytes[index] ^ (1 << (index % 8)));
    return bytes;
}

ErrorCode codeOf(const Result<KeyFile>& result)
{
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

// What the two files hold is one of the ways in which a key file may be: no crash, no other key.
void checkOpensOrRefuses(const Book& book)
{
    const auto file = book.load();
    if (!file)
        return;
    const auto keys = file->unlock(SlotSecret::keychain(keychainKey('k')));
    if (keys)
        CHECK(keys->dataKey() == book.key);
}

}

TEST_CASE("a key file with any byte changed is healed from its second copy, and the other way round")
{
    Book book;
    const auto sound = book.first();
    REQUIRE(sound == book.second());
    for (qsizetype i = 0; i < sound.size(); ++i) {
        const bool firstBad = i % 2 == 0;
        (firstBad ? book.first() : book.second()) = flipped(sound, i);
        const auto looked = book.load(Repair::LeaveAlone);
        REQUIRE_OK(looked);
        const auto bad = firstBad ? looked->condition().first : looked->condition().second;
        const auto good = firstBad ? looked->condition().second : looked->condition().first;
        CHECK(bad == KeyCopy::Damaged);
        CHECK(good == KeyCopy::Sound);
        CHECK_FALSE(looked->condition().healed);
        CHECK((firstBad ? book.first() : book.second()) != sound);
        const auto healed = book.load(Repair::Heal);
        REQUIRE_OK(healed);
        CHECK(healed->condition().healed);
        CHECK(book.first() == sound);
        CHECK(book.second() == sound);
    }
    CHECK(book.unlocked().dataKey() == book.key);
}

TEST_CASE("a key file with the same byte changed in both copies is refused as damaged")
{
    Book book;
    const auto sound = book.first();
    for (qsizetype i = 0; i < sound.size(); ++i) {
        book.first() = flipped(sound, i);
        book.second() = flipped(sound, i);
        CHECK(codeOf(book.load(Repair::Heal)) == ErrorCode::KeyFileDamaged);
        CHECK(book.first() == flipped(sound, i));
    }
    book.first() = sound;
    REQUIRE_OK(book.load());
}

TEST_CASE("a key file cut anywhere or grown is healed if its second copy is whole and refused if not")
{
    Book book;
    const auto sound = book.first();
    for (qsizetype i = 0; i < sound.size(); ++i) {
        book.first() = sound.first(i);
        book.second() = sound;
        const auto healed = book.load(Repair::Heal);
        REQUIRE_OK(healed);
        CHECK(healed->condition() == KeyFileCondition{KeyCopy::Damaged, KeyCopy::Sound, true});
        book.first() = sound.first(i);
        book.second() = sound.first(i);
        CHECK(codeOf(book.load(Repair::Heal)) == ErrorCode::KeyFileDamaged);
    }
    book.first() = sound + 'x';
    book.second() = sound + QByteArray(greatestKeyFile, 'x');
    CHECK(codeOf(book.load(Repair::Heal)) == ErrorCode::KeyFileDamaged);
}

TEST_CASE("a missing copy is written anew, and with both missing there is no way in")
{
    Book book;
    const auto sound = book.first();
    book.memory().files.erase(keyFilePath(book.path));
    const auto healed = book.load(Repair::Heal);
    REQUIRE_OK(healed);
    CHECK(healed->condition() == KeyFileCondition{KeyCopy::Missing, KeyCopy::Sound, true});
    CHECK(book.first() == sound);
    book.memory().files.clear();
    const auto none = book.load(Repair::Heal);
    REQUIRE_FALSE(none.ok());
    CHECK(none.error() == Error{ErrorCode::KeyFileMissing, {keyFilePath(book.path)}});
    CHECK(book.memory().files.empty());
}

TEST_CASE("bytes changed by somebody who can make the checksum fit give an error or the right key, never another")
{
    Book book;
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto body = bodyOf(book.first());
    REQUIRE(framed(body) == book.first());
    int refused = 0;
    for (qsizetype i = 0; i < body.size(); ++i) {
        for (const int bit : {0, 3, 5, 7}) {
            auto changed = body;
            changed[i] = char(changed[i] ^ (1 << bit));
            book.first() = framed(changed);
            book.second() = book.first();
            checkOpensOrRefuses(book);
            refused += book.load().ok() ? 0 : 1;
        }
    }
    CHECK(refused > 100);
}

TEST_CASE("what surrounds a sealed key cannot be changed: the slot does not open any more")
{
    Book book;
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto body = *decode(book.first(), book.path);
    const auto opens = [&](auto change) {
        auto changed = body;
        change(changed);
        book.first() = encode(changed);
        book.second() = book.first();
        const auto file = book.load();
        REQUIRE_OK(file);
        return file->unlock(passphrase(u"first passphrase")).ok();
    };
    CHECK(opens([](KeyFileBody&) {}));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.book.bytes[3] ^= 1; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.keys[0].cipher = QStringLiteral("chacha20-poly1305"); }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.keys[0].id.bytes[0] ^= 1; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.slotList[0].about.id.bytes[0] ^= 1; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.slotList[0].cost.passes = 2; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.slotList[0].publicKey[0] ^= 1; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.slotList[0].keys = b.slotList[1].keys; }));
    CHECK_FALSE(opens([](KeyFileBody& b) { b.slotList[0].wrapped = b.slotList[1].wrapped; }));
    CHECK_FALSE(opens([](KeyFileBody& b) {
        b.slotList[0].about.type = SlotType::RecoveryCode;
        b.slotList[0].cost = {};
    }));
}

TEST_CASE("costs that would take the machine's memory are refused when the file is read")
{
    Book book;
    const auto body = *decode(book.first(), book.path);
    for (const auto cost : {Argon2Cost{0xffffffff, 1}, Argon2Cost{64, 0xffffffff}, Argon2Cost{2 * 1024 * 1024, 3},
                            Argon2Cost{0, 1}, Argon2Cost{64, 0}}) {
        auto changed = body;
        changed.slotList[0].cost = cost;
        book.first() = encode(changed);
        book.second() = book.first();
        const auto refused = book.load(Repair::Heal);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error() == Error{ErrorCode::KeyFileAbsurd, {keyFilePath(book.path)}});
    }
    book.second() = encode(body);
    REQUIRE_OK(book.load(Repair::Heal));
    CHECK(book.first() == encode(body));
}

TEST_CASE("other things that no Kith writes are refused")
{
    Book book;
    const auto body = *decode(book.first(), book.path);
    const auto refused = [&](auto change) {
        auto changed = body;
        change(changed);
        const auto result = decode(encode(changed), book.path);
        return !result.ok() && result.error().code == ErrorCode::KeyFileAbsurd;
    };
    CHECK(refused([](KeyFileBody& b) { b.slotList.clear(); }));
    CHECK(refused([](KeyFileBody& b) { b.slotList.resize(17, b.slotList[0]); }));
    CHECK(refused([](KeyFileBody& b) { b.book = {}; }));
    CHECK(refused([](KeyFileBody& b) { b.keys[0].cipher.clear(); }));
    CHECK(refused([](KeyFileBody& b) { b.slotList[0].about.type = SlotType(9); }));
    CHECK(refused([](KeyFileBody& b) { b.slotList[0].about.label = QString(101, u'x'); }));
    CHECK_FALSE(refused([](KeyFileBody& b) { b.slotList[0].about.label = QString(100, u'x'); }));
}

TEST_CASE("a key file of a later Kith is refused and left alone, whichever copy it is")
{
    Book book;
    const auto sound = book.first();
    const auto newer = framed("anything at all", 2);
    book.second() = newer;
    const auto refused = book.load(Repair::Heal);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::KeyFileNewer, {secondKeyFilePath(book.path)}});
    CHECK(book.second() == newer);
    book.first() = newer;
    book.second() = sound;
    CHECK(codeOf(book.load(Repair::Heal)) == ErrorCode::KeyFileNewer);
    CHECK(book.first() == newer);
}

TEST_CASE("copies of two books are refused and left alone")
{
    Book book;
    Book other(QStringLiteral("/books/b.kith"));
    const auto own = book.second();
    book.first() = other.first();
    const auto refused = book.load(Repair::Heal);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::KeyFileOther);
    CHECK(book.second() == own);
    CHECK(book.first() == other.first());
}
