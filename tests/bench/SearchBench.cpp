#include "tests/bench/SearchBench.h"

#include "core/records/QueryText.h"
#include "core/services/RecordDesk.h"
#include "core/store/Columns.h"
#include "core/text/han/Han.h"
#include "core/text/han/Pinyin.h"
#include "tests/bench/RawBook.h"

#include <sqlite3.h>

#include <algorithm>
#include <random>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int queries = 200;
constexpr int hitsAsked = 50;
constexpr int rawAsked = 40; // of the queries: a scan takes half a second
constexpr double frame = 16;

// A title or a phone of some records, to make queries of.
struct Sample
{
    QString name;
    QString phone;
    QString mail;
};

Result<std::vector<Sample>> sampleOf(RawBook& raw, const Entity& entity, std::int64_t rows, std::mt19937& random)
{
    std::vector<Sample> samples;
    auto statement = raw.connection().kept(
        "SELECT " + columnName(*entity.field(u"name")) + ", " + columnName(*entity.field(u"phones")) + ", " +
        columnName(*entity.field(u"mails")) + " FROM " + tableName(entity) + " WHERE k = ?1");
    for (int i = 0; i < 4 * queries; ++i) {
        statement.bind(1, std::int64_t(1 + random() % std::uint64_t(rows)));
        KITH_TRY(const bool found, statement.step());
        if (found)
            samples.push_back({statement.text(0), statement.text(1), statement.text(2)});
        statement.reset();
    }
    return samples;
}

QString chineseOf(const QString& name)
{
    QString chinese;
    for (const QChar c : name) {
        if (han::isHan(c.unicode()))
            chinese += c;
    }
    return chinese;
}

QString pinyinOf(const QString& chinese, qsizetype whole)
{
    QString typed;
    for (qsizetype i = 0; i < chinese.size(); ++i) {
        const auto syllables = han::syllablesOf(chinese[i].unicode());
        if (!syllables.empty())
            typed += i < whole ? QString(syllables.front()) : QString(syllables.front().first(1));
    }
    return typed;
}

// Surnames by their real frequency: every fourteenth is a Wang.
const QString& surname(std::mt19937& random)
{
    static const std::vector<std::pair<QString, int>> surnames{
        {u"王"_s, 72}, {u"李"_s, 72}, {u"张"_s, 68}, {u"刘"_s, 52}, {u"陈"_s, 46}, {u"杨"_s, 31}, {u"黄"_s, 22},
        {u"赵"_s, 20}, {u"吴"_s, 19}, {u"周"_s, 19}, {u"徐"_s, 15}, {u"孙"_s, 14}, {u"马"_s, 13}, {u"朱"_s, 12},
        {u"胡"_s, 12}, {u"郭"_s, 11}, {u"何"_s, 11}, {u"林"_s, 11}, {u"高"_s, 10}, {u"罗"_s, 9},  {u"欧"_s, 2}};
    int all = 0;
    for (const auto& [name, weight] : surnames)
        all += weight;
    int at = int(random() % unsigned(all));
    for (const auto& [name, weight] : surnames) {
        at -= weight;
        if (at < 0)
            return name;
    }
    return surnames.front().first;
}

std::vector<QString> mixedQueries(const std::vector<Sample>& samples, std::mt19937& random)
{
    std::vector<QString> mixed;
    std::size_t next = 0;
    const auto sample = [&]() -> const Sample& { return samples[next++ % samples.size()]; };
    for (int i = 0; i < queries; ++i) {
        const Sample& one = sample();
        const auto chinese = chineseOf(one.name);
        const auto from = chinese.size() > 3 ? qsizetype(random() % std::uint64_t(chinese.size() - 2)) : 0;
        switch (i % 12) {
        case 0:
        case 1:
        case 2:
            mixed.push_back(surname(random));
            break;
        case 3:
        case 4:
            mixed.push_back(chinese.isEmpty() ? one.name.left(6) : chinese.mid(from, 2));
            break;
        case 5:
            mixed.push_back(chinese.isEmpty() ? one.name.left(9) : chinese.mid(from, 4));
            break;
        case 6:
            mixed.push_back(chinese.isEmpty() ? one.name.left(5) : pinyinOf(chinese.mid(from, 2), 2));
            break;
        case 7:
            mixed.push_back(chinese.isEmpty() ? one.name.left(4) : pinyinOf(chinese.mid(from, 4), 0));
            break;
        case 8:
            mixed.push_back(chinese.isEmpty() ? one.name.left(7) : pinyinOf(chinese.mid(from, 3), 1));
            break;
        case 9:
            mixed.push_back(one.phone.right(4));
            break;
        case 10:
            mixed.push_back(one.phone.right(8));
            break;
        default:
            mixed.push_back(one.mail.section(u'@', 0, 0));
        }
        if (mixed.back().isEmpty())
            mixed.back() = surname(random);
    }
    return mixed;
}

struct Times
{
    std::vector<double> ms;
    std::int64_t unanswered = 0;
};

Result<Times> timeDesk(RecordDesk& desk, const std::vector<QString>& all, QString& slowest)
{
    Times times;
    double worst = 0;
    for (const auto& query : all) {
        for (qsizetype size = 1; size <= query.size(); ++size) {
            const auto typed = query.left(size);
            const Timer one;
            auto future = desk.find({typed, {}, hitsAsked, {}});
            future.waitForFinished();
            const auto hits = future.result();
            const double ms = one.milliseconds();
            KITH_TRY(hits);
            times.ms.push_back(ms);
            times.unanswered += hits->empty() ? 1 : 0;
            if (ms > worst) {
                worst = ms;
                slowest = typed;
            }
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
    QString slowest;
    KITH_TRY(const auto ours, timeDesk(desk, all, slowest));
    auto figures = figuresOf(ours);
    figures[u"slowest"_s] = slowest;
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
                                              {u"filter_rare"_s, u"name contains \"晨光\""_s, u"name"_s},
                                              {u"jump_to_middle"_s, {}, u"name"_s, 0.5},
                                              {u"jump_near_end"_s, {}, u"name"_s, 0.97}};
    QJsonObject figures{{u"aim_ms_p95"_s, frame}};
    for (const auto& question : questions) {
        KITH_TRY(const auto query, queryOf(desk, entity, question));
        Times times;
        double counted = 0;
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
        figures[question.name] = one;
    }
    return figures;
}

}
