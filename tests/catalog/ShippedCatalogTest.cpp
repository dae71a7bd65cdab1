#include "tests/catalog/CatalogProblems.h"
#include "tests/support/Test.h"

#include <QJsonArray>

using namespace kith;
using namespace kith::testing;
using namespace Qt::StringLiterals;

namespace {

Catalog shipped()
{
    auto catalog = Catalog::shipped();
    REQUIRE_OK(catalog);
    return std::move(catalog).value();
}

// The shipped catalog with one field of one entity changed.
Catalog withChangedField(const QString& entity, const QString& field, const QString& key, const QJsonValue& value)
{
    auto files = shippedFiles();
    auto fields = files[entity][u"fields"_s].toArray();
    for (auto item : fields) {
        auto object = item.toObject();
        if (object[u"key"_s].toString() != field)
            continue;
        object[key] = value;
        item = object;
    }
    files[entity][u"fields"_s] = fields;
    const auto list = files.values();
    auto catalog = Catalog::fromFiles({list.begin(), list.end()});
    REQUIRE_OK(catalog);
    return std::move(catalog).value();
}

// The shipped catalog with one key of one file changed.
Catalog withChangedFile(const QString& name, const QString& key, const QJsonValue& value)
{
    auto files = shippedFiles();
    files[name][key] = value;
    const auto list = files.values();
    auto catalog = Catalog::fromFiles({list.begin(), list.end()});
    REQUIRE_OK(catalog);
    return std::move(catalog).value();
}

void checkHeaders(const QString& entityKey, const std::vector<std::pair<const char16_t*, const char16_t*>>& expected)
{
    const auto catalog = shipped();
    const Entity* entity = catalog.entity(entityKey);
    REQUIRE(entity);
    for (const auto& [header, field] : expected) {
        INFO(entityKey.toStdString() << ": " << QString::fromUtf16(header).toStdString());
        CHECK(fieldForHeader(*entity, QString::fromUtf16(header)) == QString::fromUtf16(field));
    }
}

}

TEST_CASE("shipped elements have numbers of their own range")
{
    CHECK(wrongNumbers(shipped()).join(u'\n') == QString());
    CHECK(wrongNumbers(withChangedField(u"tag"_s, u"name"_s, u"id"_s, 4101)) == QStringList{u"tag.name"_s});
}

TEST_CASE("every shipped label is there in English and in Chinese")
{
    CHECK(missingLabels(shipped()).join(u'\n') == QString());
    CHECK(missingLabels(withChangedField(u"tag"_s, u"name"_s, u"label"_s, u"Name"_s)) == QStringList{u"tag.name"_s});
}

TEST_CASE("a check of quality is read strictly")
{
    const QJsonObject good{{u"key"_s, u"nameless"_s},
                           {u"label"_s, u"Without name"_s},
                           {u"hint"_s, u"Name it"_s},
                           {u"filter"_s, u"name is empty"_s}};
    const auto problem = [&](const QString& key, const QJsonValue& value) {
        auto check = good;
        check[key] = value;
        auto files = shippedFiles();
        files[u"tag"_s][u"quality"_s] = QJsonArray{check, good};
        const auto list = files.values();
        const auto catalog = Catalog::fromFiles({list.begin(), list.end()});
        return catalog ? QString() : catalog.error().detail.join(u": "_s);
    };
    CHECK(problem(u"key"_s, u"other"_s) == QString());
    CHECK(problem(u"key"_s, u"nameless"_s) == u"tag.quality.nameless: key given twice"_s);
    CHECK(problem(u"colour"_s, u"red"_s) == u"tag.quality.nameless: unknown key colour"_s);
    CHECK(problem(u"field"_s, u"nobody"_s) == u"tag.quality.nameless: no field nobody"_s);
    CHECK(problem(u"hint"_s, QJsonObject()).contains(u"needs a key"_s));
    CHECK(missingLabels(withChangedFile(u"tag"_s, u"quality"_s, QJsonArray{good})) ==
          QStringList{u"tag check nameless"_s});
}

TEST_CASE("shipped lists, sections and views name fields that are there and can be sorted")
{
    CHECK(wrongShapes(shipped()).join(u'\n') == QString());
    CHECK(wrongShapes(withChangedFile(u"tag"_s, u"list"_s, QJsonObject{{u"columns"_s, QJsonArray{u"nobody"_s}}}))
              .size() == 1);
    CHECK(wrongShapes(withChangedFile(u"tag"_s, u"layout"_s, QJsonArray())).size() == 3);
}

TEST_CASE("shipped colours, icons and defaults exist")
{
    CHECK(wrongTokens(shipped()).join(u'\n') == QString());
    CHECK(wrongTokens(withChangedFile(u"tag"_s, u"icon"_s, u"no-such-icon"_s)).size() == 1);
    CHECK(wrongTokens(withChangedField(u"tag"_s, u"colour"_s, u"default"_s, u"plaid"_s)).size() == 1);
}

TEST_CASE("a header means one field and a cell one option")
{
    CHECK(ambiguousWords(shipped()).join(u'\n') == QString());
    CHECK(ambiguousWords(withChangedField(u"tag"_s, u"colour"_s, u"synonyms"_s, QJsonArray{u"Tag_Name"_s})).size() ==
          1);
}

