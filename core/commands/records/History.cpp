#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/acts/ActText.h"
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

constexpr std::int64_t usualPatches = 200;

QString operationKey(Operation operation)
{
    switch (operation) {
    case Operation::Create:
        return u"create"_s;
    case Operation::Set:
        return u"set"_s;
    case Operation::Delete:
        return u"delete"_s;
    case Operation::Restore:
        return u"restore"_s;
    case Operation::Purge:
        return u"purge"_s;
    case Operation::Merge:
        return u"merge"_s;
    }
    return {};
}

struct Shown
{
    QJsonObject fields;
    QStringList lines;
};

Shown changesOf(RecordText& texts, const Entity& entity, const Patch& patch)
{
    Shown shown;
    for (const auto& [id, change] : patch.fields) {
        const Field* field = entity.field(id);
        if (!field)
            continue;
        const FieldPath path{nullptr, &entity, field, {}};
        shown.fields[field->key] =
            QJsonObject{{u"before"_s, texts.json(path, change.before)}, {u"value"_s, texts.json(path, change.value)}};
        shown.lines +=
            u"%1: %2 → %3"_s.arg(texts.label(*field), texts.text(path, change.before), texts.text(path, change.value));
    }
    return shown;
}

Result<Answer> history(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    KITH_TRY(const auto id, recordNamed(context, *entity, arguments.word(1)));
    KITH_TRY(const auto limit, arguments.number(u"limit"_s, usualPatches, 1));
    KITH_TRY(const auto entries, await(context.desk().history(entity->id, id, int(limit))));
    RecordText texts(context);
    QJsonArray patches;
    QStringList lines;
    for (const auto& entry : entries) {
        const auto changes = changesOf(texts, *entity, entry.patch);
        patches.append(QJsonObject{{u"id"_s, entry.patch.id.toString()},
                                   {u"act"_s, qint64(entry.actNumber)},
                                   {u"kind"_s, actKindKey(entry.actKind)},
                                   {u"operation"_s, operationKey(entry.patch.operation)},
                                   {u"at"_s, instantText(entry.patch.at)},
                                   {u"author"_s, entry.author},
                                   {u"undone"_s, entry.undone},
                                   {u"fields"_s, changes.fields}});
        lines += u"%1  %2  %3"_s.arg(localText(entry.patch.at), actKindLabel(entry.actKind), entry.author).trimmed();
        for (const auto& line : changes.lines)
            lines += u"  "_s + line;
    }
    return Answer{patches, lines.isEmpty() ? Tr::tr("Nothing was found.") : lines.join(u'\n'), {}};
}

}

Command historyCommand()
{
    Command command;
    command.name = u"history"_s;
    command.usage = u"ENTITY ID [--limit N]"_s;
    command.summary = Tr::tr("What was changed in a record, newest first.");
    command.options = {{u"limit"_s, u"N"_s, Tr::tr("at most so many (200)")}};
    command.least = 2;
    command.most = 2;
    command.use = always(BookUse::Read);
    command.run = history;
    return command;
}

}
