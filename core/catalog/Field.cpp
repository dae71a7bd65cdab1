#include "core/catalog/Field.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kith {

namespace {

constexpr std::array<std::pair<FieldType, const char16_t*>, 17> typeKeys{{
    {FieldType::Text, u"text"},
    {FieldType::LongText, u"longtext"},
    {FieldType::Integer, u"integer"},
    {FieldType::Decimal, u"decimal"},
    {FieldType::Money, u"money"},
    {FieldType::Date, u"date"},
    {FieldType::Instant, u"instant"},
    {FieldType::Boolean, u"boolean"},
    {FieldType::Option, u"option"},
    {FieldType::Options, u"options"},
    {FieldType::Tags, u"tags"},
    {FieldType::Phone, u"phone"},
    {FieldType::Mail, u"mail"},
    {FieldType::Link, u"link"},
    {FieldType::Address, u"address"},
    {FieldType::Relation, u"relation"},
    {FieldType::Number, u"number"},
}};

}

QString fieldTypeKey(FieldType type)
{
    const auto found =
        std::find_if(typeKeys.begin(), typeKeys.end(), [&](const auto& pair) { return pair.first == type; });
    return QString::fromUtf16(found->second);
}

std::optional<FieldType> fieldTypeFromKey(QStringView key)
{
    const auto found = std::find_if(typeKeys.begin(), typeKeys.end(),
                                    [&](const auto& pair) { return key == QStringView(pair.second); });
    return found == typeKeys.end() ? std::nullopt : std::optional(found->first);
}

const Option* Field::option(const OptionId& optionId) const
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.id == optionId; });
    return found == options.end() ? nullptr : &*found;
}

const Option* Field::optionByKey(QStringView optionKey) const
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.key == optionKey; });
    return found == options.end() ? nullptr : &*found;
}

}
