#include "core/records/QueryText.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace kith;

namespace {

constexpr auto customerFile = R"json({
  "id": 10, "key": "customer", "label": {"en": "Customer"}, "plural": {"en": "Customers"}, "title": ["name"],
  "fields": [
    {"id": 1001, "key": "name", "type": "text", "label": {"en": "Name"}},
    {"id": 1002, "key": "sum", "type": "money", "label": {"en": "Sum"}},
    {"id": 1003, "key": "day", "type": "date", "label": {"en": "Day"}},
    {"id": 1004, "key": "yes", "type": "boolean", "label": {"en": "Yes"}},
    {"id": 1005, "key": "phone", "type": "phone", "label": {"en": "Phone"}},
    {"id": 1006, "key": "mail", "type": "mail", "label": {"en": "Mail"}},
    {"id": 1007, "key": "link", "type": "link", "label": {"en": "Link"}},
    {"id": 1008, "key": "home", "type": "address", "label": {"en": "Home"}},
    {"id": 1009, "key": "up", "type": "relation", "to": ["customer"], "label": {"en": "Up"}},
    {"id": 1010, "key": "rank", "type": "options", "label": {"en": "Rank"},
     "options": [{"id": 101001, "key": "gold", "label": {"en": "Gold"}}]}]
})json";
constexpr auto personFile = R"json({
  "id": 11, "key": "person", "label": {"en": "Person"}, "plural": {"en": "Persons"}, "title": ["name"], "access": "everyone",
  "fields": [{"id": 1101, "key": "name", "type": "text", "label": {"en": "Name"}}]
})json";
constexpr auto teamFile = R"json({
  "id": 12, "key": "team", "label": {"en": "Team"}, "plural": {"en": "Teams"}, "title": ["name"], "access": "everyone",
  "fields": [{"id": 1201, "key": "name", "type": "text", "label": {"en": "Name"}}]
})json";

const Catalog& catalog()
{
    static const auto made =
        Catalog::fromFiles({QJsonDocument::fromJson(customerFile).object(),
                            QJsonDocument::fromJson(personFile).object(), QJsonDocument::fromJson(teamFile).object()});
    return *made;
}

QueryContext context()
{
    QueryContext here;
    here.now = Instant::fromMilliseconds(1'772'600'767'008);
    here.baseCurrency = QStringLiteral("CNY");
    here.zone = QTimeZone("Asia/Shanghai");
    return here;
}

}

// Any text is read or refused, and what is read can be written such that it reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto here = context();
    const auto& customer = *catalog().entity(u"customer");
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto filter = parseFilter(catalog(), customer, text, here);
    (void)parseSort(catalog(), customer, text);
    if (!filter || !*filter)
        return 0;
    const auto again = parseFilter(catalog(), customer, filterText(**filter), here);
    if (!again || !sameFilter(*again, *filter))
        std::abort();
    return 0;
}
