#include "core/commands/acts/ActText.h"

#include "core/commands/TextTable.h"
#include "core/commands/records/RecordText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

}

QString actKindKey(ActKind kind)
{
    switch (kind) {
    case ActKind::Create:
        return u"create"_s;
    case ActKind::Edit:
        return u"edit"_s;
    case ActKind::Delete:
        return u"delete"_s;
    case ActKind::Restore:
        return u"restore"_s;
    case ActKind::Import:
        return u"import"_s;
    case ActKind::Undo:
        return u"undo"_s;
    case ActKind::Redo:
        return u"redo"_s;
    case ActKind::Bulk:
        return u"bulk"_s;
    case ActKind::Purge:
        return u"purge"_s;
    case ActKind::Catalog:
        return u"catalog"_s;
    case ActKind::Merge:
        return u"merge"_s;
    case ActKind::Demo:
        return u"demo"_s;
    case ActKind::Founding:
        return u"founding"_s;
    }
    return {};
}

QString actKindLabel(ActKind kind)
{
    switch (kind) {
    case ActKind::Create:
        return Tr::tr("Made");
    case ActKind::Edit:
        return Tr::tr("Edited");
    case ActKind::Delete:
        return Tr::tr("Deleted");
    case ActKind::Restore:
        return Tr::tr("Restored");
    case ActKind::Import:
        return Tr::tr("Imported");
    case ActKind::Undo:
        return Tr::tr("Undone");
    case ActKind::Redo:
        return Tr::tr("Redone");
    case ActKind::Bulk:
        return Tr::tr("Several edited");
    case ActKind::Purge:
        return Tr::tr("Removed for good");
    case ActKind::Catalog:
        return Tr::tr("Catalog extended");
    case ActKind::Merge:
        return Tr::tr("Merged");
    case ActKind::Demo:
        return Tr::tr("Demo company");
    case ActKind::Founding:
        return Tr::tr("New book");
    }
    return {};
}

QJsonObject actJson(const Catalog& catalog, const ActSummary& act)
{
    const Entity* entity = catalog.entity(act.entity);
    QJsonObject json{{u"act"_s, qint64(act.number)},
                     {u"kind"_s, actKindKey(act.kind)},
                     {u"at"_s, instantText(act.at)},
                     {u"entity"_s, entity ? QJsonValue(entity->key) : QJsonValue(QJsonValue::Null)},
                     {u"records"_s, qint64(act.records)},
                     {u"subject"_s, act.subject},
                     {u"undone"_s, act.undone}};
    if (act.undoes > 0)
        json[u"undoes"_s] = qint64(act.undoes);
    return json;
}

Answer undoAnswer(CommandContext& context, const UndoOutcome& outcome, const QString& text)
{
    const auto catalog = context.desk().catalog();
    QJsonArray kept;
    std::vector<QStringList> rows;
    for (const auto& one : outcome.kept) {
        const Entity* entity = catalog->entity(one.entity);
        kept.append(QJsonObject{{u"entity"_s, entity ? entity->key : QString()},
                                {u"id"_s, one.record.toString()},
                                {u"title"_s, one.title},
                                {u"field"_s, one.field}});
        rows.push_back({entity ? entity->label.in(context.options().language) : QString(), one.title, one.field});
    }
    QStringList lines{text};
    if (!rows.empty())
        lines += {Tr::tr("Changed or linked since, and left as it is:"),
                  textTable({Tr::tr("Kind"), Tr::tr("Title"), Tr::tr("Field")}, rows)};
    const QJsonObject json{{u"undone"_s, actJson(*catalog, outcome.undone)},
                           {u"act"_s, qint64(outcome.act)},
                           {u"records"_s, qint64(outcome.records)},
                           {u"kept"_s, kept}};
    return {json, lines.join(u'\n'), {}};
}

}
