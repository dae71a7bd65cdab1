#include "core/store/RecordRules.h"

#include "core/wire/ValueCodec.h"

#include <QCryptographicHash>

namespace kith::recordRules {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultTextLength = 1'000;
constexpr int defaultLongTextLength = 100'000;

int greatestLength(const Field& field)
{
    if (field.maximumLength > 0)
        return field.maximumLength;
    return field.type == FieldType::LongText ? defaultLongTextLength : defaultTextLength;
}

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

// "Ada" and "Lovelace" are Ada Lovelace; 三 and 张 are 张三.
void compose(const Entity& entity, const Field& field, FieldValues& values)
{
    QStringList parts;
    for (const auto& key : field.composedOf) {
        const auto entry = values.find(entity.field(key)->id);
        const auto* text = entry == values.end() ? nullptr : std::get_if<QString>(&entry->second);
        if (text && !text->isEmpty())
            parts += *text;
    }
    if (parts.isEmpty())
        return;
    const bool chinese =
        std::all_of(parts.begin(), parts.end(), [](const QString& part) { return isHan(part.front()); });
    if (chinese)
        std::reverse(parts.begin(), parts.end());
    values[field.id] = parts.join(chinese ? QString() : u" "_s);
}

std::optional<Error> problemOf(const Field& field, const Value& value, const QString& language)
{
    const auto label = field.label.in(language);
    if (field.isDerived() || field.readOnly)
        return Error{ErrorCode::FieldReadOnly, {label}};
    // A relation may hold the name of a record until the book has been asked for it, tags their names.
    const bool isName =
        (field.type == FieldType::Relation || field.type == FieldType::Tags) && std::holds_alternative<QString>(value);
    if (!isName && !fits(field, value))
        return Error{ErrorCode::ValueInvalid, {label, {}, u"type"_s}};
    const auto* text = std::get_if<QString>(&value);
    if (text && text->size() > greatestLength(field))
        return Error{ErrorCode::TextTooLong, {label, QString::number(greatestLength(field))}};
    return std::nullopt;
}

}

std::vector<FieldProblem> check(const Entity& entity, FieldValues& values, const QString& language)
{
    std::vector<FieldProblem> problems;
    for (auto& [id, value] : values) {
        const Field* field = entity.field(id);
        if (!field) {
            problems.push_back({id, Error{ErrorCode::NoSuchField, {entity.label.in(language), catalogIdText(id)}}});
            continue;
        }
        value = canonical(std::move(value));
        if (auto problem = problemOf(*field, value, language))
            problems.push_back({id, std::move(*problem)});
    }
    return problems;
}

FieldValues defaultsOf(const Entity& entity, const TextConventions& conventions, const RecordId& me)
{
    FieldValues defaults;
    for (const auto& field : entity.fields) {
        const bool isLink = field.defaultText.startsWith(u'#');
        if (field.defaultText.isEmpty() || isLink || field.isDerived())
            continue;
        if (field.defaultText == "me"_L1) {
            if (!me.isNull() && field.targets.contains(u"person"_s))
                defaults[field.id] = Reference{shippedId<EntityId>(37), me};
            continue;
        }
        if (auto value = readValue(field, field.defaultText, conventions); value && !isEmpty(*value))
            defaults[field.id] = std::move(value).value();
    }
    return defaults;
}

void composeMissing(const Entity& entity, FieldValues& values)
{
    for (const auto& field : entity.fields) {
        if (!field.composedOf.isEmpty() && !values.contains(field.id))
            compose(entity, field, values);
    }
}

RecordId linkId(const Entity& entity, const FieldValues& values)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(entity.id.toBytes());
    for (const auto& key : entity.link) {
        const auto found = values.find(entity.field(key)->id);
        hash.addData(encodeValue(found == values.end() ? Value{} : found->second));
    }
    auto bytes = hash.result().first(16);
    // Version 8 of RFC 9562: made by a rule of our own.
    bytes[6] = char((bytes[6] & 0x0f) | 0x80);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return *RecordId::fromBytes(bytes);
}

}
