#include "core/text/SearchMatch.h"
#include "core/text/han/Pinyin.h"
#include "tests/support/Spelling.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <string>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

// Tokens as text: colocated ones joined to the one before by "|".
std::string tokens(std::string_view text, TokenMode mode)
{
    std::string shown;
    (void)tokenize(text, mode, [&](std::string_view token, int, int, bool colocated) {
        if (!shown.empty())
            shown += colocated ? '|' : ' ';
        shown += token;
        return 0;
    });
    return shown;
}
std::string inDocument(std::string_view text)
{
    return tokens(text, TokenMode::Document);
}
std::string inQuery(std::string_view text)
{
    return tokens(text, TokenMode::Query);
}

// What FTS5 does with a document and an expression: each phrase at consecutive positions, all terms somewhere.
class SmallIndex
{
public:
    enum class As { Title, Detail };

    SmallIndex(const QString& document, As as) : m_as(as)
    {
        const auto utf8 = ((as == As::Title ? QString(QChar(titleMark)) : QString()) + document).toStdString();
        int position = -1;
        (void)tokenize(utf8, TokenMode::Document, [&](std::string_view token, int, int, bool colocated) {
            position += !colocated;
            m_tokens.emplace(std::string(token), position);
            return 0;
        });
    }

    bool matches(const QString& typed) const
    {
        const auto terms = searchTerms(typed);
        return !terms.empty() &&
               std::all_of(terms.begin(), terms.end(), [this](const SearchTerm& term) { return matches(term); });
    }

private:
    bool matches(const SearchTerm& term) const
    {
        if (m_as == As::Detail)
            return matches(term.elsewhere);
        return std::any_of(term.inTitle.begin(), term.inTitle.end(),
                           [this](const SearchPhrase& phrase) { return matches(phrase); });
    }
    bool matches(const SearchPhrase& phrase) const
    {
        std::vector<std::string> wanted;
        (void)tokenize(phrase.text.toStdString(), TokenMode::Query, [&](std::string_view token, int, int, bool) {
            wanted.emplace_back(token);
            return 0;
        });
        for (const auto& [token, position] : m_tokens) {
            bool all = !wanted.empty();
            for (std::size_t i = 0; i < wanted.size() && all; ++i)
                all = has(wanted[i], position + int(i), phrase.prefix && i + 1 == wanted.size());
            if (all)
                return true;
        }
        return false;
    }
    bool has(const std::string& wanted, int position, bool prefix) const
    {
        return std::any_of(m_tokens.begin(), m_tokens.end(), [&](const auto& entry) {
            return entry.second == position &&
                   (prefix ? entry.first.compare(0, wanted.size(), wanted) == 0 : entry.first == wanted);
        });
    }

    As m_as;
    std::multimap<std::string, int> m_tokens;
};

bool findsTitle(const QString& title, const QString& typed)
{
    return SmallIndex(title, SmallIndex::As::Title).matches(typed);
}

bool finds(const QString& document, const QString& typed)
{
    const bool found = SmallIndex(document, SmallIndex::As::Detail).matches(typed);
    // A title is found by all that another text is found by.
    if (found)
        CHECK(findsTitle(document, typed));
    return found;
}

}

TEST_CASE("Chinese text becomes every character and its pair with the next")
{
    CHECK(inDocument("腾讯云") == "腾|腾讯 讯|讯云 云");
    CHECK(inDocument("騰訊") == "腾|腾讯 讯");
    CHECK(inDocument("张 三") == "张 三");
    CHECK(inQuery("云") == "云");
    CHECK(inQuery("腾讯云") == "腾讯 讯云");
    CHECK(inQuery("腾讯QQ群") == "腾讯 讯 qq 群");
    CHECK(inDocument("腾讯QQ群") == "腾|腾讯 讯 qq|<q|<qq 群");
    CHECK(inDocument("カシオ") == "カ|カシ シ|シオ オ");
}

