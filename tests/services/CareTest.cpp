#include "core/keys/KeyFile.h"
#include "tests/support/SessionBook.h"

#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool isPrivate(const QString& path)
{
    return !(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
}

SlotId slotOf(SessionBook& book, SlotType type)
{
    for (const auto& slot : book.session().care().keySlots()) {
        if (slot.type == type)
            return slot.id;
    }
    FAIL("no such slot");
    return {};
}

}

TEST_CASE("a changed passphrase opens the book and the old one does not")
{
    SessionBook book;
    CHECK(errorOf(book.session().care().changePassphrase(secret(u"not mine at all"), secret(u"another passphrase"))) ==
          ErrorCode::WrongPassphrase);
    CHECK(errorOf(book.session().care().changePassphrase(SessionBook::by().secret, secret(u"short"))) ==
          ErrorCode::PassphraseTooShort);
    need(book.session().care().changePassphrase(SessionBook::by().secret, secret(u"another passphrase")));
    CHECK(book.session().care().keySlots().size() == 1);
    book.renew();
    CHECK(errorOf(book.session().open(book.path(), SessionBook::by())) == ErrorCode::WrongPassphrase);
    need(book.session().open(book.path(), SessionBook::by(u"another passphrase"_s)));
}

TEST_CASE("ways in come and go, but never the last one")
{
    SessionBook book;
    auto* care = &book.session().care();
    CHECK(errorOf(care->removeSlot(slotOf(book, SlotType::Passphrase))) == ErrorCode::LastSlot);
    const auto code = need(care->addRecoveryCode());
    need(care->addPassphrase(secret(u"a second passphrase"), u"Bea"_s));
    need(care->addKeychain());
    CHECK(care->keySlots().size() == 4);
    need(care->removeSlot(slotOf(book, SlotType::Passphrase)));
    book.renew();
    CHECK(errorOf(book.session().open(book.path(), SessionBook::by())) == ErrorCode::WrongPassphrase);
    need(book.session().open(book.path(), SessionBook::by(u"a second passphrase"_s)));
    book.renew();
    need(book.session().open(book.path(), {WayIn::Kind::RecoveryCode, code}));
    book.renew();
    need(book.session().open(book.path(), {WayIn::Kind::Keychain, {}}));
    care = &book.session().care();
    need(care->removeSlot(slotOf(book, SlotType::Passphrase)));
    need(care->removeSlot(slotOf(book, SlotType::RecoveryCode)));
    CHECK(errorOf(care->removeSlot(slotOf(book, SlotType::Keychain))) == ErrorCode::LastSlot);
    CHECK(errorOf(care->removeSlot(SlotId{})) == ErrorCode::NoSuchSlot);
}

TEST_CASE("a removed way in takes its entry along, and a keychain that does not answer does not keep it")
{
    SessionBook book;
    need(book.session().care().addKeychain());
    need(book.session().care().removeSlot(slotOf(book, SlotType::Keychain)));
    CHECK(book.keychain().entries().empty());
    CHECK(book.session().care().keySlots().size() == 1);

    need(book.session().care().addKeychain());
    book.keychain().setAnswer(KeychainAnswer::Locked);
    need(book.session().care().removeSlot(slotOf(book, SlotType::Keychain)));
    CHECK(book.keychain().entries().size() == 1);
    CHECK(book.session().care().keySlots().size() == 1);
}

TEST_CASE("a passphrase together with the keychain opens where both are, and stands beside either alone")
{
    SessionBook book;
    const WayIn both{WayIn::Kind::PassphraseAndKeychain, secret(u"only on this computer")};
    const auto opens = [&](const WayIn& way) {
        book.renew();
        need(book.session().open(book.path(), way));
    };
    CHECK(errorOf(book.session().care().addPassphraseAndKeychain(secret(u"short"))) == ErrorCode::PassphraseTooShort);
    CHECK(book.keychain().writes() == 0);
    need(book.session().care().addPassphraseAndKeychain(both.secret, u"here"_s));
    need(book.session().care().addKeychain());
    CHECK(need(Session::hasWay(book.path(), both.kind)));
    opens(both);
    opens({WayIn::Kind::Keychain, {}});
    opens(SessionBook::by());
    need(book.session().care().removeSlot(slotOf(book, SlotType::Passphrase)));
    need(book.session().care().removeSlot(slotOf(book, SlotType::Keychain)));
    book.renew();
    CHECK(errorOf(book.session().open(book.path(), {both.kind, secret(u"another passphrase")})) ==
          ErrorCode::WrongPassphrase);
    opens(both);
    book.renew();
    book.keychain().entries().clear();
    CHECK(errorOf(book.session().open(book.path(), both)) == ErrorCode::KeychainNotFound);
}

