#pragma once

#include "core/commands/CommandContext.h"

namespace kith {

class Arguments;

// What `new` and `demo` take alike.
std::vector<CommandOption> newBookOptions();
Result<Session::NewBook> newBook(CommandContext& context, const Arguments& arguments);

// Makes the book and leaves it open. With a path the recovery code goes there, readable by this person only, and
// nowhere else; without one it is in the answer. The file is tried first: a code that is lost could not be made again.
Result<Session::Created> createBook(CommandContext& context, const Session::NewBook& wanted,
                                    const QString& recoveryPath);

}
