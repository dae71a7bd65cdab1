#include "tests/ground/Translations.h"
#include "tests/ground/SourceTree.h"
#include "tests/support/Skip.h"
#include "tests/support/Test.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kith::ground;

namespace {

const QStringList Languages{u"zh_CN"_s, u"en"_s};

QString pathOf(const QString& language)
{
    return u"translations/kith_%1.ts"_s.arg(language);
}

std::string list(const std::vector<QString>& keys)
{
    return QStringList(keys.begin(), keys.end()).join(u'\n').toStdString();
}

QString message(const QString& source, const QString& translation)
{
    return u"<TS><context><name>Page</name><message><source>%1</source>%2</message></context></TS>"_s.arg(source,
                                                                                                          translation);
}

bool isFaulty(const QString& source, const QString& translation, Counted counted = Counted::Always)
{
    const auto messages = messagesOf(message(source, translation));
    REQUIRE(messages.size() == 1);
    return !faultsOf(messages, counted).empty();
}

}

TEST_CASE("no string is left untranslated, and every value has its place")
{
    CHECK(list(faultsOf(messagesOf(textOf(pathOf(u"zh_CN"_s))), Counted::Always)) == "");
    CHECK(list(faultsOf(messagesOf(textOf(pathOf(u"en"_s))), Counted::NotForOne)) == "");
}

TEST_CASE("a string that is unfinished, empty or short of a value is found")
{
    CHECK_FALSE(isFaulty(u"Open %1"_s, u"<translation>打开 %1</translation>"_s));
    CHECK(isFaulty(u"Open %1"_s, u"<translation>打开</translation>"_s));
    CHECK(isFaulty(u"Open %1"_s, u"<translation>打开 %2</translation>"_s));
    CHECK(isFaulty(u"Open"_s, u"<translation type=\"unfinished\">打开</translation>"_s));
    CHECK(isFaulty(u"Open"_s, u"<translation></translation>"_s));
    const auto forms =
        u"<translation><numerusform>one record</numerusform><numerusform>%n records</numerusform></translation>"_s;
    CHECK_FALSE(isFaulty(u"%n record(s)"_s, forms, Counted::NotForOne));
    CHECK(isFaulty(u"%n record(s)"_s, forms));
}

TEST_CASE("the translation files hold the strings of the sources, no more and no fewer")
{
    if (!trackedPaths() || !QFile::exists(QStringLiteral(KITH_LUPDATE)))
        KITH_SKIP("this is no checkout, or lupdate is not installed");
    const QTemporaryDir fresh;
    for (const auto& language : Languages)
        QFile::copy(QStringLiteral(KITH_SOURCE_DIR) + u'/' + pathOf(language),
                    fresh.filePath(pathOf(language).section(u'/', 1)));
    QProcess script;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LUPDATE"_s, QStringLiteral(KITH_LUPDATE));
    script.setProcessEnvironment(environment);
    script.start(QStringLiteral(KITH_SOURCE_DIR) + u"/installer/translate"_s, {fresh.path()});
    REQUIRE(script.waitForFinished(280'000));
    INFO(script.readAllStandardError().toStdString());
    REQUIRE(script.exitCode() == 0);
    for (const auto& language : Languages) {
        QFile file(fresh.filePath(pathOf(language).section(u'/', 1)));
        REQUIRE(file.open(QFile::ReadOnly));
        const auto wanted = messagesOf(QString::fromUtf8(file.readAll()));
        const auto present = messagesOf(textOf(pathOf(language)));
        CHECK(list(missingFrom(wanted, present)) == "");
        CHECK(list(missingFrom(present, wanted)) == "");
        CHECK_FALSE(wanted.empty());
    }
}

TEST_CASE("a string that only one side has is found")
{
    const auto one = messagesOf(message(u"Open"_s, u"<translation>打开</translation>"_s));
    const auto other = messagesOf(message(u"Close"_s, u"<translation>关闭</translation>"_s));
    CHECK(missingFrom(one, one).empty());
    CHECK(list(missingFrom(one, other)) == "Page|Open|");
}
