#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/records/FieldArguments.h"
#include "core/commands/records/RecordText.h"
#include "core/services/QualityDesk.h"
#include "core/text/formats/Country.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t shownChanges = 50; // as text

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// What --repair names.
enum class Way { Read, Correct, Drop, Link, Set, Clear, Trash };

Result<Way> wayNamed(const QString& word)
{
    static const QStringList words{u"read"_s, u"correct"_s, u"drop"_s, u"link"_s, u"set"_s, u"clear"_s, u"trash"_s};
    const auto at = words.indexOf(word);
    if (at < 0)
        return wrongUsage(Tr::tr("“%1” is no repair; there are %2.").arg(word, words.join(u", "_s)));
    return Way(at);
}

RepairKind kindOf(Way way)
{
    return way == Way::Read      ? RepairKind::ReadPhones
           : way == Way::Correct ? RepairKind::PutMailsRight
           : way == Way::Drop    ? RepairKind::DropUnread
                                 : RepairKind::LinkNamed;
}

Result<Answer> counted(CommandContext& context, const std::vector<const Entity*>& kinds)
{
    const auto& language = context.options().language;
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const Entity* entity : kinds) {
        KITH_TRY(const auto counts, await(context.session().quality().counts(entity->id)));
        for (const auto& count : counts) {
            const auto label = entity->qualityCheck(count.check)->label.in(language);
            json.append(QJsonObject{{u"entity"_s, entity->key},
                                    {u"check"_s, count.check},
                                    {u"label"_s, label},
                                    {u"records"_s, qint64(count.records)}});
            rows.push_back({entity->key, count.check, QString::number(count.records), label});
        }
    }
    return Answer{json, textTable({Tr::tr("Entity"), Tr::tr("Check"), Tr::tr("Records"), Tr::tr("Finds")}, rows), {}};
}

// One check, and the records it finds fault with.
struct Findings
{
    const Entity& entity;
    const QualityCheck& check;
    std::vector<RecordId> records;

    // The field that it is about, or wrong usage: this repair needs one.
    Result<const Field*> field() const
    {
        if (check.field.isEmpty())
            return wrongUsage(
                Tr::tr("The check “%1” is about no single field; --repair trash is all there is.").arg(check.key));
        return Catalog::requireField(entity, check.field);
    }
};

Result<Findings> findings(CommandContext& context, const Entity& entity, const Arguments& arguments)
{
    const QualityCheck* check = entity.qualityCheck(arguments.value(u"check"_s));
    if (!check)
        return wrongUsage(Tr::tr("There is no check “%1” of %2; kith-cli quality %2 lists them.")
                              .arg(arguments.value(u"check"_s), entity.key));
    KITH_TRY(const auto query, context.session().quality().query(entity, *check));
    KITH_TRY(auto records, await(context.desk().picked(query, {true, {}, {}})));
    if (arguments.has(u"only"_s)) {
        KITH_TRY(const auto only, recordsNamed(context, entity, arguments.list(u"only"_s)));
        std::erase_if(records,
                      [&](const RecordId& id) { return std::find(only.begin(), only.end(), id) == only.end(); });
    }
    return Findings{entity, *check, std::move(records)};
}

Answer findingsAnswer(CommandContext& context, const Findings& found)
{
    RecordText texts(context);
    QJsonArray records;
    std::vector<QStringList> rows;
    for (const auto& id : found.records) {
        if (!context.options().json && rows.size() == std::size_t(shownChanges))
            break;
        const auto title = texts.titleOf({found.entity.id, id});
        records.append(QJsonObject{{u"id"_s, id.toString()}, {u"title"_s, title}});
        rows.push_back({title, id.toString()});
    }
    const auto& language = context.options().language;
    const QJsonObject json{{u"entity"_s, found.entity.key},
                           {u"check"_s, found.check.key},
                           {u"filter"_s, found.check.filter},
                           {u"hint"_s, found.check.hint.in(language)},
                           {u"records"_s, records}};
    QStringList lines{Tr::tr("%n record(s).", nullptr, int(found.records.size())) + u' ' +
                      found.check.hint.in(language)};
    if (!rows.empty())
        lines += textTable({Tr::tr("Title"), u"Id"_s}, rows);
    return {json, lines.join(u'\n'), {}};
}

QJsonObject repairedJson(std::int64_t repaired, std::int64_t left, std::int64_t act, const QJsonArray& changes)
{
    return {
        {u"repaired"_s, qint64(repaired)}, {u"left"_s, qint64(left)}, {u"act"_s, qint64(act)}, {u"changes"_s, changes}};
}

Answer planAnswer(const RepairPlan& plan, const RepairOutcome& outcome, bool dryRun)
{
    QJsonArray changes;
    std::vector<QStringList> rows;
    for (const auto& change : plan.changes) {
        changes.append(QJsonObject{{u"id"_s, change.record.toString()},
                                   {u"title"_s, change.title},
                                   {u"before"_s, change.beforeText},
                                   {u"after"_s, change.afterText}});
        if (std::int64_t(rows.size()) < shownChanges)
            rows.push_back({change.title, change.beforeText, change.afterText});
    }
    const auto repaired = dryRun ? std::int64_t(plan.changes.size()) : outcome.repaired;
    const auto left = plan.looked - repaired;
    QStringList lines;
    if (!rows.empty())
        lines += textTable({Tr::tr("Title"), Tr::tr("Before"), Tr::tr("After")}, rows);
    lines += dryRun ? Tr::tr("%n record(s) would be put right; nothing is written.", nullptr, int(repaired))
                    : Tr::tr("%n record(s) put right.", nullptr, int(repaired));
    if (left > 0)
        lines += Tr::tr("%n record(s) stay as they are.", nullptr, int(left));
    return {repairedJson(repaired, left, outcome.saved.act, changes), lines.join(u'\n'), {}};
}

