#include "tests/commands/CommandLine.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace kith::testing;

TEST_CASE("the demo company has something on every page")
{
    const CommandLine cli;
    const auto ran = cli.run({u"demo"_s});
    INFO(ran.error.toStdString());
    REQUIRE(ran.code == 0);
    const auto counts = ran.object();
    CHECK(counts["customer"_L1] == 300);
    for (const auto* entity : {u"contact",          u"lead",         u"opportunity", u"opportunity_line", u"product",
                               u"price_book_entry", u"quote",        u"quote_line",  u"contract",         u"order",
                               u"order_line",       u"payment_plan", u"payment",     u"activity",         u"task",
                               u"ticket",           u"article",      u"campaign",    u"campaign_member",  u"segment",
                               u"person",           u"team",         u"tag",         u"affiliation"})
        CHECK(counts[QString::fromUtf16(entity)].toInt() > 0);
    const auto answers = cli.batch({
        u"list task --where \"status = open and due < today\" --count --limit 0"_s,
        u"list task --where \"due >= today and due < +1d\" --count --limit 0"_s,
        u"list opportunity --where \"outcome = open\" --count --limit 0"_s,
        u"list customer --where \"owner = me\" --count --limit 0"_s,
        u"list customer --where \"open_amount > 0\" --count --limit 0"_s,
        u"list activity --where \"at > -30d\" --count --limit 0"_s,
        u"list activity --where \"at > now\" --count --limit 0"_s,
        u"list customer --where \"created > -30d\" --count --limit 0"_s,
        u"verify"_s,
        u"demo"_s,
        u"find 有限公司"_s,
    });
    for (std::size_t i = 0; i < 6; ++i) {
        INFO(i);
        CHECK(answers[i]["count"_L1].toInt() > 0);
    }
    CHECK(answers[6]["count"_L1] == 0);
    CHECK(answers[7]["count"_L1].toInt() < 150);
    CHECK(answers[8]["ok"_L1] == true);
    CHECK(answers[9]["code"_L1] == 2);
    CHECK_FALSE(answers[10]["hits"_L1].toArray().isEmpty());
    CHECK(cli.run({u"demo"_s}).code == 1); // it is there already
}

TEST_CASE("the demo company has flaws for the checks of quality to find, and repairs that put some of them right")
{
    const CommandLine cli;
    REQUIRE(cli.run({u"demo"_s}).code == 0);
    const auto answers = cli.batch({
        u"quality customer --check phones --repair read"_s,
        u"quality contact --check mails --repair correct"_s,
        u"quality contact --check customer --repair link"_s,
        u"quality opportunity --check customer --repair link"_s,
        u"quality opportunity --check reason"_s,
        u"quality lead --check source"_s,
        u"verify"_s,
    });
    for (std::size_t i = 0; i < 4; ++i) {
        INFO(i);
        CHECK(answers[i]["repaired"_L1].toInt() > 1);
    }
    CHECK(answers[0]["left"_L1].toInt() > 0);
    CHECK_FALSE(answers[4]["records"_L1].toArray().isEmpty());
    CHECK_FALSE(answers[5]["records"_L1].toArray().isEmpty());
    CHECK(answers[6]["ok"_L1] == true);
}

TEST_CASE("a seed makes the same company again, and another seed another one")
{
    const CommandLine cli;
    const auto namesOf = [&](const QString& book, const QString& seed) {
        const auto ran = cli.run({u"demo"_s, u"--customers"_s, u"40"_s, u"--seed"_s, seed}, book);
        REQUIRE(ran.code == 0);
        const auto lists = cli.batch({u"list customer --sort name --columns name,employees,address.city --limit 50"_s,
                                      u"list opportunity --sort name --columns name,amount,stage --limit 90"_s},
                                     book);
        return std::pair(ran.object(), columnOf(lists[0], u"name"_s) + columnOf(lists[1], u"name"_s));
    };
    const auto first = namesOf(u"one.kith"_s, u"7"_s);
    CHECK(namesOf(u"two.kith"_s, u"7"_s) == first);
    CHECK(namesOf(u"three.kith"_s, u"8"_s).second != first.second);
}

TEST_CASE("the demo company's customers as a file are taken in without a loss")
{
    const CommandLine cli;
    REQUIRE(cli.run({u"new"_s, u"--region"_s, u"CN"_s}).code == 0);
    const auto file = cli.path(u"customers.csv"_s);
    const auto made = cli.runBare({u"--json"_s, u"demo"_s, u"--csv"_s, file, u"--customers"_s, u"500"_s});
    CHECK(made.object()["written"_L1] == 500);
    const auto report = cli.run({u"import"_s, u"customer"_s, file}).object();
    INFO(QJsonDocument(report).toJson().toStdString());
    CHECK(report["created"_L1] == 500);
    CHECK(report["warnings"_L1].toArray().isEmpty());
    std::set<QString> fields;
    for (const auto& column : report["mapping"_L1].toArray())
        fields.insert(column["field"_L1].toString());
    CHECK_FALSE(fields.contains(QString()));
    CHECK(fields.size() == 15);
    const auto noPhone = cli.batch({u"list customer --where \"address.country = CN and phones is empty\" --count "
                                    u"--limit 0"_s,
                                    u"list customer --where \"address.country = CN\" --count --limit 0"_s});
    CHECK(noPhone[0]["count"_L1].toInt() < noPhone[1]["count"_L1].toInt() / 5);
}
