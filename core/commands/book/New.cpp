#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/commands/book/NewBookArguments.h"

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

Result<Answer> makeBook(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(const auto wanted, newBook(context, arguments));
    KITH_TRY(const auto made, createBook(context, wanted, arguments.value(u"recovery-out"_s)));
    QJsonObject json{{u"book"_s, wanted.path}};
    QStringList text{Tr::tr("The book %1 is made.").arg(wanted.path)};
    if (!made.recoveryCode.isEmpty()) {
        const auto code = made.recoveryCode.view().toString(); // to be shown anyway
        json[u"recovery"_s] = code;
        text += Tr::tr("Recovery code, to be kept on paper: it opens the book when the passphrase is lost.");
        text += code;
    }
    if (!made.notices.isEmpty())
        json[u"notices"_s] = QJsonArray::fromStringList(made.notices);
    return Answer{json, (text + made.notices).join(u'\n'), {}};
}

}

Command newCommand()
{
    Command command;
    command.name = u"new"_s;
    command.usage = u"[--recovery-out FILE] [--name PERSON] [--region CC] [--currency CCC]"_s;
    command.summary = Tr::tr("Make an encrypted book.");
    command.options = newBookOptions();
    command.use = always(BookUse::Own);
    command.run = makeBook;
    return command;
}

}
