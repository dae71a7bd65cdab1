#include "core/catalog/Catalog.h"

#include "core/catalog/CatalogReader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

bool isMergedInto(const Field& field)
{
    return field.system && field.key == QStringView(systemField::MergedInto);
}

Error invalid(const QString& path, const QString& why)
{
    return Error{ErrorCode::CatalogInvalid, {path, why}};
}

Status checkDerivation(const Catalog& catalog, const Entity& entity, const Field& field)
{
    const auto path = entity.key + u'.' + field.key;
    const auto& derived = *field.derivation;
    const Entity* source = &entity;
    if (!derived.entity.isEmpty()) {
        source = catalog.entity(derived.entity);
        const Field* through = source ? source->field(derived.through) : nullptr;
        if (!through || through->type != FieldType::Relation || !through->targets.contains(entity.key))
            return invalid(path, u"no relation %1.%2 leads here"_s.arg(derived.entity, derived.through));
    } else {
        const Field* through = entity.field(derived.through);
        if (!through || through->type != FieldType::Relation || through->targets.size() != 1)
            return invalid(path, u"%1 is no relation to one entity"_s.arg(derived.through));
        source = catalog.entity(through->targets.first());
        const Field* looked = source ? source->field(derived.field) : nullptr;
        if (!looked || looked->isDerived() || looked->type != field.type)
            return invalid(path, u"%1 cannot be looked up"_s.arg(derived.field));
    }
    if (!derived.field.isEmpty() && !source->field(derived.field))
        return invalid(path, u"no field "_s + derived.field);
    for (const auto& condition : derived.where) {
        if (!source->field(condition.field))
            return invalid(path, u"no field "_s + condition.field);
    }
    return {};
}

Status checkField(const Catalog& catalog, const Entity& entity, const Field& field)
{
    const auto path = entity.key + u'.' + field.key;
    for (const auto& target : field.targets) {
        if (!catalog.entity(target))
            return invalid(path, u"no entity "_s + target);
    }
    if (field.type == FieldType::Relation && field.targets.isEmpty())
        return invalid(path, u"a relation needs `to`"_s);
    if ((field.type == FieldType::Option || field.type == FieldType::Options) && field.options.empty() &&
        !field.isDerived())
        return invalid(path, u"no options"_s);
    if (field.type == FieldType::Number && field.numberPattern.isEmpty())
        return invalid(path, u"a number needs a pattern"_s);
    if (field.fill && !entity.field(field.fill->from))
        return invalid(path, u"no field "_s + field.fill->from);
    return field.isDerived() ? checkDerivation(catalog, entity, field) : Status{};
}

Status checkKeys(const Entity& entity)
{
    QSet<QString> keys;
    QSet<QString> ids;
    for (const auto& field : entity.fields) {
        if (keys.contains(field.key) || ids.contains(catalogIdText(field.id)))
            return invalid(entity.key + u'.' + field.key, u"key or number given twice"_s);
        keys.insert(field.key);
        ids.insert(catalogIdText(field.id));
        QSet<QString> options;
        for (const auto& option : field.options) {
            if (options.contains(option.key) || (!field.isDerived() && ids.contains(catalogIdText(option.id))))
                return invalid(entity.key + u'.' + field.key + u'.' + option.key, u"key or number given twice"_s);
            options.insert(option.key);
            ids.insert(catalogIdText(option.id));
        }
    }
    for (const auto& named : {entity.title, entity.link}) {
        for (const auto& key : named) {
            if (!entity.field(key))
                return invalid(entity.key, u"no field "_s + key);
        }
    }
    if (entity.title.isEmpty())
        return invalid(entity.key, u"no title"_s);
    QSet<QString> checks;
    for (const auto& check : entity.quality) {
        const auto path = entity.key + u".quality."_s + check.key;
        if (checks.contains(check.key))
            return invalid(path, u"key given twice"_s);
        if (!check.field.isEmpty() && !entity.field(check.field))
            return invalid(path, u"no field "_s + check.field);
        checks.insert(check.key);
    }
    if (entity.access == AccessKind::With && !entity.field(entity.accessThrough))
        return invalid(entity.key, u"no field "_s + entity.accessThrough);
    return {};
}

Result<Catalog> readShipped()
{
    std::vector<QJsonObject> files;
    const QDir folder(u":/catalog"_s);
    for (const auto& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        QJsonParseError problem;
        if (!file.open(QIODevice::ReadOnly))
            return invalid(name, file.errorString());
        const auto document = QJsonDocument::fromJson(file.readAll(), &problem);
        if (!document.isObject())
            return invalid(name, u"%1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset));
        files.push_back(document.object());
    }
    return Catalog::fromFiles(files);
}

}

