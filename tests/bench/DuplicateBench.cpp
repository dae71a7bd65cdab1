#include "tests/bench/DuplicateBench.h"

#include "core/services/demo/DemoCompany.h"
#include "core/store/Columns.h"
#include "core/store/StoreThreads.h"
#include "core/work/duplicates/DuplicateFinder.h"
#include "core/work/duplicates/DuplicateScan.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int twinsInHundred = 4;
constexpr int lookUps = 500;

using Pairs = std::set<std::pair<RecordKey, RecordKey>>;

std::pair<RecordKey, RecordKey> pairOf(RecordKey a, RecordKey b)
{
    return {std::min(a, b), std::max(a, b)};
}

// What this process holds now, in MB; 0 where the system does not say.
double memoryNow()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

struct Planted
{
    std::map<std::pair<RecordKey, RecordKey>, QString> kinds;
    Pairs pairs;
};

// A twin of a twin is a pair with the first as well.
Result<Planted> plantedPairs(StoreReader& reader, const std::vector<DemoTwins>& twins)
{
    const Entity& entity = *reader.tables.catalog().entity(u"customer");
    Planted planted;
    std::map<RecordKey, std::vector<RecordKey>> families;
    for (const auto& twin : twins) {
        KITH_TRY(const auto original, reader.tables.keyOf(entity, twin.original));
        KITH_TRY(const auto second, reader.tables.keyOf(entity, twin.twin));
        auto& family = families[*original];
        if (family.empty())
            family.push_back(*original);
        for (const auto member : family) {
            planted.pairs.insert(pairOf(member, *second));
            planted.kinds[pairOf(member, *second)] = member == *original ? twin.kind : u"two_twins"_s;
        }
        family.push_back(*second);
    }
    return planted;
}

