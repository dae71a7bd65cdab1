#pragma once

#include "core/commands/Command.h"

#include <QJsonObject>

namespace kith {

struct CommandLine;

// The commands of one program. Made once the translator is installed, for commands hold their texts.
class CommandList
{
public:
    // Every command that comes with Kith.
    static CommandList shipped();

    // One more, from a library that knows something these do not: benches.
    void add(Command command) { m_commands.push_back(std::move(command)); }

    // WrongUsage for a name that no command has.
    Result<const Command*> find(const QString& name) const;
    const std::vector<Command>& all() const { return m_commands; }

private:
    std::vector<Command> m_commands;
};

// Runs what a command line says: opens the book as the command needs it, prints the answer or the error. The exit code:
// 0 done, 1 refused or failed, 2 wrong usage. Not on the session's thread.
int runCommandLine(CommandContext& context, const CommandLine& line);

// One command of an open book, or of none, with its words.
Result<Answer> runCommand(CommandContext& context, const QStringList& words);

// What an error is to whoever called the program.
int exitCodeOf(const Error& error);
QString spoken(const Error& error);
QJsonObject errorJson(const Error& error); // {error, code}

QByteArray compactJson(const QJsonValue& value); // an object or an array, on one line

}
