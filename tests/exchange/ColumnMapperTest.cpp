#include "core/exchange/mapping/ColumnMapper.h"
#include "tests/support/Test.h"

#include <map>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<QStringList>;

const CatalogPtr& catalog()
{
    static const auto shipped = std::make_shared<const Catalog>(Catalog::shipped().value());
    return shipped;
}

std::vector<ColumnMapping> mapped(QStringView entity, const QStringList& header, const Rows& rows = {})
{
    return ColumnMapper(catalog()).map(*catalog()->entity(entity), header, rows);
}

QStringList fields(QStringView entity, const QStringList& header, const Rows& rows = {})
{
    QStringList paths;
    for (const auto& column : mapped(entity, header, rows))
        paths += column.field;
    return paths;
}

QString guessed(const QStringList& header, const Rows& rows = {}, const QString& file = {})
{
    return ColumnMapper(catalog()).guessEntity(header, rows, file).front().entity->key;
}

}

TEST_CASE("our own headers are known for certain, every importable field of every entity")
{
    for (const auto& entity : catalog()->entities()) {
        QStringList header{u"id"_s};
        QStringList expected{u"id"_s};
        for (const auto& field : entity.fields) {
            QStringList paths{field.key};
            if (field.type == FieldType::Relation)
                paths += field.key + u".id"_s;
            if (field.type == FieldType::Money)
                paths += field.key + u".currency"_s;
            const bool computed = field.isDerived() || field.readOnly || field.hidden;
            for (const auto& path : paths) {
                header += path;
                expected += computed ? QString() : path;
            }
        }
        const auto columns = mapped(entity.key, header);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            CAPTURE(entity.key, columns[i].header);
            CHECK(columns[i].field == expected[qsizetype(i)]);
            CHECK(columns[i].certainty == 1);
            CHECK(columns[i].reason == (columns[i].field.isEmpty() ? u"computed"_s : u"header"_s));
        }
    }
}

TEST_CASE("labels of our own exports are known in every language")
{
    CHECK(fields(u"customer", {u"Name"_s, u"Parent customer"_s, u"Parent customer.id"_s, u"Annual revenue"_s,
                               u"Annual revenue.currency"_s}) ==
          QStringList{u"name"_s, u"parent"_s, u"parent.id"_s, u"revenue"_s, u"revenue.currency"_s});
    CHECK(
        fields(u"customer", {u"客户名称"_s, u"上级客户"_s, u"上级客户.id"_s, u"年营业额"_s, u"年营业额.currency"_s}) ==
        QStringList{u"name"_s, u"parent"_s, u"parent.id"_s, u"revenue"_s, u"revenue.currency"_s});
}

TEST_CASE("headers are compared without case, blanks, underscores and punctuation")
{
    CHECK(fields(u"customer", {u"COMPANY_NAME"_s, u"e-mail"_s, u" Year Established "_s, u"ZIP / Postal Code"_s}) ==
          QStringList{u"name"_s, u"mails"_s, u"founded"_s, u"address.postcode"_s});
    CHECK(fields(u"customer", {u"公司名称"_s, u"手机号"_s, u"所在城市"_s, u"所属行业"_s, u"备注"_s}) ==
          QStringList{u"name"_s, u"phones"_s, u"address.city"_s, u"industry"_s, u"description"_s});
}

TEST_CASE("what is put around a name is taken off, and slips are forgiven, less certainly")
{
    const auto columns =
        mapped(u"customer", {u"Name"_s, u"Revenue (millions)"_s, u"Customer industry"_s, u"Descripton"_s});
    CHECK(columns[1].field == u"revenue");
    CHECK(columns[2].field == u"industry");
    CHECK(columns[3].field == u"description");
    for (std::size_t i = 1; i < columns.size(); ++i) {
        CHECK(columns[i].certainty < 0.95);
        CHECK(columns[i].certainty >= 0.5);
    }
}

TEST_CASE("no field is given twice, but phones and mails may stand in several columns")
{
    CHECK(fields(u"customer", {u"Company"_s, u"Account name"_s, u"name"_s}) ==
          QStringList{QString(), QString(), u"name"_s});
    CHECK(fields(u"customer", {u"name"_s, u"Mobile"_s, u"Office phone"_s, u"Fax"_s}) ==
          QStringList{u"name"_s, u"phones"_s, u"phones"_s, u"fax"_s});
}

TEST_CASE("values tell where headers do not")
{
    const Rows rows{{u"Ada Ltd"_s, u"ada@example.com"_s, u"+44 20 7946 0001"_s, u"https://ada.example.com"_s,
                     u"Kenya"_s, u"17"_s, u"software"_s},
                    {u"Bob Ltd"_s, u"bob@example.com"_s, u"+44 20 7946 0002"_s, u"www.bob.example.com"_s, u"中国"_s,
                     u"4"_s, u"retail"_s}};
    const QStringList header{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s, u"Column 4"_s,
                             u"Column 5"_s, u"Column 6"_s, u"Column 7"_s};
    CHECK(fields(u"customer", header, rows) ==
          QStringList{u"name"_s, u"mails"_s, u"phones"_s, u"links"_s, u"address.country"_s, QString(), u"industry"_s});
    for (const auto& column : mapped(u"customer", header, rows)) {
        CHECK(column.reason == (column.field.isEmpty() ? QString() : u"values"_s));
        CHECK(column.certainty < 0.8);
        CHECK(column.samples.size() == 2);
    }
}