Result<Pairs> foundPairs(StoreReader& reader)
{
    Pairs found;
    DuplicateTable table(reader.tables, *reader.tables.catalog().entity(u"customer"));
    DuplicatePair last;
    while (true) {
        KITH_TRY(const auto pairs, table.behind(last, 10'000));
        if (pairs.empty())
            return found;
        for (const auto& pair : pairs)
            found.insert(pairOf(pair.one, pair.other));
        last = pairs.back();
    }
}

// What one would write without all this: the same name, phone, mail or tax number, each as it stands in its column.
Result<Pairs> pairsByPlainSql(StoreReader& reader)
{
    const Entity& entity = *reader.tables.catalog().entity(u"customer");
    Pairs found;
    for (const auto* key : {u"name", u"phones", u"mails", u"tax_id"}) {
        const auto column = columnName(*entity.field(QStringView(key)));
        auto statement =
            reader.connection.kept("SELECT group_concat(k) FROM e10 WHERE " + column + " IS NOT NULL GROUP BY " +
                                   column + " HAVING count(*) BETWEEN 2 AND 12");
        while (true) {
            KITH_TRY(const bool row, statement.step());
            if (!row)
                break;
            const auto alike = statement.text(0).split(u',');
            for (qsizetype i = 0; i < alike.size(); ++i) {
                for (qsizetype j = i + 1; j < alike.size(); ++j)
                    found.insert(pairOf(alike[i].toLongLong(), alike[j].toLongLong()));
            }
        }
    }
    return found;
}

QJsonObject quality(const Pairs& found, const Planted& planted)
{
    std::int64_t right = 0;
    for (const auto& pair : planted.pairs)
        right += found.contains(pair) ? 1 : 0;
    return {{u"pairs"_s, qint64(found.size())},
            {u"precision"_s, rounded(found.empty() ? 1 : double(right) / double(found.size()))},
            {u"recall"_s, rounded(planted.pairs.empty() ? 1 : double(right) / double(planted.pairs.size()))}};
}

QJsonObject recallByKind(const Pairs& found, const Planted& planted)
{
    std::map<QString, std::pair<int, int>> counts;
    for (const auto& [pair, kind] : planted.kinds) {
        ++counts[kind].second;
        counts[kind].first += found.contains(pair) ? 1 : 0;
    }
    QJsonObject recall;
    for (const auto& [kind, count] : counts)
        recall[kind] = QJsonObject{{u"planted"_s, count.second},
                                   {u"recall"_s, rounded(double(count.first) / double(count.second))}};
    return recall;
}

// Looking up one record, as a form does while somebody types.
Result<double> lookUpMs(StoreReader& reader, std::int64_t rows)
{
    const auto compared = *ComparedFields::of(*reader.tables.catalog().entity(u"customer"));
    DuplicateFinder finder(reader.tables, compared);
    TraitReader traits(reader.tables, compared);
    std::vector<double> times;
    for (int i = 0; i < lookUps; ++i) {
        KITH_TRY(auto one, traits.traits(1 + (std::int64_t(i) * 7919) % rows));
        if (!one)
            continue;
        const Timer timer;
        KITH_TRY(const auto found, finder.find(*one, Likeness::hint, 5));
        Q_UNUSED(found)
        times.push_back(timer.milliseconds());
    }
    return percentile95(times);
}

Result<QJsonObject> figures(StoreThreads& threads, const QString& path, std::int64_t rows)
{
    DemoPlan plan;
    plan.customers = rows;
    plan.customersOnly = true;
    plan.twins = twinsInHundred;
    auto filling = fillDemoCompany(threads, plan);
    filling.waitForFinished();
    if (!filling.result())
        return filling.result().error();
    const auto twins = filling.result()->twins;
    const auto fileBefore = QFileInfo(path).size();
    const auto memoryBefore = memoryNow();
    const auto scan = std::make_shared<DuplicateScan>(threads, threads.catalog()->entity(u"customer")->id);
    auto scanning = scan->start();
    scanning.waitForFinished();
    if (!scanning.result())
        return scanning.result().error();
    const auto memoryAfter = peakMemory();
    KITH_TRY(const auto planted,
             onReader<Planted>(threads, [&](StoreReader& reader) { return plantedPairs(reader, twins); }));
    KITH_TRY(const auto found, onReader<Pairs>(threads, foundPairs));
    KITH_TRY(const double looking,
             onReader<double>(threads, [&](StoreReader& reader) { return lookUpMs(reader, rows); }));
    auto checkpoint =
        threads.write<void>([](StoreWriter& writer) { return writer.connection.checkpoint(Checkpoint::Passive); });
    checkpoint.waitForFinished();
    const Timer timer;
    KITH_TRY(const auto plain, onReader<Pairs>(threads, pairsByPlainSql));
    const auto plainSeconds = timer.seconds();
    auto answer = quality(found, planted);
    answer[u"planted"_s] = qint64(planted.pairs.size());
    answer[u"seconds"_s] = rounded(scanning.result()->seconds);
    answer[u"aim"_s] = QJsonObject{{u"seconds"_s, 60}, {u"precision"_s, 0.98}, {u"recall"_s, 0.95}};
    answer[u"look_up_p95_ms"_s] = rounded(looking);
    answer[u"memory_before_mb"_s] = rounded(memoryBefore);
    answer[u"memory_peak_mb"_s] = rounded(memoryAfter);
    answer[u"file_before_mb"_s] = rounded(double(fileBefore) / 1e6);
    answer[u"file_after_mb"_s] = rounded(double(QFileInfo(path).size()) / 1e6);
    answer[u"by_kind"_s] = recallByKind(found, planted);
    auto sql = quality(plain, planted);
    sql[u"seconds"_s] = rounded(plainSeconds);
    answer[u"plain_sql"_s] = sql;
    return answer;
}

}

Result<QJsonObject> benchDuplicates(Bench& bench)
{
    const auto path = bench.path(u"duplicates.kith"_s);
    BenchBook book(path, preferredCipher());
    KITH_TRY(book.create());
    return figures(*book.threads, path, bench.request.rows);
}

}
