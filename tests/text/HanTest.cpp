#include "core/text/han/Han.h"
#include "tests/support/Test.h"

#include <set>
#include <string>
#include <vector>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::string> syllablesOf(std::span<const han::Rank> ranks)
{
    std::vector<std::string> texts;
    for (const auto rank : ranks)
        texts.emplace_back(han::syllable(rank).toString().toStdString());
    return texts;
}

std::vector<std::string> readings(char32_t c)
{
    return syllablesOf(han::readings(c));
}

std::vector<std::string> special(QStringView text, han::NameReading as = han::NameReading::Word)
{
    return syllablesOf(han::specialReading(text, as).ranks);
}

using Syllables = std::vector<std::string>;

}

TEST_CASE("a character has its modern readings, the most common first")
{
    CHECK(readings(U'中') == Syllables{"zhong"});
    CHECK(readings(U'重') == Syllables{"zhong", "chong"});
    CHECK(readings(U'行')[0] == "xing");
    CHECK(readings(U'行')[1] == "hang");
    CHECK(readings(U'乐')[0] == "le");
    CHECK(readings(U'女') == Syllables{"nv"});
    CHECK(readings(U'绿')[0] == "lv");
    CHECK(readings(U'〇') == Syllables{"ling"});
    CHECK(readings(U'𠅤').size() == 1);
    CHECK(readings(U'A').empty());
    CHECK(readings(U'カ').empty());
    CHECK(han::commonReading(U'!') == 0);
    CHECK(han::syllable(0).isEmpty());
    CHECK(han::syllable(0xffff).isEmpty());
}

TEST_CASE("the common reading is the first of the readings, for every character")
{
    int known = 0;
    for (char32_t c = 0x3000; c < 0x32000; ++c) {
        const auto all = han::readings(c);
        REQUIRE(all.empty() == (han::commonReading(c) == 0));
        if (all.empty())
            continue;
        ++known;
        REQUIRE(all[0] == han::commonReading(c));
        REQUIRE(han::isHan(c));
        REQUIRE(std::set<han::Rank>(all.begin(), all.end()).size() == all.size());
    }
    CHECK(known > 41'000);
}

TEST_CASE("ranks order characters by syllable, then strokes")
{
    CHECK(han::commonReading(U'阿') < han::commonReading(U'八'));
    CHECK(han::commonReading(U'丁') < han::commonReading(U'冬'));
    CHECK(han::commonReading(U'张') < han::commonReading(U'章'));
    CHECK(han::commonReading(U'一') < han::commonReading(U'衣'));
    CHECK(han::rankWithinInitial(han::commonReading(U'一')) < 16'384);
}

TEST_CASE("a word whose characters are read unusually has its own reading")
{
    CHECK(special(u"重庆长安") == Syllables{"chong", "qing"});
    CHECK(special(u"重慶") == Syllables{"chong", "qing"});
    CHECK(special(u"长沙") == Syllables{"chang", "sha"});
    CHECK(special(u"银行") == Syllables{"yin", "hang"});
    CHECK(special(u"长三角") == Syllables{"chang", "san", "jiao"});
    CHECK(special(u"厦门") == Syllables{"xia", "men"});
    CHECK(special(u"重要").empty());
    CHECK(special(u"重").empty());
    CHECK(special(u"").empty());
    CHECK(special(u"单").empty());
}

TEST_CASE("a surname at the beginning of a person's name is read as a surname")
{
    const std::vector<std::pair<QString, std::string>> surnames{
        {u"单田芳"_s, "shan"}, {u"仇英"_s, "qiu"},   {u"解晓东"_s, "xie"},  {u"曾国藩"_s, "zeng"},
        {u"區志明"_s, "ou"},   {u"查良镛"_s, "zha"}, {u"翟志刚"_s, "zhai"}, {u"朴树"_s, "piao"},
        {u"尉迟恭"_s, "yu"},   {u"万俟卨"_s, "mo"},  {u"覃勤"_s, "qin"},    {u"盖叫天"_s, "ge"},
    };
    for (const auto& [name, reading] : surnames) {
        CAPTURE(name);
        const auto found = special(name, han::NameReading::Person);
        REQUIRE_FALSE(found.empty());
        CHECK(found[0] == reading);
    }
    CHECK(special(u"王伟", han::NameReading::Person).empty());
}

TEST_CASE("simplifying a character twice changes nothing more")
{
    CHECK(han::simplified(U'國') == U'国');
    CHECK(han::simplified(U'国') == U'国');
    CHECK(han::simplified(U'a') == U'a');
    for (char32_t c = 0x3400; c < 0xa000; ++c)
        REQUIRE(han::simplified(han::simplified(c)) == han::simplified(c));
}
