#include "tests/records/SmallCatalog.h"

#include "tests/support/Test.h"

#include <QJsonDocument>

namespace kith::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto customerFile = R"json({
  "id": 10, "key": "customer", "label": {"en": "Customer"}, "plural": {"en": "Customers"}, "title": ["name"],
  "fields": [
    {"id": 1001, "key": "name", "type": "text", "label": {"en": "Name", "zh": "名称"}, "length": 20},
    {"id": 1002, "key": "remark", "type": "longtext", "label": {"en": "Remark"}},
    {"id": 1003, "key": "staff", "type": "integer", "label": {"en": "Staff"}},
    {"id": 1004, "key": "rate", "type": "decimal", "scale": 3, "label": {"en": "Rate"}},
    {"id": 1005, "key": "turnover", "type": "money", "label": {"en": "Turnover"}},
    {"id": 1006, "key": "since", "type": "date", "label": {"en": "Since"}},
    {"id": 1007, "key": "seen", "type": "instant", "label": {"en": "Seen"}},
    {"id": 1008, "key": "active", "type": "boolean", "label": {"en": "Active"}},
    {"id": 1009, "key": "rank", "type": "option", "label": {"en": "Rank"}, "options": [
      {"id": 100901, "key": "gold", "label": {"en": "Gold", "zh": "金牌"}, "synonyms": ["A", "Au"]},
      {"id": 100902, "key": "not_yet", "label": {"en": "Not yet, maybe", "zh": "黄牌"}}]},
    {"id": 1010, "key": "needs", "type": "options", "label": {"en": "Needs"}, "options": [
      {"id": 101001, "key": "price", "label": {"en": "Price", "zh": "价格"}},
      {"id": 101002, "key": "speed", "label": {"en": "Speed", "zh": "速度"}},
      {"id": 101003, "key": "both", "label": {"en": "Price, speed"}}]},
    {"id": 1011, "key": "tags", "type": "tags", "label": {"en": "Tags"}},
    {"id": 1012, "key": "phones", "type": "phone", "label": {"en": "Phones"}},
    {"id": 1013, "key": "mails", "type": "mail", "label": {"en": "Mails"}},
    {"id": 1014, "key": "links", "type": "link", "label": {"en": "Links"}},
    {"id": 1015, "key": "address", "type": "address", "label": {"en": "Addresses"}},
    {"id": 1016, "key": "parent", "type": "relation", "to": ["customer"], "label": {"en": "Parent"}},
    {"id": 1017, "key": "about", "type": "relation", "to": ["customer", "person"], "label": {"en": "About"}},
    {"id": 1018, "key": "number", "type": "number", "pattern": "C-{00000}", "label": {"en": "Number"}}]
})json";

constexpr auto personFile = R"json({
  "id": 11, "key": "person", "label": {"en": "Person"}, "plural": {"en": "Persons"}, "title": ["name"], "access": "everyone",
  "fields": [{"id": 1101, "key": "name", "type": "text", "label": {"en": "Name"}},
             {"id": 1102, "key": "home", "type": "address", "label": {"en": "Home"}}]
})json";

constexpr auto teamFile = R"json({
  "id": 12, "key": "team", "label": {"en": "Team"}, "plural": {"en": "Teams"}, "title": ["name"], "access": "everyone",
  "fields": [{"id": 1201, "key": "name", "type": "text", "label": {"en": "Name"}}]
})json";

constexpr auto tagFile = R"json({
  "id": 13, "key": "tag", "label": {"en": "Tag"}, "plural": {"en": "Tags"}, "title": ["name"], "access": "everyone",
  "fields": [{"id": 1301, "key": "name", "type": "text", "label": {"en": "Name"}}]
})json";

Catalog makeCatalog()
{
    std::vector<QJsonObject> files;
    for (const char* text : {customerFile, personFile, teamFile, tagFile})
        files.push_back(QJsonDocument::fromJson(text).object());
    auto catalog = Catalog::fromFiles(files);
    REQUIRE_OK(catalog);
    return std::move(catalog).value();
}

}

const Catalog& smallCatalog()
{
    static const Catalog catalog = makeCatalog();
    return catalog;
}

const Entity& customer()
{
    return *smallCatalog().entity(u"customer");
}

const Field& fieldOf(const Entity& entity, QStringView key)
{
    const Field* found = entity.field(key);
    REQUIRE(found);
    return *found;
}

const Field& field(QStringView key)
{
    return fieldOf(customer(), key);
}

Instant noon()
{
    return Instant::fromDateTime(QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 8), Qt::UTC));
}

TextConventions shanghai()
{
    TextConventions conventions;
    conventions.now = noon();
    conventions.zone = QTimeZone("Asia/Shanghai");
    return conventions;
}

RecordId adaId()
{
    return *RecordId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057");
}

RecordId teamId()
{
    return *RecordId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8058");
}

QueryContext ada()
{
    QueryContext context;
    context.me = adaId();
    context.team = teamId();
    context.now = noon();
    context.baseCurrency = u"CNY"_s;
    context.zone = QTimeZone("Asia/Shanghai");
    return context;
}

Filter parsed(QStringView text)
{
    const auto filter = parseFilter(smallCatalog(), customer(), text, ada());
    INFO(text.toUtf8().toStdString());
    REQUIRE_OK(filter);
    REQUIRE(*filter);
    return **filter;
}

Error parseError(QStringView text)
{
    const auto filter = parseFilter(smallCatalog(), customer(), text, ada());
    INFO(text.toUtf8().toStdString());
    REQUIRE_FALSE(filter.ok());
    return filter.error();
}

}
