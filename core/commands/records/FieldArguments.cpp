#include "core/commands/records/FieldArguments.h"

#include "core/commands/Arguments.h"
#include "core/text/FieldError.h"

#include <QCoreApplication>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Status setComponent(const Field& field, const QString& label, const QString& component, const QString& text,
                    const Record* before, FieldValues& values, QStringList& notices)
{
    auto entry = values.find(field.id);
    if (entry == values.end())
        entry = values.emplace(field.id, before ? before->value(field.id) : Value()).first;
    if (!std::holds_alternative<Addresses>(entry->second))
        entry->second = Addresses(1);
    auto& address = std::get<Addresses>(entry->second).front();
    QString* part = addressComponent(address, component);
    if (!part)
        return wrongUsage(
            Tr::tr("An address has no “%1”; it has %2.").arg(component, addressComponents().join(u", "_s)));
    auto read = readAddressComponent(component, text, &notices);
    if (!read)
        return withField(read.error(), label);
    *part = std::move(read).value();
    return {};
}

}

Result<FieldValues> readFieldArguments(CommandContext& context, const Entity& entity, const QStringList& words,
                                       const Record* before, QStringList& notices)
{
    FieldValues values;
    const auto conventions = context.desk().conventions();
    for (const auto& word : words) {
        const auto equals = word.indexOf(u'=');
        if (equals < 1)
            return wrongUsage(Tr::tr("“%1” is not FIELD=VALUE.").arg(word));
        const auto path = word.left(equals);
        const auto text = word.sliced(equals + 1);
        const auto component = path.section(u'.', 1);
        KITH_TRY(const Field* field, Catalog::requireField(entity, path.section(u'.', 0, 0)));
        if (!component.isEmpty()) {
            if (field->type != FieldType::Address)
                return Error{ErrorCode::NoSuchField, {entity.label.in(conventions.language), path}};
            KITH_TRY(
                setComponent(*field, field->label.in(conventions.language), component, text, before, values, notices));
            continue;
        }
        KITH_TRY(values[field->id], readValue(*field, text, conventions, &notices));
    }
    for (auto& [id, value] : values)
        value = canonical(std::move(value));
    return values;
}

}
