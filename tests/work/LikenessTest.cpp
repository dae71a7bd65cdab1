#include "tests/support/Test.h"
#include "tests/work/WorkBook.h"

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::inCity;
using kith::testing::WorkBook;
using Typed = kith::testing::StoreBook::Typed;

namespace {

bool areLikely(WorkBook& book, QStringView entity, const Typed& one, const Typed& other)
{
    const auto likeness = book.likeness(entity, one, other);
    INFO("score " << likeness.score << ": " << reasonsText(likeness).toStdString());
    CHECK(true); // shows the reasons where the caller's check fails
    return likeness.score >= Likeness::likely;
}

}

TEST_CASE("a company with the same name and phone is a likely duplicate, and the reasons are told")
{
    WorkBook book;
    const auto likeness =
        book.likeness(u"customer", {{u"name"_s, u"北京晨光文具有限公司"_s}, {u"phones"_s, u"010-90123456"_s}},
                      {{u"name"_s, u"北京晨光文具"_s}, {u"phones"_s, u"+86 10 9012 3456"_s}});
    CHECK(likeness.score == 100);
    REQUIRE(likeness.reasons.size() == 2);
    CHECK(reasonText(likeness.reasons[0]) == u"Same name"_s);
    CHECK(reasonText(likeness.reasons[1]) == u"Same phone +86 10 9012 3456"_s);
}

TEST_CASE("one company is recognised by any of its phones, its mail, its web domain or its tax number")
{
    WorkBook book;
    const Typed velodis{{u"name"_s, u"Velodis Machinery Ltd"_s},
                        {u"phones"_s, u"+44 20 7946 0011; +44 20 7946 0012"_s},
                        {u"mails"_s, u"office@velodis.example"_s},
                        {u"links"_s, u"https://www.velodis.example/en"_s},
                        {u"tax_id"_s, u"GB123456789"_s}};
    CHECK(areLikely(book, u"customer", velodis, {{u"name"_s, u"Velodis"_s}, {u"phones"_s, u"+44 20 7946 0012"_s}}));
    CHECK(areLikely(book, u"customer", velodis,
                    {{u"name"_s, u"Velodsi Machinery"_s}, {u"mails"_s, u"OFFICE@velodis.example"_s}}));
    CHECK(areLikely(book, u"customer", velodis,
                    {{u"name"_s, u"Velodis Machinary"_s}, {u"links"_s, u"velodis.example"_s}}));
    CHECK(areLikely(book, u"customer", velodis, {{u"name"_s, u"Kestorix Group"_s}, {u"tax_id"_s, u"gb 123456789"_s}}));
}

TEST_CASE("companies that only resemble each other are no duplicates")
{
    WorkBook book;
    const Typed beijing{{u"name"_s, u"北京晨光文具有限公司"_s}, {u"links"_s, u"chenguang.example"_s}};
    CHECK_FALSE(areLikely(book, u"customer", beijing,
                          {{u"name"_s, u"上海晨光文具有限公司"_s}, {u"links"_s, u"chenguang.example"_s}}));
    CHECK_FALSE(areLikely(book, u"customer", beijing, {{u"name"_s, u"北京晨光印刷有限公司"_s}}));
    CHECK_FALSE(areLikely(book, u"customer", {{u"name"_s, u"Velodis Works"_s}, inCity(u"London"_s)},
                          {{u"name"_s, u"Velodis Works"_s}, inCity(u"Manchester"_s)}));
    // Two right tax numbers are two companies, whatever they are called.
    CHECK_FALSE(areLikely(book, u"customer",
                          {{u"name"_s, u"北京晨光文具有限公司"_s}, {u"tax_id"_s, u"91110000123456788M"_s}},
                          {{u"name"_s, u"北京晨光文具有限公司"_s}, {u"tax_id"_s, u"91110000876543210T"_s}}));
    // A switchboard of an office building.
    CHECK_FALSE(areLikely(book, u"customer", {{u"name"_s, u"Velodis Works"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}},
                          {{u"name"_s, u"Kestorix Foods"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}}));
}