TEST_CASE("words are folded runs of letters and digits")
{
    CHECK(inDocument("Zoë Müller") == "zoe|<z|<zo|<zoe muller|<m|<mu|<mul");
    CHECK(inDocument("ＧＴＸ　Pro") == "gtx|<g|<gt|<gtx pro|<p|<pr|<pro");
    CHECK(inQuery("moses.frase@example.com") == "moses frase example com");
    CHECK(inQuery("O'Brien's") == "obriens");
    CHECK(inDocument("O\u2019Brien") == "obrien|<o|<ob|<obr|brien|<b|<br|<bri");
    CHECK(inQuery("O'Brien") == "obrien");
    CHECK(inDocument("Ω яндекс") == "ω|<ω яндекс|<я|<ян|<янд");
    CHECK(inDocument("...!?") == "");
    CHECK(inDocument("") == "");
}

TEST_CASE("digits become triples, over the groups of a telephone number")
{
    CHECK(inDocument("1234") == "#123|<1|<12 #234");
    CHECK(inQuery("1234") == "#123 #234");
    CHECK(inDocument("12") == "<1|<12");
    CHECK(inQuery("12") == "<12");
    CHECK(inQuery("1") == "<1");
    CHECK(inDocument("138-1234") == "#138|<1|<13 #381 #812 #123|<1|<12 #234");
    CHECK(inDocument("2016-10") == "#201|<2|<20 #016 <1|<10");
    CHECK(inDocument("(010) 8888 12") == "#010|<0|<01 #108 #088 #888|<8|<88 #888 #881 #812|<1|<12");
    CHECK(inDocument("gtx500") == "gtx500|<g|<gt|<gtx|#500");
    CHECK(inDocument("1,054") == "<1 #054|<0|<05");
    CHECK(inDocument("１２３") == "#123|<1|<12");
}

TEST_CASE("tokens tell the bytes they stand for")
{
    const std::string text = "Zoë 腾訊 138 1234";
    std::string shown;
    (void)tokenize(text, TokenMode::Document, [&](std::string_view token, int start, int end, bool) {
        shown += std::string(token) + '=' + text.substr(std::size_t(start), std::size_t(end - start)) + ';';
        return 0;
    });
    CHECK(shown ==
          "zoe=Zoë;<z=Z;<zo=Zo;<zoe=Zoë;腾=腾;腾讯=腾訊;讯=訊;#138=138;<1=1;<13=13;#381=38 1;#812=8 12;#123=123;<1=1;"
          "<12=12;#234=234;");
}

TEST_CASE("a sink that refuses stops the work and its answer comes back")
{
    int seen = 0;
    CHECK(tokenize("one two three", TokenMode::Document,
                   [&](std::string_view, int, int, bool) { return ++seen == 2 ? 7 : 0; }) == 7);
    CHECK(seen == 2);
}

TEST_CASE("hostile bytes are cut without reading beyond them")
{
    CHECK(inDocument("a\xff\xfe"
                     "b") == "a|<a b|<b");
    CHECK(inDocument("\xe8\x85") == "");
    CHECK(inDocument(std::string_view("a\0b", 3)) == "a|<a b|<b");
    CHECK(inDocument("\xc0\xaf") == "");
    CHECK(inDocument("\xed\xa0\x80x") == "x|<x");
    CHECK(rc::check([](const std::string& bytes) {
        const std::string_view text(bytes);
        for (const auto mode : {TokenMode::Document, TokenMode::Query}) {
            (void)tokenize(text, mode, [&](std::string_view token, int start, int end, bool) {
                RC_ASSERT(!token.empty());
                RC_ASSERT(start >= 0 && start < end && end <= int(bytes.size()));
                return 0;
            });
        }
    }));
}

TEST_CASE("a very long word or number is cut short in documents and queries alike")
{
    const QString word(5000, QChar(u'w'));
    CHECK(finds(word, word));
    const QString number(5000, QChar(u'7'));
    CHECK(inDocument(number.toStdString()).size() < 500);
}

