#include "tests/commands/CommandLine.h"
#include "tests/support/Skip.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace kith::testing;

namespace {

struct Imported
{
    QString entity;
    QString file;
    int read;
    int related;
};

void checkReport(const QJsonObject& report, const Imported& expected)
{
    INFO(QJsonDocument(report).toJson().toStdString());
    CHECK(report["read"_L1] == expected.read);
    CHECK(report["created"_L1] == expected.read);
    CHECK(report["rejected"_L1] == 0);
    CHECK(report["related"_L1] == expected.related);
}

}

TEST_CASE("a company's real files come in whole: customers, products, people and 8,800 opportunities")
{
    const QDir data(qEnvironmentVariable("KITH_TRIAL_DATA"));
    if (data.path() == u"."_s || !data.exists(u"sales_pipeline.csv"_s))
        KITH_SKIP("KITH_TRIAL_DATA does not name the folder of the trial files");
    const CommandLine cli;
    cli.makeBook();
    // Six managers, three regions and a team for each manager; the stage Engaging.
    const std::vector<Imported> files{{u"customer"_s, u"accounts.csv"_s, 85, 0},
                                      {u"product"_s, u"products.csv"_s, 7, 0},
                                      {u"person"_s, u"sales_teams.csv"_s, 35, 15},
                                      {u"opportunity"_s, u"sales_pipeline.csv"_s, 8'800, 1}};
    QStringList lines;
    for (const auto& file : files)
        lines += u"import %1 '%2' --make all"_s.arg(file.entity, data.filePath(file.file));
    lines += {u"list customer --where 'parent is not empty' --count --limit 0"_s,
              u"list opportunity --where 'customer is empty' --count --limit 0"_s,
              u"list stage --where 'opportunities > 0' --columns name,opportunities,amount,outcome --sort name"_s,
              u"list person --where 'team is not empty' --count --limit 0"_s,
              u"list team --where 'parent is empty' --columns name --sort name"_s,
              u"list opportunity --where 'product is empty' --count --limit 0"_s,
              u"list opportunity --where 'owner is empty' --count --limit 0"_s,
              u"list customer --where \"name = 'Bluth Company'\" --columns parent,industry,revenue"_s,
              u"verify"_s,
              u"undo"_s,
              u"list opportunity --count --limit 0"_s};
    const auto answers = cli.batch(lines);
    for (std::size_t i = 0; i < files.size(); ++i)
        checkReport(answers[i], files[i]);
    CHECK(answers[4]["count"_L1] == 15);
    CHECK(answers[5]["count"_L1] == 1'425);
    const auto stages = answers[6]["rows"_L1].toArray();
    REQUIRE(stages.size() == 4);
    double sum = 0;
    int opportunities = 0;
    for (const auto& stage : stages) {
        sum += stage["fields"_L1]["amount"_L1]["amount"_L1].toString().toDouble();
        opportunities += stage["fields"_L1]["opportunities"_L1].toInt();
        if (!stage["fields"_L1]["amount"_L1].isNull())
            CHECK(stage["fields"_L1]["amount"_L1]["currency"_L1] == u"USD"_s);
    }
    CHECK(opportunities == 8'800);
    CHECK(sum == 10'005'534);
    CHECK(answers[7]["count"_L1] == 35);
    CHECK(columnOf(answers[8], u"name"_s) == QStringList{u"Central"_s, u"East"_s, u"West"_s});
    CHECK(answers[9]["count"_L1] == 0);
    CHECK(answers[10]["count"_L1] == 0);
    CHECK(columnOf(answers[11], u"parent"_s) == QStringList{u"Acme Corporation"_s});
    CHECK(answers[12]["ok"_L1] == true);
    CHECK(answers[13]["kept"_L1].toArray().isEmpty());
    CHECK(answers[14]["count"_L1] == 0);
}
