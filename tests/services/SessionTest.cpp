#include "core/keys/KeyFile.h"
#include "tests/support/SessionBook.h"

#include <QDir>
#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

TEST_CASE("a new book opens with its passphrase and with its recovery code, and with nothing else")
{
    SessionBook book(SessionBook::Begin::Closed);
    Session::NewBook wanted;
    wanted.path = book.file(u"own.kith"_s);
    wanted.passphrase = secret(u"a passphrase of mine");
    wanted.personName = u"Ada"_s;
    const auto created = need(book.session().create(wanted));
    CHECK(book.session().state() == SessionState::Open);
    CHECK(book.session().name() == u"own"_s);
    const auto code = created.recoveryCode.view().toString();
    REQUIRE_FALSE(code.isEmpty());
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    CHECK(book.all(u"person", u"name") == QStringList{u"Ada"_s});
    book.renew();
    CHECK(errorOf(book.session().open(wanted.path, SessionBook::by(u"a passphrase of yours"_s))) ==
          ErrorCode::WrongPassphrase);
    CHECK(book.session().state() == SessionState::Closed);
    need(book.session().open(wanted.path, {WayIn::Kind::Passphrase, wanted.passphrase}));
    CHECK(book.count(u"customer") == 1);
    book.renew();
    need(book.session().open(wanted.path, {WayIn::Kind::RecoveryCode, secret(code.toLower())}));
    CHECK(book.count(u"customer") == 1);
    book.renew();
    auto mistyped = code;
    mistyped[0] = mistyped[0] == u'2' ? u'3' : u'2';
    CHECK(errorOf(book.session().open(wanted.path, {WayIn::Kind::RecoveryCode, secret(mistyped)})) ==
          ErrorCode::RecoveryCodeMistyped);
    CHECK(errorOf(book.session().open(wanted.path, {WayIn::Kind::RecoveryCode, RecoveryCode::random().text()})) ==
          ErrorCode::WrongRecoveryCode);
}

TEST_CASE("a book made with the keychain opens with it, and without one that answers is made all the same")
{
    SessionBook book(SessionBook::Begin::Closed);
    Session::NewBook wanted;
    wanted.path = book.file(u"own.kith"_s);
    wanted.passphrase = secret(u"a passphrase of mine");
    wanted.withKeychain = true;
    wanted.withRecoveryCode = false;
    SECTION("it answers")
    {
        const auto created = need(book.session().create(wanted));
        CHECK(created.notices.isEmpty());
        CHECK(created.recoveryCode.isEmpty());
        CHECK(book.keychain().entries().size() == 1);
        book.renew();
        CHECK(need(Session::hasWay(wanted.path, WayIn::Kind::Keychain)));
        need(book.session().open(wanted.path, {WayIn::Kind::Keychain, {}}));
        CHECK(book.count(u"customer") == 0);
    }
    SECTION("it does not")
    {
        book.keychain().setAnswer(KeychainAnswer::Locked);
        const auto created = need(book.session().create(wanted));
        CHECK(created.notices.size() == 1);
        CHECK(book.session().state() == SessionState::Open);
        CHECK_FALSE(need(Session::hasWay(wanted.path, WayIn::Kind::Keychain)));
    }
}

TEST_CASE("a passphrase that is too short makes no book and leaves no file")
{
    SessionBook book(SessionBook::Begin::Closed);
    Session::NewBook wanted;
    wanted.path = book.file(u"own.kith"_s);
    wanted.passphrase = secret(u"short");
    CHECK(errorOf(book.session().create(wanted)) == ErrorCode::PassphraseTooShort);
    CHECK_FALSE(QFile::exists(wanted.path));
    CHECK_FALSE(QFile::exists(keyFilePath(wanted.path)));
    CHECK(book.session().state() == SessionState::Closed);
}

TEST_CASE("a book is never made over one that is there, nor over its keys")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.renew();
    Session::NewBook wanted;
    wanted.path = book.path();
    wanted.passphrase = secret(u"a passphrase of mine");
    CHECK(errorOf(book.session().create(wanted)) == ErrorCode::BookExists);
    REQUIRE(QFile::rename(book.path(), book.file(u"aside"_s)));
    CHECK(errorOf(book.session().create(wanted)) == ErrorCode::FileExists);
    REQUIRE(QFile::rename(book.file(u"aside"_s), book.path()));
    book.reopen();
    CHECK(book.count(u"customer") == 1);
}

