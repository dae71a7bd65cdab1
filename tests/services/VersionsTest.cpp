#include "core/keys/KeyFile.h"
#include "core/services/OpenBook.h"
#include "tests/support/SessionBook.h"

#include <QDir>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// The book's file as another version of the program would have left it.
void change(SessionBook& book, const char* sql)
{
    book.renew();
    const auto keyFile = KeyFile::load(book.path(), Repair::LeaveAlone);
    REQUIRE_OK(keyFile);
    const auto keys = keyFile->unlock(SlotSecret::passphrase(Passphrase::typed(QStringView(SessionBook::passphrase))));
    REQUIRE_OK(keys);
    const auto key = databaseKey(keys->dataKey());
    OpenOptions options;
    options.path = book.path();
    options.cipher = *cipherNamed(keyFile->cipher());
    options.key = key.bytes();
    auto connection = Connection::open(options);
    REQUIRE_OK(connection);
    REQUIRE_OK(connection->execute(sql));
}

}

TEST_CASE("a newer book is refused with both versions and not touched")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    change(book, "PRAGMA user_version = 9999");
    const auto opened = await(book.session().open(book.path(), SessionBook::by()));
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::BookNewer);
    CHECK(opened.error().detail.contains(u"9999"_s));
    change(book, "PRAGMA user_version = 4");
    book.reopen();
    CHECK(book.count(u"customer") == 1);
}

TEST_CASE("an older book is brought up to date after a copy of it was made")
{
    SessionBook book;
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    const auto before = book.contents();
    change(book, "DROP TABLE import_reject; DROP TABLE trait; DROP TABLE trait_state; DROP TABLE duplicate; "
                 "DROP INDEX act_range_time; ALTER TABLE import_job DROP COLUMN fingerprint; PRAGMA user_version = 1");
    book.reopen();
    CHECK(book.contents() == before);
    const auto copies = QDir(QFileInfo(book.path()).path()).entryList({u"*before-version*"_s});
    REQUIRE(copies == QStringList{u"book.before-version-2.kith-backup"_s});
    // It opens as the book did, and still does when the book has another key.
    need(book.session().care().rotateKey());
    const auto copy = book.file(u"copy.kith"_s);
    need(BookCare::restore(book.file(copies.front()), copy));
    need(book.session().open(copy, SessionBook::by()));
    CHECK(book.contents() == before);
    // Taking something in works with the new tables.
    auto plan = book.plan(book.write(u"c.csv"_s, "name,employees\nBea,x\n"), u"customer");
    plan.rejectsPath = book.file(u"rejected.csv"_s);
    CHECK(need(book.imports().run(plan)).rejected == 1);
}
