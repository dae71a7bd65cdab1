#include "tests/bench/SearchBench.h"

#include "core/records/QueryText.h"
#include "core/services/RecordDesk.h"
#include "core/store/Columns.h"
#include "tests/bench/Queries.h"
#include "tests/bench/RawBook.h"

#include <sqlite3.h>

#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <map>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int hitsAsked = 50;
constexpr int rawAsked = 40; // of the queries: a scan takes half a second
constexpr double frame = 16;

Result<std::vector<QuerySample>> sampleOf(RawBook& raw, const Entity& entity, std::int64_t rows, std::mt19937& random)
{
    std::vector<QuerySample> samples;
    auto statement = raw.connection().kept(
        "SELECT " + columnName(*entity.field(u"name")) + ", " + columnName(*entity.field(u"phones")) + ", " +
        columnName(*entity.field(u"mails")) + " FROM " + tableName(entity) + " WHERE k = ?1");
    for (int i = 0; i < 4 * searchesMixed; ++i) {
        statement.bind(1, std::int64_t(1 + random() % std::uint64_t(rows)));
        KITH_TRY(const bool found, statement.step());
        if (found)
            samples.push_back({statement.text(0), statement.text(1), statement.text(2)});
        statement.reset();
    }
    return samples;
}

constexpr std::size_t slowestTold = 30;

struct Times
{
    std::vector<double> ms;
    std::int64_t unanswered = 0;
    std::map<QString, double> worst; // of each key that was typed
};

Result<Times> timeDesk(RecordDesk& desk, const std::vector<QString>& all)
{
    Times times;
    for (const auto& query : all) {
        for (qsizetype size = 1; size <= query.size(); ++size) {
            const auto typed = query.left(size);
            const Timer one;
            auto future = desk.find({typed, {}, hitsAsked, {}});
            future.waitForFinished();
            const auto answer = future.result();
            const double ms = one.milliseconds();
            if (!answer)
                return answer.error();
            times.ms.push_back(ms);
            times.unanswered += answer->empty() ? 1 : 0;
            auto& worst = times.worst[typed];
            worst = std::max(worst, ms);
        }
    }
    return times;
}

Result<Times> timeRaw(RawBook& raw, const QByteArray& sql, const std::vector<QString>& all,
                      const std::function<QString(const QString&)>& pattern)
{
    Times times;
    RawBook::Kept statement(raw, sql);
    for (const auto& query : all) {
        const auto text = pattern(query).toUtf8();
        sqlite3_bind_text(statement.get(), 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        const Timer one;
        KITH_TRY(const auto rows, statement.scan());
        times.ms.push_back(one.milliseconds());
        times.unanswered += rows == 0 ? 1 : 0;
    }
    return times;
}

QJsonObject figuresOf(const Times& times)
{
    return {{u"ms_median"_s, rounded(median(times.ms))},
            {u"ms_p95"_s, rounded(percentile95(times.ms))},
            {u"ms_worst"_s, rounded(times.ms.empty() ? 0 : *std::max_element(times.ms.begin(), times.ms.end()))},
            {u"asked"_s, qint64(times.ms.size())},
            {u"without_answer"_s, qint64(times.unanswered)}};
}

QJsonArray slowestOf(const Times& times)
{
    std::vector<std::pair<double, QString>> keys;
    for (const auto& [typed, ms] : times.worst)
        keys.emplace_back(ms, typed);
    std::sort(keys.begin(), keys.end(), std::greater<>());
    keys.resize(std::min(keys.size(), slowestTold));
    QJsonArray told;
    for (const auto& [ms, typed] : keys)
        told += QJsonObject{{u"typed"_s, typed}, {u"ms"_s, rounded(ms)}};
    return told;
}

Result<double> megabytes(RawBook& raw, const QByteArray& table)
{
    auto statement = raw.connection().kept("SELECT sum(length(block)) FROM " + table);
    KITH_TRY(statement.step());
    return double(statement.integer(0)) / 1e6;
}

}

