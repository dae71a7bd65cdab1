#include "core/commands/Arguments.h"

#include "core/commands/Command.h"

#include <QCoreApplication>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString hint(const Command& command)
{
    return Tr::tr("See kith-cli help %1.").arg(command.name);
}

}

Error wrongUsage(const QString& sentence)
{
    return {ErrorCode::WrongUsage, {sentence}};
}

Result<Arguments> Arguments::read(const Command& command, const QStringList& words)
{
    Arguments arguments;
    bool plain = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (!plain && word == "--"_L1) {
            plain = true;
            continue;
        }
        if (plain || !word.startsWith("--"_L1)) {
            arguments.m_words += word;
            continue;
        }
        const auto name = word.section(u'=', 0, 0).sliced(2);
        const auto known = std::find_if(command.options.begin(), command.options.end(),
                                        [&](const CommandOption& option) { return option.name == name; });
        if (known == command.options.end())
            return wrongUsage(Tr::tr("The command %1 has no option --%2.").arg(command.name, name) + u' ' +
                              hint(command));
        const bool joined = word.contains(u'=');
        if (known->value.isEmpty() && joined)
            return wrongUsage(Tr::tr("The option --%1 takes no value.").arg(name) + u' ' + hint(command));
        if (!known->value.isEmpty() && !joined && i + 1 == words.size())
            return wrongUsage(Tr::tr("The option --%1 needs a value.").arg(name) + u' ' + hint(command));
        QString value;
        if (!known->value.isEmpty())
            value = joined ? word.section(u'=', 1) : words[++i];
        arguments.m_options[name] = value;
    }
    const auto count = arguments.m_words.size();
    if (count < command.least)
        return wrongUsage(Tr::tr("Something is missing: kith-cli %1 %2.").arg(command.name, command.usage));
    if (command.most >= 0 && count > command.most)
        return wrongUsage(Tr::tr("“%1” is too much: kith-cli %2 %3.")
                              .arg(arguments.m_words[command.most], command.name, command.usage));
    return arguments;
}

QStringList Arguments::list(const QString& option) const
{
    QStringList parts;
    for (const auto& part : value(option).split(u',', Qt::SkipEmptyParts))
        parts += part.trimmed();
    return parts;
}

Result<std::int64_t> Arguments::number(const QString& option, std::int64_t otherwise, std::int64_t least) const
{
    if (!has(option))
        return otherwise;
    bool isNumber = false;
    const auto number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return wrongUsage(Tr::tr("--%1 needs a whole number from %2 on, not “%3”.")
                              .arg(option, QString::number(least), value(option)));
    return std::int64_t(number);
}

}
