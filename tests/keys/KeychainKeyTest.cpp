#include "core/keys/keychain/KeychainKey.h"
#include "tests/keys/Books.h"
#include "tests/support/FakeKeychain.h"

#include <functional>

using namespace kith;
using namespace kith::testing;

namespace {

// What a question answers once the event loop has run; nothing if it does not.
struct Asked
{
    std::optional<Result<KeychainKey>> answer;
    bool ok() const { return answer && answer->ok(); }
    std::unique_ptr<KeychainRequest> request;
    int answers = 0;

    KeychainKeyCallback taker()
    {
        return [this](Result<KeychainKey> result) {
            ++answers;
            answer.emplace(std::move(result));
            request.reset(); // whoever got the answer may let the request go at once
        };
    }
    Error error() const { return answer && !answer->ok() ? answer->error() : Error{}; }
};

std::unique_ptr<Asked> fetch(FakeKeychain& keychain, const KeyFile& file, SlotType type = SlotType::Keychain)
{
    auto asked = std::make_unique<Asked>();
    asked->request = fetchKeychainKey(keychain, file, type, asked->taker());
    CHECK_FALSE(asked->answer);
    FakeKeychain::settle();
    return asked;
}

std::unique_ptr<Asked> make(FakeKeychain& keychain, const BookId& book)
{
    auto asked = std::make_unique<Asked>();
    asked->request = makeKeychainKey(keychain, book, asked->taker());
    CHECK_FALSE(asked->answer);
    FakeKeychain::settle();
    return asked;
}

// A book with a keychain slot, and the keychain that has its key.
struct KeychainBook : Book
{
    FakeKeychain keychain;

    KeychainBook() { addKeychainSlot(); }
    SlotId addKeychainSlot()
    {
        return addSlot([](WrappingKey held) { return SlotSecret::keychain(std::move(held)); });
    }
    SlotId addSlot(const std::function<SlotSecret(WrappingKey)>& secret)
    {
        const auto made = make(keychain, id);
        REQUIRE(made->ok());
        auto& held = **made->answer;
        const auto slot = file.addSlot(unlocked(), secret(held.key.copy()), {{}, {}, cheap, held.slot});
        REQUIRE_OK(slot);
        return *slot;
    }
};

}

TEST_CASE("a key made in the keychain opens the book without a question")
{
    KeychainBook book;
    CHECK(book.keychain.entries().size() == 1);
    CHECK(book.keychain.entries().begin()->first == keychainEntry(book.id, book.file.slotList()[1].id));
    const auto asked = fetch(book.keychain, book.file);
    REQUIRE(asked->ok());
    const auto keys = book.file.unlock(SlotSecret::keychain((*asked->answer)->key.copy()));
    REQUIRE_OK(keys);
    CHECK(keys->dataKey() == book.key);
    CHECK(keys->openedBy() == (*asked->answer)->slot);
}

TEST_CASE("the keychain never holds the data key")
{
    KeychainBook book;
    const auto& held = book.keychain.entries().begin()->second;
    CHECK(held.size() == 32);
    CHECK_FALSE(held == SecureBytes::copyOf(book.key.bytes()));
}

TEST_CASE("every answer of the keychain but ok is told as what it is, and nothing is written or removed")
{
    KeychainBook book;
    const int writes = book.keychain.writes();
    const auto before = book.first();
    const auto told = [&](KeychainAnswer answer) {
        book.keychain.setAnswer(answer);
        const auto asked = fetch(book.keychain, book.file);
        CHECK(asked->answers == 1);
        return asked->error();
    };
    CHECK(told(KeychainAnswer::NotFound).code == ErrorCode::KeychainNotFound);
    CHECK(told(KeychainAnswer::Locked).code == ErrorCode::KeychainLocked);
    CHECK(told(KeychainAnswer::Unavailable) == Error{ErrorCode::KeychainUnavailable, {QStringLiteral("scripted")}});
    CHECK(told(KeychainAnswer::Timeout).code == ErrorCode::KeychainTimeout);
    CHECK(told(KeychainAnswer::Cancelled).code == ErrorCode::Cancelled);
    CHECK(book.keychain.writes() == writes);
    CHECK(book.keychain.removals() == 0);
    CHECK(book.keychain.entries().size() == 1);
    CHECK(book.first() == before);
    book.keychain.setAnswer(KeychainAnswer::Ok);
    REQUIRE(fetch(book.keychain, book.file)->ok());
}

