#include "core/services/QualityDesk.h"

#include "tests/support/SessionBook.h"

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

class Book : public SessionBook
{
public:
    QualityDesk& quality() { return session().quality(); }

    // With a number that could not be read where it was typed.
    RecordId withKept(const QString& name, const QString& number, const QString& label = {})
    {
        auto values = this->values(u"customer", {{u"name"_s, name}});
        values[field(u"customer", u"phones").id] = Points{{{}, number, label}};
        const auto made = need(desk().create(entity(u"customer").id, values));
        REQUIRE(made.problems.empty());
        return made.id;
    }
    std::int64_t found(QStringView kind, const QString& check)
    {
        for (const auto& count : need(quality().counts(entity(kind).id))) {
            if (count.check == check)
                return count.records;
        }
        return -1;
    }
    std::vector<RecordId> records(QStringView kind, const QString& check)
    {
        const auto query = quality().query(entity(kind), *entity(kind).qualityCheck(check));
        REQUIRE_OK(query);
        return need(desk().picked(*query, {true, {}, {}}));
    }
    RepairPlan plan(QStringView kind, const QString& check, RepairKind how, const QString& region = {})
    {
        const auto field = this->field(kind, entity(kind).qualityCheck(check)->field).id;
        return need(quality().plan(entity(kind).id, {how, field, region}, records(kind, check)));
    }
};

}

TEST_CASE("each check counts the records that its list shows")
{
    Book book;
    book.create(u"customer", {{u"name"_s, u"Velodis"_s}, {u"phones"_s, u"ask Ada"_s}, {u"mails"_s, u"a@b,com"_s}});
    book.create(u"customer", {{u"name"_s, u"Kestorix"_s}, {u"phones"_s, u"138 1234 5678"_s}});
    book.create(u"opportunity", {{u"name"_s, u"Kestorix – spare parts"_s}});
    for (const Entity* kind : QualityDesk::checkedKinds(*book.desk().catalog())) {
        for (const auto& count : need(book.quality().counts(kind->id)))
            CHECK(count.records == std::int64_t(book.records(kind->key, count.check).size()));
    }
    CHECK(book.found(u"customer", u"phones"_s) == 1);
    CHECK(book.found(u"customer", u"mails"_s) == 1);
    CHECK(book.found(u"opportunity", u"customer"_s) == 1);
    CHECK(need(book.quality().counts({})).empty());
}

TEST_CASE("numbers read again are E.164 with what was typed beside them, and one undo brings them back")
{
    Book book;
    const auto one = book.withKept(u"Velodis"_s, u"ask at the desk"_s, u"work"_s);
    const auto other = book.withKept(u"Kestorix"_s, u"(650) 253-0000"_s);
    const auto before = book.contents();
    REQUIRE(book.found(u"customer", u"phones"_s) == 2);
    const auto plan = book.plan(u"customer", u"phones"_s, RepairKind::ReadPhones, u"US"_s);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.looked == 2);
    CHECK(plan.changes.front().record == other);
    CHECK(plan.changes.front().beforeText == u"(650) 253-0000"_s);
    CHECK(plan.changes.front().afterText == u"+1 650-253-0000"_s);
    CHECK(book.contents() == before);
    const auto outcome = need(book.quality().carryOut(plan));
    CHECK(outcome.repaired == 1);
    CHECK(book.found(u"customer", u"phones"_s) == 1);
    CHECK(book.shown(u"customer", other, u"phones").contains(u"(650) 253-0000"_s));
    CHECK(book.count(u"customer", u"phones = +16502530000"_s) == 1);
    // Later, after other acts.
    book.create(u"customer", {{u"name"_s, u"Ada"_s}});
    need(book.desk().undo());
    CHECK(need(book.desk().undo(outcome.saved.act)).kept.empty());
    CHECK(book.contents() == before);
    CHECK(book.shown(u"customer", one, u"phones").contains(u"ask at the desk"_s));
}

TEST_CASE("without a country each number is read as one of its record's address")
{
    Book book;
    const auto id = book.withKept(u"Velodis"_s, u"(650) 253-0000"_s);
    CHECK(book.plan(u"customer", u"phones"_s, RepairKind::ReadPhones).changes.front().afterText.startsWith(u"+86"_s));
    const Value address = Addresses{{u"US"_s, {}, {}, {}, {}, {}, {}}};
    need(book.desk().save(book.entity(u"customer").id, id, {{book.field(u"customer", u"address").id, address}}));
    CHECK(book.plan(u"customer", u"phones"_s, RepairKind::ReadPhones).changes.front().afterText ==
          u"+1 650-253-0000"_s);
}

TEST_CASE("mails are put right as the plan says, and a record that has changed since is left alone")
{
    Book book;
    const auto one = book.create(u"contact", {{u"name"_s, u"Ada"_s}, {u"mails"_s, u"ada@velodis,example"_s}});
    const auto other = book.create(u"contact", {{u"name"_s, u"Bea"_s}, {u"mails"_s, u"bea @ velodis.example"_s}});
    book.create(u"contact", {{u"name"_s, u"Cy"_s}, {u"mails"_s, u"by phone only"_s}});
    const auto plan = book.plan(u"contact", u"mails"_s, RepairKind::PutMailsRight);
    CHECK(plan.looked == 3);
    REQUIRE(plan.changes.size() == 2);
    need(
        book.desk().save(book.entity(u"contact").id, other, book.values(u"contact", {{u"mails"_s, u"b@v.example"_s}})));
    const auto outcome = need(book.quality().carryOut(plan));
    CHECK(outcome.repaired == 1);
    CHECK(outcome.left == 1);
    CHECK(book.shown(u"contact", one, u"mails") == u"ada@velodis.example"_s);
    CHECK(book.shown(u"contact", other, u"mails") == u"b@v.example"_s);
    need(book.desk().undo());
    CHECK(book.shown(u"contact", one, u"mails").contains(u"\"ada@velodis,example\""_s));
}