TEST_CASE("what a person types finds what they mean")
{
    const auto customer =
        u"深圳市腾讯计算机系统有限公司 Moses O'Brien +86 138-1234-5678 moses.frase@example.com GTX500"_s;
    for (const auto& typed : {u"腾讯"_s,
                              u"讯"_s,
                              u"计算机系统有限"_s,
                              u"騰訊"_s,
                              u"mos"_s,
                              u"Moses obr"_s,
                              u"o'brien"_s,
                              u"brien"_s,
                              u"381"_s,
                              u"1381234"_s,
                              u"138 1234 5678"_s,
                              u"+86 138"_s,
                              u"5678"_s,
                              u"861381"_s,
                              u"13"_s,
                              u"1"_s,
                              u"138"_s,
                              u"12345678"_s,
                              u"frase@exa"_s,
                              u"moses.frase@example.com"_s,
                              u"gtx5"_s,
                              u"500"_s,
                              u"深圳"_s,
                              u"ＧＴＸ"_s,
                              u"腾讯 moses"_s})
        CHECK(finds(customer, typed));
    for (const auto& typed : {u"讯腾"_s, u"百度"_s, u"oses"_s, u"139"_s, u"frase@com"_s, u"gtx6"_s, u"5679"_s, u""_s,
                              u"!?"_s, u"腾讯 百度"_s, u"深圳腾"_s})
        CHECK_FALSE(finds(customer, typed));
}

TEST_CASE("dates, addresses and mixed text are found by their parts")
{
    CHECK(finds(u"2016-10-20"_s, u"2016"_s));
    CHECK(finds(u"2016-10-20"_s, u"2016-10"_s));
    CHECK(finds(u"2016-10-20"_s, u"2016-10-20"_s));
    CHECK(finds(u"中山路100号3楼"_s, u"100号"_s));
    CHECK(finds(u"中山路100号3楼"_s, u"中山路100号3楼"_s));
    CHECK(finds(u"第3季度"_s, u"第3季度"_s));
    CHECK(finds(u"腾讯QQ群"_s, u"讯QQ群"_s));
    CHECK(finds(u"腾讯QQ群"_s, u"腾讯QQ"_s));
    CHECK(finds(u"user123@qq.com"_s, u"user123@qq.com"_s));
    CHECK(finds(u"http://www.example.com/a-b"_s, u"https://www.example.com/a"_s));
    CHECK(finds(u"GTX-5001-B"_s, u"gtx5001"_s) == false);
    CHECK(finds(u"GTX-5001-B"_s, u"gtx-5001-b"_s));
    CHECK(finds(u"0755 8888 6666"_s, u"(0755) 88886666"_s));
    CHECK(finds(u"075588886666"_s, u"0755-8888-6666"_s));
}

TEST_CASE("any part of a Chinese text and any three digits of a number are found")
{
    CHECK(rc::check([] {
        QString text;
        for (const auto c :
             *rc::gen::nonEmpty(rc::gen::container<std::vector<char32_t>>(rc::gen::inRange<char32_t>(0x4e00, 0x9fa5))))
            text += QChar(char16_t(c));
        const auto at = *rc::gen::inRange<qsizetype>(0, text.size());
        const auto size = *rc::gen::inRange<qsizetype>(1, text.size() - at + 1);
        RC_ASSERT(finds(text, text.mid(at, size)));

        QString digits;
        for (int i = 0; i < 11; ++i)
            digits += QChar(char16_t(u'0' + *rc::gen::inRange(0, 10)));
        auto written = digits;
        written.insert(7, u' ');
        written.insert(3, u"-"_s);
        const auto first = *rc::gen::inRange(0, 9);
        const auto count = *rc::gen::inRange(3, 12 - first);
        RC_ASSERT(finds(written, digits.mid(first, count)));
        RC_ASSERT(finds(u"电话"_s + written + u"转"_s, digits.mid(first, count)));
    }));
}

TEST_CASE("every text finds itself")
{
    CHECK(rc::check([] {
        const auto text = (*testing::anyText()).left(40);
        const auto terms = searchTerms(text);
        if (!terms.empty())
            RC_ASSERT(finds(text.normalized(QString::NormalizationForm_KC), text));
    }));
    CHECK(finds(u"Артём"_s, u"арте\u0308м"_s));
    CHECK(finds(u"арте\u0308м"_s, u"Артём"_s));
    CHECK(finds(u"Zoe\u0308"_s, u"Zoë"_s));
}

