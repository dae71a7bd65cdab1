#include "core/database/Backup.h"
#include "core/database/Connection.h"
#include "core/keys/KeyFile.h"
#include "tests/support/SessionBook.h"
#include "tests/support/Skip.h"

#include <QDir>
#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

SlotSecret secretOfBook()
{
    return SlotSecret::passphrase(Passphrase::typed(QStringView(SessionBook::passphrase)));
}

struct Keys
{
    KeyFile file;
    UnlockedKeys unlocked;
};

Keys keysOf(const QString& path)
{
    auto file = KeyFile::load(path, Repair::LeaveAlone);
    REQUIRE_OK(file);
    auto unlocked = file->unlock(secretOfBook());
    REQUIRE_OK(unlocked);
    return {std::move(*file), std::move(*unlocked)};
}

// What the database answers to a data key; nothing: it opens.
std::optional<ErrorCode> answerTo(const QString& path, const DataKey& key)
{
    const auto database = databaseKey(key);
    OpenOptions options;
    options.path = path;
    options.cipher = preferredCipher();
    options.key = database.bytes();
    options.mode = OpenMode::ReadOnly;
    const auto opened = Connection::open(options);
    return opened ? std::nullopt : std::optional(opened.error().code);
}

QStringList leftovers(const SessionBook& book)
{
    return QDir(QFileInfo(book.path()).path()).entryList({u"*rotated*"_s});
}

}

TEST_CASE("a rotated book opens with every way in, holds what it held, and not with the key it had")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"phones"_s, u"13800138000"_s}});
    auto& care = book.session().care();
    const auto code = need(care.addRecoveryCode());
    need(care.addKeychain());
    const auto before = book.contents();
    const auto old = keysOf(book.path()).unlocked.dataKey().copy();
    std::vector<SessionState> told;
    QObject::connect(&book.session(), &Session::stateChanged, [&](SessionState state) { told.push_back(state); });

    const auto report = need(care.rotateKey());
    CHECK(report.rows > 0);
    CHECK(report.bytes == QFileInfo(book.path()).size());
    CHECK_FALSE(care.rotation().running);
    CHECK(book.session().state() == SessionState::Open);
    CHECK(told.empty()); // the window has nothing to draw anew
    CHECK(care.keySlots().size() == 3);
    CHECK(book.contents() == before);
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    CHECK(book.count(u"customer") == 2);
    CHECK(leftovers(book).isEmpty());

    book.renew();
    const auto now = keysOf(book.path());
    CHECK_FALSE(now.file.rotationPending());
    CHECK_FALSE(now.unlocked.dataKey() == old);
    CHECK(answerTo(book.path(), old) == ErrorCode::BookKeyWrong);
    CHECK(answerTo(book.path(), now.unlocked.dataKey()) == std::nullopt); // the control
    for (const auto& way :
         {SessionBook::by(), WayIn{WayIn::Kind::RecoveryCode, code}, WayIn{WayIn::Kind::Keychain, {}}}) {
        book.renew();
        need(book.session().open(book.path(), way));
        CHECK(book.count(u"customer") == 2);
    }
}

TEST_CASE("a key is rotated again and again, and found by searching and by its history all the same")
{
    SessionBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada Lovelace"_s}});
    for (int i = 0; i < 3; ++i) {
        need(book.session().care().rotateKey());
        CHECK(need(book.desk().find({u"lovelace"_s, {}, 10, {}})).size() == 1);
        need(book.desk().save(book.entity(u"customer").id, ada,
                              {{book.field(u"customer", u"name").id, Value(u"Ada Lovelace %1"_s.arg(i))}}));
    }
    need(book.desk().undo());
    CHECK(book.shown(u"customer", ada, u"name") == u"Ada Lovelace 1"_s);
    book.contents();
}

TEST_CASE("what is written and read while the key is rotated waits and is done")
{
    SessionBook book;
    const auto customer = book.entity(u"customer").id;
    const auto name = book.field(u"customer", u"name").id;
    std::vector<QFuture<Result<SaveOutcome>>> writes;
    std::vector<QFuture<Result<std::vector<Hit>>>> reads;
    const auto ask = [&] {
        for (int i = 0; i < 100; ++i) {
            writes.push_back(book.desk().create(customer, {{name, Value(u"Customer %1"_s.arg(writes.size()))}}));
            reads.push_back(book.desk().find({u"customer"_s, {}, 10, {}}));
        }
    };
    ask();
    const auto rotated = book.session().care().rotateKey();
    ask();
    const auto second = book.session().care().rotateKey();
    CHECK(errorOf(second) == ErrorCode::BookBusy);
    need(rotated);
    ask();
    for (const auto& write : writes)
        CHECK(need(write).problems.empty());
    for (const auto& read : reads)
        need(read);
    CHECK(book.count(u"customer") == 300);
    book.reopen();
    CHECK(book.count(u"customer") == 300);
}

