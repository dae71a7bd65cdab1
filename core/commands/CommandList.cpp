#include "core/commands/CommandList.h"

#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/Commands.h"
#include "core/text/Sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void print(CommandContext& context, const Answer& answer)
{
    if (answer.json.isUndefined())
        return;
    if (context.options().json)
        context.terminal().write(compactJson(answer.json) + '\n');
    else if (!answer.text.isEmpty())
        context.terminal().write(answer.text.toUtf8() + '\n');
}

}

QByteArray compactJson(const QJsonValue& value)
{
    const auto document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

CommandList CommandList::shipped()
{
    CommandList list;
    for (auto make :
         {newCommand,    demoCommand,    importCommand,  exportCommand,  findCommand,  listCommand,  showCommand,
          createCommand, setCommand,     deleteCommand,  restoreCommand, trashCommand, purgeCommand, duplicatesCommand,
          mergeCommand,  qualityCommand, historyCommand, actsCommand,    undoCommand,  redoCommand,  catalogCommand,
          keysCommand,   backupCommand,  verifyCommand,  batchCommand,   helpCommand})
        list.add(make());
    return list;
}

Result<const Command*> CommandList::find(const QString& name) const
{
    for (const auto& command : m_commands) {
        if (command.name == name)
            return &command;
    }
    return wrongUsage(Tr::tr("There is no command “%1”; kith-cli help lists them.").arg(name));
}

int exitCodeOf(const Error& error)
{
    return error.code == ErrorCode::WrongUsage ? 2 : 1;
}

QString spoken(const Error& error)
{
    return error.code == ErrorCode::WrongUsage && !error.detail.isEmpty() ? error.detail.first() : sentence(error);
}

QJsonObject errorJson(const Error& error)
{
    return {{u"error"_s, spoken(error)}, {u"code"_s, exitCodeOf(error)}};
}

Result<Answer> runCommand(CommandContext& context, const QStringList& words)
{
    KITH_TRY(const Command* command, context.commands().find(words.first()));
    KITH_TRY(const auto arguments, Arguments::read(*command, words.sliced(1)));
    const auto use = command->use(arguments);
    if ((use == BookUse::Read || use == BookUse::Write) && !context.isOpen())
        KITH_TRY(context.openBook(use));
    return command->run(context, arguments);
}

int runCommandLine(CommandContext& context, const CommandLine& line)
{
    auto words = line.words;
    if (line.options.version)
        return context.terminal().write(QCoreApplication::applicationVersion().toUtf8() + '\n'), 0;
    if (line.options.help)
        words.prepend(u"help"_s);
    if (words.isEmpty()) {
        context.terminal().say(Tr::tr("Say what to do: kith-cli help lists the commands."));
        return 2;
    }
    const auto answer = runCommand(context, words);
    if (!answer) {
        if (context.options().json)
            context.terminal().write(compactJson(errorJson(answer.error())) + '\n');
        context.terminal().say(spoken(answer.error()));
        return exitCodeOf(answer.error());
    }
    print(context, *answer);
    if (!answer->failure.isEmpty())
        context.terminal().say(answer->failure);
    return answer->failure.isEmpty() ? 0 : 1;
}

}
