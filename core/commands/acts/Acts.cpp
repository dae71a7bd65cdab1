#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/acts/ActText.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t usualActs = 50;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<Answer> acts(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(const auto limit, arguments.number(u"limit"_s, usualActs, 1));
    KITH_TRY(const auto found, await(context.desk().acts(int(limit))));
    const auto catalog = context.desk().catalog();
    QJsonArray array;
    std::vector<QStringList> rows;
    for (const auto& act : found) {
        array.append(actJson(*catalog, act));
        rows.push_back({QString::number(act.number), localText(act.at), actKindLabel(act.kind), act.subject,
                        QString::number(act.records), act.undone ? Tr::tr("undone") : QString()});
    }
    const QStringList header{Tr::tr("Act"),     Tr::tr("When"),    Tr::tr("What"),
                             Tr::tr("Subject"), Tr::tr("Records"), Tr::tr("State")};
    return Answer{array, rows.empty() ? Tr::tr("Nothing was found.") : textTable(header, rows), {}};
}

}

Command actsCommand()
{
    Command command;
    command.name = u"acts"_s;
    command.usage = u"[--limit N]"_s;
    command.summary = Tr::tr("What was done in this book, newest first.");
    command.options = {{u"limit"_s, u"N"_s, Tr::tr("at most so many (50)")}};
    command.use = always(BookUse::Read);
    command.run = acts;
    return command;
}

}
