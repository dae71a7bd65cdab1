// Conditions on what a record keeps and on what leads to it, against reading every record.
#include "tests/support/RandomFieldValues.h"
#include "tests/support/StoreBook.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

#include <set>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

// Contacts with any phones and mails, some of them at customers by a record of their own.
class Contacts : public StoreBook
{
public:
    Contacts() { m_company = create(u"customer", {{u"name"_s, u"Acme"_s}}); }

    void add(const Value& phones, const Value& mails)
    {
        const auto& contact = entity(u"contact");
        auto act = need(ActWriter::begin(writer().context(), ActKind::Create));
        const auto made = need(act.create(contact, {{contact.field(u"name")->id, u"Ada"_s},
                                                    {contact.field(u"phones")->id, phones},
                                                    {contact.field(u"mails")->id, mails}}));
        REQUIRE(made.problems.empty());
        need(act.commit());
        m_contacts.push_back(made.id);
    }
    void link(std::size_t which, bool trashed)
    {
        const auto id = m_contacts[which % m_contacts.size()];
        if (m_linked.contains(id))
            return;
        const auto made =
            create(u"affiliation", {{u"contact"_s, id.toString()}, {u"customer"_s, m_company.toString()}});
        if (trashed)
            trash(u"affiliation", made);
        else
            m_linked.insert(id);
    }
    const std::vector<RecordId>& contacts() const { return m_contacts; }
    bool isLinked(const RecordId& id) const { return m_linked.contains(id); }
    Record record(const RecordId& id) { return need(tables().load(entity(u"contact"), id))->record; }

    std::set<RecordId> listed(const QString& filter)
    {
        Query query;
        query.catalog = tables().catalogPtr();
        query.entity = &entity(u"contact");
        query.filter = need(parseFilter(*query.catalog, *query.entity, filter, {{}, {}, clock().now(), u"USD"_s}));
        std::set<RecordId> ids;
        for (const auto& row : need(ListReader(tables()).page(query, 0, 1'000)).rows)
            ids.insert(row.id);
        return ids;
    }

private:
    RecordId m_company;
    std::vector<RecordId> m_contacts;
    std::set<RecordId> m_linked;
};

bool isInvalid(const Value& value)
{
    const auto* points = std::get_if<Points>(&value);
    return points && std::any_of(points->begin(), points->end(), [](const Point& one) { return one.value.isEmpty(); });
}

// A condition as text and as what it means.
struct Condition
{
    QString text;
    std::function<bool(Contacts&, const Record&)> holds;
};

Condition anyCondition(const Entity& contact, int depth)
{
    if (depth > 0 && *rc::gen::arbitrary<bool>()) {
        const auto one = anyCondition(contact, depth - 1);
        const auto other = anyCondition(contact, depth - 1);
        if (*rc::gen::arbitrary<bool>())
            return {u"not (%1) and (%2)"_s.arg(one.text, other.text),
                    [=](Contacts& book, const Record& r) { return !one.holds(book, r) && other.holds(book, r); }};
        return {u"(%1) or (%2)"_s.arg(one.text, other.text),
                [=](Contacts& book, const Record& r) { return one.holds(book, r) || other.holds(book, r); }};
    }
    const bool positive = *rc::gen::arbitrary<bool>();
    const auto word = positive ? u"is"_s : u"is not"_s;
    const auto& list = *contact.field(*rc::gen::arbitrary<bool>() ? u"phones" : u"mails");
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        return {u"%1 %2 invalid"_s.arg(list.key, word), [&list, positive](Contacts&, const Record& record) {
                    return isInvalid(record.value(list.id)) == positive;
                }};
    case 1:
        return {u"%1 %2 empty"_s.arg(list.key, word), [&list, positive](Contacts&, const Record& record) {
                    return isEmpty(record.value(list.id)) == positive;
                }};
    default:
        return {u"affiliation %1 empty"_s.arg(word),
                [positive](Contacts& book, const Record& record) { return book.isLinked(record.id) != positive; }};
    }
}

}

TEST_CASE("what is invalid and what leads here is found as if every record were read")
{
    Contacts book;
    const auto& contact = book.entity(u"contact");
    CHECK(rc::check([&] {
        book.add(*anyValueFor(*contact.field(u"phones")), *anyValueFor(*contact.field(u"mails")));
        if (*rc::gen::inRange(0, 4) == 0)
            book.link(*rc::gen::inRange<std::size_t>(0, 1'000), *rc::gen::arbitrary<bool>());
        const auto condition = anyCondition(contact, 2);
        std::set<RecordId> expected;
        for (const auto& id : book.contacts()) {
            if (condition.holds(book, book.record(id)))
                expected.insert(id);
        }
        RC_LOG() << condition.text.toStdString() << '\n';
        RC_ASSERT(book.listed(condition.text) == expected);
    }));
}

TEST_CASE("a number that could not be read is found wherever it stands in the list")
{
    Contacts book;
    const Point good{u"+8613812345678"_s, {}, {}};
    const Point bad{{}, u"ask Ada"_s, u"work"_s};
    book.add(Points{good}, {});
    book.add(Points{good, bad}, {});
    book.add(Points{bad}, {});
    book.add({}, Points{{u"ada@example.com"_s, {}, {}}});
    CHECK(book.listed(u"phones is invalid"_s).size() == 2);
    CHECK(book.listed(u"phones is not invalid"_s).size() == 2);
    CHECK(book.listed(u"mails is invalid"_s).empty());
}
