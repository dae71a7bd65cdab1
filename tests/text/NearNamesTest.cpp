#include "core/text/NearNames.h"
#include "core/text/Fold.h"
#include "tests/support/Test.h"

#include <rapidcheck.h>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

const QStringList products{u"GTX Basic"_s,    u"GTX Pro"_s,        u"MG Special"_s, u"MG Advanced"_s,
                           u"GTX Plus Pro"_s, u"GTX Plus Basic"_s, u"GTK 500"_s};

NearMatch none()
{
    return {};
}
NearMatch near(int candidate)
{
    return {NearCertainty::Near, {candidate}};
}
NearMatch same(int candidate)
{
    return {NearCertainty::Same, {candidate}};
}

}

TEST_CASE("a name is found whatever its spacing and case")
{
    const NearNames names(products, NameKind::Plain);
    CHECK(names.find(u"GTXPro") == same(1));
    CHECK(names.find(u"gtx plus  basic") == same(5));
    CHECK(names.find(u"GTK-500") == same(6));
    CHECK(names.find(u"ＧＴＸ　Ｂａｓｉｃ") == same(0));
}

TEST_CASE("a slip of the fingers is taken for the one name it resembles")
{
    CHECK(NearNames({u"technology"_s, u"telecommunications"_s}, NameKind::Plain).find(u"technolgy") == near(0));
    CHECK(NearNames({u"Philippines"_s, u"Palestine"_s}, NameKind::Plain).find(u"Philipines") == near(0));
    CHECK(NearNames({u"Philippines"_s}, NameKind::Plain).find(u"Phillipines") == near(0));
    CHECK(NearNames({u"Warephase"_s}, NameKind::Plain).find(u"Warehpase") == near(0));
    CHECK(NearNames({u"Umbrella Corporation"_s}, NameKind::Company).find(u"Umbrela Corp.") == near(0));
    CHECK(NearNames(products, NameKind::Plain).find(u"MG Advancd") == near(3));
}

TEST_CASE("a name that only resembles another is not taken for it")
{
    const NearNames names(products, NameKind::Plain);
    CHECK(names.find(u"GTK 501") == none());
    CHECK(names.find(u"GTX") == none());
    CHECK(names.find(u"GTX Pro X") == none());
    CHECK(names.find(u"") == none());
    CHECK(slipsBetween(u"Bioplex", u"Bioflex") == -1);
    CHECK(slipsBetween(u"Gambia", u"Zambia") == -1);
    CHECK(slipsBetween(u"Iran", u"Iraq") == -1);
    CHECK(slipsBetween(u"Niger", u"Nigeria") == -1);
    CHECK(slipsBetween(u"Austria", u"Australia") == -1);
    CHECK(slipsBetween(u"北京华为技术开发", u"北京华伟技术开发") == -1);
    CHECK(slipsBetween(u"上海第一百货商店", u"上海第百货商店") == -1);
    CHECK(slipsBetween(u"Building Phase 12", u"Building Phase 13") == -1);
    CHECK(slipsBetween(u"Building Phase 1", u"Building Phase 11") == -1);
}

TEST_CASE("candidates that are equally near are ambiguous")
{
    CHECK(NearNames({u"Rangreen"_s, u"Rangreens"_s}, NameKind::Plain).find(u"Rangreen") == same(0));
    const auto between =
        NearNames({u"Konmatfixa"_s, u"Konmatfixo"_s, u"Labdrill"_s}, NameKind::Plain).find(u"Konmatfix");
    CHECK(between == NearMatch{NearCertainty::Ambiguous, {0, 1}});
    const auto twice = NearNames({u"Acme Inc"_s, u"Other"_s, u"ACME Ltd"_s}, NameKind::Company).find(u"acme");
    CHECK(twice == NearMatch{NearCertainty::Ambiguous, {0, 2}});
}

TEST_CASE("what the index finds is what comparing with every candidate finds")
{
    const auto letter = rc::gen::elementOf(std::string("aeinrst 1"));
    CHECK(rc::check([&] {
        QStringList names;
        for (const auto& name : *rc::gen::container<std::vector<std::string>>(
                 5, rc::gen::resize(14, rc::gen::container<std::string>(letter))))
            names << QString::fromStdString(name);
        auto typed = QString::fromStdString(*rc::gen::container<std::string>(letter));
        if (*rc::gen::arbitrary<bool>() && names[0].size() > 3)
            typed = QString(names[0]).remove(*rc::gen::inRange(1, int(names[0].size())), 1);
        const auto match = NearNames(names, NameKind::Plain).find(typed);
        int fewest = 9;
        std::vector<int> expected;
        for (int i = 0; i < int(names.size()); ++i) {
            const int slips = nameKey(names[i]).isEmpty() ? -1 : slipsBetween(names[i], typed);
            if (slips < 0 || slips > fewest)
                continue;
            if (slips < fewest)
                expected.clear();
            fewest = slips;
            expected.push_back(i);
        }
        std::vector<int> found = match.candidates;
        std::sort(found.begin(), found.end());
        RC_ASSERT(found == expected);
        RC_ASSERT(slipsBetween(names[0], typed) == slipsBetween(typed, names[0]));
    }));
}