TEST_CASE("shipped fills and derived values come from fields of their own type")
{
    CHECK(wrongSources(shipped()).join(u'\n') == QString());
    const QJsonObject fill{{u"from"_s, u"customer"_s}, {u"field"_s, u"no_such_field"_s}};
    CHECK(wrongSources(withChangedField(u"opportunity"_s, u"name"_s, u"fill"_s, fill)).size() == 1);
}

TEST_CASE("shipped records have fields, options and targets that exist")
{
    const auto catalog = shipped();
    CHECK(wrongSeeds(catalog).join(u'\n') == QString());
    CHECK(catalog.seeds().size() > 15);
    const QJsonObject seed{
        {u"id"_s, 1000}, {u"entity"_s, u"stage"_s}, {u"fields"_s, QJsonObject{{u"pipeline"_s, u"#999"_s}}}};
    CHECK(wrongSeeds(withChangedFile(u"seeds"_s, u"seeds"_s, QJsonArray{seed})).size() == 1);
}

TEST_CASE("a new opportunity starts in the first stage of the default pipeline")
{
    const auto catalog = shipped();
    const auto named = [&](const QString& text) {
        const auto found = std::find_if(catalog.seeds().begin(), catalog.seeds().end(),
                                        [&](const Seed& seed) { return text == u'#' + catalogIdText(seed.id); });
        return found == catalog.seeds().end() ? Seed() : *found;
    };
    const auto stage = named(catalog.entity(u"opportunity")->field(u"stage")->defaultText);
    REQUIRE(stage.entity == u"stage"_s);
    CHECK(stage.fields[u"position"_s].in(u"en"_s) == u"1"_s);
    CHECK(stage.fields[u"outcome"_s].in(u"en"_s) == u"open"_s);
    const auto pipeline = named(stage.fields[u"pipeline"_s].in(u"en"_s));
    REQUIRE(pipeline.entity == u"pipeline"_s);
    CHECK(pipeline.fields[u"default"_s].in(u"en"_s) == u"true"_s);
}

TEST_CASE("the headers of sales databases and plain tables are known without being told")
{
    checkHeaders(u"customer"_s, {{u"account", u"name"},
                                 {u"sector", u"industry"},
                                 {u"year_established", u"founded"},
                                 {u"revenue", u"revenue"},
                                 {u"employees", u"employees"},
                                 {u"office_location", u"address.country"},
                                 {u"subsidiary_of", u"parent"}});
    checkHeaders(u"product"_s, {{u"product", u"name"}, {u"series", u"series"}, {u"sales_price", u"price"}});
    checkHeaders(u"person"_s,
                 {{u"sales_agent", u"name"}, {u"manager", u"manager"}, {u"regional_office", u"team.parent"}});
    checkHeaders(u"opportunity"_s, {{u"opportunity_id", u"code"},
                                    {u"sales_agent", u"owner"},
                                    {u"product", u"product"},
                                    {u"account", u"customer"},
                                    {u"deal_stage", u"stage"},
                                    {u"engage_date", u"engaged"},
                                    {u"close_date", u"closed"},
                                    {u"close_value", u"amount"}});
}

TEST_CASE("the headers of Salesforce and HubSpot exports are known without being told")
{
    checkHeaders(u"customer"_s, {{u"Account Name", u"name"},
                                 {u"Billing State/Province", u"address.region"},
                                 {u"BillingPostalCode", u"address.postcode"},
                                 {u"NumberOfEmployees", u"employees"},
                                 {u"AnnualRevenue", u"revenue"},
                                 {u"Parent Account", u"parent"},
                                 {u"Company Domain Name", u"links"},
                                 {u"Phone Number", u"phones"},
                                 {u"Year Founded", u"founded"},
                                 {u"Lifecycle Stage", u"status"}});
    checkHeaders(u"contact"_s, {{u"First Name", u"given_name"},
                                {u"LastName", u"family_name"},
                                {u"Email", u"mails"},
                                {u"MobilePhone", u"phones"},
                                {u"Title", u"job_title"},
                                {u"Account Name", u"customer"}});
    checkHeaders(u"opportunity"_s, {{u"Deal Name", u"name"},
                                    {u"StageName", u"stage"},
                                    {u"Lead Source", u"source"},
                                    {u"Probability (%)", u"probability"},
                                    {u"Closed Lost Reason", u"loss_reason"}});
}

TEST_CASE("the headers of Chinese customer lists are known without being told")
{
    checkHeaders(u"customer"_s, {{u"公司名称", u"name"},
                                 {u"联系人", u"primary_contact"},
                                 {u"手机", u"phones"},
                                 {u"电话", u"phones"},
                                 {u"职务", u"primary_contact.job_title"},
                                 {u"邮箱", u"mails"},
                                 {u"地址", u"address"},
                                 {u"省", u"address.region"},
                                 {u"市", u"address.city"},
                                 {u"区", u"address.district"},
                                 {u"客户来源", u"source"},
                                 {u"客户级别", u"level"},
                                 {u"跟进人", u"owner"},
                                 {u"下次跟进时间", u"follow_up"},
                                 {u"备注", u"description"},
                                 {u"成交金额", u"earlier_sales"},
                                 {u"统一社会信用代码", u"tax_id"}});
    checkHeaders(u"contact"_s, {{u"姓名", u"name"}, {u"公司名称", u"customer"}, {u"职位", u"job_title"}});
    checkHeaders(u"opportunity"_s, {{u"商机名称", u"name"},
                                    {u"客户名称", u"customer"},
                                    {u"预计成交日期", u"expected_close"},
                                    {u"销售阶段", u"stage"},
                                    {u"负责人", u"owner"}});
}
