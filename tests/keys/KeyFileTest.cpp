#include "core/keys/KeyFile.h"
#include "tests/keys/Books.h"

using namespace kith;
using namespace kith::testing;

namespace {

ErrorCode codeOf(const Result<UnlockedKeys>& result)
{
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

ErrorCode codeOf(const Status& result)
{
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

}

TEST_CASE("a passphrase opens the book it was made for, also after loading")
{
    Book book;
    const auto loaded = book.load();
    REQUIRE_OK(loaded);
    CHECK(loaded->condition() == KeyFileCondition{});
    CHECK(loaded->book() == book.id);
    CHECK(loaded->cipher() == QStringLiteral("aegis-256"));
    const auto keys = loaded->unlock(passphrase(u"first passphrase"));
    REQUIRE_OK(keys);
    CHECK(keys->dataKey() == book.key);
    CHECK(keys->pendingKey() == nullptr);
    const auto list = loaded->slotList();
    REQUIRE(list.size() == 1);
    CHECK(list[0] == KeySlot{keys->openedBy(), SlotType::Passphrase, QStringLiteral("Passphrase"),
                             Instant::fromMilliseconds(1'750'000'000'000)});
}

TEST_CASE("a wrong passphrase is told, and so is a way in that the book does not have")
{
    Book book;
    CHECK(codeOf(book.file.unlock(passphrase(u"First passphrase"))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(book.file.unlock(passphrase(u""))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(book.file.unlock(SlotSecret::recoveryCode(RecoveryCode::random()))) == ErrorCode::NoSuchSlot);
    CHECK(codeOf(book.file.unlock(SlotSecret::keychain(WrappingKey::random()))) == ErrorCode::NoSuchSlot);
}

TEST_CASE("every type of slot opens the same book, and only with its own secret")
{
    Book book;
    const auto code = RecoveryCode::random();
    const auto both = [](QStringView text, char fill) {
        return SlotSecret::passphraseAndKeychain(Passphrase::typed(text), keychainKey(fill));
    };
    book.add(SlotSecret::recoveryCode(code.copy()));
    book.add(SlotSecret::keychain(keychainKey('k')));
    book.add(both(u"second passphrase", 'b'));
    book.add(passphrase(u"third passphrase"));
    const auto file = book.load();
    REQUIRE_OK(file);
    const auto opens = [&](const SlotSecret& secret) {
        const auto keys = file->unlock(secret);
        REQUIRE_OK(keys);
        CHECK(keys->dataKey() == book.key);
    };
    opens(passphrase(u"first passphrase"));
    opens(passphrase(u"third passphrase"));
    opens(SlotSecret::recoveryCode(code.copy()));
    opens(SlotSecret::keychain(keychainKey('k')));
    opens(both(u"second passphrase", 'b'));
    CHECK(codeOf(file->unlock(passphrase(u"second passphrase"))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(file->unlock(both(u"second passphrase", 'k'))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(file->unlock(both(u"first passphrase", 'b'))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(file->unlock(SlotSecret::keychain(keychainKey('b')))) == ErrorCode::KeychainKeyWrong);
    CHECK(codeOf(file->unlock(SlotSecret::recoveryCode(RecoveryCode::random()))) == ErrorCode::WrongRecoveryCode);
}

TEST_CASE("neither the data key nor a secret stands in the key file")
{
    Book book;
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto bytes = book.first();
    const auto key = book.key.bytes();
    CHECK_FALSE(bytes.contains(QByteArrayView(key.data(), 8)));
    CHECK_FALSE(bytes.contains("kkkk"));
    CHECK_FALSE(bytes.contains("first passphrase"));
    CHECK(bytes.contains("Passphrase")); // the label does: the search finds what is there
}

TEST_CASE("a passphrase is the same however the keyboard composes it")
{
    const auto bytes = [](QStringView text) {
        const auto typed = Passphrase::typed(text);
        return SecureBytes::copyOf(typed.bytes());
    };
    CHECK(bytes(u"Caf\u00e9 au lait") == bytes(u"Cafe\u0301 au\u00a0lait"));
    CHECK(bytes(u"\u5bc6\u7801\u3000\u5bc6\u7801") == bytes(u"\u5bc6\u7801 \u5bc6\u7801"));
    CHECK_FALSE(bytes(u"Cafe") == bytes(u"cafe"));
}

TEST_CASE("a new passphrase has at least eight characters, whatever they are made of")
{
    const auto refused = Passphrase::choose(u"1234567");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::PassphraseTooShort, {QStringLiteral("8")}});
    CHECK_FALSE(Passphrase::choose(QString(7, u'e') + u'\u0301').ok());
    CHECK_FALSE(Passphrase::choose(QStringLiteral("\U0001f511").repeated(7)).ok());
    CHECK(Passphrase::choose(u"12345678").ok());
    CHECK(Passphrase::choose(QString(8, u'\u5bc6')).ok());
}

TEST_CASE("a slot that was removed opens nothing, and the last one stays")
{
    Book book;
    const auto first = book.unlocked().openedBy();
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto keys = book.unlocked();
    REQUIRE_OK(book.file.removeSlot(keys, first));
    const auto file = book.load();
    REQUIRE_OK(file);
    CHECK(codeOf(file->unlock(passphrase(u"first passphrase"))) == ErrorCode::NoSuchSlot);
    REQUIRE_OK(file->unlock(SlotSecret::keychain(keychainKey('k'))));
    CHECK(codeOf(book.file.removeSlot(keys, first)) == ErrorCode::NoSuchSlot);
    CHECK(codeOf(book.file.removeSlot(keys, book.file.slotList()[0].id)) == ErrorCode::LastSlot);
    REQUIRE_OK(book.load()->unlock(SlotSecret::keychain(keychainKey('k'))));
}

TEST_CASE("a changed passphrase opens in place of the old one, and the other ways in stay")
{
    Book book;
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto before = book.file.slotList()[0];
    const auto keys = book.unlocked();
    const NewSlot about{QStringLiteral("New"), Instant::fromMilliseconds(5), cheap};
    CHECK(codeOf(book.file.replaceSecret(keys, passphrase(u"not the passphrase"), passphrase(u"next passphrase"),
                                         about)) == ErrorCode::WrongPassphrase);
    REQUIRE_OK(book.file.unlock(passphrase(u"first passphrase")));
    REQUIRE_OK(book.file.replaceSecret(keys, passphrase(u"first passphrase"), passphrase(u"next passphrase"), about));
    const auto file = book.load();
    REQUIRE_OK(file);
    CHECK(codeOf(file->unlock(passphrase(u"first passphrase"))) == ErrorCode::WrongPassphrase);
    CHECK(file->unlock(passphrase(u"next passphrase"))->dataKey() == book.key);
    REQUIRE_OK(file->unlock(SlotSecret::keychain(keychainKey('k'))));
    CHECK(file->slotList()[0].id == before.id);
    CHECK(file->slotList()[0].label == QStringLiteral("New"));
}

TEST_CASE("a key file is never made where one is, and has no more than sixteen slots")
{
    Book book;
    const auto again = KeyFile::create(book.path, book.id, QStringLiteral("aegis-256"), book.key,
                                       passphrase(u"other passphrase"), {{}, {}, cheap}, book.storage);
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().code == ErrorCode::FileExists);
    book.memory().files.erase(keyFilePath(book.path));
    CHECK(KeyFile::create(book.path, book.id, QStringLiteral("aegis-256"), book.key, passphrase(u"other passphrase"),
                          {{}, {}, cheap}, book.storage)
              .error()
              .code == ErrorCode::FileExists);
    REQUIRE_OK(book.load());
    for (char i = 1; i < 16; ++i)
        book.add(SlotSecret::keychain(keychainKey(i)));
    const auto tooMany = book.file.addSlot(book.unlocked(), SlotSecret::keychain(keychainKey('x')), {});
    REQUIRE_FALSE(tooMany.ok());
    CHECK(tooMany.error().code == ErrorCode::TooManySlots);
    CHECK(book.load()->slotList().size() == 16);
}

TEST_CASE("a change made meanwhile by somebody else is not lost")
{
    Book book;
    auto other = *book.load();
    const auto keys = book.unlocked();
    book.add(SlotSecret::keychain(keychainKey('k')));
    const auto refused = other.addSlot(keys, SlotSecret::keychain(keychainKey('m')), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::BookInUse);
    REQUIRE_OK(book.load()->unlock(SlotSecret::keychain(keychainKey('k'))));
}

TEST_CASE("a backup's header opens with every slot of the book and gives the backup's own key")
{
    Book book;
    const auto code = RecoveryCode::random();
    book.add(SlotSecret::recoveryCode(code.copy()));
    const auto own = DataKey::random();
    const auto header = book.file.around(book.unlocked(), own, QStringLiteral("chacha20-poly1305"));
    REQUIRE_OK(header);
    auto restored = KeyFile::fromBytes(header->bytes(), QStringLiteral("/backups/a.kithbackup"));
    REQUIRE_OK(restored);
    CHECK(restored->cipher() == QStringLiteral("chacha20-poly1305"));
    CHECK(restored->unlock(SlotSecret::recoveryCode(code.copy()))->dataKey() == own);
    CHECK(restored->unlock(passphrase(u"first passphrase"))->dataKey() == own);
    CHECK(book.unlocked().dataKey() == book.key);

    CHECK(codeOf(restored->writeNew(book.path, book.storage)) == ErrorCode::FileExists);
    REQUIRE_OK(restored->writeNew(QStringLiteral("/books/b.kith"), book.storage));
    auto loaded = KeyFile::load(QStringLiteral("/books/b.kith"), Repair::LeaveAlone, book.storage);
    REQUIRE_OK(loaded);
    auto keys = loaded->unlock(passphrase(u"first passphrase"));
    REQUIRE_OK(keys);
    REQUIRE_OK(loaded->addSlot(*keys, SlotSecret::keychain(keychainKey('k')), {}));
}

TEST_CASE("keys of one book do not change the key file of another")
{
    Book book;
    Book other(QStringLiteral("/books/b.kith"));
    const auto refused = book.file.addSlot(other.unlocked(), SlotSecret::keychain(keychainKey('k')), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(book.load()->slotList().size() == 1);
    CHECK(codeOf(book.file.expect(other.id)) == ErrorCode::KeyFileOther);
    REQUIRE_OK(book.file.expect(book.id));
}
