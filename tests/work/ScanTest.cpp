#include "tests/support/Test.h"
#include "tests/work/WorkBook.h"

#include <rapidcheck.h>

using namespace kith;
using namespace Qt::StringLiterals;
using kith::testing::WorkBook;

namespace {

// Few words, so that much is alike.
kith::testing::StoreBook::Typed anyCustomer()
{
    const auto name = *rc::gen::elementOf(
        std::vector<QString>{u"北京晨光文具有限公司"_s, u"晨光文具"_s, u"上海晨光文具有限公司"_s,
                             u"北京辰光文具有限公司"_s, u"Velodis Works Ltd"_s, u"Velodsi Works"_s, u"velodis"_s,
                             u"Kestorix Foods GmbH"_s, u"Kestorix Foods"_s, u"青禾"_s});
    kith::testing::StoreBook::Typed values{{u"name"_s, name}};
    const auto maybe = [&](const QString& field, const std::vector<QString>& texts) {
        const auto chosen = *rc::gen::elementOf(texts);
        if (!chosen.isEmpty())
            values.emplace_back(field, chosen);
    };
    maybe(u"phones"_s, {QString(), u"010-90123456"_s, u"+44 20 7946 0011; 010-90123456"_s, u"+44 20 7946 0012"_s});
    maybe(u"mails"_s, {QString(), QString(), u"office@velodis.example"_s, u"lianxi@qq.com"_s});
    const auto city = *rc::gen::elementOf(std::vector<QString>{QString(), u"北京市"_s, u"上海市"_s, u"London"_s});
    if (!city.isEmpty())
        values.push_back(kith::testing::inCity(city));
    maybe(u"code"_s, {QString(), QString(), QString(), u"C-1"_s});
    return values;
}

}

TEST_CASE("comparing the whole book finds what following every act finds")
{
    if (qEnvironmentVariableIsEmpty("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=15");
    CHECK(rc::check([&] {
        WorkBook book;
        REQUIRE_OK(book.writer().connection.setDurability(Durability::Off));
        std::vector<RecordId> made;
        const auto acts = *rc::gen::inRange(5, 30);
        for (int i = 0; i < acts; ++i) {
            book.clock().advance(1);
            const auto what = made.empty() ? 0 : *rc::gen::inRange(0, 6);
            const auto& some = made.empty() ? RecordId{} : made[std::size_t(*rc::gen::inRange(0, int(made.size())))];
            const bool alive = !made.empty() && book.lifeOf(u"customer", some) == Life::Alive;
            if (what < 3)
                made.push_back(book.create(u"customer", anyCustomer()));
            else if (what == 3 && alive)
                book.set(u"customer", some, anyCustomer());
            else if (what == 4 && alive)
                book.trash(u"customer", some);
            else if (what == 5 && book.lifeOf(u"customer", some) == Life::Trash)
                book.restore(u"customer", some);
            if (*rc::gen::inRange(0, 3) == 0)
                book.follow();
        }
        book.follow();
        const auto followed = book.pairs(u"customer");
        const auto rows = book.traitRows();
        book.scan(u"customer");
        RC_ASSERT(book.pairs(u"customer") == followed);
        RC_ASSERT(book.traitRows() == rows);
        book.follow();
        RC_ASSERT(book.pairs(u"customer") == followed);
    }));
}

TEST_CASE("a scan says what it has read and found, and finds the same again")
{
    WorkBook book;
    for (int i = 0; i < 30; ++i) {
        book.create(u"customer",
                    {{u"name"_s, u"Velodis %1 Works"_s.arg(i)}, {u"phones"_s, u"+44 20 7946 0%1"_s.arg(100 + i)}});
        book.create(u"customer", {{u"name"_s, u"VELODIS %1 works Ltd"_s.arg(i)}});
    }
    const auto report = book.scan(u"customer");
    CHECK(report.records == 60);
    CHECK(report.pairs == 30);
    CHECK(book.pairs(u"customer").size() == 30);
    CHECK(book.scan(u"customer").pairs == 30);
    DuplicateTable table(book.tables(), book.entity(u"customer"));
    const auto groups = table.groups();
    REQUIRE_OK(groups);
    CHECK(groups->size() == 30);
    CHECK(groups->front().records.size() == 2);
}

TEST_CASE("a scan that is cancelled leaves the list as it was")
{
    WorkBook book;
    book.create(u"customer", {{u"name"_s, u"Velodis Works"_s}});
    book.create(u"customer", {{u"name"_s, u"Velodis Works Ltd"_s}});
    book.follow();
    const auto before = book.pairs(u"customer");
    CHECK(before.size() == 1);
    const auto id = book.entity(u"customer").id;
    book.close();
    auto threads = StoreThreads::open(book.access(), [&] {
        return StoreWriter::open(book.access(), book.clock(), [](Connection&) { return Status{}; });
    });
    REQUIRE_OK(threads);
    auto scan = std::make_shared<DuplicateScan>(**threads, id);
    scan->cancel();
    auto scanning = scan->start();
    scanning.waitForFinished();
    REQUIRE_FALSE(scanning.result().ok());
    CHECK(scanning.result().error().code == ErrorCode::Cancelled);
    threads->reset();
    book.reopen();
    CHECK(book.pairs(u"customer") == before);
}
