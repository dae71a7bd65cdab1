#include "core/exchange/vcard/VcardCard.h"

#include <algorithm>
#include <array>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// What says nothing of the person.
constexpr std::array<std::string_view, 27> passed{"PRODID",
                                                  "REV",
                                                  "CLASS",
                                                  "SOURCE",
                                                  "NAME",
                                                  "PROFILE",
                                                  "MAILER",
                                                  "SOUND",
                                                  "KEY",
                                                  "AGENT",
                                                  "TZ",
                                                  "GEO",
                                                  "LANG",
                                                  "MEMBER",
                                                  "XML",
                                                  "CALURI",
                                                  "CLIENTPIDMAP",
                                                  "CALADRURI",
                                                  "FBURL",
                                                  "SORT-STRING",
                                                  "X-ABADR",
                                                  "X-ABUID",
                                                  "X-MS-OL-DESIGN",
                                                  "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
                                                  "X-RADICALE-NAME",
                                                  "X-CLASS",
                                                  "CREATED"};
constexpr std::array<std::string_view, 3> pictureNames{"PHOTO", "LOGO", "X-MS-CARDPICTURE"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

VcardVersion versionOf(std::string_view value)
{
    return value.starts_with("2")   ? VcardVersion::Two
           : value.starts_with("4") ? VcardVersion::Four
                                    : VcardVersion::Three;
}

}

void VcardCard::add(VcardProperty property)
{
    isAgent = property.name == "AGENT";
    if (property.name == "VERSION") {
        version = versionOf(property.value);
        return;
    }
    if (property.value.empty() || isOneOf(passed, property.name))
        return;
    if (isOneOf(pictureNames, property.name)) {
        ++pictures;
        return;
    }
    bytes += property.value.size();
    if (property.isCut || properties.size() >= mostProperties || bytes > mostBytes) {
        ++leftOut;
        return;
    }
    properties.push_back(std::move(property));
}

QStringList inUsualOrder(QStringList columns)
{
    static const QStringList usual{u"id"_s,
                                   u"UID"_s,
                                   u"FN"_s,
                                   u"FAMILY-NAME"_s,
                                   u"GIVEN-NAME"_s,
                                   u"HONORIFIC-PREFIX"_s,
                                   u"HONORIFIC-SUFFIX"_s,
                                   u"NICKNAME"_s,
                                   u"ORG"_s,
                                   u"DEPARTMENT"_s,
                                   u"TITLE"_s,
                                   u"OCCUPATION"_s,
                                   u"TEL"_s,
                                   u"EMAIL"_s,
                                   u"WECHAT"_s,
                                   u"QQ"_s,
                                   u"IMPP"_s,
                                   u"URL"_s,
                                   u"ADR"_s,
                                   u"BDAY"_s,
                                   u"GENDER"_s,
                                   u"CATEGORIES"_s,
                                   u"NOTE"_s};
    const auto rank = [](const QString& name) {
        const auto at = usual.indexOf(name);
        return at < 0 ? usual.size() : at;
    };
    std::sort(columns.begin(), columns.end(),
              [&](const QString& a, const QString& b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a < b; });
    return columns;
}

QString vcardUid(const QString& entity, const QString& id)
{
    return u"kith-%1-%2"_s.arg(entity, id);
}

}
