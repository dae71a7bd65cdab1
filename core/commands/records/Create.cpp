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

Result<Answer> create(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    QStringList notices;
    KITH_TRY(const auto values, readFieldArguments(context, *entity, arguments.words().sliced(1), nullptr, notices));
    auto outcome = await(context.desk().create(entity->id, values));
    KITH_TRY(accepted(outcome));
    outcome->notices = notices + outcome->notices;
    return savedAnswer(*outcome, outcome->id.toString());
}

}

Command createCommand()
{
    Command command;
    command.name = u"create"_s;
    command.usage = u"ENTITY FIELD=VALUE ..."_s;
    command.summary =
        Tr::tr("Make a record; a link is named by its ID or title, part of an address as address.city=….");
    command.least = 2;
    command.most = -1;
    command.use = always(BookUse::Write);
    command.run = create;
    return command;
}

}