TEST_CASE("a name without its place is the one whose address is there")
{
    WorkBook book;
    const Typed placed{{u"name"_s, u"北京晨光文具有限公司"_s}};
    CHECK(areLikely(book, u"customer", placed, {{u"name"_s, u"晨光文具有限公司"_s}, inCity(u"北京市"_s)}));
    // Its papers may go to another city.
    CHECK(areLikely(book, u"customer", {{u"name"_s, u"北京晨光文具有限公司"_s}, inCity(u"上海市"_s)},
                    {{u"name"_s, u"晨光文具有限公司"_s}, inCity(u"北京市"_s)}));
    CHECK_FALSE(areLikely(book, u"customer", placed, {{u"name"_s, u"晨光文具有限公司"_s}, inCity(u"上海市"_s)}));
}

TEST_CASE("people are told by more than their name")
{
    WorkBook book;
    const Typed wang{{u"name"_s, u"王小明"_s}, {u"phones"_s, u"13800000001"_s}};
    CHECK(areLikely(book, u"contact", wang, {{u"name"_s, u"王晓明"_s}, {u"phones"_s, u"+86 138 0000 0001"_s}}));
    CHECK_FALSE(areLikely(book, u"contact", {{u"name"_s, u"王小明"_s}}, {{u"name"_s, u"王小明"_s}}));
    CHECK_FALSE(areLikely(book, u"contact", wang, {{u"name"_s, u"李强"_s}, {u"phones"_s, u"13800000001"_s}}));
    CHECK(areLikely(book, u"contact", {{u"name"_s, u"Olivia Pemberton"_s}, {u"mails"_s, u"o.p@velodis.example"_s}},
                    {{u"name"_s, u"Pemberton, Olivia"_s}, {u"mails"_s, u"O.P@velodis.example"_s}}));
    CHECK_FALSE(areLikely(
        book, u"contact",
        {{u"name"_s, u"Olivia Pemberton"_s}, {u"birthday"_s, u"1980-01-02"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}},
        {{u"name"_s, u"Olivia Pemberton"_s}, {u"birthday"_s, u"1991-03-04"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}}));
    const auto customer = book.create(u"customer", {{u"name"_s, u"Velodis"_s}}).toString();
    const auto colleague = [&](const QString& name) {
        auto values = book.values(u"contact", {{u"name"_s, name}});
        values[book.field(u"contact", u"customer").id] =
            Reference{book.entity(u"customer").id, *RecordId::fromString(customer)};
        return traitsOf(book.compared(u"contact"), values);
    };
    const SharedBy onlyThese = [](TraitHash) { return Result<int>(2); };
    CHECK(compareTraits(colleague(u"王小明"_s), colleague(u"王 小明"_s), onlyThese)->score >= Likeness::likely);
    CHECK(compareTraits(colleague(u"王小明"_s), colleague(u"王强"_s), onlyThese)->score < Likeness::hint);
}

TEST_CASE("what many have counts for little")
{
    WorkBook book;
    const auto fields = book.compared(u"customer");
    const auto one =
        traitsOf(fields, book.values(u"customer", {{u"name"_s, u"Velodis"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}}));
    const auto other = traitsOf(
        fields, book.values(u"customer", {{u"name"_s, u"Velodis Works"_s}, {u"phones"_s, u"+44 20 7946 0011"_s}}));
    const auto scoreWith = [&](int holders) {
        const auto likeness = compareTraits(one, other, [holders](TraitHash) { return Result<int>(holders); });
        REQUIRE_OK(likeness);
        return likeness->score;
    };
    CHECK(scoreWith(2) >= Likeness::likely);
    CHECK(scoreWith(8) < scoreWith(2));
    CHECK(scoreWith(commonTrait) < scoreWith(8));
    CHECK(scoreWith(commonTrait) < Likeness::likely);
}

TEST_CASE("only people and companies are compared")
{
    WorkBook book;
    QStringList compared;
    for (const Entity* entity : comparedEntities(book.tables().catalog()))
        compared += entity->key;
    CHECK(compared == QStringList{u"customer"_s, u"contact"_s, u"lead"_s});
    CHECK_FALSE(ComparedFields::of(book.entity(u"product")));
}
