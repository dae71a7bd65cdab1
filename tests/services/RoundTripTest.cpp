#include "tests/services/RandomRecords.h"

#include <QFile>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray exported(SessionBook& book, QStringView entity, const QString& name)
{
    Query query;
    query.catalog = book.desk().catalog();
    query.entity = &book.entity(entity);
    const auto path = book.file(name);
    need(book.session().exports().write(query, path, {}));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void fill(SessionBook& book)
{
    book.create(u"person", {{u"name"_s, u"Ann Lee"_s}});
    book.create(u"contact",
                {{u"name"_s, u"李四"_s}, {u"phones"_s, u"work: 13800138000; mobile: +44 20 7946 0001; not one"_s}});
    book.create(u"customer", {{u"name"_s, u"上海晨光"_s},
                              {u"phones"_s, u"021 5555 1234"_s},
                              {u"mails"_s, u"a@b.example; B@C.example"_s},
                              {u"revenue"_s, u"1054.10 EUR"_s},
                              {u"owner"_s, u"Ann Lee"_s},
                              {u"tags"_s, u"vip; 重点"_s},
                              {u"description"_s, u"=1+1\n'quoted\"; and 'more"_s}});
    book.create(u"customer", {{u"name"_s, u"Zoë & Söhne"_s},
                              {u"parent"_s, u"上海晨光"_s},
                              {u"code"_s, u"+49"_s},
                              {u"customer_since"_s, u"2020-02-29"_s},
                              {u"do_not_contact"_s, u"true"_s},
                              {u"primary_contact"_s, u"李四"_s},
                              {u"tags"_s, u"vip"_s}});
    const auto cleared = book.create(u"customer", {{u"name"_s, u"'=Cleared"_s}});
    need(book.desk().save(book.entity(u"customer").id, cleared, {{book.field(u"customer", u"status").id, Value{}}}));
    // A tag whose name has a comma in it.
    const auto tag = book.create(u"tag", {{u"name"_s, u"big, old"_s}});
    need(book.desk().save(book.entity(u"customer").id, cleared, {{book.field(u"customer", u"tags").id, IdSet{tag}}}));
}

// Every value of every record, in the order of the list; tags by name.
std::vector<std::pair<RecordId, FieldValues>> valuesOf(SessionBook& book)
{
    std::vector<std::pair<RecordId, FieldValues>> all;
    for (const auto& kind : {u"person"_s, u"contact"_s, u"customer"_s}) {
        Query query;
        query.catalog = book.desk().catalog();
        query.entity = &book.entity(kind);
        for (const auto& row : need(book.desk().page(query, 0, 1'000)).rows) {
            const auto view = need(book.desk().record(query.entity->id, row.id));
            FieldValues values;
            for (const auto& field : query.entity->fields) {
                const auto& value = view.record.value(field.id);
                if (field.readOnly || isEmpty(value))
                    continue;
                QStringList names;
                if (const auto set = view.setTitles.find(field.id); set != view.setTitles.end())
                    names = QStringList(set->second.begin(), set->second.end());
                names.sort();
                values[field.id] = field.type == FieldType::Tags ? Value(names.join(u'|')) : value;
            }
            all.emplace_back(row.id, std::move(values));
        }
    }
    return all;
}

const std::vector<QString> kinds{u"person"_s, u"contact"_s, u"customer"_s};

}

TEST_CASE("what is exported imports into a new book and is exported from there byte for byte")
{
    SessionBook book;
    fill(book);
    SessionBook other;
    for (const auto& kind : kinds) {
        INFO(kind.toStdString());
        const auto first = exported(book, kind, kind + u".csv"_s);
        const auto report = need(other.imports().run(other.plan(book.file(kind + u".csv"_s), kind)));
        for (const auto& reason : report.reasons)
            UNSCOPED_INFO(reason.text.toStdString());
        CHECK(report.rejected == 0);
        // What is no phone number is none there either.
        CHECK(report.warnings.size() == (kind == u"contact"_s ? 1 : 0));
        CHECK(exported(other, kind, kind + u".csv"_s).toStdString() == first.toStdString());
    }
}

TEST_CASE("an export imported into its own book changes nothing")
{
    SessionBook book;
    fill(book);
    const auto before = book.contents();
    for (const auto& kind : kinds) {
        exported(book, kind, kind + u".csv"_s);
        const auto report = need(book.imports().run(book.plan(book.file(kind + u".csv"_s), kind)));
        CHECK(report.read == report.skipped);
        CHECK(report.act == 0);
    }
    CHECK(book.contents() == before);
}

TEST_CASE("a book of another region takes phones for the same numbers, as they were typed")
{
    SessionBook book;
    SessionBook other(SessionBook::Begin::Open, u"GB"_s);
    for (const auto& phones :
         {u"021 5555 1234"_s, u"020 7946 0001; mobile: +44 7700 900123"_s, u"12345678; not one"_s, u"138 0013 8000"_s})
        book.create(u"customer", {{u"name"_s, u"Ada"_s}, {u"phones"_s, phones}});
    const auto first = exported(book, u"customer", u"first.csv"_s);
    CHECK(need(other.imports().run(other.plan(book.file(u"first.csv"_s), u"customer"))).created == 4);
    CHECK_FALSE(exported(other, u"customer", u"second.csv"_s).contains("[{"));
    const auto points = [](SessionBook& one) {
        Query query;
        query.catalog = one.desk().catalog();
        query.entity = &one.entity(u"customer");
        query.columns = {{nullptr, query.entity, &one.field(u"customer", u"phones"), {}}};
        std::vector<Value> values;
        for (const auto& row : need(one.desk().page(query, 0, 10)).rows)
            values.push_back(row.values.front());
        return values;
    };
    CHECK(points(other) == points(book));
}

TEST_CASE("links of an export lead by title where a book has the record under another id, and make it under this one")
{
    SessionBook book;
    const auto ada = book.create(u"customer", {{u"name"_s, u"Ada Ltd"_s}});
    book.create(u"contact", {{u"name"_s, u"Bea"_s}, {u"customer"_s, u"Ada Ltd"_s}});
    exported(book, u"contact", u"contacts.csv"_s);
    exported(book, u"customer", u"customers.csv"_s);
    SessionBook knowing;
    knowing.create(u"customer", {{u"name"_s, u"ada ltd"_s}});
    CHECK(need(knowing.imports().run(knowing.plan(book.file(u"contacts.csv"_s), u"contact"))).created == 1);
    CHECK(knowing.all(u"contact", u"customer") == QStringList{u"ada ltd"_s});
    SessionBook empty;
    auto plan = empty.plan(book.file(u"contacts.csv"_s), u"contact");
    CHECK(need(empty.imports().run(plan)).rejected == 1);
    for (auto& column : plan.columns)
        column.make = column.field.startsWith(u"customer"_s);
    CHECK(need(empty.imports().run(plan)).related == 1);
    CHECK(empty.shown(u"customer", ada, u"name") == u"Ada Ltd"_s);
    CHECK(need(empty.imports().run(empty.plan(book.file(u"customers.csv"_s), u"customer"))).created == 0);
}

TEST_CASE("an empty cell is left to its default unless Kith wrote the row")
{
    SessionBook book;
    const auto id = book.create(u"customer", {{u"name"_s, u"There"_s}, {u"level"_s, u"a"_s}}).toString().toUtf8();
    const auto file = book.write(u"c.csv"_s, "id,name,status,level\n" + id +
                                                 ",There,,\n"
                                                 "01977420-dc00-700b-90de-a666e6699402,Exported,,\n"
                                                 ",By hand,,\n");
    const auto report = need(book.imports().run(book.plan(file, u"customer")));
    CHECK(report.created == 2);
    CHECK(report.skipped == 1); // empty cells change nothing of what is there
    CHECK(book.count(u"customer", u"name = Exported and status is empty"_s) == 1);
    CHECK(book.count(u"customer", u"name = \"By hand\" and status = potential"_s) == 1);
    CHECK(book.count(u"customer", u"name = There and level = a"_s) == 1);
}

TEST_CASE("whatever a book holds of people, contacts and customers goes over into another one unchanged")
{
    if (qEnvironmentVariableIsEmpty("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=10");
    CHECK(rc::check([] {
        SessionBook book(SessionBook::Begin::Open, *rc::gen::element(u"CN"_s, u"GB"_s));
        SessionBook other(SessionBook::Begin::Open, *rc::gen::element(u"CN"_s, u"US"_s));
        fillAtRandom(book, kinds, 6);
        const auto before = book.contents();
        for (const auto& kind : kinds) {
            const auto path = book.file(kind + u".csv"_s);
            const auto first = exported(book, kind, kind + u".csv"_s);
            RC_LOG() << first.toStdString() << '\n';
            const auto back = need(book.imports().run(book.plan(path, kind)));
            for (const auto& reason : back.reasons)
                RC_LOG() << reason.text.toStdString() << '\n';
            INFO(kind.toStdString());
            RC_ASSERT(back.read == back.skipped);
            const auto taken = need(other.imports().run(other.plan(path, kind)));
            for (const auto& reason : taken.reasons)
                RC_LOG() << reason.text.toStdString() << '\n';
            RC_ASSERT(taken.rejected == 0);
            const auto second = exported(other, kind, kind + u".csv"_s);
            RC_LOG() << first.toStdString() << '\n' << second.toStdString() << '\n';
            if (book.desk().conventions().region == other.desk().conventions().region)
                RC_ASSERT(second == first);
        }
        RC_ASSERT(book.contents() == before);
        // All but the tags, which each book has of its own.
        RC_ASSERT(valuesOf(other) == valuesOf(book));
    }));
}
