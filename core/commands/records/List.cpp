#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/ListQuery.h"
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

constexpr std::int64_t usualRows = 50;

struct Shown
{
    QJsonArray rows;
    QString text;
};

Shown shown(CommandContext& context, const Query& query, const ListPage& page)
{
    RecordText texts(context);
    Shown shown;
    QStringList header;
    for (const auto& path : query.columns)
        header += texts.label(path);
    header += Tr::tr("ID");
    std::vector<QStringList> lines;
    for (const auto& row : page.rows) {
        QJsonObject fields;
        QStringList line;
        for (std::size_t i = 0; i < query.columns.size(); ++i) {
            const auto& path = query.columns[i];
            fields[path.text()] = texts.json(path, row.values[i], row.titles[i]);
            line += texts.text(path, row.values[i], row.titles[i]);
        }
        shown.rows.append(QJsonObject{{u"id"_s, row.id.toString()}, {u"fields"_s, fields}});
        lines.push_back(line << row.id.toString());
    }
    shown.text = textTable(header, lines);
    return shown;
}

Result<Answer> list(CommandContext& context, const Arguments& arguments)
{
    KITH_TRY(const auto query, listQuery(context, arguments, DefaultColumns::List));
    KITH_TRY(const auto limit, arguments.number(u"limit"_s, usualRows, 0));
    QJsonObject json;
    QStringList text;
    if (limit > 0) {
        KITH_TRY(const auto page, await(context.desk().pageAfter(query, arguments.value(u"after"_s), int(limit))));
        const auto lines = shown(context, query, page);
        json[u"rows"_s] = lines.rows;
        json[u"next"_s] = page.next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(page.next);
        text += lines.text.isEmpty() ? Tr::tr("Nothing was found.") : lines.text;
        if (!page.next.isEmpty())
            text += Tr::tr("More with --after %1").arg(page.next);
    } else {
        json[u"rows"_s] = QJsonArray();
        json[u"next"_s] = QJsonValue::Null;
    }
    if (arguments.has(u"count"_s)) {
        KITH_TRY(const auto count, await(context.desk().count(query)));
        json[u"count"_s] = qint64(count);
        text += Tr::tr("%n record(s) in all", nullptr, int(count));
    }
    return Answer{json, text.join(u'\n'), {}};
}

}

Command listCommand()
{
    Command command;
    command.name = u"list"_s;
    command.usage = u"ENTITY [--where EXPR] [--sort FIELD,-FIELD] [--columns F,..] [--limit N] [--after CURSOR] "
                    u"[--count]"_s;
    command.summary = Tr::tr("A page of a list.");
    command.options = listOptions();
    command.options.push_back({u"limit"_s, u"N"_s, Tr::tr("at most so many rows (50); 0: only count")});
    command.options.push_back({u"after"_s, u"CURSOR"_s, Tr::tr("go on behind an earlier page: its “next”")});
    command.options.push_back({u"count"_s, {}, Tr::tr("also say how many there are in all")});
    command.least = 1;
    command.most = 1;
    command.use = always(BookUse::Read);
    command.run = list;
    return command;
}

}