TEST_CASE("each thing that can be wrong with a book's files is said, and nothing is changed by it")
{
    SessionBook book(SessionBook::Begin::Closed);
    const auto open = [&] { return book.session().open(book.path(), SessionBook::by()); };
    const auto keys = keyFilePath(book.path());
    const auto secondKeys = secondKeyFilePath(book.path());
    const auto damage = [](const QString& path) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write("damaged!");
    };
    SECTION("no book")
    {
        CHECK(errorOf(book.session().open(book.file(u"other.kith"_s), SessionBook::by())) == ErrorCode::BookMissing);
    }
    SECTION("no key file")
    {
        REQUIRE(QFile::rename(keys, book.file(u"a"_s)));
        REQUIRE(QFile::rename(secondKeys, book.file(u"b"_s)));
        CHECK(errorOf(open()) == ErrorCode::KeyFileMissing);
        REQUIRE(QFile::rename(book.file(u"b"_s), secondKeys)); // one copy is enough
    }
    SECTION("one copy of the key file damaged")
    {
        damage(keys);
    }
    SECTION("both copies damaged")
    {
        REQUIRE(QFile::copy(keys, book.file(u"a"_s)));
        damage(keys);
        damage(secondKeys);
        CHECK(errorOf(open()) == ErrorCode::KeyFileDamaged);
        REQUIRE(QFile::remove(keys));
        REQUIRE(QFile::rename(book.file(u"a"_s), keys));
    }
    SECTION("another book's key file")
    {
        book.make(book.file(u"other.kith"_s));
        for (const auto& [own, others] : {std::pair(keys, keyFilePath(book.file(u"other.kith"_s))),
                                          std::pair(secondKeys, secondKeyFilePath(book.file(u"other.kith"_s)))}) {
            REQUIRE(QFile::rename(own, own + u".aside"_s));
            REQUIRE(QFile::copy(others, own));
        }
        CHECK(errorOf(open()) == ErrorCode::BookKeyWrong);
        for (const auto& own : {keys, secondKeys}) {
            REQUIRE(QFile::remove(own));
            REQUIRE(QFile::rename(own + u".aside"_s, own));
        }
    }
    SECTION("a lock that cannot be made")
    {
        // Nobody is refused a folder who is root; one in the place of the lock is no less in the way.
        QFile::remove(book.path() + u"-lock"_s);
        REQUIRE(QDir().mkdir(book.path() + u"-lock"_s));
        const auto error = await(open()).error();
        CHECK(error.code == ErrorCode::FileUnwritable);
        CHECK(error.detail.value(0) == book.path()); // people know the book, not the file beside it
        REQUIRE(QDir().rmdir(book.path() + u"-lock"_s));
    }
    SECTION("a keychain that has no slot here")
    {
        CHECK(errorOf(book.session().open(book.path(), {WayIn::Kind::Keychain, {}})) == ErrorCode::NoSuchSlot);
    }
    CHECK(book.session().state() == SessionState::Closed);
    need(open());
    CHECK(book.count(u"stage") > 0);
}

TEST_CASE("one program writes a book: a second one is told, and may read beside it")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    Session second(book.clock(), book.keychain());
    CHECK(errorOf(second.open(book.path(), SessionBook::by())) == ErrorCode::BookInUse);
    need(second.open(book.path(), SessionBook::by(), Session::Access::ReadBeside));
    Query query;
    query.catalog = second.desk().catalog();
    query.entity = query.catalog->entity(u"customer"_s);
    CHECK(need(second.desk().count(query)) == 1);
    CHECK(errorOf(second.desk().create(query.entity->id, {})) == ErrorCode::BookInUse);
    CHECK(errorOf(second.desk().undo()) == ErrorCode::BookInUse);
    CHECK(errorOf(second.care().verify()) == ErrorCode::BookInUse);
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    CHECK(need(second.desk().count(query)) == 2);
    second.close();
    book.create(u"customer", {{u"name"_s, u"Cleo"_s}});
    CHECK(book.count(u"customer") == 3);
}

