#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/book/CatalogAdditions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonObject labelJson(const Label& label)
{
    QJsonObject json;
    for (auto it = label.texts().begin(); it != label.texts().end(); ++it)
        json[it.key()] = it.value();
    return json;
}

QString placeKey(Place place)
{
    return place == Place::Page ? u"page"_s : place == Place::Part ? u"part"_s : u"setting"_s;
}

QString accessKey(const Entity& entity)
{
    if (entity.access == AccessKind::With)
        return u"with:"_s + entity.accessThrough;
    return entity.access == AccessKind::Own ? u"own"_s : u"everyone"_s;
}

QJsonObject entityJson(const Entity& entity)
{
    return {{u"id"_s, catalogIdText(entity.id)},     {u"key"_s, entity.key},
            {u"label"_s, labelJson(entity.label)},   {u"plural"_s, labelJson(entity.plural)},
            {u"place"_s, placeKey(entity.place)},    {u"access"_s, accessKey(entity)},
            {u"custom"_s, !shippedNumber(entity.id)}};
}

QJsonObject fieldJson(const Field& field)
{
    QJsonObject json{{u"id"_s, catalogIdText(field.id)},
                     {u"key"_s, field.key},
                     {u"type"_s, fieldTypeKey(field.type)},
                     {u"label"_s, labelJson(field.label)},
                     {u"custom"_s, !shippedNumber(field.id)}};
    const auto flag = [&](const QString& name, bool on) {
        if (on)
            json[name] = true;
    };
    flag(u"required"_s, field.required);
    flag(u"unique"_s, field.unique);
    flag(u"readOnly"_s, field.readOnly || field.isDerived());
    flag(u"sortable"_s, field.sortable);
    flag(u"derived"_s, field.isDerived());
    flag(u"system"_s, field.system);
    if (!field.defaultText.isEmpty())
        json[u"default"_s] = field.defaultText;
    if (!field.targets.isEmpty())
        json[u"to"_s] = QJsonArray::fromStringList(field.targets);
    if (field.type == FieldType::Decimal)
        json[u"scale"_s] = field.scale;
    QJsonArray options;
    for (const auto& option : field.options) {
        if (!option.hidden)
            options.append(QJsonObject{
                {u"id"_s, catalogIdText(option.id)}, {u"key"_s, option.key}, {u"label"_s, labelJson(option.label)}});
    }
    if (!options.isEmpty())
        json[u"options"_s] = options;
    return json;
}

Answer allEntities(const Catalog& catalog, const QString& language)
{
    QJsonArray entities;
    std::vector<QStringList> rows;
    for (const auto& entity : catalog.entities()) {
        auto json = entityJson(entity);
        json[u"fields"_s] = int(entity.fields.size());
        entities.append(json);
        rows.push_back({entity.key, entity.label.in(language), QString::number(entity.fields.size())});
    }
    return {QJsonObject{{u"version"_s, catalog.version()}, {u"entities"_s, entities}},
            textTable({Tr::tr("Key"), Tr::tr("Name"), Tr::tr("Fields")}, rows),
            {}};
}

Answer oneEntity(const Entity& entity, const QString& language)
{
    QJsonArray fields;
    std::vector<QStringList> rows;
    for (const auto& field : entity.fields) {
        fields.append(fieldJson(field));
        QStringList more = field.targets;
        for (const auto& option : field.options)
            more += option.key;
        rows.push_back({field.key, fieldTypeKey(field.type), field.label.in(language), more.join(u' ')});
    }
    auto json = entityJson(entity);
    json[u"fields"_s] = fields;
    return {json, textTable({Tr::tr("Key"), Tr::tr("Type"), Tr::tr("Name"), Tr::tr("Leads to, or may be")}, rows), {}};
}

Result<Answer> showCatalog(CommandContext& context, const Arguments& arguments)
{
    const auto first = arguments.word(0);
    if (first == "add-field"_L1)
        return addCatalogField(context, arguments);
    if (first == "add-option"_L1)
        return addCatalogOption(context, arguments);
    if (arguments.words().size() > 1)
        return wrongUsage(Tr::tr("kith-cli catalog takes one entity, add-field or add-option."));
    const auto catalog = context.desk().catalog();
    if (first.isEmpty())
        return allEntities(*catalog, context.options().language);
    KITH_TRY(const Entity* entity, catalog->requireEntity(first));
    return oneEntity(*entity, context.options().language);
}

BookUse useOf(const Arguments& arguments)
{
    return arguments.word(0).startsWith("add-"_L1) ? BookUse::Write : BookUse::Read;
}

}

Command catalogCommand()
{
    Command command;
    command.name = u"catalog"_s;
    command.usage = u"[ENTITY] | add-field ENTITY KEY TYPE | add-option ENTITY FIELD KEY"_s;
    command.summary = Tr::tr("Entities and fields as this book has them; add a field or an option.");
    command.options = catalogAdditionOptions();
    command.most = 4;
    command.use = useOf;
    command.run = showCatalog;
    return command;
}

}