TEST_CASE("a title says how its characters are read and what it begins with")
{
    CHECK(inDocument("\ue000王小") ==
          "!王||王|~wang||~wang|!王小||王小|&wang&xiao||&wang&xiao|%wang&x||%wang&x|^wx||^wx !小|~xiao");
    CHECK(inDocument("\ue000Ab 12") == "!ab|!<a||<a|!<ab||<ab !<1|!<12");
    CHECK(inQuery("\ue000王小") == "!王小");
}

TEST_CASE("a Chinese name is found by pinyin, whole, by initials, cut off, and mixed with characters")
{
    const auto name = u"王晓明"_s;
    for (const auto& typed :
         {u"w"_s,        u"wa"_s,      u"wang"_s,      u"wangx"_s,     u"wangxiao"_s, u"wangxiaoming"_s, u"wangxm"_s,
          u"wxm"_s,      u"wx"_s,      u"xm"_s,        u"xiaom"_s,     u"ming"_s,     u"王xiao"_s,       u"王xm"_s,
          u"wang晓明"_s, u"wang晓m"_s, u"xiao ming"_s, u"ming wang"_s, u"WangXM"_s,   u"wang'xiao"_s})
        CHECK(findsTitle(name, typed));
    for (const auto& typed :
         {u"wm"_s, u"wangming"_s, u"mw"_s, u"xiaow"_s, u"王m"_s, u"wang明"_s, u"li"_s, u"xming w"_s + u"z"_s})
        CHECK_FALSE(findsTitle(name, typed));
    CHECK_FALSE(finds(name, u"wang"_s)); // only titles are read
    CHECK(findsTitle(u"上海晨光文具股份有限公司"_s, u"chenguang"_s));
    CHECK(findsTitle(u"上海晨光文具股份有限公司"_s, u"shcg"_s));
    CHECK(findsTitle(u"上海晨光文具股份有限公司"_s, u"cgwj"_s));
    CHECK(findsTitle(u"騰訊"_s, u"tengxun"_s));
}

TEST_CASE("every reading of a character counts, surnames' and old forms' too")
{
    CHECK(findsTitle(u"重庆长安"_s, u"chongqing"_s));
    CHECK(findsTitle(u"重庆长安"_s, u"zhongqing"_s));
    CHECK(findsTitle(u"重庆长安"_s, u"zhangan"_s));
    CHECK(findsTitle(u"单雄信"_s, u"shanxx"_s));
    CHECK(findsTitle(u"单雄信"_s, u"danxiong"_s));
    CHECK(findsTitle(u"万俟卨"_s, u"moqi"_s));
    CHECK(findsTitle(u"曾国藩"_s, u"zengguofan"_s));
    CHECK(findsTitle(u"乾隆"_s, u"qianlong"_s));
    CHECK(findsTitle(u"吕布"_s, u"lvbu"_s));
    CHECK(findsTitle(u"吕布"_s, u"lyubu"_s));
    CHECK(findsTitle(u"西安银行"_s, u"xi'an"_s));
    CHECK_FALSE(findsTitle(u"先生"_s, u"xi'an"_s));
    CHECK(findsTitle(u"西安银行"_s, u"xianyinhang"_s));
}

TEST_CASE("pinyin finds exactly the names that are read so")
{
    const auto characters = u"王李张刘陈杨黄晓明华伟芳建国强安阿欧恩重长单曾乐行西先方面恶"_s;
    CHECK(rc::check([&] {
        const auto letters = *rc::gen::inRange(2, 5);
        QString name;
        for (int i = 0; i < letters; ++i)
            name += characters[*rc::gen::inRange<qsizetype>(0, characters.size())];
        std::string typed;
        if (*rc::gen::inRange(0, 2) == 0) {
            // As somebody would type it.
            const auto from = *rc::gen::inRange<qsizetype>(0, name.size());
            const auto whole = *rc::gen::inRange<qsizetype>(0, 3);
            for (auto at = from; at < name.size(); ++at) {
                const auto syllables = han::syllablesOf(name[at].unicode());
                const auto syllable = syllables[*rc::gen::inRange<std::size_t>(0, syllables.size())];
                typed += at - from < whole ? std::string(syllable.data()) : std::string(1, syllable.data()[0]);
            }
            typed.resize(*rc::gen::inRange<std::size_t>(1, typed.size() + 1));
        } else {
            const auto count = *rc::gen::inRange(1, 6);
            for (int i = 0; i < count; ++i)
                typed += "wanglixcheymzo"[*rc::gen::inRange(0, 14)];
        }
        RC_LOG() << name.toStdString() << ' ' << typed;
        RC_ASSERT(findsTitle(name, QString::fromStdString(typed)) == testing::isSpelledIn(name, typed));
    }));
}

