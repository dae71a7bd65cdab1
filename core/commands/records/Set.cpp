#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/records/FieldArguments.h"
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

Result<Answer> set(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    KITH_TRY(const auto id, recordNamed(context, *entity, arguments.word(1)));
    KITH_TRY(const auto before, await(context.desk().record(entity->id, id)));
    QStringList notices;
    KITH_TRY(const auto values,
             readFieldArguments(context, *entity, arguments.words().sliced(2), &before.record, notices));
    auto outcome = await(context.desk().save(entity->id, id, values));
    KITH_TRY(accepted(outcome));
    outcome->notices = notices + outcome->notices;
    return savedAnswer(*outcome, outcome->act > 0 ? Tr::tr("Saved.") : Tr::tr("Nothing had changed."));
}

}

Command setCommand()
{
    Command command;
    command.name = u"set"_s;
    command.usage = u"ENTITY ID FIELD=VALUE ..."_s;
    command.summary = Tr::tr("Change fields of a record; an empty value empties the field.");
    command.least = 3;
    command.most = -1;
    command.use = always(BookUse::Write);
    command.run = set;
    return command;
}

}
