#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/RecordText.h"
#include "core/services/DuplicateDesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownGroups = 50; // as text, unless asked for more

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString progressLine(const ScanProgress& progress)
{
    return Tr::tr("%1 % compared, %n pair(s) found", nullptr, int(progress.likely)).arg(int(progress.done * 100));
}

Status scan(CommandContext& context, const Entity& entity)
{
    const InterruptScope interrupt;
    auto& desk = context.session().duplicates();
    const auto report = await(desk.scan(entity.id), [&] {
        if (InterruptScope::interrupted())
            desk.cancelScan();
        context.terminal().progress(progressLine(desk.scanProgress()));
    });
    context.terminal().progress({});
    return report ? Status{} : Status(report.error());
}

QJsonObject groupJson(const DuplicateView& group)
{
    QJsonArray records;
    for (const auto& member : group.records)
        records.append(QJsonObject{{u"id"_s, member.record.toString()}, {u"title"_s, member.title}});
    QJsonArray pairs;
    for (const auto& pair : group.pairs)
        pairs.append(QJsonObject{{u"ids"_s, QJsonArray{pair.one.toString(), pair.other.toString()}},
                                 {u"score"_s, pair.score},
                                 {u"reasons"_s, QJsonArray::fromStringList(pair.reasons)}});
    return {{u"score"_s, group.score}, {u"records"_s, records}, {u"pairs"_s, pairs}};
}

Answer answerOf(const DuplicateViews& groups)
{
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const auto& group : groups.views) {
        json.append(groupJson(group));
        const auto& reasons = group.pairs.empty() ? QStringList() : group.pairs.front().reasons;
        for (const auto& member : group.records) {
            const bool isFirst = &member == &group.records.front();
            rows.push_back({isFirst ? QString::number(group.score) : QString(), member.title, member.record.toString(),
                            isFirst ? reasons.join(u"; "_s) : QString()});
        }
    }
    QStringList lines{Tr::tr("%n group(s) of likely duplicates.", nullptr, int(groups.groups))};
    if (!rows.empty())
        lines += textTable({Tr::tr("Score"), Tr::tr("Title"), u"Id"_s, Tr::tr("Because")}, rows);
    if (std::int64_t(groups.views.size()) < groups.groups)
        lines += Tr::tr("These are the first %n; --limit shows more.", nullptr, int(groups.views.size()));
    return {json, lines.join(u'\n'), {}};
}

Result<Answer> duplicates(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    auto& desk = context.session().duplicates();
    if (!DuplicateDesk::compares(*entity))
        return Error{ErrorCode::NotCompared, {entity->plural.in(context.options().language)}};
    if (arguments.has(u"apart"_s)) {
        KITH_TRY(const auto ids, recordsNamed(context, *entity, arguments.list(u"apart"_s)));
        if (ids.size() < 2)
            return wrongUsage(Tr::tr("Say which are not the same: --apart ID,ID."));
        const auto outcome = await(desk.tellApart(entity->id, ids));
        KITH_TRY(accepted(outcome));
        return savedAnswer(*outcome, Tr::tr("Remembered: they are not the same."));
    }
    KITH_TRY(const auto followed, await(desk.follow()));
    const bool isBehind =
        std::find(followed.behind.begin(), followed.behind.end(), entity->id) != followed.behind.end();
    if (isBehind || arguments.has(u"again"_s))
        KITH_TRY(scan(context, *entity));
    const auto all = context.options().json ? std::numeric_limits<int>::max() : shownGroups;
    KITH_TRY(const auto limit, arguments.number(u"limit"_s, all));
    KITH_TRY(const auto groups, await(desk.groups(entity->id, 0, int(limit))));
    return answerOf(groups);
}

}

Command duplicatesCommand()
{
    Command command;
    command.name = u"duplicates"_s;
    command.usage = u"ENTITY [--limit N] [--again] | ENTITY --apart ID,ID,.."_s;
    command.summary = Tr::tr("Groups of records that look like the same, with the reasons.");
    command.options = {{u"limit"_s, u"N"_s, Tr::tr("at most so many groups, the surest first")},
                       {u"again"_s, {}, Tr::tr("compare all records anew")},
                       {u"apart"_s, u"ID,ID,.."_s, Tr::tr("remember that these are not the same")}};
    command.least = 1;
    command.most = 1;
    command.use = always(BookUse::Write);
    command.run = duplicates;
    return command;
}

}
