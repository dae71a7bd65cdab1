#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t usualHits = 50;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The line that holds what was typed.
QString markedText(const Hit& hit)
{
    return hit.detailMarks.empty() ? hit.title : hit.detail;
}

Result<Answer> find(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    std::vector<EntityId> entities;
    for (const auto& key : arguments.list(u"entity"_s)) {
        KITH_TRY(const Entity* entity, entityNamed(catalog, key));
        entities.push_back(entity->id);
    }
    KITH_TRY(const auto limit, arguments.number(u"limit"_s, usualHits, 1));
    QElapsedTimer timer;
    timer.start();
    KITH_TRY(const auto hits, await(context.desk().find({arguments.words().join(u' '), entities, int(limit), {}})));
    const auto microseconds = timer.nsecsElapsed() / 1000;
    const double ms = double(microseconds) / 1000;
    const auto& language = context.options().language;
    QJsonArray array;
    std::vector<QStringList> rows;
    for (const auto& hit : hits) {
        const Entity* entity = catalog->entity(hit.entity);
        array.append(QJsonObject{{u"entity"_s, entity->key},
                                 {u"id"_s, hit.id.toString()},
                                 {u"title"_s, hit.title},
                                 {u"matched"_s, markedText(hit)},
                                 {u"detail"_s, hit.detail}});
        rows.push_back({entity->label.in(language), hit.title, hit.detail, hit.id.toString()});
    }
    const auto text = rows.empty()
                          ? Tr::tr("Nothing was found.")
                          : textTable({Tr::tr("Kind"), Tr::tr("Title"), Tr::tr("Matched"), Tr::tr("ID")}, rows);
    return Answer{QJsonObject{{u"hits"_s, array}, {u"ms"_s, ms}}, text, {}};
}

}

Command findCommand()
{
    Command command;
    command.name = u"find"_s;
    command.usage = u"TEXT [--entity E,..] [--limit N]"_s;
    command.summary = Tr::tr("Search as the search field does.");
    command.options = {{u"entity"_s, u"E,.."_s, Tr::tr("only records of these kinds")},
                       {u"limit"_s, u"N"_s, Tr::tr("at most so many (50)")}};
    command.least = 1;
    command.most = -1;
    command.use = always(BookUse::Read);
    command.run = find;
    return command;
}

}
