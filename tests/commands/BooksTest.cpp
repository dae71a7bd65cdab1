#include "tests/commands/CommandLine.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace kith::testing;

TEST_CASE("a book is made once, and its recovery code opens it")
{
    const CommandLine cli;
    const auto made = cli.run({u"new"_s, u"--recovery-out"_s, cli.path(u"recovery"_s)});
    REQUIRE(made.code == 0);
    CHECK(made.object()["book"_L1] == cli.path(u"book.kith"_s));
    CHECK_FALSE(made.object().contains("recovery"_L1));
    CHECK(cli.read(u"book.kith"_s).left(15) != "SQLite format 3");
    const auto rights = QFile::permissions(cli.path(u"recovery"_s));
    CHECK_FALSE(rights & (QFile::ReadGroup | QFile::ReadOther));
    CHECK(cli.run({u"new"_s}).code == 1);
    const auto opened = cli.runBare(
        {u"--book"_s, cli.path(u"book.kith"_s), u"--recovery-file"_s, cli.path(u"recovery"_s), u"--json"_s, u"acts"_s});
    CHECK(opened.code == 0);
    CHECK(opened.json().isArray());
    cli.write(u"passphrase"_s, "another passphrase");
    const auto wrong = cli.run({u"acts"_s});
    CHECK(wrong.code == 1);
    CHECK(wrong.error.contains(u"passphrase"_s, Qt::CaseInsensitive));
}

TEST_CASE("a passphrase that is too short makes no book")
{
    const CommandLine cli;
    cli.write(u"passphrase"_s, "short\n");
    CHECK(cli.run({u"new"_s}).code == 1);
    CHECK_FALSE(QFile::exists(cli.path(u"book.kith"_s)));
    CHECK_FALSE(QFile::exists(cli.path(u"book.kith-keys"_s)));
}

TEST_CASE("ways in are listed, added, changed and removed, but not the last one")
{
    const CommandLine cli;
    cli.makeBook();
    cli.write(u"second"_s, "quite another passphrase\n");
    const auto second = cli.path(u"second"_s);
    const auto added =
        cli.run({u"keys"_s, u"add"_s, u"passphrase"_s, u"--new-passphrase-file"_s, second, u"--label"_s, u"office"_s});
    REQUIRE(added.code == 0);
    const auto slotsNow = added.json().toArray();
    REQUIRE(slotsNow.size() == 3); // passphrase, recovery code, passphrase
    CHECK(slotsNow[2]["label"_L1] == u"office"_s);
    for (int i : {0, 1})
        CHECK(cli.run({u"keys"_s, u"remove"_s, slotsNow[i]["id"_L1].toString()}).code == (i == 0 ? 0 : 1));
    cli.write(u"passphrase"_s, cli.read(u"second"_s));
    CHECK(cli.run({u"keys"_s, u"remove"_s, slotsNow[1]["id"_L1].toString()}).code == 0);
    CHECK(cli.run({u"keys"_s, u"remove"_s, slotsNow[2]["id"_L1].toString()}).code == 1);
    cli.write(u"third"_s, "a third passphrase\n");
    CHECK(cli.run({u"keys"_s, u"change"_s, u"--new-passphrase-file"_s, cli.path(u"third"_s)}).code == 0);
    CHECK(cli.run({u"acts"_s}).code == 1);
    cli.write(u"passphrase"_s, cli.read(u"third"_s));
    CHECK(cli.run({u"acts"_s}).code == 0);
}

TEST_CASE("a book made of a backup holds what the book held")
{
    const CommandLine cli;
    cli.makeBook();
    cli.batch({u"create customer name=Tamovane address.city=Wien"_s, u"create contact name=Lena customer=Tamovane"_s});
    const auto sound = cli.run({u"verify"_s}).object();
    CHECK(sound["ok"_L1] == true);
    CHECK(sound["rows"_L1].toInt() > 20);
    const auto kept = cli.run({u"backup"_s, cli.path(u"kept"_s)});
    CHECK(kept.code == 0);
    CHECK(kept.object()["ok"_L1] == true);
    CHECK(cli.run({u"backup"_s, cli.path(u"kept"_s)}).code == 1); // never overwritten
    cli.batch({u"create customer name=Later"_s});
    CHECK(cli.runBare({u"restore"_s, cli.path(u"kept"_s), u"--to"_s, cli.path(u"again.kith"_s)}).code == 0);
    const auto again = cli.run({u"verify"_s}, u"again.kith"_s).object();
    CHECK(again["ok"_L1] == true);
    CHECK(again["hash"_L1] == sound["hash"_L1]);
    CHECK(cli.run({u"verify"_s}).object()["hash"_L1] != sound["hash"_L1]);
    auto cut = cli.read(u"kept"_s);
    cut.chop(100);
    cli.write(u"cut"_s, cut);
    CHECK(cli.runBare({u"restore"_s, cli.path(u"cut"_s), u"--to"_s, cli.path(u"none.kith"_s)}).code == 1);
    CHECK_FALSE(QFile::exists(cli.path(u"none.kith"_s)));
}

TEST_CASE("beside a program that holds the book others read, and are told so when they write")
{
    const CommandLine cli;
    cli.makeBook();
    auto holder = cli.start({u"batch"_s});
    holder->write("create customer name=Held\n");
    while (!holder->canReadLine())
        REQUIRE(holder->waitForReadyRead(60'000));
    const auto read = cli.run({u"list"_s, u"customer"_s, u"--columns"_s, u"name"_s});
    CHECK(read.code == 0);
    CHECK(columnOf(read.object(), u"name"_s) == QStringList{u"Held"_s});
    const auto refused = cli.run({u"create"_s, u"customer"_s, u"name=Second"_s});
    CHECK(refused.code == 1);
    CHECK(refused.error.contains(cli.path(u"book.kith"_s)));
    const auto line = cli.batch({u"list customer --count --limit 0"_s, u"create customer name=Third"_s});
    CHECK(line[0]["count"_L1] == 1);
    CHECK(line[1]["code"_L1] == 1);
    holder->closeWriteChannel();
    CHECK(CommandLine::finish(*holder).code == 0);
    CHECK(cli.run({u"create"_s, u"customer"_s, u"name=Second"_s}).code == 0);
}
