#include "core/text/SearchTokens.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

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

// What FTS5 does with a document and an expression: each phrase at consecutive positions, all phrases somewhere.
class SmallIndex
{
public:
    explicit SmallIndex(const QString& document)
    {
        const auto utf8 = document.toStdString();
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
        std::vector<std::string> phrase;
        (void)tokenize(term.text.toStdString(), TokenMode::Query, [&](std::string_view token, int, int, bool) {
            phrase.emplace_back(token);
            return 0;
        });
        for (const auto& [token, position] : m_tokens) {
            bool all = !phrase.empty();
            for (std::size_t i = 0; i < phrase.size() && all; ++i)
                all = has(phrase[i], position + int(i), term.prefix && i + 1 == phrase.size());
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

    std::multimap<std::string, int> m_tokens;
};

bool finds(const QString& document, const QString& typed)
{
    return SmallIndex(document).matches(typed);
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
    CHECK(inDocument("腾讯QQ群") == "腾|腾讯 讯 qq 群");
    CHECK(inDocument("カシオ") == "カ|カシ シ|シオ オ");
}

TEST_CASE("words are folded runs of letters and digits")
{
    CHECK(inDocument("Zoë Müller") == "zoe muller");
    CHECK(inDocument("ＧＴＸ　Pro") == "gtx pro");
    CHECK(inDocument("moses.frase@example.com") == "moses frase example com");
    CHECK(inDocument("O'Brien's") == "obriens");
    CHECK(inDocument("O\u2019Brien") == "obrien|brien");
    CHECK(inQuery("O'Brien") == "obrien");
    CHECK(inDocument("Ω яндекс") == "ω яндекс");
    CHECK(inDocument("...!?") == "");
    CHECK(inDocument("") == "");
}

TEST_CASE("digits become triples, over the groups of a telephone number")
{
    CHECK(inDocument("1234") == "#123|12 #234");
    CHECK(inQuery("1234") == "#123 #234");
    CHECK(inDocument("12") == "12");
    CHECK(inDocument("138-1234") == "#138|13 #381 #812 #123|12 #234");
    CHECK(inDocument("2016-10") == "#201|20 #016 10");
    CHECK(inDocument("(010) 8888 12") == "#010|01 #108 #088 #888|88 #888 #881 #812|12");
    CHECK(inDocument("gtx500") == "gtx500|#500");
    CHECK(inDocument("1,054") == "1 #054|05");
    CHECK(inDocument("１２３") == "#123|12");
}

TEST_CASE("tokens tell the bytes they stand for")
{
    const std::string text = "Zoë 腾訊 138 1234";
    std::string shown;
    (void)tokenize(text, TokenMode::Document, [&](std::string_view token, int start, int end, bool) {
        shown += std::string(token) + '=' + text.substr(std::size_t(start), std::size_t(end - start)) + ';';
        return 0;
    });
    CHECK(shown == "zoe=Zoë;腾=腾;腾讯=腾訊;讯=訊;#138=138;13=13;#381=38 1;#812=8 12;#123=123;12=12;#234=234;");
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
                     "b") == "a b");
    CHECK(inDocument("\xe8\x85") == "");
    CHECK(inDocument(std::string_view("a\0b", 3)) == "a b");
    CHECK(inDocument("\xc0\xaf") == "");
    CHECK(inDocument("\xed\xa0\x80x") == "x");
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

TEST_CASE("an expression quotes everything typed")
{
    CHECK(matchExpression(u"moses 腾讯") == u"\"moses\" * \"腾讯\""_s);
    CHECK(matchExpression(u"a\" OR b*") == u"\"a\" * \"or\" * \"b\" *"_s);
    CHECK(matchExpression(u"NEAR(a b)") == u"\"near(a\" * \"b\" *"_s);
    CHECK(matchExpression(u"col:x^y - {z}") == u"\"col:x^y\" * \"z\" *"_s);
    CHECK(matchExpression(u"138 1234 5678") == u"\"13812345678\""_s);
    CHECK(matchExpression(u"12") == u"\"12\" *"_s);
    CHECK(matchExpression(u" \"*()- ").isEmpty());
    CHECK(rc::check([] {
        const auto expression = matchExpression(*testing::anyText());
        RC_ASSERT(expression.count(u'"') % 2 == 0);
        const auto parts = expression.split(u'"');
        for (qsizetype i = 0; i < parts.size(); i += 2)
            RC_ASSERT(parts[i].isEmpty() || parts[i] == u" "_s || parts[i] == u" * "_s || parts[i] == u" *"_s);
    }));
}
