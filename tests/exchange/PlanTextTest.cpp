#include "core/exchange/mapping/PlanText.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

const CatalogPtr& catalog()
{
    static const auto shipped = std::make_shared<const Catalog>(Catalog::shipped().value());
    return shipped;
}

ColumnMapping column(const QString& header, const QString& field)
{
    ColumnMapping mapping;
    mapping.header = header;
    mapping.field = field;
    mapping.certainty = 0.9;
    mapping.reason = u"header"_s;
    return mapping;
}

ImportPlan aPlan()
{
    ImportPlan plan;
    plan.entity = u"customer"_s;
    plan.path = u"/a/b.csv"_s;
    plan.encoding = u"GB18030"_s;
    plan.delimiter = u';';
    plan.columns = {column(u"Account"_s, u"name"_s), column(u"Since"_s, u"customer_since"_s),
                    column(u"Tel"_s, u"phones"_s), column(u"Other"_s, QString())};
    plan.columns[1].dateOrder = u"dmy"_s;
    return plan;
}

QString problem(const QByteArray& json)
{
    auto plan = aPlan();
    const auto map = ImportMap::parse(json, u"map.json"_s);
    const auto error = map.ok() ? map->applyTo(plan, *catalog()).error() : map.error();
    CHECK(error.code == ErrorCode::MapInvalid);
    CHECK(error.detail.first() == u"map.json");
    return error.detail.last();
}

}

TEST_CASE("a map gives columns to fields, and options beside them")
{
    auto plan = aPlan();
    const auto map =
        ImportMap::parse(R"({"columns": {"Other": "short_name", "account": {"field": "parent", "make": true},
        "Since": {"field": "customer_since", "dateOrder": "mdy"}, "Tel": null},
        "entity": "customer", "encoding": "big5", "delimiter": "tab", "header": false, "dateOrder": "ymd",
        "match": ["name"], "onDuplicate": "skip"})",
                         u"map.json"_s);
    REQUIRE_OK(map);
    CHECK(map->entity() == u"customer");
    CHECK(map->given().encoding->name() == u"Big5");
    CHECK(map->given().delimiter == '\t');
    CHECK(map->given().hasHeader == false);
    REQUIRE_OK(map->applyTo(plan, *catalog()));
    CHECK(plan.columns[0].field == u"parent");
    CHECK(plan.columns[0].make);
    CHECK(plan.columns[0].reason == u"chosen");
    CHECK(plan.columns[1].dateOrder == u"mdy");
    CHECK(plan.columns[2].field.isEmpty());
    CHECK(plan.columns[3].field == u"short_name");
    CHECK_FALSE(plan.columns[3].make);
    CHECK(plan.dateOrder == u"ymd");
    CHECK(plan.match == QStringList{u"name"_s});
    CHECK(plan.onDuplicate == DuplicateChoice::Skip);
}

TEST_CASE("a map may be columns alone, and what it does not name stays as guessed")
{
    auto plan = aPlan();
    const auto map = ImportMap::parse(R"({"Other": "address.city"})", u"map.json"_s);
    REQUIRE_OK(map);
    REQUIRE_OK(map->applyTo(plan, *catalog()));
    CHECK(plan.columns[0].field == u"name");
    CHECK(plan.columns[0].reason == u"header");
    CHECK(plan.columns[3].field == u"address.city");
    CHECK(plan.onDuplicate == DuplicateChoice::Update);
}

TEST_CASE("a guess gives way to what is said, two sayings do not, and phones may come twice")
{
    auto plan = aPlan();
    REQUIRE_OK(ImportMap::parse(R"({"Other": "name"})", u"map.json"_s)->applyTo(plan, *catalog()));
    CHECK(plan.columns[0].field.isEmpty());
    CHECK(plan.columns[3].field == u"name");
    CHECK(problem(R"({"Other": "name", "Account": "name"})").contains(u"cannot both"_s));
    plan = aPlan();
    REQUIRE_OK(ImportMap::parse(R"({"Other": "phones"})", u"map.json"_s)->applyTo(plan, *catalog()));
    CHECK(plan.columns[2].field == u"phones");
    CHECK(plan.columns[3].field == u"phones");
}

