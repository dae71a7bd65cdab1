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

Result<Answer> undo(CommandContext& context, const Arguments& arguments)
{
    std::int64_t act = 0;
    if (!arguments.words().isEmpty()) {
        bool isNumber = false;
        act = arguments.word(0).toLongLong(&isNumber);
        if (!isNumber || act < 1)
            return wrongUsage(Tr::tr("An act has a number; kith-cli acts lists them."));
    }
    KITH_TRY(const auto outcome, await(context.desk().undo(act)));
    const auto text = Tr::tr("Undone: %1 “%2”, %n record(s).", nullptr, int(outcome.records))
                          .arg(actKindLabel(outcome.undone.kind), outcome.undone.subject);
    return undoAnswer(context, outcome, text);
}

}

Command undoCommand()
{
    Command command;
    command.name = u"undo"_s;
    command.usage = u"[ACT]"_s;
    command.summary = Tr::tr("Take back the last act, or that one; what was changed since stays and is listed.");
    command.most = 1;
    command.use = always(BookUse::Write);
    command.run = undo;
    return command;
}

}