TEST_CASE("a passphrase opens what it opens with the keychain, and the keychain is asked only for that")
{
    SessionBook book;
    const WayIn typed{WayIn::Kind::Passphrase, secret(u"only on this computer")};
    need(book.session().care().addPassphraseAndKeychain(typed.secret));
    const bool alone = GENERATE(true, false); // whether there is a passphrase alone too
    if (!alone)
        need(book.session().care().removeSlot(slotOf(book, SlotType::Passphrase)));
    book.renew();
    need(book.session().open(book.path(), typed));
    book.renew();
    CHECK(errorOf(book.session().open(book.path(), SessionBook::by(u"another passphrase"_s))) ==
          ErrorCode::WrongPassphrase);
    book.keychain().setAnswer(KeychainAnswer::Locked);
    CHECK(errorOf(book.session().open(book.path(), typed)) == ErrorCode::KeychainLocked);
    if (alone)
        need(book.session().open(book.path(), SessionBook::by()));
    book.renew();
    book.keychain().setAnswer(KeychainAnswer::Ok);
    book.keychain().entries().clear();
    CHECK(errorOf(book.session().open(book.path(), typed)) ==
          (alone ? ErrorCode::WrongPassphrase : ErrorCode::NoSuchSlot));
}

TEST_CASE("a passphrase that opens only together with the keychain is changed like any other, its label stays")
{
    SessionBook book;
    auto& care = book.session().care();
    const auto before = secret(u"only on this computer");
    const auto after = secret(u"another one on this computer");
    need(care.addPassphraseAndKeychain(before, u"here"_s));
    book.keychain().setAnswer(KeychainAnswer::Locked);
    CHECK(errorOf(care.changePassphrase(before, after)) == ErrorCode::KeychainLocked);
    book.keychain().setAnswer(KeychainAnswer::Ok);
    need(care.changePassphrase(before, after));
    REQUIRE(care.keySlots().size() == 2);
    CHECK(care.keySlots().back().label == u"here");
    CHECK(errorOf(care.changePassphrase(before, after)) == ErrorCode::WrongPassphrase);
    book.renew();
    need(book.session().open(book.path(), {WayIn::Kind::PassphraseAndKeychain, after}));
    need(book.session().care().changePassphrase(SessionBook::by().secret, before)); // the one that opens alone
}

TEST_CASE("one change of the ways in at a time asks the keychain, and its cancel is its own")
{
    SessionBook book;
    auto& care = book.session().care();
    need(care.addKeychain());
    const auto slot = slotOf(book, SlotType::Keychain);
    book.keychain().setSilent(true);
    const auto first = care.addKeychain();
    CHECK(errorOf(care.addKeychain()) == ErrorCode::BookBusy);
    const auto removal = care.removeSlot(slot); // waits for the keychain beside it
    care.cancelKeychain();
    CHECK(errorOf(first) == ErrorCode::Cancelled);
    CHECK_FALSE(removal.isFinished());
    book.keychain().setSilent(false);
    need(care.addKeychain());
}

TEST_CASE("a keychain that does not answer leaves a book's ways in as they were")
{
    SessionBook book;
    book.keychain().setAnswer(KeychainAnswer::Locked);
    CHECK(errorOf(book.session().care().addKeychain()) == ErrorCode::KeychainLocked);
    CHECK(book.session().care().keySlots().size() == 1);
    book.keychain().setAnswer(KeychainAnswer::Ok);
    need(book.session().care().addKeychain());
    const auto writes = book.keychain().writes();
    for (const auto& [answer, error] : {std::pair(KeychainAnswer::Locked, ErrorCode::KeychainLocked),
                                        std::pair(KeychainAnswer::Unavailable, ErrorCode::KeychainUnavailable),
                                        std::pair(KeychainAnswer::Timeout, ErrorCode::KeychainTimeout)}) {
        book.renew();
        book.keychain().setAnswer(answer);
        CHECK(errorOf(book.session().open(book.path(), {WayIn::Kind::Keychain, {}})) == error);
        CHECK(book.keychain().writes() == writes);
        CHECK(book.keychain().removals() == 0);
        need(book.session().open(book.path(), SessionBook::by()));
    }
}

