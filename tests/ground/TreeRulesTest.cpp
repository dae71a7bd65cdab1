#include "tests/ground/SourceTree.h"
#include "tests/support/Skip.h"
#include "tests/support/Test.h"

using namespace Qt::StringLiterals;
using namespace kith::ground;

namespace {

std::string list(const std::vector<Breach>& breaches)
{
    QString text;
    for (const auto& breach : breaches)
        text += u"%1:%2 %3\n"_s.arg(breach.path).arg(breach.line).arg(breach.why);
    return text.toStdString();
}

// One planted line in a file of that path.
Files file(const QString& path, const QString& line)
{
    return {{path, u"#pragma once\n"_s + line + u'\n'}};
}

// The rules of the layers, written out pair by pair: a second opinion on the order in TreeRules.cpp.
bool reaches(const QString& from, const QString& to)
{
    return floorBreaches(file(from, u"#include \"%1\""_s.arg(to))).empty();
}

}

TEST_CASE("a folder includes only what stands below it")
{
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    REQUIRE(trackedFiles()->size() > 20);
    CHECK(list(floorBreaches(*trackedFiles())) == "");
}

TEST_CASE("an include from above, from beside or from nowhere is found")
{
    CHECK(reaches(u"core/text/A.h"_s, u"core/base/B.h"_s));
    CHECK(reaches(u"core/text/han/A.h"_s, u"core/text/B.h"_s));
    CHECK_FALSE(reaches(u"core/base/A.h"_s, u"core/text/B.h"_s));
    CHECK_FALSE(reaches(u"core/text/A.h"_s, u"core/crypto/B.h"_s));
    CHECK_FALSE(reaches(u"core/access/A.h"_s, u"core/wire/B.h"_s));
    CHECK_FALSE(reaches(u"core/store/A.h"_s, u"core/work/B.h"_s));
    CHECK_FALSE(reaches(u"core/exchange/A.h"_s, u"core/insight/B.h"_s));
    CHECK_FALSE(reaches(u"core/commands/A.h"_s, u"ui/theme/B.h"_s));
    CHECK_FALSE(reaches(u"core/services/A.h"_s, u"ui/theme/B.h"_s));
    CHECK(reaches(u"core/hub/A.h"_s, u"core/store/B.h"_s));
    CHECK_FALSE(reaches(u"core/hub/A.h"_s, u"core/sync/B.h"_s));
    CHECK(reaches(u"ui/pages/A.h"_s, u"core/services/B.h"_s));
    CHECK(reaches(u"ui/shell/A.h"_s, u"ui/theme/B.h"_s));
    CHECK(reaches(u"ui/widgets/A.h"_s, u"ui/models/B.h"_s));
    CHECK_FALSE(reaches(u"ui/models/A.h"_s, u"ui/widgets/B.h"_s));
    CHECK_FALSE(reaches(u"ui/models/A.h"_s, u"ui/pages/B.h"_s));
    CHECK_FALSE(reaches(u"ui/pages/A.h"_s, u"app/desktop/B.h"_s));
    CHECK(reaches(u"app/cli/A.cpp"_s, u"core/commands/B.h"_s));
    CHECK_FALSE(reaches(u"app/cli/A.cpp"_s, u"app/desktop/B.h"_s));
    CHECK_FALSE(reaches(u"core/text/A.h"_s, u"core/pudding/B.h"_s));
    CHECK_FALSE(reaches(u"core/pudding/A.h"_s, u"core/base/B.h"_s));
    CHECK_FALSE(reaches(u"ui/pudding/A.h"_s, u"core/base/B.h"_s));
    CHECK_FALSE(reaches(u"core/text/A.h"_s, u"Fold.h"_s));
    CHECK(reaches(u"core/text/A.cpp"_s, u"A.moc"_s));
}

TEST_CASE("a breach names its file and its line, and a comment is no include")
{
    const auto breaches = floorBreaches({{u"core/base/A.h"_s, u"/*\n#include \"ui/theme/B.h\"\n*/\n"
                                                              u"// #include \"ui/theme/B.h\"\n"
                                                              u"  #  include \"ui/theme/B.h\" // why\n"_s}});
    REQUIRE(breaches.size() == 1);
    CHECK(breaches.front().path == u"core/base/A.h"_s);
    CHECK(breaches.front().line == 5);
}