TEST_CASE("an import goes on while the key is rotated")
{
    KITH_LONG_TEST();
    SessionBook book;
    QByteArray rows("name\n");
    for (int i = 0; i < 20'000; ++i)
        rows += "Customer " + QByteArray::number(i) + '\n';
    const auto importing = book.imports().run(book.plan(book.write(u"c.csv"_s, rows), u"customer"));
    int rotations = 0;
    while (!importing.isFinished()) {
        need(book.session().care().rotateKey());
        ++rotations;
    }
    CHECK(rotations > 0);
    CHECK(need(importing).created == 20'000);
    CHECK(book.count(u"customer") == 20'000);
    book.contents();
}

TEST_CASE("a backup from before a rotation restores with its own key")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto before = book.contents();
    const auto backup = book.file(u"copy.kith-backup"_s);
    need(book.session().care().backup(backup));
    need(book.session().care().rotateKey());
    need(book.session().care().backup(book.file(u"later.kith-backup"_s)));
    for (const auto& [from, to] :
         {std::pair(backup, u"a.kith"_s), std::pair(book.file(u"later.kith-backup"_s), u"b.kith"_s)}) {
        need(BookCare::restore(from, book.file(to)));
        need(book.session().open(book.file(to), SessionBook::by()));
        CHECK(book.contents() == before);
    }
}

TEST_CASE("a key is not rotated while another program reads the book, and nothing is changed by the attempt")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    Session second(book.clock(), book.keychain());
    need(second.open(book.path(), SessionBook::by(), Session::Access::ReadBeside));
    CHECK(errorOf(second.care().rotateKey()) == ErrorCode::BookInUse);
    const auto old = keysOf(book.path()).unlocked.dataKey().copy();
    CHECK(errorOf(book.session().care().rotateKey()) == ErrorCode::BookInUse);
    book.create(u"customer", {{u"name"_s, u"Bea"_s}});
    CHECK(book.count(u"customer") == 2);
    CHECK_FALSE(keysOf(book.path()).file.rotationPending());
    CHECK(keysOf(book.path()).unlocked.dataKey() == old);
    CHECK(leftovers(book).isEmpty());
    second.close();
    // The other closes at its leisure; then it works.
    for (int tries = 0; tries < 1'000 && keysOf(book.path()).unlocked.dataKey() == old; ++tries)
        settle(book.session().care().rotateKey());
    CHECK_FALSE(keysOf(book.path()).unlocked.dataKey() == old);
    CHECK(book.count(u"customer") == 2);
}

TEST_CASE("a rotation that is cancelled, or cut off by locking, leaves the book under the key it had")
{
    SessionBook book;
    for (int i = 0; i < 20; ++i)
        book.create(u"customer", {{u"name"_s, u"Customer %1"_s.arg(i)}});
    const auto old = keysOf(book.path()).unlocked.dataKey().copy();
    QFuture<Result<RotationReport>> rotating;
    SECTION("cancelled")
    {
        rotating = book.session().care().rotateKey();
        book.session().care().cancelRotation();
    }
    SECTION("locked")
    {
        rotating = book.session().care().rotateKey();
        book.session().lock();
    }
    SECTION("gone")
    {
        rotating = book.session().care().rotateKey();
        book.renew();
    }
    const auto result = await(rotating);
    book.reopen();
    const auto now = keysOf(book.path());
    CHECK_FALSE(now.file.rotationPending());
    CHECK((now.unlocked.dataKey() == old) == !result.ok()); // it may have been quicker
    if (!result)
        CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(book.count(u"customer") == 20);
    CHECK(leftovers(book).isEmpty());
    need(book.session().care().rotateKey());
}

TEST_CASE("a rotation that was cut off is ended by the next opening, under whichever key the database is")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.renew();
    auto keys = keysOf(book.path());
    const auto old = keys.unlocked.dataKey().copy();
    const auto next = DataKey::random();
    const auto copy = book.path() + u"-rotated"_s;
    bool exchanged = false;
    SECTION("before the copy was made")
    {
        REQUIRE_OK(keys.file.beginRotation(keys.unlocked, next, nameOf(preferredCipher())));
        QFile part(copy + u".part"_s);
        REQUIRE(part.open(QIODevice::WriteOnly));
        part.write("half a copy");
    }
    SECTION("before the copy took the name, and after it")
    {
        REQUIRE_OK(keys.file.beginRotation(keys.unlocked, next, nameOf(preferredCipher())));
        exchanged = GENERATE(false, true);
        const auto key = databaseKey(old);
        const auto nextKey = databaseKey(next);
        OpenOptions options;
        options.path = book.path();
        options.cipher = preferredCipher();
        options.key = key.bytes();
        {
            auto connection = Connection::open(options);
            REQUIRE_OK(connection);
            REQUIRE_OK(backUp(*connection, {copy, nextKey.bytes(), preferredCipher()}));
        }
        if (exchanged) {
            REQUIRE(QFile::remove(book.path()));
            REQUIRE(QFile::rename(copy, book.path()));
        }
    }
    // Beside a program that rotates nothing is settled, and the book can be read.
    {
        Session beside(book.clock(), book.keychain());
        need(beside.open(book.path(), SessionBook::by(), Session::Access::ReadBeside));
        CHECK(keysOf(book.path()).file.rotationPending());
    }
    book.reopen();
    CHECK(book.count(u"customer") == 1);
    const auto now = keysOf(book.path());
    CHECK_FALSE(now.file.rotationPending());
    CHECK(now.unlocked.dataKey() == (exchanged ? next : old));
    CHECK(leftovers(book).isEmpty());
    need(book.session().care().rotateKey());
    book.contents();
}

TEST_CASE("a book that is a link to a file elsewhere is rotated where it lies")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    book.renew();
    const auto elsewhere = book.file(u"elsewhere"_s);
    REQUIRE(QDir().mkdir(elsewhere));
    REQUIRE(QFile::rename(book.path(), elsewhere + u"/real.kith"_s));
    REQUIRE(QFile::link(elsewhere + u"/real.kith"_s, book.path()));
    book.reopen();
    need(book.session().care().rotateKey());
    CHECK(QFileInfo(book.path()).isSymLink());
    CHECK(book.count(u"customer") == 1);
    CHECK(QDir(elsewhere).entryList({u"*rotated*"_s}).isEmpty());
    book.reopen();
    CHECK(book.count(u"customer") == 1);
}

TEST_CASE("a rotated book is for its person alone")
{
    SessionBook book;
    need(book.session().care().rotateKey());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    CHECK_FALSE(QFile::permissions(book.path()) & others);
}