Result<QJsonObject> benchSearch(Bench& bench)
{
    BenchBook book(bench.path(u"search.kith"_s), preferredCipher());
    KITH_TRY(book.create());
    KITH_TRY(book.import(bench.csv));
    KITH_TRY(auto raw, RawBook::open(book.access()));
    const auto catalog = book.threads->catalog();
    const Entity& entity = *catalog->entity(u"customer");
    std::mt19937 random(7);
    KITH_TRY(const auto samples, sampleOf(*raw, entity, bench.request.rows, random));
    const auto all = mixedQueries(samples, random);
    RecordDesk desk(*book.threads);
    KITH_TRY(const auto ours, timeDesk(desk, all));
    auto figures = figuresOf(ours);
    figures[u"slowest"_s] = slowestOf(ours);
    figures[u"aim_ms_p95"_s] = frame;
    KITH_TRY(const auto index, megabytes(*raw, "search_data"));
    figures[u"index_mb"_s] = rounded(index);

    const std::vector<QString> few(all.begin(), all.begin() + rawAsked);
    const auto name = columnName(*entity.field(u"name"));
    const auto phones = columnName(*entity.field(u"phones"));
    const auto mails = columnName(*entity.field(u"mails"));
    KITH_TRY(const auto like,
             timeRaw(*raw,
                     "SELECT k, " + name + " FROM " + tableName(entity) + " WHERE life = 0 AND (" + name +
                         " LIKE ?1 OR " + phones + " LIKE ?1 OR " + mails + " LIKE ?1) LIMIT 50",
                     few, [](const QString& typed) { return u'%' + typed + u'%'; }));
    figures[u"like"_s] = figuresOf(like);
    KITH_TRY(raw->execute("CREATE VIRTUAL TABLE stock USING fts5(name, phone, mail, content='', tokenize='trigram')"));
    KITH_TRY(raw->execute(("INSERT INTO stock(rowid, name, phone, mail) SELECT k, " + name + ", " + phones + ", " +
                           mails + " FROM " + tableName(entity))
                              .constData()));
    KITH_TRY(const auto stock,
             timeRaw(*raw, "SELECT rowid FROM stock WHERE stock MATCH ?1 ORDER BY rowid DESC LIMIT 50", all,
                     [](const QString& typed) { return u'"' + typed + u'"'; }));
    auto trigram = figuresOf(stock);
    KITH_TRY(const auto stockIndex, megabytes(*raw, "stock_data"));
    trigram[u"index_mb"_s] = rounded(stockIndex);
    figures[u"stock_trigram"_s] = trigram;
    return figures;
}

namespace {

struct ListQuestion
{
    QString name;
    QString filter;
    QString sort;
    double first = 0; // part of the list that is jumped over
};

Result<Query> queryOf(const RecordDesk& desk, const Entity& entity, const ListQuestion& question)
{
    Query query;
    query.catalog = desk.catalog();
    query.entity = &entity;
    for (const auto& key : entity.list.columns) {
        KITH_TRY(const auto path, parsePath(*query.catalog, entity, key));
        query.columns.push_back(path);
    }
    KITH_TRY(query.sort, parseSort(*query.catalog, entity, question.sort));
    KITH_TRY(query.filter, parseFilter(*query.catalog, entity, question.filter, desk.queryContext()));
    return query;
}

}

Result<QJsonObject> benchList(Bench& bench)
{
    BenchBook book(bench.path(u"list.kith"_s), preferredCipher());
    KITH_TRY(book.create());
    KITH_TRY(book.import(bench.csv));
    RecordDesk desk(*book.threads);
    const auto catalog = desk.catalog();
    const Entity& entity = *catalog->entity(u"customer");
    const std::vector<ListQuestion> questions{{u"open"_s, {}, u"name"_s},
                                              {u"sort_created_desc"_s, {}, u"-created"_s},
                                              {u"sort_follow_up"_s, {}, u"-follow_up"_s},
                                              {u"filter_city"_s, u"address.city = \"上海\""_s, u"name"_s},
                                              {u"filter_status"_s, u"status = potential"_s, u"name"_s},
                                              {u"filter_changed_lately"_s, u"changed >= -7d"_s, u"-changed"_s},
                                              {u"filter_mine"_s, u"owner = me"_s, u"-changed"_s},
                                              {u"filter_rare"_s, u"name contains \"晨光\""_s, u"name"_s},
                                              {u"jump_to_middle"_s, {}, u"name"_s, 0.5},
                                              {u"jump_near_end"_s, {}, u"name"_s, 0.97}};
    QJsonObject figures{{u"aim_ms_p95"_s, frame}};
    for (const auto& question : questions) {
        KITH_TRY(const auto query, queryOf(desk, entity, question));
        Times times;
        double counted = 0;
        double prepared = 0;
        if (question.first > 0) { // as the window does once a list is open
            const Timer one;
            auto ready = desk.prepare(query);
            ready.waitForFinished();
            KITH_TRY(ready.result());
            prepared = one.milliseconds();
        }
        for (int i = 0; i < 20; ++i) {
            const Timer one;
            auto page = desk.page(query, std::int64_t(double(bench.request.rows) * question.first) + i * 37, 50);
            page.waitForFinished();
            KITH_TRY(page.result());
            times.ms.push_back(one.milliseconds());
        }
        const Timer count;
        auto exact = desk.count(query);
        exact.waitForFinished();
        KITH_TRY(const auto rows, exact.result());
        counted = count.milliseconds();
        auto one = figuresOf(times);
        one.remove(u"without_answer"_s);
        one[u"ms_first"_s] = rounded(times.ms.front());
        one[u"rows"_s] = qint64(rows);
        one[u"count_ms"_s] = rounded(counted);
        if (question.first > 0)
            one[u"prepared_ms"_s] = rounded(prepared);
        figures[question.name] = one;
    }
    return figures;
}

}
