#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/files/ImportPlanArguments.h"
#include "core/services/ImportDesk.h"
#include "core/text/HumanFormat.h"

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

QJsonArray textsJson(const std::vector<ImportReport::Reason>& reasons)
{
    QJsonArray array;
    for (const auto& reason : reasons)
        array.append(QJsonObject{{u"text"_s, reason.text}, {u"rows"_s, qint64(reason.rows)}});
    return array;
}

QJsonArray guessesJson(const ImportReport& report)
{
    QJsonArray array;
    for (const auto& guess : report.guesses)
        array.append(QJsonObject{{u"field"_s, guess.field},
                                 {u"typed"_s, guess.typed},
                                 {u"taken"_s, guess.taken},
                                 {u"rows"_s, qint64(guess.rows)}});
    return array;
}

QJsonArray mappingJson(const ImportPlan& plan)
{
    QJsonArray array;
    for (const auto& column : plan.columns) {
        QJsonObject one{{u"column"_s, column.header}, {u"field"_s, column.field}};
        if (column.make)
            one[u"make"_s] = true;
        array.append(one);
    }
    return array;
}

QJsonObject reportJson(const ImportReport& report, const ImportPlan& plan)
{
    QJsonObject json{{u"read"_s, qint64(report.read)},
                     {u"created"_s, qint64(report.created)},
                     {u"updated"_s, qint64(report.updated)},
                     {u"skipped"_s, qint64(report.skipped)},
                     {u"rejected"_s, qint64(report.rejected)},
                     {u"related"_s, qint64(report.related)},
                     {u"likely_duplicates"_s, qint64(report.likely)},
                     {u"act"_s, qint64(report.act)},
                     {u"seconds"_s, report.seconds},
                     {u"guesses"_s, guessesJson(report)},
                     {u"reasons"_s, textsJson(report.reasons)},
                     {u"warnings"_s, textsJson(report.warnings)},
                     {u"mapping"_s, mappingJson(plan)}};
    if (report.cancelled)
        json[u"cancelled"_s] = true;
    if (!report.rejectsPath.isEmpty())
        json[u"rejects"_s] = report.rejectsPath;
    return json;
}

QString countOf(std::int64_t rows)
{
    return humanCount(rows, QLocale());
}

QString reportText(const ImportReport& report, const ImportPlan& plan)
{
    std::vector<std::pair<QString, QString>> lines{
        {Tr::tr("Rows read"), countOf(report.read)},
        {Tr::tr("Made"), countOf(report.created)},
        {Tr::tr("Changed"), countOf(report.updated)},
        {Tr::tr("Skipped"), countOf(report.skipped)},
        {Tr::tr("Rejected"), countOf(report.rejected)},
        {Tr::tr("Made for links"), countOf(report.related)},
        {Tr::tr("Time"), humanDuration(std::int64_t(report.seconds * 1000), QLocale())}};
    QStringList leftOut;
    for (const auto& column : plan.columns) {
        if (column.field.isEmpty())
            leftOut += column.header;
    }
    if (!leftOut.isEmpty())
        lines.emplace_back(Tr::tr("Columns left out"), leftOut.join(u", "_s));
    for (const auto& guess : report.guesses)
        lines.emplace_back(Tr::tr("Guessed"),
                           u"%1: %2 → %3 (%4)"_s.arg(guess.field, guess.typed, guess.taken, countOf(guess.rows)));
    for (const auto& reason : report.reasons)
        lines.emplace_back(Tr::tr("Rejected"), u"%1 (%2)"_s.arg(reason.text, countOf(reason.rows)));
    for (const auto& warning : report.warnings)
        lines.emplace_back(Tr::tr("Worth a look"), u"%1 (%2)"_s.arg(warning.text, countOf(warning.rows)));
    if (report.likely > 0)
        lines.emplace_back(Tr::tr("Look like others"),
                           Tr::tr("%n of those made; kith-cli duplicates %1 lists them", nullptr, int(report.likely))
                               .arg(plan.entity));
    if (!report.rejectsPath.isEmpty())
        lines.emplace_back(Tr::tr("Rejected rows are in"), report.rejectsPath);
    if (report.act > 0)
        lines.emplace_back(Tr::tr("To take it back"), u"kith-cli undo %1"_s.arg(report.act));
    return textPairs(lines);
}

