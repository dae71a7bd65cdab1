#include "tests/commands/CommandLine.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace kith::testing;

namespace {

std::int64_t sumOf(const QJsonObject& report)
{
    return report["created"_L1].toInteger() + report["updated"_L1].toInteger() + report["skipped"_L1].toInteger() +
           report["rejected"_L1].toInteger();
}

}

TEST_CASE("rows with flaws are rejected with their reasons, and the import is taken back whole")
{
    const CommandLine cli;
    cli.makeBook();
    cli.write(u"flawed.csv"_s, "name,employees,founded,industry,parent\r\n"
                               "Velarix,12,1999,software,\r\n"
                               "\"Quoted, with \"\"quotes\"\"\",\"1,200\",2001,retail,Velarix\r\n"
                               ",5,2000,retail,\r\n"
                               "Tormark,many,2000,retail,\r\n"
                               "Ostvane,3,2010,no such trade at all,\r\n"
                               "Lynthorpe,4,2011,software,Nobody\r\n");
    const auto tried = cli.run({u"import"_s, u"customer"_s, cli.path(u"flawed.csv"_s), u"--dry-run"_s}).object();
    CHECK(tried["read"_L1] == 6);
    CHECK(tried["act"_L1] == 0);
    const auto ran =
        cli.run({u"import"_s, u"customer"_s, cli.path(u"flawed.csv"_s), u"--rejects"_s, cli.path(u"rejects.csv"_s)});
    REQUIRE(ran.code == 0);
    const auto report = ran.object();
    CHECK(report["read"_L1] == 6);
    CHECK(sumOf(report) == 6);
    CHECK(report["created"_L1] == tried["created"_L1]);
    CHECK(report["rejected"_L1].toInt() >= 2);
    CHECK_FALSE(report["reasons"_L1].toArray().isEmpty());
    const auto rejects = cli.read(u"rejects.csv"_s);
    CHECK(rejects.contains("Tormark"));
    CHECK_FALSE(rejects.contains("Velarix,12"));
    const auto answers = cli.batch({
        u"list customer --columns name,employees,parent --sort name"_s,
        u"acts"_s,
        u"undo %1"_s.arg(report["act"_L1].toInt()),
        u"list customer --count --limit 0"_s,
        u"redo"_s,
        u"list customer --count --limit 0"_s,
    });
    CHECK(columnOf(answers[0], u"name"_s).contains(u"Quoted, with \"quotes\""_s));
    CHECK(columnOf(answers[0], u"employees"_s).contains(u"1200"_s));
    CHECK(columnOf(answers[0], u"parent"_s).contains(u"Velarix"_s));
    CHECK(answers[1]["array"_L1][0]["subject"_L1] == u"flawed.csv"_s);
    CHECK(answers[3]["count"_L1] == 0);
    CHECK(answers[5]["count"_L1] == report["created"_L1]);
}

TEST_CASE("what was edited since an import stays when the import is undone")
{
    const CommandLine cli;
    cli.makeBook();
    cli.write(u"two.csv"_s, "name,employees\nTamorix,1\nPelevane,2\n");
    const auto answers = cli.batch({
        u"import customer '%1'"_s.arg(cli.path(u"two.csv"_s)),
        u"set customer Tamorix employees=7"_s,
        u"undo %1"_s.arg(2), // acts: the seeds, the import
        u"list customer --columns name"_s,
    });
    REQUIRE(answers[0]["act"_L1] == 2);
    CHECK(answers[2]["kept"_L1].toArray().size() == 1);
    CHECK(answers[2]["kept"_L1][0]["title"_L1] == u"Tamorix"_s);
    CHECK(columnOf(answers[3], u"name"_s) == QStringList{u"Tamorix"_s});
}

