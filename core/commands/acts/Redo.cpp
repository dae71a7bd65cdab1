#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/acts/ActText.h"

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

Result<Answer> redo(CommandContext& context, const Arguments&)
{
    KITH_TRY(const auto outcome, await(context.desk().redo()));
    return undoAnswer(context, outcome, Tr::tr("Redone: %n record(s).", nullptr, int(outcome.records)));
}

}

Command redoCommand()
{
    Command command;
    command.name = u"redo"_s;
    command.summary = Tr::tr("Do again what was undone last.");
    command.use = always(BookUse::Write);
    command.run = redo;
    return command;
}

}