Result<Answer> planned(CommandContext& context, const Findings& found, Way way, const Arguments& arguments)
{
    KITH_TRY(const Field* field, found.field());
    const auto region = arguments.value(u"country"_s).toUpper();
    const FieldRepair repair{kindOf(way), field->id, region};
    if (!FieldRepair::suits(repair.kind, *field))
        return wrongUsage(
            Tr::tr("--repair %1 does not suit the field “%2”.").arg(arguments.value(u"repair"_s), field->key));
    if (!region.isEmpty() && !CountryCode::fromIso(region))
        return wrongUsage(Tr::tr("“%1” is no country; write its two letters, as CN or GB.").arg(region));
    auto& desk = context.session().quality();
    KITH_TRY(const auto plan, await(desk.plan(found.entity.id, repair, found.records)));
    if (arguments.has(u"dry-run"_s))
        return planAnswer(plan, {}, true);
    const auto outcome = await(desk.carryOut(plan));
    KITH_TRY(outcome);
    KITH_TRY(accepted(outcome->saved));
    return planAnswer(plan, *outcome, false);
}

// The same for every record: a value, none, or the trash.
Result<Answer> alike(CommandContext& context, const Findings& found, Way way, const Arguments& arguments)
{
    FieldValues values;
    if (way != Way::Trash) {
        KITH_TRY(const Field* field, found.field());
        const auto value = way == Way::Set ? arguments.value(u"value"_s) : QString();
        if (way == Way::Set && value.isEmpty())
            return wrongUsage(Tr::tr("Say which value: --value VALUE."));
        QStringList notices;
        KITH_TRY(values, readFieldArguments(context, found.entity, {field->key + u'=' + value}, nullptr, notices));
    }
    SaveOutcome outcome;
    if (!arguments.has(u"dry-run"_s)) {
        const auto written = await(way == Way::Trash ? context.desk().moveToTrash(found.entity.id, found.records)
                                                     : context.desk().saveAll(found.entity.id, found.records, values));
        KITH_TRY(accepted(written));
        outcome = *written;
    }
    const auto count = std::int64_t(found.records.size());
    const auto text = arguments.has(u"dry-run"_s)
                          ? Tr::tr("%n record(s) would be put right; nothing is written.", nullptr, int(count))
                          : Tr::tr("%n record(s) put right.", nullptr, int(count));
    return Answer{repairedJson(count, 0, outcome.act, {}), text, {}};
}

Result<Answer> quality(CommandContext& context, const Arguments& arguments)
{
    const auto catalog = context.desk().catalog();
    const auto kinds = QualityDesk::checkedKinds(*catalog);
    if (arguments.words().isEmpty() && !arguments.has(u"check"_s))
        return counted(context, kinds);
    if (arguments.words().isEmpty())
        return wrongUsage(Tr::tr("Say of which entity: kith-cli quality ENTITY --check KEY."));
    KITH_TRY(const Entity* entity, entityNamed(catalog, arguments.word(0)));
    if (!arguments.has(u"check"_s) && arguments.has(u"repair"_s))
        return wrongUsage(Tr::tr("Say which records: --check KEY."));
    if (!arguments.has(u"check"_s))
        return counted(context, {entity});
    KITH_TRY(const auto found, findings(context, *entity, arguments));
    if (!arguments.has(u"repair"_s))
        return findingsAnswer(context, found);
    KITH_TRY(const auto way, wayNamed(arguments.value(u"repair"_s)));
    const bool isPlanned = way != Way::Set && way != Way::Clear && way != Way::Trash;
    return isPlanned ? planned(context, found, way, arguments) : alike(context, found, way, arguments);
}

}

Command qualityCommand()
{
    Command command;
    command.name = u"quality"_s;
    command.usage =
        u"[ENTITY] [--check KEY] [--repair WAY] [--country CC] [--value VALUE] [--only ID,..] [--dry-run]"_s;
    command.summary = Tr::tr("What may be wrong with records, and putting many of them right at once.");
    command.options = {
        {u"check"_s, u"KEY"_s, Tr::tr("the records that this check finds")},
        {u"repair"_s, u"WAY"_s,
         Tr::tr(
             "read (phones again), correct (mails), drop (what is not readable), link (by name), set, clear, trash")},
        {u"country"_s, u"CC"_s, Tr::tr("for read: numbers of this country; else that of each record's address")},
        {u"value"_s, u"VALUE"_s, Tr::tr("for set: what the check's field gets")},
        {u"only"_s, u"ID,.."_s, Tr::tr("only these of the records")},
        {u"dry-run"_s, {}, Tr::tr("say what would change and write nothing")}};
    command.least = 0;
    command.most = 1;
    command.use = [](const Arguments& arguments) {
        return arguments.has(u"repair"_s) && !arguments.has(u"dry-run"_s) ? BookUse::Write : BookUse::Read;
    };
    command.run = quality;
    return command;
}

}
