#include "core/records/NameList.h"
#include "tests/support/RandomValues.h"
#include "tests/support/Test.h"

using namespace kith;
using namespace Qt::StringLiterals;

TEST_CASE("names come back from their list, whatever they hold")
{
    CHECK(rc::check([] {
        QStringList names;
        for (const auto& name : *rc::gen::container<std::vector<QString>>(kith::testing::anyWords()))
            names += name;
        RC_ASSERT(splitNames(joinedNames(names)) == names);
    }));
}

TEST_CASE("a list of names is read as people write it")
{
    CHECK(joinedNames({u"vip"_s, u"big, old"_s, u"5\" disk"_s}) == u"vip; big, old; 5\" disk"_s);
    CHECK(joinedNames({u"a;b"_s, u"\"q\""_s}) == u"\"a;b\"; \"\"\"q\"\"\""_s);
    CHECK(splitNames(u" vip;;重点； 宽 ; "_s) == QStringList{u"vip"_s, u"重点"_s, u"宽"_s});
    // A quotation mark that nothing ends is one of the name.
    CHECK(splitNames(u"\"a; b\" c; d"_s) == QStringList{u"\"a"_s, u"b\" c"_s, u"d"_s});
    CHECK(splitNames(u"\"\"; \" \""_s).isEmpty());
}
