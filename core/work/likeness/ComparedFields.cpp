#include "core/work/likeness/ComparedFields.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool isAccount(const Field& field)
{
    return field.key == "wechat"_L1 || field.key == "qq"_L1;
}

void sortIn(const Field& field, ComparedFields& compared)
{
    if (field.isDerived() || field.system)
        return;
    if (field.type == FieldType::Phone && field.key != "fax"_L1)
        compared.phones.push_back(&field);
    else if (field.type == FieldType::Mail)
        compared.mails.push_back(&field);
    else if (field.type == FieldType::Link)
        compared.links.push_back(&field);
    else if (field.type == FieldType::Address && !compared.address)
        compared.address = &field;
    else if (field.key == "tax_id"_L1)
        compared.taxId = &field;
    else if (field.type == FieldType::Text && field.unique)
        compared.codes.push_back(&field);
    else if (field.type == FieldType::Text && isAccount(field))
        compared.accounts.push_back(&field);
}

}

std::optional<ComparedFields> ComparedFields::of(const Entity& entity)
{
    ComparedFields compared;
    compared.entity = &entity;
    compared.name = entity.titleField();
    for (const auto& field : entity.fields)
        sortIn(field, compared);
    const bool isNamed = compared.name && compared.name->type == FieldType::Text;
    if (entity.place != Place::Page || !isNamed || compared.phones.empty() || compared.mails.empty())
        return std::nullopt;
    compared.persons = entity.field(u"family_name") != nullptr;
    compared.shortName = entity.field(u"short_name");
    compared.kind = entity.field(u"kind");
    compared.birthday = entity.field(u"birthday");
    compared.company = entity.field(u"company");
    compared.employer = compared.persons ? entity.field(u"customer") : nullptr;
    return compared;
}

Result<ComparedFields> ComparedFields::of(const Catalog& catalog, const EntityId& id)
{
    const Entity* entity = catalog.entity(id);
    auto compared = entity ? of(*entity) : std::nullopt;
    if (!compared)
        return Error{ErrorCode::NotCompared, {entity ? entity->key : catalogIdText(id)}};
    return std::move(*compared);
}

std::vector<const Field*> ComparedFields::all() const
{
    std::vector<const Field*> fields;
    for (const Field* field : {name, shortName, company, employer, kind, taxId, address, birthday}) {
        if (field)
            fields.push_back(field);
    }
    for (const auto* list : {&codes, &accounts, &phones, &mails, &links})
        fields.insert(fields.end(), list->begin(), list->end());
    return fields;
}

std::vector<const Entity*> comparedEntities(const Catalog& catalog)
{
    std::vector<const Entity*> entities;
    for (const auto& entity : catalog.entities()) {
        if (ComparedFields::of(entity))
            entities.push_back(&entity);
    }
    return entities;
}

}
