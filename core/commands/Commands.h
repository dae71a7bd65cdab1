#pragma once

#include "core/commands/Command.h"

// The commands, one a file. Each makes its description in the language of the installed translator.
namespace kith {

// Records
Command findCommand();
Command listCommand();
Command showCommand();
Command historyCommand();
Command createCommand();
Command setCommand();
Command deleteCommand();
Command trashCommand();
Command purgeCommand();
Command duplicatesCommand();
Command mergeCommand();
Command qualityCommand();
// Acts
Command undoCommand();
Command redoCommand();
Command actsCommand();
// Files
Command importCommand();
Command exportCommand();
Command demoCommand();
// The book
Command newCommand();
Command catalogCommand();
Command keysCommand();
Command backupCommand();
Command restoreCommand(); // a record from the trash, or a book from a backup
Command verifyCommand();
// Around them
Command batchCommand();
Command helpCommand();

}