TEST_CASE("each part that is not ours is known to one folder")
{
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(partBreaches(*trackedFiles())) == "");
}

TEST_CASE("a part used outside its folder is found, by its include or by its target")
{
    struct Use
    {
        QString include;
        QString target;
        QString home;
    };
    const std::vector<Use> uses{
        {u"boost/asio.hpp"_s, u"Boost::headers"_s, u"core/hub"_s},
        {u"QNetworkAccessManager"_s, u"Qt6::Network"_s, u"core/sync"_s},
        {u"QtNetwork/QSslSocket"_s, u"Qt6::Network"_s, u"core/sync"_s},
        {u"qt6keychain/keychain.h"_s, u"Qt6Keychain::Qt6Keychain"_s, u"core/keys"_s},
        {u"sqlite3.h"_s, u"sqlite3mc"_s, u"core/database"_s},
        {u"sodium.h"_s, u"PkgConfig::SODIUM"_s, u"core/crypto"_s},
        {u"phonenumbers/phonenumberutil.h"_s, u"${KITH_PHONENUMBER}"_s, u"core/text"_s},
        {u"QtWidgets/QWidget"_s, u"Qt6::Widgets"_s, u"ui/pages"_s},
        {u"QtCharts/QChart"_s, u"Qt6::Charts"_s, u"app/desktop"_s},
        {u"QVBoxLayout"_s, u"Qt6::PrintSupport"_s, u"ui/dialogs"_s},
    };
    for (const auto& use : uses) {
        INFO(use.include.toStdString());
        const auto include = u"#include <%1>"_s.arg(use.include);
        const auto link = u"target_link_libraries(kith_x PRIVATE %1)"_s.arg(use.target);
        CHECK(partBreaches(file(use.home + u"/A.cpp"_s, include)).empty());
        CHECK(partBreaches(file(use.home + u"/CMakeLists.txt"_s, link)).empty());
        CHECK(partBreaches(file(u"core/store/A.cpp"_s, include)).size() == 1);
        CHECK(partBreaches(file(u"core/store/CMakeLists.txt"_s, link)).size() == 1);
        CHECK(partBreaches(file(u"core/store/A.cpp"_s, u"// "_s + include)).empty());
        CHECK(partBreaches(file(u"core/store/CMakeLists.txt"_s, u"# "_s + link)).empty());
    }
}

TEST_CASE("words that stand for a fault are in no file")
{
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(wordBreaches(*trackedFiles())) == "");
}

TEST_CASE("a word that stands for a fault is found in code and in strings, not in comments")
{
    const std::vector<QString> faults{
        u"auto sql = R\"(select * from customer)\";"_s,
        u"auto sql = \"SELECT t.* FROM customer t\";"_s,
        u"QEventLoop loop;"_s,
        u"QCoreApplication::processEvents();"_s,
        u"sqlite3_backup_init(a, b, c, d);"_s,
    };
    for (const auto& fault : faults) {
        INFO(fault.toStdString());
        CHECK(wordBreaches(file(u"core/store/A.cpp"_s, fault)).size() == 1);
        CHECK(wordBreaches(file(u"core/store/A.cpp"_s, u"int a; // "_s + fault)).empty());
    }
    CHECK(wordBreaches(file(u"core/store/A.cpp"_s, u"auto sql = \"SELECT count(*), a * b FROM t\";"_s)).empty());
    CHECK(wordBreaches(file(u"tests/store/ATest.cpp"_s, u"QThread::msleep(10);"_s)).size() == 1);
    CHECK(wordBreaches(file(u"core/store/A.cpp"_s, u"// "_s + u"TO"_s + u"DO: later"_s)).size() == 1);
}

TEST_CASE("no file has outgrown its limit")
{
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(sizeBreaches(*trackedFiles())) == "");
}

TEST_CASE("a file is too long one line behind its limit")
{
    const auto lines = [](int count) { return u"\n"_s.repeated(count); };
    CHECK(sizeBreaches({{u"core/base/A.h"_s, lines(200)}, {u"core/base/A.cpp"_s, lines(600)}}).empty());
    CHECK(sizeBreaches({{u"core/base/A.h"_s, lines(201)}, {u"core/base/A.cpp"_s, lines(601)}}).size() == 2);
    CHECK(sizeBreaches({{u"core/text/Table.inc"_s, lines(9000)}}).empty());
}