TEST_CASE("a header that its values belie is believed less")
{
    const auto good = mapped(u"customer", {u"Founded"_s, u"E-mail"_s}, {{u"1996"_s, u"a@example.com"_s}});
    const auto bad = mapped(u"customer", {u"Founded"_s, u"E-mail"_s}, {{u"by Ada"_s, u"yes"_s}});
    CHECK(bad[0].certainty < good[0].certainty);
    CHECK(bad[1].certainty < good[1].certainty);
}

TEST_CASE("only our own ids are ids, other programs' go to the external number")
{
    const QString own = u"01890a5d-ac96-774b-bcce-b302099a8057"_s;
    CHECK(fields(u"customer", {u"id"_s, u"name"_s}, {{own, u"Ada"_s}}) == QStringList{u"id"_s, u"name"_s});
    CHECK(fields(u"customer", {u"ID"_s, u"name"_s}, {{u"4711"_s, u"Ada"_s}}) == QStringList{u"code"_s, u"name"_s});
    CHECK(fields(u"customer", {u"parent.id"_s, u"name"_s}, {{u"4711"_s, u"Ada"_s}}) ==
          QStringList{QString(), u"name"_s});
    CHECK(fields(u"customer", {u"parent.id"_s, u"name"_s}, {{own, u"Ada"_s}}) ==
          QStringList{u"parent.id"_s, u"name"_s});
}

TEST_CASE("a column of currencies belongs to the amount before it")
{
    CHECK(fields(u"customer", {u"name"_s, u"Credit limit"_s, u"Revenue"_s, u"Currency"_s},
                 {{u"Ada"_s, u"5"_s, u"1,000"_s, u"USD"_s}}) ==
          QStringList{u"name"_s, u"credit_limit"_s, u"revenue"_s, u"revenue.currency"_s});
    CHECK(fields(u"customer", {u"name"_s, u"币种"_s, u"信用额度"_s}) ==
          QStringList{u"name"_s, u"credit_limit.currency"_s, u"credit_limit"_s});
    CHECK(fields(u"customer", {u"name"_s, u"Currency"_s}).last().isEmpty());
}

TEST_CASE("the order of dates and the decimal mark are decided a column")
{
    const auto columns =
        mapped(u"opportunity", {u"name"_s, u"Close date"_s, u"Expected close date"_s, u"Start date"_s, u"Amount"_s},
               {{u"a"_s, u"03/04/2024"_s, u"31/12/2024"_s, u"2024-01-31"_s, u"1.054,00"_s},
                {u"b"_s, u"05/04/2024"_s, u"01/02/2024"_s, u"2024-01-02"_s, u"12,5"_s}});
    CHECK(columns[1].dateOrder.isEmpty());
    CHECK(columns[2].dateOrder == u"dmy");
    CHECK(columns[3].dateOrder == u"ymd");
    CHECK(columns[4].decimalMark == u',');
    CHECK(commonDateOrder(columns) == u"dmy");
}

TEST_CASE("the columns of a file of rejected rows are left out")
{
    const auto columns = mapped(u"customer", {u"rejected.line"_s, u"rejected.reason"_s, u"name"_s},
                                {{u"7"_s, u"The name is missing."_s, u"Ada"_s}});
    CHECK(columns[0].field.isEmpty());
    CHECK(columns[1].field.isEmpty());
    CHECK(columns[1].reason == u"rejected");
    CHECK(columns[2].field == u"name");
}

TEST_CASE("the entity of a file is guessed from its headers")
{
    CHECK(guessed({u"First name"_s, u"Last name"_s, u"Company"_s, u"Job title"_s, u"Email"_s, u"Name"_s}) ==
          u"contact");
    CHECK(guessed({u"公司名称"_s, u"行业"_s, u"地址"_s, u"员工人数"_s, u"电话"_s}) == u"customer");
    CHECK(guessed({u"商机名称"_s, u"客户名称"_s, u"销售阶段"_s, u"金额"_s, u"预计成交日期"_s}) == u"opportunity");
    CHECK(guessed({u"SKU"_s, u"Product name"_s, u"Unit price"_s, u"Barcode"_s}) == u"product");
    CHECK(guessed({u"Deal name"_s, u"Deal stage"_s, u"Amount"_s, u"Close date"_s, u"Pipeline"_s}) == u"opportunity");
}

TEST_CASE("a region in a file of people is the parent of their team")
{
    CHECK(fields(u"person", {u"sales_agent"_s, u"manager"_s, u"regional_office"_s},
                 {{u"Anna Snelling"_s, u"Dustin Brinkmann"_s, u"Central"_s}}) ==
          QStringList{u"name"_s, u"manager"_s, u"team.parent"_s});
}