TEST_CASE("a map says where columns go, and options what becomes of those that are there already")
{
    const CommandLine cli;
    cli.makeBook();
    cli.write(u"odd.csv"_s, "alpha;beta;gamma\nX-1;Ravomond;3\nX-2;Nevabury;4\n");
    cli.write(u"map.json"_s, R"({"columns": {"alpha": "code", "beta": "name", "gamma": "employees"}})");
    const auto file = cli.path(u"odd.csv"_s);
    const auto map = cli.path(u"map.json"_s);
    const auto first = cli.run({u"import"_s, u"customer"_s, file, u"--map"_s, map}).object();
    CHECK(first["created"_L1] == 2);
    cli.write(u"odd.csv"_s, "alpha;beta;gamma\nX-1;Ravomond;30\nX-3;Kestugate;5\n");
    const QStringList again{u"import"_s, u"customer"_s, file, u"--map"_s, map, u"--match"_s, u"code"_s};
    const auto skipped = cli.run(again + QStringList{u"--on-duplicate"_s, u"skip"_s}).object();
    CHECK(skipped["skipped"_L1] == 1);
    CHECK(skipped["created"_L1] == 1);
    const auto updated = cli.run(again + QStringList{u"--on-duplicate"_s, u"update"_s}).object();
    CHECK(updated["updated"_L1] == 1);
    CHECK(updated["skipped"_L1] == 1); // nothing new in it
    CHECK(cli.run(again + QStringList{u"--on-duplicate"_s, u"burn"_s}).code == 2);
    CHECK(cli.run({u"import"_s, u"customer"_s, cli.path(u"none.csv"_s)}).code == 1);
    cli.write(u"map.json"_s, R"({"columns": {"alpha": "no_such_field"}})");
    CHECK(cli.run(again).code == 1);
    CHECK(cli.batch({u"show customer Ravomond"_s}).front()["fields"_L1]["employees"_L1] == 30);
}

TEST_CASE("what is exported imports again unchanged")
{
    const CommandLine cli;
    CHECK(cli.run({u"demo"_s, u"--customers"_s, u"60"_s, u"--region"_s, u"CN"_s}).code == 0);
    cli.batch({
        u"create customer 'name==HYPERLINK(\"x\")' 'description=two\u2028lines' 'short_name=-5+3'"_s,
        u"create customer \"name='quoted'\" phones='work: +44 20 7946 0123; mobile: no number' revenue='12.345 KWD'"_s,
    });
    const auto out = [&](const QString& book, const QString& file) {
        const auto ran = cli.run({u"export"_s, u"customer"_s, cli.path(file), u"--sort"_s, u"name"_s}, book);
        INFO(ran.error.toStdString());
        REQUIRE(ran.code == 0);
        return ran.object()["written"_L1].toInt();
    };
    CHECK(out(u"book.kith"_s, u"first.csv"_s) == 62);
    const auto unchanged = cli.run({u"import"_s, u"customer"_s, cli.path(u"first.csv"_s)}).object();
    INFO(QJsonDocument(unchanged).toJson().toStdString());
    CHECK(unchanged["skipped"_L1] == 62);
    CHECK(unchanged["act"_L1] == 0);
    // Into another book: what its links lead to must be there, so they are made.
    CHECK(cli.run({u"new"_s, u"--region"_s, u"CN"_s}, u"other.kith"_s).code == 0);
    const auto taken =
        cli.run({u"import"_s, u"customer"_s, cli.path(u"first.csv"_s), u"--make"_s, u"all"_s}, u"other.kith"_s)
            .object();
    INFO(QJsonDocument(taken).toJson().toStdString());
    CHECK(taken["created"_L1] == 62);
    CHECK(out(u"other.kith"_s, u"second.csv"_s) == 62);
    const QString columns = u"name,short_name,kind,number,industry,status,phones,mails,links,address,employees,revenue,"
                            u"founded,tax_id,description,tags,parent"_s;
    const auto listed = [&](const QString& book) {
        return cli.batch({u"list customer --sort number --limit 100 --columns "_s + columns}, book).front();
    };
    const auto here = listed(u"book.kith"_s);
    const auto there = listed(u"other.kith"_s);
    for (const auto& column : columns.split(u','))
        CHECK(columnOf(here, column) == columnOf(there, column));
}

TEST_CASE("an interrupted import stops cleanly, and what is in can be taken back")
{
    const CommandLine cli;
    cli.makeBook();
    REQUIRE(cli.runBare({u"demo"_s, u"--csv"_s, cli.path(u"many.csv"_s), u"--customers"_s, u"60000"_s}).code == 0);
    const auto log = cli.path(u"book.kith-wal"_s);
    auto process = cli.start({u"import"_s, u"customer"_s, cli.path(u"many.csv"_s)});
    // Until the first batch is written.
    while (QFile(log).size() < 2'000'000)
        REQUIRE_FALSE(process->waitForFinished(20));
    process->terminate();
    const auto ran = CommandLine::finish(*process);
    CHECK(ran.code == 1);
    const auto report = ran.object();
    CHECK(report["cancelled"_L1] == true);
    CHECK(report["read"_L1].toInt() < 60'000);
    CHECK(report["read"_L1].toInteger() == sumOf(report));
    const auto answers =
        cli.batch({u"list customer --count --limit 0"_s, u"undo"_s, u"list customer --count --limit 0"_s, u"verify"_s});
    CHECK(answers[0]["count"_L1] == report["created"_L1]);
    CHECK(answers[2]["count"_L1] == 0);
    CHECK(answers[3]["ok"_L1] == true);
}