TEST_CASE("a backup restores to a book with the same contents, the same ways in and keys of its own")
{
    SessionBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"phones"_s, u"13800138000"_s}});
    const auto code = need(book.session().care().addRecoveryCode());
    const auto before = book.contents();
    const auto phones = book.shown(u"customer", ada, u"phones");
    const auto backup = book.file(u"copy.kith-backup"_s);
    const auto made = need(book.session().care().backup(backup));
    CHECK(made.ok);
    CHECK(isPrivate(backup));
    CHECK(made.rows > 0);
    const auto bytes = bytesOf(backup);
    CHECK(errorOf(book.session().care().backup(backup)) == ErrorCode::FileExists);
    CHECK(bytesOf(backup) == bytes);
    book.create(u"customer", {{u"name"_s, u"Later"_s}});
    book.renew();
    const auto restored = book.file(u"restored.kith"_s);
    CHECK(errorOf(BookCare::restore(backup, book.path())) == ErrorCode::BookExists);
    need(BookCare::restore(backup, restored));
    CHECK(isPrivate(restored));
    CHECK(errorOf(BookCare::restore(backup, restored)) == ErrorCode::BookExists);
    // Keys of its own: the book's key file does not open the copy.
    const auto own = bytesOf(keyFilePath(restored));
    REQUIRE(QFile::remove(keyFilePath(restored)));
    REQUIRE(QFile::rename(secondKeyFilePath(restored), book.file(u"aside"_s)));
    REQUIRE(QFile::copy(keyFilePath(book.path()), keyFilePath(restored)));
    CHECK(errorOf(book.session().open(restored, SessionBook::by())) == ErrorCode::BookKeyWrong);
    for (const auto& path : {keyFilePath(restored), secondKeyFilePath(restored)}) {
        QFile::remove(path);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(own);
    }
    need(book.session().open(restored, SessionBook::by()));
    CHECK(book.contents() == before);
    CHECK(book.shown(u"customer", ada, u"phones") == phones);
    book.renew();
    need(book.session().open(restored, {WayIn::Kind::RecoveryCode, code}));
    CHECK(book.count(u"customer") == 1);
}

TEST_CASE("a backup cut or changed anywhere is refused and leaves no book")
{
    SessionBook book;
    const auto path = book.file(u"copy.kith-backup"_s);
    need(book.session().care().backup(path));
    const auto sound = bytesOf(path);
    const auto restored = book.file(u"restored.kith"_s);
    const auto refuses = [&](const QByteArray& bytes, qsizetype at) {
        const auto spoilt = book.write(u"spoilt"_s, bytes);
        const auto result = await(BookCare::restore(spoilt, restored));
        INFO("at " << at);
        CHECK_FALSE(result.ok());
        CHECK_FALSE(QFile::exists(restored));
        CHECK_FALSE(QFile::exists(keyFilePath(restored)));
    };
    // Every byte of the head and every tenth of a hundredth of the rest.
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at < 40; ++at)
        places.push_back(at);
    for (qsizetype i = 1; i < 100; ++i)
        places.push_back(i * sound.size() / 100);
    places.push_back(sound.size() - 1);
    for (const auto at : places) {
        auto flipped = sound;
        flipped[at] = char(flipped[at] ^ 0x10);
        refuses(flipped, at);
        refuses(sound.first(at), at);
    }
    refuses(sound + '\0', sound.size());
    need(BookCare::restore(book.write(u"spoilt"_s, sound), restored)); // the control
}

TEST_CASE("a backup that cannot be written leaves nothing of its name")
{
    SessionBook book;
    const auto path = book.file(u"nowhere/copy.kith-backup"_s);
    CHECK_FALSE(await(book.session().care().backup(path)).ok());
    CHECK_FALSE(QFile::exists(path));
    CHECK(book.contents() == book.contents());
}
