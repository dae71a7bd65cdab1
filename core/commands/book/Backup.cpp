#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/commands/book/VerificationText.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<Answer> backup(CommandContext& context, const Arguments& arguments)
{
    const auto path = QFileInfo(arguments.word(0)).absoluteFilePath();
    KITH_TRY(const auto checked, await(context.session().care().backup(path)));
    return verificationAnswer(checked, Tr::tr("The backup %1 is made and checked.").arg(path),
                              Tr::tr("The backup does not hold what the book holds; it was not kept."));
}

}

Command backupCommand()
{
    Command command;
    command.name = u"backup"_s;
    command.usage = u"FILE"_s;
    command.summary = Tr::tr("One portable, encrypted file of the whole book, checked before it takes its name.");
    command.least = 1;
    command.most = 1;
    command.use = always(BookUse::Read);
    command.run = backup;
    return command;
}

}
