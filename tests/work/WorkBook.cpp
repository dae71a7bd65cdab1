#include "tests/work/WorkBook.h"

#include "core/store/Merge.h"
#include "core/work/duplicates/Distinctions.h"
#include "core/work/duplicates/DuplicateFinder.h"
#include "tests/support/Test.h"

namespace kith::testing {

namespace {

std::int64_t commit(Result<ActWriter>& act, const Result<Written>& written)
{
    REQUIRE_OK(written);
    for (const auto& problem : written->problems)
        FAIL("refused: " << problem.error);
    const auto notice = act->commit();
    REQUIRE_OK(notice);
    return notice->act;
}

}

ComparedFields WorkBook::compared(QStringView key)
{
    const auto fields = ComparedFields::of(entity(key));
    REQUIRE(fields);
    return *fields;
}

Likeness WorkBook::likeness(QStringView key, const Typed& one, const Typed& other)
{
    const auto fields = compared(key);
    const auto a = traitsOf(fields, values(key, one));
    const auto b = traitsOf(fields, values(key, other));
    const SharedBy onlyThese = [](TraitHash) { return Result<int>(2); };
    const auto likeness = compareTraits(a, b, onlyThese);
    const auto reverse = compareTraits(b, a, onlyThese);
    REQUIRE_OK(likeness);
    REQUIRE_OK(reverse);
    CHECK(likeness->score == reverse->score);
    return *likeness;
}

TraitFollower::Outcome WorkBook::follow()
{
    auto outcome = TraitFollower(writer()).follow();
    REQUIRE_OK(outcome);
    return std::move(outcome).value();
}

ScanReport WorkBook::scan(QStringView key)
{
    const auto id = entity(key).id;
    close();
    auto threads = StoreThreads::open(
        access(), [this] { return StoreWriter::open(access(), clock(), [](Connection&) { return Status{}; }); });
    REQUIRE_OK(threads);
    auto scanning = std::make_shared<DuplicateScan>(**threads, id)->start();
    scanning.waitForFinished();
    const auto report = scanning.result();
    REQUIRE_OK(report);
    threads->reset();
    reopen();
    return *report;
}

WorkBook::Pairs WorkBook::pairs(QStringView key)
{
    Pairs found;
    DuplicateTable table(tables(), entity(key));
    const auto all = table.behind({}, 10'000);
    REQUIRE_OK(all);
    for (const auto& pair : *all) {
        if (pair.isDistinct)
            continue;
        const auto one = tables().loadKey(entity(key), pair.one);
        const auto other = tables().loadKey(entity(key), pair.other);
        REQUIRE_OK(one);
        REQUIRE_OK(other);
        found.insert(Pair{(*one)->record.id, (*other)->record.id});
    }
    return found;
}

std::int64_t WorkBook::traitRows()
{
    const auto rows = writer().connection.integer("SELECT count(*) FROM trait");
    REQUIRE_OK(rows);
    return *rows;
}

std::int64_t WorkBook::merge(QStringView key, const RecordId& keep, const RecordId& other)
{
    auto act = ActWriter::begin(writer().context(), ActKind::Merge);
    REQUIRE_OK(act);
    return commit(act, Merge(*act).merge(entity(key), {keep, {other}, {}}));
}

std::int64_t WorkBook::tellApart(QStringView key, const RecordId& one, const RecordId& other)
{
    auto act = ActWriter::begin(writer().context(), ActKind::Create);
    REQUIRE_OK(act);
    const Distinctions distinctions(tables());
    const auto id = entity(key).id;
    return commit(act, act->create(distinctions.entity(), distinctions.values({id, one}, {id, other})));
}

void WorkBook::purge(QStringView key, const RecordId& id)
{
    REQUIRE_OK(TraitFollower(writer()).forget(entity(key).id, {id}));
    auto act = ActWriter::begin(writer().context(), ActKind::Purge);
    REQUIRE_OK(act);
    commit(act, act->purge(entity(key), id));
}

}
