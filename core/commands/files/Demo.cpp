#include "core/commands/Arguments.h"
#include "core/commands/Commands.h"
#include "core/commands/TextTable.h"
#include "core/commands/book/NewBookArguments.h"
#include "core/services/demo/DemoCompany.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t usualCustomers = 300;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<Answer> writeCsv(const Arguments& arguments, const DemoPlan& plan)
{
    const auto path = QFileInfo(arguments.value(u"csv"_s)).absoluteFilePath();
    KITH_TRY(const auto rows, demoCustomersCsv(path, plan.customers, plan.seed));
    return Answer{QJsonObject{{u"written"_s, qint64(rows)}, {u"file"_s, path}},
                  Tr::tr("%n customer(s) written to %1.", nullptr, int(rows)).arg(path),
                  {}};
}

// Makes the book if there is none.
Status openDemoBook(CommandContext& context, const Arguments& arguments)
{
    if (context.isOpen())
        return {};
    if (QFile::exists(context.options().book))
        return context.openBook(BookUse::Write);
    KITH_TRY(auto wanted, newBook(context, arguments));
    wanted.demo = true;
    wanted.withRecoveryCode = arguments.has(u"recovery-out"_s);
    KITH_TRY(createBook(context, wanted, arguments.value(u"recovery-out"_s)));
    return {};
}

Result<DemoReport> fill(CommandContext& context, const DemoPlan& plan)
{
    const InterruptScope interrupt;
    const auto progress = std::make_shared<DemoProgress>();
    auto report = await(fillDemoCompany(context.session().store(), plan, progress), [&] {
        progress->cancelled = InterruptScope::interrupted();
        context.terminal().progress(
            Tr::tr("%1 of %n customer(s)", nullptr, int(plan.customers)).arg(progress->customers));
    });
    context.terminal().progress({});
    return report;
}

Result<Answer> demo(CommandContext& context, const Arguments& arguments)
{
    DemoPlan plan;
    KITH_TRY(plan.customers, arguments.number(u"customers"_s, usualCustomers, 1));
    KITH_TRY(const auto seed, arguments.number(u"seed"_s, 1));
    plan.seed = std::uint64_t(seed);
    plan.customersOnly = arguments.has(u"customers-only"_s);
    KITH_TRY(const auto twins, arguments.number(u"duplicates"_s, 0));
    plan.twins = int(std::min<std::int64_t>(twins, 50));
    if (arguments.has(u"csv"_s))
        return writeCsv(arguments, plan);
    KITH_TRY(openDemoBook(context, arguments));
    KITH_TRY(const auto report, fill(context, plan));
    QJsonObject json;
    std::vector<std::pair<QString, QString>> lines;
    const auto catalog = context.desk().catalog();
    for (const auto& [entity, count] : report.counts) {
        json[entity] = qint64(count);
        lines.emplace_back(catalog->entity(entity)->plural.in(context.options().language), QString::number(count));
    }
    return Answer{json, textPairs(lines), {}};
}

}

Command demoCommand()
{
    Command command;
    command.name = u"demo"_s;
    command.usage =
        u"[--customers N] [--seed S] [--customers-only] [--duplicates N] | --csv FILE [--customers N] [--seed S]"_s;
    command.summary = Tr::tr("Fill a book with the demo company; the book is made if there is none.");
    command.options = newBookOptions();
    command.options.insert(command.options.begin(),
                           {{u"customers"_s, u"N"_s, Tr::tr("so many customers (300)")},
                            {u"seed"_s, u"S"_s, Tr::tr("another number makes another company (1)")},
                            {u"customers-only"_s, {}, Tr::tr("without contacts, sales and service")},
                            {u"duplicates"_s, u"N"_s,
                             Tr::tr("of 100 customers, so many a second time, entered otherwise (0; at most 50)")},
                            {u"csv"_s, u"FILE"_s, Tr::tr("write the customers to a CSV file instead")}});
    command.use = always(BookUse::Own);
    command.run = demo;
    return command;
}

}