TEST_CASE("an expression quotes everything typed")
{
    const auto detail = [](QStringView typed) {
        QString all;
        for (const auto& term : searchTerms(typed))
            all += term.elsewhere.text + (term.elsewhere.prefix ? u"* "_s : u" "_s);
        return all.trimmed();
    };
    CHECK(detail(u"moses 腾讯") == u"moses* 腾讯"_s);
    CHECK(detail(u"138 1234 5678") == u"13812345678"_s);
    CHECK(detail(u"12") == u"12"_s);
    CHECK(detail(u"col:xyzw") == u"col:xyzw*"_s);
    CHECK(searchTerms(u" \"*()- ").empty());
    CHECK(matchExpression(searchTerms(u"晨光"), SearchIn::Title) == u"(\"\ue000晨光\")"_s);
    CHECK(matchExpression(searchTerms(u"晨光"), SearchIn::Elsewhere) == u"\"晨光\""_s);
    CHECK(matchExpression(searchTerms(u"晨 光"), SearchIn::Elsewhere) ==
          u"(\"\ue000晨\" OR \"晨\") AND (\"\ue000光\" OR \"光\")"_s);
    CHECK(matchExpression(searchTerms(u"晨光"), SearchIn::TitleStart) == u"(\"\ue001|晨光\")"_s);
    CHECK(rc::check([] {
        const auto terms = searchTerms(*testing::anyText());
        for (const auto where : {SearchIn::TitleStart, SearchIn::Title, SearchIn::Elsewhere}) {
            const auto expression = matchExpression(terms, where);
            RC_ASSERT(expression.count(u'"') % 2 == 0);
            const auto parts = expression.split(u'"');
            const QRegularExpression outside(u"^(\\(| |\\)|\\*|\\^|AND|OR)*$"_s);
            for (qsizetype i = 0; i < parts.size(); i += 2)
                RC_ASSERT(outside.match(parts[i]).hasMatch());
        }
    }));
}

TEST_CASE("what matched is told for marking")
{
    const auto marks = [](const QString& title, const QString& typed) {
        auto found = SearchMatcher(searchTerms(typed)).find(title, SearchMatcher::Text::Title);
        std::reverse(found.ranges.begin(), found.ranges.end());
        QString shown = title;
        for (const auto& range : found.ranges)
            shown.insert(range.start + range.size, u']').insert(range.start, u'[');
        return (found.all ? QString() : u"not all: "_s) + shown;
    };
    CHECK(marks(u"上海晨光文具"_s, u"晨光"_s) == u"上海[晨光]文具"_s);
    CHECK(marks(u"上海晨光文具"_s, u"chengu"_s) == u"上海[晨光]文具"_s);
    CHECK(marks(u"上海晨光文具"_s, u"文具 sh"_s) == u"[上海]晨光[文具]"_s);
    CHECK(marks(u"Nordlicht Apotheken"_s, u"nord apothe"_s) == u"[Nord]licht [Apothe]ken"_s);
    CHECK(marks(u"Zoë & Söhne"_s, u"so"_s) == u"Zoë & [Sö]hne"_s);
    CHECK(marks(u"Zoë & Söhne"_s, u"so nobody"_s) == u"not all: Zoë & [Sö]hne"_s);
    CHECK(marks(u"138-1234"_s, u"381"_s) == u"1[38-1]234"_s);
}
