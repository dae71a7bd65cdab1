#include "core/text/Fold.h"
#include "tests/support/Test.h"
#include "tests/text/Texts.h"

#include <rapidcheck.h>

#include <algorithm>
#include <thread>
#include <vector>

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("folding removes what varies when people write the same text")
{
    CHECK(fold(u"ＡＢＣ　１２３") == u"abc 123"_s);
    CHECK(fold(u"  Zoë\t\n Müller ") == u"zoe muller"_s);
    CHECK(fold(u"Straße") == u"strasse"_s);
    CHECK(fold(u"Ærøskøbing Łódź İstanbul ısı") == u"aeroskobing lodz istanbul isi"_s);
    CHECK(fold(u"ﬁnance №5 ½") == u"finance no5 1⁄2"_s);
    CHECK(fold(u"Ｃｏ．，Ｌｔｄ．") == u"co.,ltd."_s);
    CHECK(fold(u"ΆΣ ς") == u"ασ σ"_s);
    CHECK(fold(u"zero\u200bwidth\ufeff") == u"zerowidth"_s);
    CHECK(fold(u"   ").isEmpty());
    CHECK(fold(u"").isEmpty());
}

TEST_CASE("folding keeps letters that only look like accented ones apart")
{
    CHECK(fold(u"Андрей Ёлкин") == u"андрей ёлкин"_s);
    CHECK(fold(u"Андре\u0438\u0306") == fold(u"Андрей"));
    CHECK(fold(u"ガラス") != fold(u"カラス"));
    CHECK(fold(u"ｶﾞﾗｽ") == fold(u"ガラス"));
    CHECK(fold(u"한국") == u"한국"_s);
    CHECK(fold(u"\u1112\u1161\u11ab") == u"한"_s);
}

TEST_CASE("accents are removed however they were typed")
{
    CHECK(fold(u"Ze\u0301") == fold(u"Zé"));
    CHECK(fold(u"Zé") == u"ze"_s);
}

TEST_CASE("traditional Chinese becomes simplified only when asked for")
{
    CHECK(fold(u"騰訊計算機系統", FoldHan::Simplify) == u"腾讯计算机系统"_s);
    CHECK(fold(u"騰訊") == u"騰訊"_s);
    CHECK(fold(u"臺灣積體電路", FoldHan::Simplify) == fold(u"台湾积体电路", FoldHan::Simplify));
    CHECK(fold(u"國際 Ltd é", FoldHan::Simplify) == u"国际 ltd e"_s);
}

TEST_CASE("folding a folded text changes nothing")
{
    CHECK(rc::check([] {
        const auto text = *testing::anyText();
        const auto han = *rc::gen::element(FoldHan::Keep, FoldHan::Simplify);
        const auto once = fold(text, han);
        RC_ASSERT(fold(once, han) == once);
    }));
}

TEST_CASE("every character alone folds to something stable")
{
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        const auto text = QString::fromUcs4(&c, 1);
        const auto once = fold(text, FoldHan::Simplify);
        if (fold(once, FoldHan::Simplify) != once)
            FAIL("U+" << std::hex << unsigned(c) << " folds to " << once.toStdString());
    }
}

TEST_CASE("folding into a used string gives the same as folding afresh")
{
    QString out = u"something longer that was there before"_s;
    foldInto(u"Ab", FoldHan::Keep, out);
    CHECK(out == u"ab"_s);
    foldInto(QString(3000, QChar(0xfdfa)), FoldHan::Keep, out);
    CHECK(out == fold(QString(3000, QChar(0xfdfa))));
    CHECK(out.size() > 3000 * 10);
}

TEST_CASE("several threads that meet a character first fold it alike")
{
    QString text;
    for (char32_t c = 0x10400; c < 0x1fb00; c += 0x80)
        text += QChar::fromUcs4(c);
    std::vector<QString> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results)
        threads.emplace_back([&] { result = fold(text); });
    for (auto& thread : threads)
        thread.join();
    CHECK(results[0] == fold(text));
    CHECK(std::count(results.begin(), results.end(), results[0]) == 4);
}

TEST_CASE("names are the same whatever the spacing, case and punctuation")
{
    CHECK(sameName(u"GTXPro", u"GTX Pro"));
    CHECK(sameName(u"Gekko & Co", u"gekko co."));
    CHECK(sameName(u"O'Brien", u"O’BRIEN"));
    CHECK(sameName(u"陳大文", u"陈大文"));
    CHECK_FALSE(sameName(u"C++", u"C"));
    CHECK_FALSE(sameName(u"C#", u"C"));
    CHECK_FALSE(sameName(u"!!!", u"???"));
    CHECK(nameKey(u"***") == u"***"_s);
}

TEST_CASE("companies are the same whatever their legal form")
{
    CHECK(sameCompany(u"深圳市腾讯计算机系统有限公司", u"深圳市騰訊計算機系統"));
    CHECK(sameCompany(u"贵州茅台酒股份有限公司", u"贵州茅台酒股份"));
    CHECK(sameCompany(u"Acme Corporation", u"ACME Corp."));
    CHECK(sameCompany(u"Huawei Technologies Co., Ltd.", u"Huawei Technologies"));
    CHECK(sameCompany(u"Hatfan Co.,Ltd", u"Hatfan"));
    CHECK(sameCompany(u"Müller GmbH & Co. KG", u"Muller"));
    CHECK(sameCompany(u"Nestlé S.A.", u"Nestle"));
    CHECK(sameCompany(u"Mærsk A/S", u"Maersk"));
    CHECK(sameCompany(u"The New York Inquirer", u"New York Inquirer"));
    CHECK(sameCompany(u"華為技術有限公司", u"华为技术"));
}

TEST_CASE("folding a company's name does not unite different companies")
{
    CHECK_FALSE(sameCompany(u"华为技术有限公司上海分公司", u"华为技术有限公司"));
    CHECK_FALSE(sameCompany(u"Y-corporation", u"Y"));
    CHECK_FALSE(sameCompany(u"Xx-holding", u"Xx-zobam"));
    CHECK_FALSE(sameCompany(u"腾讯集团", u"腾讯"));
    CHECK_FALSE(sameCompany(u"Company", u"Corporation"));
    CHECK_FALSE(sameCompany(u"有限公司", u"公司"));
    CHECK_FALSE(companyKey(u"Ltd").isEmpty());
}