Result<Catalog> Catalog::fromFiles(const std::vector<QJsonObject>& files)
{
    Catalog catalog;
    for (const auto& file : files) {
        if (file.contains("seeds"_L1)) {
            KITH_TRY(catalog.m_seeds, catalogReader::seeds(file["seeds"_L1].toArray()));
        } else {
            KITH_TRY(auto entity, catalogReader::entity(file));
            catalog.m_entities.push_back(std::move(entity));
        }
    }
    std::sort(catalog.m_entities.begin(), catalog.m_entities.end(),
              [](const Entity& left, const Entity& right) { return left.id < right.id; });
    catalog.index();
    catalog.adoptOptions();
    KITH_TRY(catalog.check());
    return catalog;
}

// Read once: opening a book asks for it several times.
Result<Catalog> Catalog::shipped()
{
    static const auto catalog = readShipped();
    return catalog;
}

Result<Catalog> Catalog::withField(const QString& entityKey, const QJsonObject& json) const
{
    Catalog changed = *this;
    KITH_TRY(const Entity* entity, requireEntity(entityKey));
    KITH_TRY(auto field, catalogReader::field(json, entityKey));
    auto& fields = changed.m_entities[m_byKey.value(entity->key)].fields;
    const auto same = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.id == field.id; });
    if (same == fields.end())
        fields.push_back(std::move(field));
    else
        *same = std::move(field);
    ++changed.m_version;
    KITH_TRY(changed.check());
    return changed;
}

Result<Catalog> Catalog::withOption(const QString& entityKey, const QString& fieldKey, const QJsonObject& json) const
{
    Catalog changed = *this;
    KITH_TRY(const Entity* entity, requireEntity(entityKey));
    KITH_TRY(const Field* field, requireField(*entity, fieldKey));
    if (field->type != FieldType::Option && field->type != FieldType::Options)
        return invalid(entityKey + u'.' + fieldKey, u"has no options"_s);
    KITH_TRY(auto option, catalogReader::option(json, entityKey + u'.' + fieldKey));
    auto& fields = changed.m_entities[m_byKey.value(entity->key)].fields;
    auto& options = fields[std::size_t(field - entity->fields.data())].options;
    const auto same = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == option.id; });
    if (same == options.end())
        options.push_back(std::move(option));
    else
        *same = std::move(option);
    ++changed.m_version;
    KITH_TRY(changed.check());
    return changed;
}

const Entity* Catalog::entity(QStringView key) const
{
    const auto found = m_byKey.constFind(key.toString());
    return found == m_byKey.constEnd() ? nullptr : &m_entities[*found];
}

const Entity* Catalog::entity(const EntityId& id) const
{
    const auto found = m_byId.constFind(catalogIdText(id));
    return found == m_byId.constEnd() ? nullptr : &m_entities[*found];
}

Result<const Entity*> Catalog::requireEntity(QStringView key) const
{
    if (const Entity* found = entity(key))
        return found;
    return Error{ErrorCode::NoSuchEntity, {key.toString()}};
}

Result<const Field*> Catalog::requireField(const Entity& entity, QStringView key)
{
    if (const Field* found = entity.field(key))
        return found;
    return Error{ErrorCode::NoSuchField, {entity.key, key.toString()}};
}

std::vector<Catalog::Incoming> Catalog::incoming(const Entity& target) const
{
    std::vector<Incoming> found;
    for (const auto& entity : m_entities) {
        for (const auto& field : entity.fields) {
            const bool isLink = field.type == FieldType::Relation && !field.isDerived() && !isMergedInto(field);
            if (isLink && field.targets.contains(target.key))
                found.push_back({&entity, &field});
        }
    }
    return found;
}

Status Catalog::check() const
{
    if (std::size_t(m_byKey.size()) != m_entities.size() || std::size_t(m_byId.size()) != m_entities.size())
        return invalid(u"catalog"_s, u"entity key or number given twice"_s);
    for (const auto& entity : m_entities) {
        KITH_TRY(checkKeys(entity));
        for (const auto& field : entity.fields)
            KITH_TRY(checkField(*this, entity, field));
    }
    return {};
}

void Catalog::adoptOptions()
{
    for (auto& entity : m_entities) {
        for (auto& field : entity.fields) {
            if (!field.isDerived() || field.type != FieldType::Option || !field.derivation->entity.isEmpty())
                continue;
            const Field* through = entity.field(field.derivation->through);
            const Entity* target =
                through && !through->targets.isEmpty() ? this->entity(through->targets.first()) : nullptr;
            if (const Field* looked = target ? target->field(field.derivation->field) : nullptr)
                field.options = looked->options;
        }
    }
}

void Catalog::index()
{
    for (std::size_t i = 0; i < m_entities.size(); ++i) {
        m_byKey.insert(m_entities[i].key, i);
        m_byId.insert(catalogIdText(m_entities[i].id), i);
    }
}

}