TEST_CASE("what is not readable is left out, and good numbers stay")
{
    Book book;
    const auto id = book.create(u"customer", {{u"name"_s, u"Velodis"_s}, {u"phones"_s, u"13812345678; ask Ada"_s}});
    const auto plan = book.plan(u"customer", u"phones"_s, RepairKind::DropUnread);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes.front().afterText == u"+86 138 1234 5678"_s);
    CHECK(need(book.quality().carryOut(plan)).repaired == 1);
    CHECK(book.found(u"customer", u"phones"_s) == 0);
    CHECK(book.shown(u"customer", id, u"phones") == u"13812345678"_s);
    need(book.desk().undo());
    CHECK(book.found(u"customer", u"phones"_s) == 1);
}

TEST_CASE("an opportunity is linked with the customer that its name tells of, if just one fits")
{
    Book book;
    const auto acme = book.create(u"customer", {{u"name"_s, u"Acme Tools Ltd"_s}, {u"short_name"_s, u"Acme"_s}});
    const auto han = book.create(u"customer", {{u"name"_s, u"北京霁溪软件有限公司"_s}, {u"short_name"_s, u"霁溪"_s}});
    book.create(u"customer", {{u"name"_s, u"Twin Foods"_s}});
    book.create(u"customer", {{u"name"_s, u"Twin Foods"_s}});
    const std::vector<std::pair<QString, RecordId>> opportunities{{u"Acme Tools – 40 licences"_s, acme},
                                                                  {u"Acme: renewal"_s, acme},
                                                                  {u"Renewal (Acme)"_s, acme},
                                                                  {u"Acme new licences"_s, acme},
                                                                  {u"霁溪采购项目"_s, han},
                                                                  {u"Twin Foods – ovens"_s, {}},
                                                                  {u"Something for nobody"_s, {}},
                                                                  {u"Acm"_s, {}}};
    std::map<RecordId, RecordId> wanted;
    for (const auto& [name, customer] : opportunities)
        wanted[book.create(u"opportunity", {{u"name"_s, name}})] = customer;
    const auto plan = book.plan(u"opportunity", u"customer"_s, RepairKind::LinkNamed);
    std::map<RecordId, RecordId> guessed;
    for (const auto& change : plan.changes)
        guessed[change.record] = std::get<Reference>(change.after).record;
    for (const auto& [id, customer] : wanted) {
        INFO(book.shown(u"opportunity", id, u"name").toStdString());
        CHECK(guessed[id] == customer);
    }
    CHECK(need(book.quality().carryOut(plan)).repaired == 5);
    CHECK(book.found(u"opportunity", u"customer"_s) == 3);
    need(book.desk().undo());
    CHECK(book.found(u"opportunity", u"customer"_s) == 8);
}

TEST_CASE("a contact is linked with the customer at whose own domain the mail is")
{
    Book book;
    const auto acme =
        book.create(u"customer", {{u"name"_s, u"Acme Tools"_s}, {u"links"_s, u"https://acme-tools.com"_s}});
    book.create(u"customer", {{u"name"_s, u"Other"_s}, {u"mails"_s, u"other@gmail.com"_s}});
    const auto ada = book.create(u"contact", {{u"name"_s, u"Ada"_s}, {u"mails"_s, u"ada@acme-tools.com"_s}});
    book.create(u"contact", {{u"name"_s, u"Bea"_s}, {u"mails"_s, u"bea@gmail.com"_s}});
    const auto plan = book.plan(u"contact", u"customer"_s, RepairKind::LinkNamed);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes.front().record == ada);
    CHECK(std::get<Reference>(plan.changes.front().after).record == acme);
    CHECK(plan.changes.front().afterText == u"Acme Tools"_s);
}

TEST_CASE("an opportunity takes its customer from its contact before its name is looked at")
{
    Book book;
    book.create(u"customer", {{u"name"_s, u"Acme"_s}});
    const auto contact = book.create(u"contact", {{u"name"_s, u"Ada"_s}});
    book.create(u"opportunity", {{u"name"_s, u"Acme"_s}, {u"contact"_s, contact.toString()}});
    const auto velodis = book.create(u"customer", {{u"name"_s, u"Velodis"_s}});
    need(book.desk().save(book.entity(u"contact").id, contact,
                          {{book.field(u"contact", u"customer").id, Reference{book.entity(u"customer").id, velodis}}}));
    const auto plan = book.plan(u"opportunity", u"customer"_s, RepairKind::LinkNamed);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes.front().afterText == u"Velodis"_s);
}

TEST_CASE("a repair that does not suit the field is refused")
{
    Book book;
    const auto& customer = book.entity(u"customer");
    const FieldRepair repair{RepairKind::ReadPhones, book.field(u"customer", u"name").id, {}};
    CHECK(errorOf(book.quality().plan(customer.id, repair, {})) == ErrorCode::NoSuchField);
    CHECK_FALSE(FieldRepair::suits(RepairKind::LinkNamed, book.field(u"customer", u"owner")));
    CHECK_FALSE(FieldRepair::suits(RepairKind::PutMailsRight, book.field(u"customer", u"phones")));
}
