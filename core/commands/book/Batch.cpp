#include "core/commands/Arguments.h"
#include "core/commands/CommandContext.h"
#include "core/commands/CommandList.h"
#include "core/commands/Commands.h"

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

// A line's answer as JSON. What a batch is not for: commands that make or open books, and batches.
Result<Answer> runLine(CommandContext& context, const QString& line)
{
    KITH_TRY(const auto split, splitWords(line));
    KITH_TRY(const auto read, readCommandLine(split));
    if (read.words.isEmpty())
        return wrongUsage(Tr::tr("The line has no command."));
    KITH_TRY(const Command* command, context.commands().find(read.words.first()));
    KITH_TRY(const auto arguments, Arguments::read(*command, read.words.sliced(1)));
    if (command->name == "batch"_L1 || command->use(arguments) == BookUse::Own)
        return wrongUsage(Tr::tr("The command %1 cannot stand in a batch.").arg(command->name));
    return runCommand(context, read.words);
}

QByteArray answerLine(const Result<Answer>& answer)
{
    if (!answer)
        return compactJson(errorJson(answer.error()));
    if (answer->failure.isEmpty() || !answer->json.isObject())
        return compactJson(answer->json);
    auto json = answer->json.toObject();
    json[u"error"_s] = answer->failure;
    json[u"code"_s] = 1;
    return compactJson(json);
}

Result<Answer> batch(CommandContext& context, const Arguments&)
{
    int lines = 0;
    int failed = 0;
    while (const auto bytes = context.terminal().readLine()) {
        const auto line = QString::fromUtf8(*bytes).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        ++lines;
        const auto answer = runLine(context, line);
        failed += !answer || !answer->failure.isEmpty() ? 1 : 0;
        context.terminal().write(answerLine(answer) + '\n');
    }
    Answer answer;
    if (failed > 0)
        answer.failure = Tr::tr("%1 of %n command(s) failed; the answers say why.", nullptr, lines).arg(failed);
    return answer;
}

}

Command batchCommand()
{
    Command command;
    command.name = u"batch"_s;
    command.summary =
        Tr::tr("Run a command a line from standard input with one opening of the book; one JSON value a line.");
    command.use = always(BookUse::Read);
    command.run = batch;
    return command;
}

}
