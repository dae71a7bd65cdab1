#include "tests/bench/Queries.h"

#include "core/text/han/Han.h"
#include "core/text/han/Pinyin.h"

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

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

}

std::vector<QString> mixedQueries(const std::vector<QuerySample>& samples, std::mt19937& random)
{
    std::vector<QString> mixed;
    std::size_t next = 0;
    const auto sample = [&]() -> const QuerySample& { return samples[next++ % samples.size()]; };
    for (int i = 0; i < searchesMixed; ++i) {
        const QuerySample& one = sample();
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

}