TEST_CASE("locking closes the file and forgets the keys; unlocking brings everything back")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    std::vector<SessionState> told;
    QObject::connect(&book.session(), &Session::stateChanged, [&](SessionState state) { told.push_back(state); });
    book.session().lock();
    CHECK(book.session().state() == SessionState::Locked);
    {
        // The other waits for its turn: what was open closes at once, but not within lock() itself.
        Session other(book.clock(), book.keychain());
        for (int tries = 0; tries < 1'000 && other.state() != SessionState::Open; ++tries)
            settle(other.open(book.path(), SessionBook::by()));
        CHECK(other.state() == SessionState::Open);
        CHECK(errorOf(book.session().unlock(SessionBook::by())) == ErrorCode::BookInUse);
        CHECK(book.session().state() == SessionState::Locked);
    }
    CHECK(errorOf(book.session().unlock(SessionBook::by(u"wrong wrong"_s))) == ErrorCode::WrongPassphrase);
    CHECK(book.session().state() == SessionState::Locked);
    need(book.session().unlock(SessionBook::by()));
    CHECK(book.count(u"customer") == 1);
    FakeKeychain::settle();
    CHECK(told.front() == SessionState::Locked);
    CHECK(told.back() == SessionState::Open);
}

TEST_CASE("what was asked before the lock is answered: done, or that the book is locked")
{
    SessionBook book;
    const auto customer = book.entity(u"customer").id;
    const auto name = book.field(u"customer", u"name").id;
    std::vector<QFuture<Result<SaveOutcome>>> writes;
    for (int i = 0; i < 200; ++i)
        writes.push_back(book.desk().create(customer, {{name, u"Customer %1"_s.arg(i)}}));
    const auto undone = book.desk().undo();
    const auto verified = book.session().care().verify();
    std::vector<QFuture<Result<std::vector<Hit>>>> reads;
    for (int i = 0; i < 50; ++i)
        reads.push_back(book.desk().find({u"customer"_s, {}, 10, {}}));
    book.session().lock();
    int done = 0;
    for (const auto& write : writes) {
        const auto result = await(write);
        if (result)
            ++done;
        else
            CHECK(result.error().code == ErrorCode::BookLocked);
    }
    for (const auto& read : reads) {
        const auto result = await(read);
        if (!result)
            CHECK(result.error().code == ErrorCode::BookLocked);
    }
    (void)await(undone); // whichever it was
    (void)await(verified);
    need(book.session().unlock(SessionBook::by()));
    const auto there = book.count(u"customer");
    CHECK((there == done || there == done - 1)); // the undo may have been done
}

TEST_CASE("a session that closes while it opens is closed in the end")
{
    SessionBook book(SessionBook::Begin::Closed);
    const auto opening = book.session().open(book.path(), SessionBook::by());
    book.session().close();
    settle(opening);
    CHECK(book.session().state() == SessionState::Closed);
    Session other(book.clock(), book.keychain());
    for (int tries = 0; tries < 1'000 && other.state() != SessionState::Open; ++tries)
        settle(other.open(book.path(), SessionBook::by()));
    CHECK(other.state() == SessionState::Open);
}

TEST_CASE("opening another book closes the one that was open")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto second = book.file(u"second.kith"_s);
    book.make(second);
    need(book.session().open(second, SessionBook::by()));
    CHECK(book.session().path() == second);
    CHECK(book.count(u"customer") == 0);
    Session other(book.clock(), book.keychain());
    need(other.open(book.path(), SessionBook::by()));
}

TEST_CASE("a session gone while it opens, or while its keychain is silent, leaves nothing behind")
{
    SessionBook book;
    need(book.session().care().addKeychain());
    book.renew();
    QFuture<Result<void>> opening;
    SECTION("opening")
    {
        opening = book.session().open(book.path(), SessionBook::by());
    }
    SECTION("waiting for the keychain")
    {
        book.keychain().setSilent(true);
        opening = book.session().open(book.path(), {WayIn::Kind::Keychain, {}});
    }
    SECTION("making a keychain slot")
    {
        need(book.session().open(book.path(), SessionBook::by()));
        book.keychain().setSilent(true);
        opening = book.session().care().addKeychain();
    }
    book.renew();
    CHECK(opening.isFinished());
    book.keychain().setSilent(false);
    book.reopen();
    CHECK(book.count(u"stage") > 0);
}

TEST_CASE("a book that is opened while another one waits for the keychain is the one that is open")
{
    SessionBook book;
    need(book.session().care().addKeychain());
    book.session().lock();
    book.keychain().setSilent(true);
    const auto first = book.session().open(book.path(), {WayIn::Kind::Keychain, {}});
    FakeKeychain::settle();
    const auto second = book.session().open(book.path(), SessionBook::by(u"not the passphrase"_s));
    CHECK(errorOf(second) == ErrorCode::WrongPassphrase);
    CHECK(first.isFinished());
    CHECK(book.session().state() == SessionState::Locked); // as before both
    book.keychain().setSilent(false);
    need(book.session().open(book.path(), SessionBook::by()));
    CHECK(book.session().state() == SessionState::Open);
}
