#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/CommandList.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"

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

std::vector<CommandOption> globalOptions()
{
    return {{u"book"_s, u"FILE"_s, Tr::tr("the book; %1 without it").arg(defaultBookPath())},
            {u"passphrase-file"_s, u"FILE"_s, Tr::tr("the passphrase, on the first line of a file")},
            {u"keychain"_s, {}, Tr::tr("open with the system keychain; with a passphrase file: with both")},
            {u"recovery-file"_s, u"FILE"_s, Tr::tr("open with the recovery code on the first line of a file")},
            {u"json"_s, {}, Tr::tr("answer with exactly one JSON value")},
            {u"lang"_s, u"zh_CN|en"_s, Tr::tr("the language of texts")}};
}

QString optionLines(const std::vector<CommandOption>& options)
{
    std::vector<std::pair<QString, QString>> pairs;
    for (const auto& option : options)
        pairs.emplace_back(u"  --"_s + (option.value.isEmpty() ? option.name : option.name + u' ' + option.value),
                           option.explains);
    return textPairs(pairs);
}

QJsonObject commandJson(const Command& command)
{
    return {{u"name"_s, command.name}, {u"usage"_s, command.usage}, {u"summary"_s, command.summary}};
}

Answer allCommands(const CommandList& commands)
{
    std::vector<std::pair<QString, QString>> pairs;
    QJsonArray array;
    for (const auto& command : commands.all()) {
        pairs.emplace_back(u"  "_s + command.name, command.summary);
        array.append(commandJson(command));
    }
    const QStringList text{Tr::tr("Usage: kith-cli [options] COMMAND ..."),
                           {},
                           textPairs(pairs),
                           {},
                           Tr::tr("Options of every command:"),
                           optionLines(globalOptions()),
                           {},
                           Tr::tr("kith-cli help COMMAND says more. Exit code 0: done; 1: refused or failed, with a "
                                  "sentence; 2: wrong usage.")};
    return {array, text.join(u'\n'), {}};
}

Result<Answer> help(CommandContext& context, const Arguments& arguments)
{
    const auto name = arguments.word(0);
    if (name.isEmpty() || name == "help"_L1)
        return allCommands(context.commands());
    KITH_TRY(const Command* command, context.commands().find(name));
    QStringList text{u"kith-cli %1 %2"_s.arg(command->name, command->usage).trimmed(), command->summary};
    if (!command->options.empty())
        text += {QString(), optionLines(command->options)};
    return Answer{commandJson(*command), text.join(u'\n'), {}};
}

}

Command helpCommand()
{
    Command command;
    command.name = u"help"_s;
    command.usage = u"[COMMAND]"_s;
    command.summary = Tr::tr("What the commands are and how they are used.");
    command.most = -1;
    command.use = always(BookUse::None);
    command.run = help;
    return command;
}

}