TEST_CASE("names say what they hold")
{
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(nameBreaches(*trackedFiles())) == "");
    CHECK(nameBreaches(file(u"core/store/BookManager.h"_s, {})).size() == 1);
    CHECK(nameBreaches(file(u"core/store/A.h"_s, u"class BookHelper final {};"_s)).size() == 1);
    CHECK(nameBreaches(file(u"core/store/A.h"_s, u"class QNetworkAccessManager;"_s)).empty());
}

TEST_CASE("the licence is the GPL's third version or a later one")
{
    const SourceFile licence{u"LICENSE"_s, textOf(u"LICENSE"_s)};
    const SourceFile terms{u".github/CONTRIBUTING.md"_s, textOf(u".github/CONTRIBUTING.md"_s)};
    CHECK(list(licenceBreaches(licence, terms)) == "");

    auto planted = licence;
    planted.text.replace(u"either version 3"_s, u"either version 2"_s);
    CHECK(licenceBreaches(planted, terms).size() == 1);
    planted = terms;
    planted.text.replace(u"GPL-3.0-or-later"_s, u"GPL-3.0-only"_s);
    CHECK(licenceBreaches(licence, planted).size() == 1);
}

TEST_CASE("the build fetches nothing by an address")
{
    const auto download = u"file(DOWNLOAD \"https://parts.invalid/a.zip\" a.zip)"_s;
    CHECK(addressBreaches(file(u"core/text/CMakeLists.txt"_s, download)).size() == 1);
    CHECK(addressBreaches(file(u"installer/bootstrap"_s, u"git clone git@parts.invalid:a"_s)).size() == 1);
    CHECK(addressBreaches(file(u"installer/bootstrap"_s, u"Harbour,London,https://harbour.example"_s)).empty());
    CHECK(addressBreaches(file(u"core/text/formats/Link.cpp"_s, u"text = u\"https://\"_s;"_s)).empty());
    if (!trackedFiles())
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(addressBreaches(*trackedFiles())) == "");
}

TEST_CASE("the parts from npm are pinned, and no address is written down")
{
    const auto path = u"installer/parts/package-lock.json"_s;
    const SourceFile lock{path, textOf(path)};
    REQUIRE_FALSE(lock.text.isEmpty());
    CHECK(list(lockBreaches(lock)) == "");

    auto planted = lock;
    planted.text.replace(u"\"license\": \"ISC\""_s, u"\"resolved\": \"https://registry.example/a.tgz\""_s);
    CHECK(lockBreaches(planted).size() == 1);
    planted = lock;
    planted.text.replace(u"\"integrity\""_s, u"\"intention\""_s);
    CHECK(lockBreaches(planted).size() == 2);
    planted = lock;
    planted.text.replace(u"\"license\": \"ISC\""_s, u"\"dependencies\": { \"left-pad\": \"1.0.0\" }"_s);
    CHECK(lockBreaches(planted).size() == 1);
}

TEST_CASE("the top level holds what the layout names")
{
    const auto paths = trackedPaths();
    if (!paths)
        KITH_SKIP("this is no checkout, or there is no git");
    CHECK(list(layoutBreaches(*paths)) == "");
    CHECK(layoutBreaches({u"core/base/Id.h"_s, u".ci/run"_s, u"README.md"_s}).empty());
    CHECK(layoutBreaches({u"src/Id.h"_s, u"notes.txt"_s}).size() == 2);
}

TEST_CASE("comments are blanked out, and what looks like one in a string is not")
{
    CHECK(withoutComments(u"a; // b\n/* c\nd */ e"_s) == u"a;     \n    \n     e"_s);
    CHECK(withoutComments(u"\"http://x\" 1'000'000 '\"' // y"_s) == u"\"http://x\" 1'000'000 '\"'     "_s);
    CHECK(withoutComments(u"R\"(// \" not)\" \"\\\"//\""_s) == u"R\"(// \" not)\" \"\\\"//\""_s);
}
