#pragma once

#include "core/base/Result.h"

#include <QJsonValue>
#include <QString>

#include <functional>
#include <vector>

namespace kith {

class Arguments;
class CommandContext;

// What a command found or did. Printed as JSON or as text, whichever was asked for.
struct Answer
{
    QJsonValue json = QJsonValue(QJsonValue::Undefined); // Undefined: the command has printed by itself
    QString text;                                        // lines for people, without the last line break
    QString failure; // not empty: there is an answer, yet the program ends with 1 and this sentence
};

// An option of one command, such as `--limit N`.
struct CommandOption
{
    QString name;     // without dashes
    QString value;    // what stands behind it, for the help; empty: a switch
    QString explains; // one line
};

// What the book must be for a command.
enum class BookUse {
    None,
    Read,  // open; beside another program that writes, if need be
    Write, // open, and nobody else's
    Own    // the command opens or makes it by itself
};

// One command of kith-cli. Texts are in the language of the installed translator at the time it was made.
struct Command
{
    QString name;
    QString usage; // what stands behind the name: "ENTITY ID"
    QString summary;
    std::vector<CommandOption> options;
    int least = 0; // words that are no options
    int most = 0;  // -1: any number
    std::function<BookUse(const Arguments&)> use;
    std::function<Result<Answer>(CommandContext&, const Arguments&)> run;
};

inline std::function<BookUse(const Arguments&)> always(BookUse use)
{
    return [use](const Arguments&) { return use; };
}

}