TEST_CASE("of several keychain slots the one that this device has opens, and a locked keychain ends the search")
{
    KeychainBook book;
    const auto second = book.addKeychainSlot();
    REQUIRE(book.keychain.entries().size() == 2);
    book.keychain.entries().erase(keychainEntry(book.id, book.file.slotList()[1].id));
    const auto asked = fetch(book.keychain, book.file);
    REQUIRE(asked->ok());
    CHECK((*asked->answer)->slot == second);

    const int reads = book.keychain.reads();
    book.keychain.setAnswer(KeychainAnswer::Locked);
    CHECK(fetch(book.keychain, book.file)->error().code == ErrorCode::KeychainLocked);
    CHECK(book.keychain.reads() == reads + 1);
}

TEST_CASE(
    "the key of a slot that also wants a passphrase is not taken for that of one that does not, nor the other way")
{
    KeychainBook book;
    const auto alone = book.file.slotList()[1].id;
    const auto together = book.addSlot([](WrappingKey key) {
        return SlotSecret::passphraseAndKeychain(Passphrase::typed(u"correct horse"), std::move(key));
    });
    for (int turn = 0; turn < 2; ++turn) {
        CHECK((*fetch(book.keychain, book.file, SlotType::Keychain)->answer)->slot == alone);
        CHECK((*fetch(book.keychain, book.file, SlotType::PassphraseAndKeychain)->answer)->slot == together);
    }
    book.keychain.entries().erase(keychainEntry(book.id, together));
    CHECK(fetch(book.keychain, book.file, SlotType::PassphraseAndKeychain)->error().code ==
          ErrorCode::KeychainNotFound);
}

TEST_CASE("a book without a keychain slot finds nothing in the keychain")
{
    Book book;
    FakeKeychain keychain;
    CHECK(fetch(keychain, book.file)->error().code == ErrorCode::KeychainNotFound);
    CHECK(keychain.writes() == 0);
}

TEST_CASE("a keychain entry that is no key of this book is told as wrong, and stays")
{
    KeychainBook book;
    auto& entry = book.keychain.entries().begin()->second;
    entry = SecureBytes::random(31);
    CHECK(fetch(book.keychain, book.file)->error().code == ErrorCode::KeychainKeyWrong);
    entry = SecureBytes::random(32);
    const auto asked = fetch(book.keychain, book.file);
    REQUIRE(asked->ok());
    const auto refused = book.file.unlock(SlotSecret::keychain((*asked->answer)->key.copy()));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::KeychainKeyWrong);
    CHECK(book.keychain.removals() == 0);
}

TEST_CASE("no key is given out that the keychain did not take and give back")
{
    const auto id = *BookId::fromBytes(randomBytes(16));
    for (const auto answer : {KeychainAnswer::Locked, KeychainAnswer::Unavailable, KeychainAnswer::Timeout}) {
        FakeKeychain keychain;
        keychain.setAnswer(answer);
        CHECK(make(keychain, id)->error().code != ErrorCode::Internal);
        CHECK(keychain.reads() == 0);
        FakeKeychain forgetful;
        forgetful.setAnswerAfter(1, answer);
        CHECK(make(forgetful, id)->error().code != ErrorCode::Internal);
        CHECK(forgetful.reads() == 1);
        CHECK(forgetful.writes() == 1);
    }
    FakeKeychain working;
    REQUIRE(make(working, id)->ok());
}

TEST_CASE("every slot has an entry of its own, so that none is ever written over")
{
    KeychainBook book;
    const auto held = SecureBytes::copyOf(book.keychain.entries().begin()->second.bytes());
    const auto name = book.keychain.entries().begin()->first;
    book.addKeychainSlot();
    CHECK(book.keychain.entries().size() == 2);
    CHECK(book.keychain.entries().at(name) == held);
}

TEST_CASE("a question can be cancelled, and one that is dropped is not answered")
{
    KeychainBook book;
    book.keychain.setSilent(true);
    Asked asked;
    asked.request = fetchKeychainKey(book.keychain, book.file, SlotType::Keychain, asked.taker());
    FakeKeychain::settle();
    CHECK_FALSE(asked.answer);
    asked.request->cancel();
    CHECK_FALSE(asked.answer);
    FakeKeychain::settle();
    CHECK(asked.error().code == ErrorCode::Cancelled);

    book.keychain.setSilent(false);
    Asked dropped;
    dropped.request = fetchKeychainKey(book.keychain, book.file, SlotType::Keychain, dropped.taker());
    dropped.request.reset();
    FakeKeychain::settle();
    CHECK(dropped.answers == 0);
}

TEST_CASE("the entry of a removed slot can be taken away")
{
    KeychainBook book;
    const auto slot = book.file.slotList()[1].id;
    REQUIRE_OK(book.file.removeSlot(book.unlocked(), slot));
    std::optional<KeychainAnswer> answer;
    const auto request =
        removeKeychainKey(book.keychain, book.id, slot, [&](KeychainReply reply) { answer = reply.answer; });
    FakeKeychain::settle();
    CHECK(answer == KeychainAnswer::Ok);
    CHECK(book.keychain.entries().empty());
}
