#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
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

constexpr std::int64_t usualRows = 200;

// Deleted records of one entity, the last changed first.
Result<ListPage> trashOf(CommandContext& context, const CatalogPtr& catalog, const Entity& entity, std::int64_t limit)
{
    Query query;
    query.catalog = catalog;
    query.entity = &entity;
    query.trash = TrashView::Only;
    KITH_TRY(query.sort, parseSort(*catalog, entity, u"-changed"));
    KITH_TRY(auto path, parsePath(*catalog, entity, u"changed"));
    query.columns = {std::move(path)};
    return await(context.desk().pageAfter(query, {}, int(limit)));
}

Result<Answer> trash(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    KITH_TRY(auto left, arguments.number(u"limit"_s, usualRows, 1));
    const Entity* only = nullptr;
    if (!arguments.words().isEmpty()) {
        KITH_TRY(only, entityNamed(catalog, arguments.word(0)));
    }
    QJsonArray records;
    std::vector<QStringList> rows;
    for (const auto& entity : catalog->entities()) {
        if ((only && only != &entity) || left <= 0)
            continue;
        KITH_TRY(const auto page, trashOf(context, catalog, entity, left));
        for (const auto& row : page.rows) {
            records.append(
                QJsonObject{{u"entity"_s, entity.key}, {u"id"_s, row.id.toString()}, {u"title"_s, row.title}});
            rows.push_back({entity.label.in(context.options().language), row.title, row.id.toString()});
        }
        left -= std::int64_t(page.rows.size());
    }
    const auto text =
        rows.empty() ? Tr::tr("The trash is empty.") : textTable({Tr::tr("Kind"), Tr::tr("Title"), Tr::tr("ID")}, rows);
    return Answer{records, text, {}};
}

}

Command trashCommand()
{
    Command command;
    command.name = u"trash"_s;
    command.usage = u"[ENTITY] [--limit N]"_s;
    command.summary = Tr::tr("Deleted records.");
    command.options = {{u"limit"_s, u"N"_s, Tr::tr("at most so many (200)")}};
    command.most = 1;
    command.use = always(BookUse::Read);
    command.run = trash;
    return command;
}

}
