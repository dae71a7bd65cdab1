#include "tests/bench/BenchCommand.h"

#include "core/commands/Arguments.h"
#include "tests/bench/BookBench.h"

#include <QJsonDocument>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

Result<Answer> run(CommandContext&, const Arguments& arguments)
{
    BenchRequest request;
    request.scenario = arguments.word(0);
    if (!request.scenario.isEmpty() && !benchScenarios().contains(request.scenario))
        return Error{ErrorCode::WrongUsage,
                     {u"bench %1: one of %2"_s.arg(request.scenario, benchScenarios().join(u", "_s))}};
    KITH_TRY(request.rows, arguments.number(u"rows"_s, request.rows, 1));
    KITH_TRY(const auto figures, runBench(request));
    Answer answer;
    answer.json = figures;
    answer.text = QString::fromUtf8(QJsonDocument(figures).toJson()).trimmed();
    return answer;
}

}

Command benchCommand()
{
    Command command;
    command.name = u"bench"_s;
    command.usage = u"[SCENARIO]"_s;
    command.summary = u"Measure this build on this machine, beside raw SQLite in the same run: %1."_s.arg(
        benchScenarios().join(u", "_s));
    command.options = {{u"rows"_s, u"N"_s, u"Customers to measure with; 1,000,000 unless given."_s}};
    command.most = 1;
    command.use = always(BookUse::None);
    command.run = run;
    return command;
}

}
