#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<std::int64_t> countOf(CommandContext& context, const CatalogPtr& catalog, const Entity& entity)
{
    Query query;
    query.catalog = catalog;
    query.entity = &entity;
    query.trash = TrashView::Only;
    return await(context.desk().count(query));
}

Result<Answer> purge(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    const Entity* only = nullptr;
    std::vector<RecordId> ids;
    if (!arguments.words().isEmpty()) {
        KITH_TRY(only, entityNamed(catalog, arguments.word(0)));
        KITH_TRY(ids, recordsNamed(context, *only, arguments.words().sliced(1)));
    }
    if (!only && !arguments.has(u"all"_s))
        return wrongUsage(Tr::tr("Say what to purge: an entity, or --all for the whole trash."));
    std::int64_t purged = 0;
    for (const auto& entity : catalog->entities()) {
        if (only && only->id != entity.id)
            continue;
        KITH_TRY(const auto before, countOf(context, catalog, entity));
        if (before == 0 && ids.empty())
            continue;
        KITH_TRY(accepted(await(context.desk().purge(entity.id, ids))));
        KITH_TRY(const auto after, countOf(context, catalog, entity));
        purged += before - after;
    }
    return Answer{
        QJsonObject{{u"purged"_s, qint64(purged)}}, Tr::tr("%n record(s) removed for good.", nullptr, int(purged)), {}};
}

}

Command purgeCommand()
{
    Command command;
    command.name = u"purge"_s;
    command.usage = u"ENTITY [ID ...] | --all"_s;
    command.summary = Tr::tr("Remove deleted records and their history for good; this cannot be undone.");
    command.options = {{u"all"_s, {}, Tr::tr("the whole trash")}};
    command.most = -1;
    command.use = always(BookUse::Write);
    command.run = purge;
    return command;
}

}
