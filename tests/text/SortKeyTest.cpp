#include "core/text/SortKey.h"

#include "core/text/Fold.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

#include <algorithm>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

QStringList sorted(QStringList names, han::NameReading as = han::NameReading::Word)
{
    std::sort(names.begin(), names.end(),
              [as](const QString& a, const QString& b) { return sortKey(a, as) < sortKey(b, as); });
    return names;
}

void checkOrder(const QStringList& expected, han::NameReading as = han::NameReading::Word)
{
    auto shuffled = expected;
    std::reverse(shuffled.begin(), shuffled.end());
    CHECK(sorted(shuffled, as).join(u'|') == expected.join(u'|'));
    for (qsizetype i = 1; i < expected.size(); ++i) {
        CAPTURE(expected[i - 1], expected[i]);
        CHECK(sortKey(expected[i - 1], as) < sortKey(expected[i], as));
    }
}

// The key without what breaks ties.
QString primary(const QString& text)
{
    return QString::fromLatin1(sortKey(fold(text)).toHex());
}

}

TEST_CASE("Chinese names are ordered by pinyin, then by strokes, and stand under their letter")
{
    checkOrder({u"Alibaba"_s, u"阿里巴巴"_s, u"Baidu"_s, u"百度"_s, u"Lenovo"_s, u"联想"_s, u"Zoom"_s, u"中国移动"_s});
    checkOrder({u"李明"_s, u"刘洋"_s, u"卢俊义"_s, u"鲁智深"_s});
    checkOrder({u"张三"_s, u"张伟"_s, u"章子怡"_s});
    checkOrder({u"东方"_s, u"冬梅"_s, u"董卿"_s});
}

TEST_CASE("a surname is sorted as it is spoken in a person's name")
{
    checkOrder({u"曹操"_s, u"曾国藩"_s, u"翟志刚"_s, u"张三"_s}, han::NameReading::Person);
    checkOrder({u"沙和尚"_s, u"单田芳"_s, u"孙悟空"_s}, han::NameReading::Person);
    checkOrder({u"区志明"_s, u"欧阳修"_s, u"潘金莲"_s}, han::NameReading::Person);
    checkOrder({u"秦琼"_s, u"仇英"_s, u"任正非"_s}, han::NameReading::Person);
    checkOrder({u"查尔斯"_s, u"成龙"_s});
}

TEST_CASE("a place is sorted by its own reading")
{
    checkOrder({u"长沙"_s, u"成都"_s, u"重庆"_s, u"楚雄"_s});
    checkOrder({u"武汉"_s, u"厦门"_s, u"徐州"_s});
}

TEST_CASE("numbers sort by value, before letters")
{
    checkOrder({u"2"_s, u"10"_s, u"100"_s, u"Room 2"_s, u"Room 10"_s, u"room a"_s});
    checkOrder({u"3M"_s, u"7-Eleven"_s, u"360"_s, u"Apple"_s});
    CHECK(sortKey(u"007") == sortKey(u"7"));
    checkOrder({u"0"_s, u"1"_s, u"9"_s, u"9a"_s, u"12"_s});
}

TEST_CASE("every number sorts behind the one before it, whatever follows it")
{
    for (int number = 1; number <= 10'100; ++number) {
        const auto before = QString::number(number - 1);
        const auto after = QString::number(number);
        INFO(number);
        CHECK(sortKey(before) < sortKey(after));
        CHECK(sortKey(before + u" rooms"_s) < sortKey(after + u" rooms"_s));
        CHECK(sortKey(after) < sortKey(after + u" a"_s));
    }
}

TEST_CASE("case, width and accents only break ties")
{
    const auto withoutTies = sortKey(u"ada lovelace");
    CHECK(sortKey(u"ADA Lovelace").startsWith(withoutTies + '\0'));
    CHECK(sortKey(u"ａｄａ　Lóvelace").startsWith(withoutTies + '\0'));
    CHECK(sortKey(u"Ze\u0301") == sortKey(u"Zé"));
    checkOrder({u"ada"_s, u"Ada"_s, u"ADA"_s, u"ada lovelace"_s, u"Adam"_s});
    checkOrder({u"Zoe"_s, u"Zoë"_s, u"Zoeb"_s});
    CHECK(sortKey(u" ada ") == sortKey(u"ada"));
}

TEST_CASE("blanks sort before letters and signs count as blanks")
{
    checkOrder({u"GTX"_s, u"GTX Basic"_s, u"GTX Plus Pro"_s, u"GTX Pro"_s, u"GTXPro"_s});
    CHECK(primary(u"Gekko & Co"_s) == primary(u"Gekko Co."_s));
    CHECK(sortKey(u"").isEmpty());
    CHECK(sortKey(u"  ").isEmpty());
    checkOrder({u"!!!"_s, u"1"_s});
    checkOrder({u"Zulu"_s, u"Ωmega"_s, u"Яндекс"_s, u"カシオ"_s, u"한국"_s});
}

TEST_CASE("a key is never longer than its capacity and is the same for the same text")
{
    CHECK(rc::check([] {
        const auto text = *testing::anyText();
        for (const auto as : {han::NameReading::Word, han::NameReading::Person}) {
            const auto key = sortKey(text, as);
            RC_ASSERT(key.size() <= sortKeyCapacity);
            RC_ASSERT(sortKey(text, as) == key);
        }
    }));
    CHECK(sortKey(QString(500, QChar(u'张'))).size() <= sortKeyCapacity);
    CHECK(sortKey(QString(500, QChar(u'9'))).size() <= sortKeyCapacity);
}

TEST_CASE("a name sorts right behind its beginning")
{
    CHECK(rc::check([] {
        const auto text = (*testing::anyText()).left(3);
        const auto more = text + u"a"_s;
        if (!text.isEmpty() && text.at(text.size() - 1).isLetter())
            RC_ASSERT(primary(text) < primary(more));
    }));
}
