#include "tests/commands/CommandLine.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace kith::testing;

namespace {

std::set<QString> idsOf(const QJsonValue& group)
{
    std::set<QString> ids;
    for (const auto& record : group["records"_L1].toArray())
        ids.insert(record.toObject()["id"_L1].toString());
    return ids;
}

}

TEST_CASE("duplicates are listed with reasons, merged with chosen values, and apart again after an undo")
{
    const CommandLine cli;
    cli.makeBook();
    const auto made = cli.batch({
        u"create customer 'name=Velodis Machinery Ltd' phones='+44 20 7946 0011' employees=20"_s,
        u"create customer 'name=VELODIS MACHINERY' phones='+44 20 7946 0012; +44 20 7946 0011' employees=25"_s,
        u"create customer 'name=Kestorix Foods' phones='+44 20 7946 0013'"_s,
        u"create contact 'name=Ada Holm' 'customer=VELODIS MACHINERY'"_s,
    });
    const auto keep = made[0]["id"_L1].toString();
    const auto other = made[1]["id"_L1].toString();
    const auto answers = cli.batch({
        u"duplicates customer"_s,
        u"merge customer %1 %2 --take employees=%2"_s.arg(keep, other),
        u"duplicates customer"_s,
        u"show customer %1"_s.arg(other),
        u"list contact --columns customer"_s,
        u"undo"_s,
        u"duplicates customer"_s,
        u"show customer %1"_s.arg(other),
    });
    REQUIRE(answers[0]["array"_L1].toArray().size() == 1);
    const auto group = answers[0]["array"_L1][0];
    CHECK(idsOf(group) == std::set<QString>{keep, other});
    CHECK(group["score"_L1].toInt() >= 60);
    CHECK(group["pairs"_L1][0]["reasons"_L1].toArray().contains(u"Same name"_s));
    CHECK(answers[1]["id"_L1] == keep);
    CHECK(answers[2]["array"_L1].toArray().isEmpty());
    CHECK(answers[3]["id"_L1] == keep);
    CHECK(answers[3]["fields"_L1]["employees"_L1] == 25);
    CHECK(answers[3]["fields"_L1]["phones"_L1].toArray().size() == 2);
    CHECK(answers[4]["rows"_L1][0]["fields"_L1]["customer"_L1]["id"_L1] == keep);
    CHECK(answers[5]["kept"_L1].toArray().isEmpty());
    CHECK(answers[6]["array"_L1].toArray().size() == 1);
    CHECK(answers[7]["id"_L1] == other);
}

TEST_CASE("what is no duplicate is remembered")
{
    const CommandLine cli;
    cli.makeBook();
    const auto made = cli.batch({u"create contact 'name=Ada Holm' mails=ada@velodis.example"_s,
                                 u"create contact 'name=Ada Holm' mails=ada@velodis.example"_s});
    const auto ids = made[0]["id"_L1].toString() + u',' + made[1]["id"_L1].toString();
    const auto answers =
        cli.batch({u"duplicates contact"_s, u"duplicates contact --apart %1"_s.arg(ids), u"duplicates contact"_s,
                   u"duplicates contact --again"_s, u"undo"_s, u"duplicates contact"_s, u"duplicates product"_s});
    CHECK(answers[0]["array"_L1].toArray().size() == 1);
    CHECK(answers[1]["act"_L1].toInt() > 0);
    CHECK(answers[2]["array"_L1].toArray().isEmpty());
    CHECK(answers[3]["array"_L1].toArray().isEmpty());
    CHECK(answers[5]["array"_L1].toArray().size() == 1);
    CHECK(answers[6]["code"_L1] == 1);
}

TEST_CASE("a demo company can have customers twice, and most of them are found")
{
    const CommandLine cli;
    const auto ran = cli.run({u"demo"_s, u"--customers"_s, u"400"_s, u"--duplicates"_s, u"10"_s});
    INFO(ran.error.toStdString());
    REQUIRE(ran.code == 0);
    CHECK(ran.object()["customer"_L1] == 400);
    const auto groups = cli.batch({u"duplicates customer"_s})[0]["array"_L1].toArray();
    CHECK(groups.size() > 20);
    CHECK(groups.size() < 50);
}

TEST_CASE("an import says how many of the new records look like others")
{
    const CommandLine cli;
    cli.makeBook();
    cli.batch({u"create customer 'name=Velodis Machinery Ltd' phones='+44 20 7946 0011'"_s});
    cli.write(u"more.csv"_s, "name,phone\nVelodis machinery,+442079460011\nKestorix Foods,\n");
    const auto ran = cli.run({u"import"_s, u"customer"_s, cli.path(u"more.csv"_s)});
    REQUIRE(ran.code == 0);
    CHECK(ran.object()["created"_L1] == 2);
    CHECK(ran.object()["likely_duplicates"_L1] == 1);
}

TEST_CASE("rows that look like a record that is there change it, are left out, or are made anyway, as the plan says")
{
    const CommandLine cli;
    cli.makeBook();
    const auto made = cli.batch({u"create customer 'name=Velodis Machinery Ltd' phones='+44 20 7946 0011'"_s});
    // The last two look like each other, but none was there before.
    cli.write(u"more.csv"_s, "name,phone,employees\nVELODIS machinery,+442079460011,30\n"
                             "Kestorix Foods,+442079460013,8\nKestorix Foods GmbH,+442079460013,9\n");
    const auto import = [&](const QStringList& options) {
        const auto ran = cli.run(
            QStringList{u"import"_s, u"customer"_s, cli.path(u"more.csv"_s), u"--match"_s, u"likeness"_s} + options);
        INFO(ran.error.toStdString());
        REQUIRE(ran.code == 0);
        return ran.object();
    };
    for (const auto* choice : {u"skip", u"update", u"create"}) {
        const auto name = QString::fromUtf16(choice);
        CAPTURE(name.toStdString());
        const QStringList options{u"--on-duplicate"_s, name};
        const auto tried = import(options + QStringList{u"--dry-run"_s});
        const auto done = import(options);
        for (const auto& count : {u"created"_s, u"updated"_s, u"skipped"_s, u"guesses"_s})
            CHECK(tried[count] == done[count]);
        CHECK(done["created"_L1] == (name == "create"_L1 ? 3 : 2));
        CHECK(done["updated"_L1] == (name == "update"_L1 ? 1 : 0));
        CHECK(done["skipped"_L1] == (name == "skip"_L1 ? 1 : 0));
        CHECK((name != "update"_L1 || done["guesses"_L1][0]["taken"_L1] == u"Velodis Machinery Ltd"_s));
        const auto answers =
            cli.batch({u"show customer %1"_s.arg(made[0]["id"_L1].toString()), u"undo"_s, u"list customer"_s});
        CHECK((name == "update"_L1) == (answers[0]["fields"_L1]["employees"_L1] == 30));
        CHECK(answers[2]["rows"_L1].toArray().size() == 1);
    }
    CHECK(cli.run({u"import"_s, u"product"_s, cli.path(u"more.csv"_s), u"--match"_s, u"likeness"_s}).code == 1);
}
