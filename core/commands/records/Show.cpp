#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/RecordText.h"

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

QString lifeKey(Life life)
{
    switch (life) {
    case Life::Alive:
        return u"alive"_s;
    case Life::Trash:
        return u"trash"_s;
    case Life::Merged:
        return u"merged"_s;
    case Life::Purged:
        break;
    }
    return u"purged"_s;
}

QJsonArray relatedJson(const RecordView& view)
{
    QJsonArray related;
    for (const auto& one : view.related)
        related.append(
            QJsonObject{{u"entity"_s, one.entity->key}, {u"field"_s, one.field->key}, {u"count"_s, qint64(one.count)}});
    return related;
}

std::vector<std::pair<QString, QString>> relatedLines(const RecordView& view, const QString& language)
{
    std::vector<std::pair<QString, QString>> lines;
    for (const auto& one : view.related) {
        const auto& inverse = one.field->inverse.isEmpty() ? one.entity->plural : one.field->inverse;
        if (one.count > 0)
            lines.emplace_back(inverse.in(language), QString::number(one.count));
    }
    return lines;
}

Result<Answer> show(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    KITH_TRY(const auto id, recordNamed(context, *entity, arguments.word(1)));
    KITH_TRY(const auto view, await(context.desk().record(entity->id, id)));
    RecordText texts(context);
    QJsonObject fields;
    std::vector<std::pair<QString, QString>> lines;
    for (const auto& field : view.catalog->entity(entity->id)->fields) {
        if (field.hidden)
            continue;
        const FieldPath path{nullptr, entity, &field, {}};
        const auto& value = view.record.value(field.id);
        const auto title = view.titles.find(field.id);
        const auto shown = title == view.titles.end() ? QString() : title->second;
        fields[field.key] = texts.json(path, value, shown);
        if (!isEmpty(value))
            lines.emplace_back(texts.label(field), texts.text(path, value, shown));
    }
    const QJsonObject json{{u"entity"_s, entity->key}, {u"id"_s, view.record.id.toString()},
                           {u"title"_s, view.title},   {u"life"_s, lifeKey(view.record.life)},
                           {u"fields"_s, fields},      {u"related"_s, relatedJson(view)}};
    QStringList text{view.title, textPairs(lines)};
    if (const auto related = relatedLines(view, context.options().language); !related.empty())
        text += {QString(), textPairs(related)};
    return Answer{json, text.join(u'\n'), {}};
}

}

Command showCommand()
{
    Command command;
    command.name = u"show"_s;
    command.usage = u"ENTITY ID"_s;
    command.summary = Tr::tr("One record with its links.");
    command.least = 2;
    command.most = 2;
    command.use = always(BookUse::Read);
    command.run = show;
    return command;
}

}
