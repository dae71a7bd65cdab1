#include "ui/models/HitModel.h"
#include "tests/support/Test.h"
#include "ui/models/HistoryModel.h"
#include "ui/shell/Commands.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

Catalog shipped()
{
    auto made = Catalog::shipped();
    REQUIRE_OK(made);
    return std::move(made).value();
}

Hit hit(const Catalog& catalog, QStringView entity, const QString& title)
{
    return {catalog.entity(entity)->id, {}, title, {}, {}, {}};
}

}

TEST_CASE("hits stand under their kind, in the order of the best of each")
{
    const Catalog catalog = shipped();
    const auto lines = groupedHits({hit(catalog, u"contact", u"Ada"_s), hit(catalog, u"customer", u"Adacom"_s),
                                    hit(catalog, u"contact", u"Adam"_s)},
                                   catalog, u"en"_s);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].kind == HitLine::Kind::Heading);
    CHECK(lines[1].text == u"Ada"_s);
    CHECK(lines[2].text == u"Adam"_s);
    CHECK(lines[3].kind == HitLine::Kind::Heading);
    CHECK(lines[4].text == u"Adacom"_s);
}

TEST_CASE("going through what was found skips the headings")
{
    const Catalog catalog = shipped();
    HitModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setLines(
        groupedHits({hit(catalog, u"contact", u"Ada"_s), hit(catalog, u"customer", u"Adacom"_s)}, catalog, u"en"_s));
    CHECK(model.nextChoice(-1, 1) == 1);
    CHECK(model.nextChoice(1, 1) == 3);
    CHECK(model.nextChoice(3, 1) == 3);
    CHECK(model.nextChoice(3, -1) == 1);
    CHECK_FALSE(model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
}

TEST_CASE("a command is found by any of its words, in both languages")
{
    const Catalog catalog = shipped();
    CHECK(commandsMatching(allCommands(catalog, u"en"_s), u"new cust"_s, 5).front().command == u"new:customer"_s);
    CHECK(commandsMatching(allCommands(catalog, u"zh"_s), u"客户"_s, 5).front().command == u"new:customer"_s);
    CHECK(commandsMatching(allCommands(catalog, u"en"_s), u"zzz"_s, 5).empty());
}

TEST_CASE("history shows each field before and after, and leaves out who last touched it")
{
    const auto catalog = std::make_shared<Catalog>(shipped());
    const Entity& customer = *catalog->entity(u"customer");
    HistoryEntry entry;
    entry.patch.entity = customer.id;
    entry.patch.fields[customer.field(u"name")->id] = {Value(u"Acme"_s), Value(u"Acme Ltd"_s)};
    entry.patch.fields[customer.field(QStringView(systemField::Changed))->id] = {Value(Instant::fromMilliseconds(1)),
                                                                                 Value(Instant::fromMilliseconds(2))};
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({entry}, catalog, {}, {});
    const auto lines = model.lines(0);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].before == u"Acme"_s);
    CHECK(lines[0].after == u"Acme Ltd"_s);
}
