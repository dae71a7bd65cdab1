#include "tests/records/SmallCatalog.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

FieldPath path(QStringView text)
{
    const auto read = parsePath(smallCatalog(), customer(), text);
    INFO(text.toUtf8().toStdString());
    REQUIRE_OK(read);
    return *read;
}

bool isNoPath(QStringView text)
{
    const auto read = parsePath(smallCatalog(), customer(), text);
    return !read && read.error().code == ErrorCode::NoSuchField;
}

}

TEST_CASE("a path reaches a field, a part of an address, and the same through one relation")
{
    const auto& person = *smallCatalog().entity(u"person");
    CHECK(path(u" Name ") == FieldPath{nullptr, &customer(), &field(u"name"), {}});
    CHECK(path(u"address.City") == FieldPath{nullptr, &customer(), &field(u"address"), u"city"_s});
    CHECK(path(u"parent.name") == FieldPath{&field(u"parent"), &customer(), &field(u"name"), {}});
    CHECK(path(u"owner.home.city") == FieldPath{&field(u"owner"), &person, &fieldOf(person, u"home"), u"city"_s});
    for (const auto text : {u"name", u"address.city", u"parent.name", u"owner.home.city"})
        CHECK(path(text).text() == QStringView(text));
}

TEST_CASE("what is no path says so")
{
    for (const auto text :
         {u"", u".", u"colour", u"name.", u"name.first", u"address.planet", u"address.city.", u"parent.",
          u"parent.parent.name", u"parent..name", u"about.name", u"tags.name", u"owner.home.city.x", u".name"}) {
        INFO(QStringView(text).toUtf8().toStdString());
        CHECK(isNoPath(text));
    }
}

TEST_CASE("what a list is sorted by is read in its order, each field once")
{
    const auto sort = parseSort(smallCatalog(), customer(), u" name, -changed ,+parent.name,-name,");
    REQUIRE_OK(sort);
    CHECK(*sort ==
          std::vector<SortKey>{{path(u"name"), false}, {path(u"changed"), true}, {path(u"parent.name"), false}});
    CHECK(parseSort(smallCatalog(), customer(), u"").value().empty());
    CHECK_FALSE(parseSort(smallCatalog(), customer(), u"name,colour").ok());
    CHECK_FALSE(parseSort(smallCatalog(), customer(), u"-").ok());
}
