#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/records/FieldArguments.h"
#include "core/commands/records/RecordText.h"
#include "core/services/DuplicateDesk.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool isFieldValue(const QString& word)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_.]*="_s);
    return pattern.match(word).hasMatch();
}

// `--take phones=ID`: that record's value, whatever the others have.
Status takeValues(CommandContext& context, const Entity& entity, const QStringList& choices, FieldValues& values)
{
    for (const auto& choice : choices) {
        if (!isFieldValue(choice))
            return wrongUsage(Tr::tr("Say which field and from which record: --take FIELD=ID."));
        KITH_TRY(const Field* field, Catalog::requireField(entity, choice.section(u'=', 0, 0)));
        KITH_TRY(const auto id, recordNamed(context, entity, choice.section(u'=', 1)));
        KITH_TRY(const auto view, await(context.desk().record(entity.id, id)));
        values[field->id] = view.record.value(field->id);
    }
    return {};
}

Result<Answer> merge(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    QStringList names;
    QStringList typed;
    for (const auto& word : arguments.words().sliced(1))
        (isFieldValue(word) ? typed : names) += word;
    KITH_TRY(auto ids, recordsNamed(context, *entity, names));
    if (ids.size() < 2)
        return wrongUsage(
            Tr::tr("Say which record to keep and which to merge into it: kith-cli merge ENTITY KEEP ID."));
    const auto keep = ids.front();
    ids.erase(ids.begin());
    KITH_TRY(const auto kept, await(context.desk().record(entity->id, keep)));
    QStringList notices;
    KITH_TRY(auto values, readFieldArguments(context, *entity, typed, &kept.record, notices));
    KITH_TRY(takeValues(context, *entity, arguments.list(u"take"_s), values));
    auto outcome = await(context.session().duplicates().merge(entity->id, keep, ids, values));
    KITH_TRY(accepted(outcome));
    outcome->notices = notices + outcome->notices;
    return savedAnswer(*outcome, Tr::tr("Merged; kith-cli undo takes it back."));
}

}

Command mergeCommand()
{
    Command command;
    command.name = u"merge"_s;
    command.usage = u"ENTITY KEEP ID ... [FIELD=VALUE ...] [--take FIELD=ID,..]"_s;
    command.summary = Tr::tr("Make one record of several: what leads to the others leads to the kept one afterwards.");
    command.options = {
        {u"take"_s, u"FIELD=ID,.."_s, Tr::tr("whose value a field gets; else the kept one's, if it has one")}};
    command.least = 3;
    command.most = -1;
    command.use = always(BookUse::Write);
    command.run = merge;
    return command;
}

}
