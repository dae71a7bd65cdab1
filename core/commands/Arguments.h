#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QStringList>

namespace kith {

struct Command;

// A mistake in how a command was written: kith-cli ends with 2 and says this sentence.
Error wrongUsage(const QString& sentence);

// The words behind a command's name, sorted into its options and the rest. `--name value` and `--name=value` are the
// same; behind `--` everything is a plain word.
class Arguments
{
public:
    // WrongUsage for an option the command does not have, a missing value, too few or too many words.
    static Result<Arguments> read(const Command& command, const QStringList& words);

    const QStringList& words() const { return m_words; }
    QString word(int position) const { return m_words.value(position); }
    bool has(const QString& option) const { return m_options.contains(option); }
    QString value(const QString& option) const { return m_options.value(option); }
    QStringList list(const QString& option) const; // apart by commas
    // WrongUsage for anything but a whole number from `least` on.
    Result<std::int64_t> number(const QString& option, std::int64_t otherwise, std::int64_t least = 0) const;

private:
    Arguments() = default;

    QStringList m_words;
    QHash<QString, QString> m_options;
};

}