TEST_CASE("what is wrong with a map is said")
{
    CHECK(problem("{").contains(u"not valid JSON"_s));
    CHECK(problem("[1]").contains(u"not a JSON object"_s));
    CHECK(problem(R"({"Nowhere": "name"})").contains(u"Nowhere"_s));
    CHECK(problem(R"({"Other": "nonsense"})").contains(u"nonsense"_s));
    CHECK(problem(R"({"Other": "won_amount"})").contains(u"won_amount"_s)); // computed
    CHECK(problem(R"({"Other": "address.planet"})").contains(u"address.planet"_s));
    CHECK(problem(R"({"Other": 5})").contains(u"Other"_s));
    CHECK(problem(R"({"Other": {"fields": "name"}})").contains(u"fields"_s));
    CHECK(problem(R"({"Other": {"field": "name", "dateOrder": "ydm"}})").contains(u"ydm"_s));
    CHECK(problem(R"({"columns": {}, "encodin": "UTF-8"})").contains(u"encodin"_s));
    CHECK(problem(R"({"columns": {}, "encoding": "klingon"})").contains(u"klingon"_s));
    CHECK(problem(R"({"columns": {}, "delimiter": "ab"})").contains(u"delimiter"_s));
    CHECK(problem(R"({"columns": {}, "onDuplicate": "burn"})").contains(u"burn"_s));
    CHECK(problem(R"({"columns": {}, "match": ["nonsense"]})").contains(u"nonsense"_s));
}

TEST_CASE("a plan survives its text")
{
    auto plan = aPlan();
    plan.hasHeader = false;
    plan.dateOrder = u"mdy"_s;
    plan.columns[0].make = true;
    plan.columns[2].decimalMark = u',';
    plan.match = QStringList{u"name"_s, u"code"_s};
    plan.onDuplicate = DuplicateChoice::Create;
    plan.dryRun = true;
    plan.rejectsPath = u"/a/rejects.csv"_s;
    const auto back = planFromJson(planToJson(plan));
    REQUIRE_OK(back);
    CHECK(planToJson(*back) == planToJson(plan));
    CHECK(back->path == plan.path);
    CHECK(back->encoding == plan.encoding);
    CHECK(back->delimiter == plan.delimiter);
    CHECK_FALSE(back->hasHeader);
    CHECK(back->columns.size() == plan.columns.size());
    CHECK(back->columns[0].make);
    CHECK(back->columns[1].dateOrder == u"dmy");
    CHECK(back->columns[2].decimalMark == u',');
    CHECK(back->match == plan.match);
    CHECK(back->onDuplicate == DuplicateChoice::Create);
    CHECK(back->dryRun);
    CHECK(back->rejectsPath == plan.rejectsPath);
    CHECK_FALSE(planFromJson("{}").ok());
    CHECK_FALSE(planFromJson("nonsense").ok());
}

TEST_CASE("a mapping is remembered by its header, also of a file of rejected rows")
{
    const auto key = rememberedKey(u"customer"_s, {u"Account"_s, u"Since"_s});
    CHECK(key == rememberedKey(u"customer"_s, {u"ACCOUNT "_s, u"since"_s}));
    CHECK(key == rememberedKey(u"customer"_s, {u"rejected.line"_s, u"rejected.reason"_s, u"Account"_s, u"Since"_s}));
    CHECK(key != rememberedKey(u"contact"_s, {u"Account"_s, u"Since"_s}));
    CHECK(key != rememberedKey(u"customer"_s, {u"Since"_s, u"Account"_s}));
    CHECK(key != rememberedKey(u"customer"_s, {u"AccountSince"_s}));

    auto plan = aPlan();
    plan.columns[3].field = u"short_name"_s;
    plan.columns[0].make = true;
    plan.match = QStringList{u"name"_s};
    plan.onDuplicate = DuplicateChoice::Skip;
    auto later = aPlan();
    later.path = u"/another.csv"_s;
    later.encoding = u"UTF-8"_s;
    later.columns.insert(later.columns.begin(), column(u"rejected.line"_s, QString()));
    REQUIRE_OK(applyRemembered(rememberedMapping(plan), *catalog(), later));
    CHECK(later.path == u"/another.csv");
    CHECK(later.encoding == u"UTF-8");
    CHECK(later.columns[0].field.isEmpty());
    CHECK(later.columns[1].make);
    CHECK(later.columns[1].reason == u"remembered");
    CHECK(later.columns[4].field == u"short_name");
    CHECK(later.match == plan.match);
    CHECK(later.onDuplicate == DuplicateChoice::Skip);
}

TEST_CASE("a remembered field that is gone leaves the guess")
{
    auto plan = aPlan();
    plan.columns[0].field = u"custom_field_of_old"_s;
    auto later = aPlan();
    REQUIRE_OK(applyRemembered(rememberedMapping(plan), *catalog(), later));
    CHECK(later.columns[0].field == u"name");
    CHECK(later.columns[0].reason == u"header");
    CHECK_FALSE(applyRemembered("{}", *catalog(), later).ok());
}
