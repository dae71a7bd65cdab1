#include "tests/commands/CommandLine.h"

using namespace Qt::StringLiterals;
using namespace kith::testing;

TEST_CASE("a record is made, changed, shown and taken back through commands")
{
    const CommandLine cli;
    cli.makeBook();
    const auto answers = cli.batch({
        u"create customer 'name=Lindqvist Instruments AB' address.city=Stockholm address.country=Sweden "
        u"phones='+46 8 465 004 12' revenue=1054.5 founded=1998 industry=electronics tags='Key; Nordic'"_s,
        u"create contact 'name=Astrid Holm' 'customer=Lindqvist Instruments AB'"_s,
        u"show customer 'Lindqvist Instruments AB'"_s,
        u"set customer 'Lindqvist Instruments AB' address.street='Kungsgatan 4' revenue='2000 EUR'"_s,
        u"show customer 'Lindqvist Instruments AB'"_s,
        u"history customer 'Lindqvist Instruments AB'"_s,
        u"undo"_s,
        u"show customer 'Lindqvist Instruments AB'"_s,
        u"redo"_s,
        u"show customer 'Lindqvist Instruments AB'"_s,
        u"acts"_s,
    });
    const auto id = answers[0]["id"_L1].toString();
    CHECK(id.size() == 36);
    const auto before = answers[2]["fields"_L1].toObject();
    CHECK(answers[2]["id"_L1] == id);
    CHECK(before["revenue"_L1] == QJsonObject{{u"amount"_s, u"1054.50"_s}, {u"currency"_s, u"USD"_s}});
    CHECK(before["address"_L1][0] == QJsonObject{{u"country"_s, u"SE"_s}, {u"city"_s, u"Stockholm"_s}});
    CHECK(before["industry"_L1] == u"electronics"_s);
    CHECK(before["founded"_L1] == 1998);
    CHECK(before["phones"_L1][0]["value"_L1] == u"+46846500412"_s);
    CHECK(before["tags"_L1].toArray().size() == 2);
    CHECK(before["tags"_L1][0].toObject().contains("title"_L1));
    CHECK(before["contact_count"_L1] == 1);
    const auto after = answers[4]["fields"_L1].toObject();
    CHECK(after["revenue"_L1]["currency"_L1] == u"EUR"_s);
    CHECK(after["address"_L1][0]["city"_L1] == u"Stockholm"_s);
    CHECK(after["address"_L1][0]["street"_L1] == u"Kungsgatan 4"_s);
    const auto patch = answers[5]["array"_L1][0];
    CHECK(patch["operation"_L1] == u"set"_s);
    CHECK(patch["fields"_L1]["revenue"_L1]["before"_L1]["amount"_L1] == u"1054.50"_s);
    CHECK(answers[6]["undone"_L1]["act"_L1] == answers[3]["act"_L1]);
    CHECK(answers[6]["kept"_L1].toArray().isEmpty());
    CHECK(answers[7]["fields"_L1]["revenue"_L1] == before["revenue"_L1]);
    CHECK(answers[9]["fields"_L1]["revenue"_L1] == after["revenue"_L1]);
    CHECK(answers[10]["array"_L1][0]["kind"_L1] == u"redo"_s);
}

TEST_CASE("a deleted record goes to the trash, comes back, and is gone for good once purged")
{
    const CommandLine cli;
    cli.makeBook();
    const auto made = cli.batch({u"create customer name=Wexatis"_s, u"create customer name=Pelodale"_s});
    const auto wexatis = made[0]["id"_L1].toString();
    const auto answers = cli.batch({
        u"delete customer %1"_s.arg(wexatis),
        u"trash"_s,
        u"find Wexatis"_s,
        u"restore customer %1"_s.arg(wexatis),
        u"find Wexatis"_s,
        u"delete customer Wexatis"_s,
        u"purge customer %1"_s.arg(made[1]["id"_L1].toString()),
        u"purge customer"_s,
        u"trash"_s,
        u"show customer %1"_s.arg(wexatis),
        u"list customer --count --limit 0"_s,
        u"purge"_s,
    });
    CHECK(answers[1]["array"_L1][0]["id"_L1] == wexatis);
    CHECK(answers[2]["hits"_L1].toArray().isEmpty());
    CHECK(answers[4]["hits"_L1][0]["id"_L1] == wexatis);
    CHECK(answers[6]["code"_L1] == 1); // it is alive
    CHECK(answers[7]["purged"_L1] == 1);
    CHECK(answers[8]["array"_L1].toArray().isEmpty());
    CHECK(answers[9]["code"_L1] == 1);
    CHECK(answers[10]["count"_L1] == 1);
    CHECK(answers[11]["code"_L1] == 2);
    CHECK_FALSE(cli.read(u"book.kith"_s).contains("Wexatis"));
}

