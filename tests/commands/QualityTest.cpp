#include "tests/commands/CommandLine.h"

using namespace Qt::StringLiterals;
using namespace kith::testing;

namespace {

// What a check of the answer of `quality ENTITY` finds.
int found(const QJsonObject& answer, const QString& check)
{
    for (const auto& one : answer["array"_L1].toArray())
        if (one["check"_L1] == check)
            return one["records"_L1].toInt();
    return -1;
}

}

TEST_CASE("checks are counted, shown, tried, carried out in one act and taken back")
{
    const CommandLine cli;
    cli.makeBook();
    const auto answers = cli.batch({
        u"create customer 'name=Velodis Machinery' 'mails=office@velodis,example' status=active"_s,
        u"create customer 'name=Kestorix Foods' 'phones=ask at the desk' status=active"_s,
        u"create opportunity 'name=Velodis Machinery – pumps'"_s,
        u"quality customer"_s,
        u"quality customer --check mails"_s,
        u"quality customer --check mails --repair correct --dry-run"_s,
        u"quality customer"_s,
        u"quality customer --check mails --repair correct"_s,
        u"quality customer"_s,
        u"undo"_s,
        u"quality customer"_s,
        u"quality opportunity --check customer --repair link"_s,
        u"list opportunity --columns customer"_s,
    });
    CHECK(found(answers[3], u"mails"_s) == 1);
    CHECK(found(answers[3], u"phones"_s) == 1);
    CHECK(answers[4]["filter"_L1] == u"mails is invalid"_s);
    CHECK(answers[4]["records"_L1][0]["title"_L1] == u"Velodis Machinery"_s);
    const auto change = answers[5]["changes"_L1][0];
    CHECK(change["before"_L1] == u"office@velodis,example"_s);
    CHECK(change["after"_L1] == u"office@velodis.example"_s);
    CHECK(answers[5]["act"_L1] == 0);
    CHECK(found(answers[6], u"mails"_s) == 1);
    CHECK(answers[7]["repaired"_L1] == 1);
    CHECK(answers[7]["left"_L1] == 0);
    CHECK(answers[7]["act"_L1].toInt() > 0);
    CHECK(found(answers[8], u"mails"_s) == 0);
    CHECK(found(answers[10], u"mails"_s) == 1);
    CHECK(answers[11]["changes"_L1][0]["after"_L1] == u"Velodis Machinery"_s);
    CHECK(answers[12]["rows"_L1][0]["fields"_L1]["customer"_L1]["title"_L1] == u"Velodis Machinery"_s);
}

TEST_CASE("all that a check finds, or some of it, gets a value, loses it or goes to the trash")
{
    const CommandLine cli;
    cli.makeBook();
    const auto made = cli.batch({u"create lead name=Ada"_s, u"create lead name=Bea"_s, u"create lead name=Cy"_s});
    const auto answers = cli.batch({
        u"quality lead --check source --repair set --value website --only %1"_s.arg(made[0]["id"_L1].toString()),
        u"list lead --where \"source = website\" --columns name"_s,
        u"quality lead --check unreachable --repair trash --dry-run"_s,
        u"quality lead --check source --repair trash"_s,
        u"list lead --columns name"_s,
        u"undo"_s,
        u"list lead --count --limit 0"_s,
    });
    CHECK(answers[0]["repaired"_L1] == 1);
    CHECK(columnOf(answers[1], u"name"_s) == QStringList{u"Ada"_s});
    CHECK(answers[2]["repaired"_L1] == 3);
    CHECK(answers[3]["repaired"_L1] == 2);
    CHECK(columnOf(answers[4], u"name"_s) == QStringList{u"Ada"_s});
    CHECK(answers[6]["count"_L1] == 3);
}

TEST_CASE("a repair that makes no sense is wrong usage, and says what would")
{
    const CommandLine cli;
    cli.makeBook();
    for (const auto* line :
         {u"quality --check phones", u"quality customer --repair trash", u"quality customer --check nothing",
          u"quality customer --check phones --repair burn", u"quality customer --check owner --repair read",
          u"quality customer --check unreachable --repair clear", u"quality customer --check owner --repair set",
          u"quality customer --check phones --repair read --country nowhere"}) {
        INFO(QString::fromUtf16(line).toStdString());
        const auto answer = cli.batch({QString::fromUtf16(line)}).front();
        CHECK(answer["code"_L1] == 2);
        CHECK_FALSE(answer["error"_L1].toString().isEmpty());
    }
    const auto all = cli.run({u"quality"_s});
    CHECK(all.code == 0);
    CHECK(all.json().toArray().size() > 30);
}
