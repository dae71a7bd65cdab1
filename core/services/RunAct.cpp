#include "core/services/RunAct.h"

#include "core/store/StoreThreads.h"

namespace kith {

using namespace Qt::StringLiterals;

Result<SaveOutcome> runAct(StoreThreads& threads, StoreWriter& writer, ActKind kind, const ActBody& body)
{
    KITH_TRY(auto act, ActWriter::begin(writer.context(), kind));
    KITH_TRY(auto written, body(act));
    SaveOutcome outcome;
    outcome.id = written.id;
    outcome.problems = std::move(written.problems);
    for (const auto& guess : written.guesses)
        outcome.notices += u"%1: %2 → %3"_s.arg(guess.field, guess.typed, guess.taken);
    if (!outcome.problems.empty())
        return outcome;
    KITH_TRY(const auto notice, act.commit());
    outcome.act = notice.act;
    if (notice.act > 0)
        KITH_TRY(threads.publish(writer, notice));
    return outcome;
}

}