QString progressLine(const ImportProgress& progress)
{
    if (progress.indexing)
        return Tr::tr("Building the index: %1 %").arg(int(progress.indexed * 100));
    if (progress.comparable >= 0)
        return Tr::tr("Making what is there comparable: %1 %").arg(int(progress.comparable * 100));
    auto line = Tr::tr("%n row(s) read", nullptr, int(progress.read));
    if (progress.bytesTotal > 0)
        line += u", %1 %"_s.arg(100 * progress.bytesRead / progress.bytesTotal);
    if (progress.secondsLeft >= 0)
        line += u", "_s + humanTimeLeft(std::int64_t(progress.secondsLeft * 1000), QLocale());
    return line;
}

Result<ImportReport> watch(CommandContext& context, QFuture<Result<ImportReport>> running)
{
    const InterruptScope interrupt;
    auto report = await(std::move(running), [&] {
        if (InterruptScope::interrupted())
            context.session().imports().cancel();
        context.terminal().progress(progressLine(context.session().imports().progress()));
    });
    context.terminal().progress({});
    return report;
}

Result<Answer> answerOf(const ImportReport& report, const ImportPlan& plan, const QStringList& interrupted)
{
    auto json = reportJson(report, plan);
    if (!interrupted.isEmpty())
        json[u"interrupted"_s] = QJsonArray::fromStringList(interrupted);
    const auto failure =
        report.cancelled
            ? Tr::tr("Cancelled: what was read until then is in the book, and kith-cli undo takes it back.")
            : QString();
    return Answer{json, reportText(report, plan), failure};
}

Result<Answer> takeIn(CommandContext& context, const Arguments& arguments)
{
    auto& imports = context.session().imports();
    KITH_TRY(const auto plans, await(imports.interrupted()));
    if (arguments.has(u"resume"_s)) {
        if (plans.empty())
            return wrongUsage(Tr::tr("No import was interrupted; there is nothing to go on with."));
        KITH_TRY(const auto report, watch(context, imports.resume(plans.front())));
        return answerOf(report, plans.front().plan, {});
    }
    if (arguments.words().size() < 2)
        return wrongUsage(Tr::tr("Say what to import and from where: kith-cli import customer customers.csv."));
    QStringList interrupted;
    for (const auto& import : plans) {
        interrupted += import.plan.path;
        context.terminal().say(Tr::tr("An import of “%1” was interrupted; kith-cli import --resume goes on with it.")
                                   .arg(import.plan.path));
    }
    KITH_TRY(const auto plan, importPlan(context, arguments));
    KITH_TRY(const auto report, watch(context, imports.run(plan)));
    return answerOf(report, plan, interrupted);
}

}

Command importCommand()
{
    Command command;
    command.name = u"import"_s;
    command.usage = u"ENTITY FILE [--map MAP.json] [--match FIELD,..] [--on-duplicate skip|update|create] "
                    u"[--make FIELD,..|all] [--sheet NAME] [--dry-run] [--rejects FILE] | --resume"_s;
    command.summary = Tr::tr("Take in a CSV file, an Excel workbook (.xlsx) or a file of vCards (.vcf); encoding, "
                             "delimiter, sheet, header and columns are found by looking at it.");
    command.options = {
        {u"map"_s, u"MAP.json"_s, Tr::tr("which column goes to which field: {\"column\": \"field\"}")},
        {u"match"_s, u"FIELD,.."_s,
         Tr::tr("fields that tell a record that is there already; likeness: what looks like one")},
        {u"on-duplicate"_s, u"WHAT"_s, Tr::tr("skip, update (usual) or create when it is there already")},
        {u"make"_s, u"FIELD,.."_s, Tr::tr("links whose missing records are made; all: every link")},
        {u"sheet"_s, u"NAME"_s, Tr::tr("of a workbook; otherwise the first that holds something")},
        {u"dry-run"_s, {}, Tr::tr("only say what would happen")},
        {u"rejects"_s, u"FILE"_s, Tr::tr("write rejected rows with their reasons to this CSV file")},
        {u"resume"_s, {}, Tr::tr("go on with the import that a crash interrupted")}};
    command.most = 2;
    command.use = always(BookUse::Write);
    command.run = takeIn;
    return command;
}

}
