#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
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

Result<Answer> moveToTrash(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    KITH_TRY(const auto ids, recordsNamed(context, *entity, arguments.words().sliced(1)));
    const auto outcome = await(context.desk().moveToTrash(entity->id, ids));
    KITH_TRY(accepted(outcome));
    return savedAnswer(*outcome, outcome->act > 0 ? Tr::tr("In the trash; kith-cli restore brings it back.")
                                                  : Tr::tr("Nothing had changed."));
}

}

Command deleteCommand()
{
    Command command;
    command.name = u"delete"_s;
    command.usage = u"ENTITY ID ..."_s;
    command.summary = Tr::tr("Move records to the trash.");
    command.least = 2;
    command.most = -1;
    command.use = always(BookUse::Write);
    command.run = moveToTrash;
    return command;
}

}