TEST_CASE("a list is filtered, sorted, counted and read page by page")
{
    const CommandLine cli;
    cli.makeBook();
    QStringList lines;
    for (int i = 0; i < 12; ++i)
        lines += u"create customer name=Firm-%1 employees=%2 address.city=%3"_s.arg(i, 2, 10, QChar(u'0'))
                     .arg(i * 10)
                     .arg(i % 2 ? u"Lyon"_s : u"Wien"_s);
    cli.batch(lines);
    const auto first = cli.batch({
        u"list customer --where \"address.city = 'Lyon' and employees > 20\" --sort -employees --columns "
        u"name,employees --count --limit 2"_s,
        u"list customer --where 'employees >> 3'"_s,
        u"list customer --columns nonsense"_s,
        u"list customer --after nonsense"_s,
        u"list unicorn"_s,
        u"list customer --limit many"_s,
    });
    CHECK(columnOf(first[0], u"name"_s) == QStringList{u"Firm-11"_s, u"Firm-09"_s});
    CHECK(columnOf(first[0], u"employees"_s) == QStringList{u"110"_s, u"90"_s});
    CHECK(first[0]["count"_L1] == 5);
    for (std::size_t i = 1; i < 5; ++i)
        CHECK(first[i]["code"_L1] == 1);
    CHECK(first[5]["code"_L1] == 2);
    QStringList names;
    QString next;
    for (int page = 0; page < 10; ++page) {
        const auto after = next.isEmpty() ? QString() : u" --after "_s + next;
        const auto answer = cli.batch({u"list customer --sort name --columns name --limit 5"_s + after}).front();
        names += columnOf(answer, u"name"_s);
        next = answer["next"_L1].toString();
        if (next.isEmpty())
            break;
    }
    CHECK(names.size() == 12);
    CHECK(names.first() == u"Firm-00"_s);
    CHECK(names.last() == u"Firm-11"_s);
}

TEST_CASE("a batch goes on after a mistake and answers every line")
{
    const CommandLine cli;
    cli.makeBook();
    auto process = cli.start({u"batch"_s});
    process->write("create customer name=One\n"
                   "# a remark\n"
                   "\n"
                   "create customer 'name=One\n"
                   "create customer employees=many name=Two\n"
                   "create customer employees=3\n"
                   "batch\n"
                   "new\n"
                   "create customer \"name=Two \\\"and\\\" a half\"\n");
    process->closeWriteChannel();
    const auto ran = CommandLine::finish(*process);
    CHECK(ran.code == 1);
    CHECK(ran.error.contains(u"5 of 7"_s));
    const auto lines = ran.output.trimmed().split('\n');
    REQUIRE(lines.size() == 7);
    const auto codeOf = [&](int line) { return QJsonDocument::fromJson(lines[line])["code"_L1].toInt(); };
    CHECK(codeOf(0) == 0);
    CHECK(codeOf(1) == 2);
    CHECK(codeOf(2) == 1);
    CHECK(codeOf(3) == 1);
    CHECK(codeOf(4) == 2);
    CHECK(codeOf(5) == 2);
    CHECK(codeOf(6) == 0);
    CHECK(cli.batch({u"find 'Two and'"_s}).front()["hits"_L1][0]["title"_L1] == u"Two \"and\" a half"_s);
}

TEST_CASE("a batch answers each line before it reads the next")
{
    const CommandLine cli;
    cli.makeBook();
    auto process = cli.start({u"batch"_s});
    for (const auto* line : {"create customer name=One\n", "list customer --count --limit 0\n"}) {
        process->write(line);
        while (!process->canReadLine())
            REQUIRE(process->waitForReadyRead(60'000));
        CHECK_FALSE(QJsonDocument::fromJson(process->readLine()).isNull());
    }
    process->closeWriteChannel();
    CHECK(CommandLine::finish(*process).code == 0);
}

TEST_CASE("a field and an option that the company adds are there in the next run")
{
    const CommandLine cli;
    cli.makeBook();
    const auto added = cli.batch({
        u"catalog add-field customer pet_name text --label-en 'Pet name' --label-zh 昵称 --search 5"_s,
        u"catalog add-option customer industry gliders --label-en Gliders"_s,
        u"catalog add-field customer pet_name text"_s,
        u"catalog add-field customer other nonsense"_s,
    });
    CHECK(added[0]["act"_L1].toInt() > 0);
    CHECK(added[1]["act"_L1].toInt() > 0);
    CHECK(added[2]["code"_L1] == 1);
    CHECK(added[3]["code"_L1] == 1);
    const auto used = cli.batch({
        u"create customer name=Stavoris pet_name=Zaunkoenig industry=Gliders"_s,
        u"find zaunkoenig"_s,
        u"show customer Stavoris"_s,
        u"catalog customer"_s,
        u"catalog"_s,
    });
    CHECK(used[1]["hits"_L1][0]["title"_L1] == u"Stavoris"_s);
    CHECK(used[2]["fields"_L1]["pet_name"_L1] == u"Zaunkoenig"_s);
    CHECK(used[2]["fields"_L1]["industry"_L1] == u"gliders"_s);
    bool isThere = false;
    for (const auto& field : used[3]["fields"_L1].toArray())
        isThere |= field["key"_L1] == u"pet_name"_s && field["custom"_L1] == true;
    CHECK(isThere);
    CHECK(used[4]["entities"_L1].toArray().size() > 30);
}
