#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace kith {

// What can be said of every command.
struct GlobalOptions
{
    QString book; // path, absolute
    QString passphraseFile;
    QString recoveryFile;
    bool keychain = false;
    bool json = false;
    bool help = false;
    bool version = false;
    QString language; // "zh_CN" or "en"
};

// A command line: what holds for every command, and the command with its own words.
struct CommandLine
{
    GlobalOptions options;
    QStringList words; // the first is the command's name; empty: none
};

// Options for every command may stand before or behind the command's name. WrongUsage.
Result<CommandLine> readCommandLine(const QStringList& words);

// The language that a command line asks for, or else the system's: "zh_CN" or "en". Never fails, so that a mistake in
// the rest can be said in it.
QString languageOf(const QStringList& words);

// Where the book of a person who does not say otherwise is.
QString defaultBookPath();

// Words as a shell takes them apart: blanks between, '...' as it stands, "..." and \ for single characters. WrongUsage
// for a quote without end.
Result<QStringList> splitWords(const QString& line);

}
