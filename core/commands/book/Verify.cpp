#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/commands/book/VerificationText.h"

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

Result<Answer> verify(CommandContext& context, const Arguments&)
{
    KITH_TRY(const auto checked, await(context.session().care().verify()));
    return verificationAnswer(
        checked, Tr::tr("The book is sound: %n record(s).", nullptr, int(checked.rows)),
        Tr::tr("The book has %n fault(s); restore it from a backup.", nullptr, int(checked.problems.size())));
}

}

Command verifyCommand()
{
    Command command;
    command.name = u"verify"_s;
    command.summary = Tr::tr("Read and check every page, record and computed value.");
    command.use = always(BookUse::Write);
    command.run = verify;
    return command;
}

}
