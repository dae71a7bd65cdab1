#include "tests/commands/CommandLine.h"

using namespace Qt::StringLiterals;
using namespace kith::testing;

namespace {

bool hasHan(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

}

TEST_CASE("wrong usage ends with 2 and one sentence on standard error")
{
    const CommandLine cli;
    const auto wrong = GENERATE(values<QStringList>({
        {},
        {u"dance"_s},
        {u"find"_s},
        {u"show"_s, u"customer"_s},
        {u"list"_s, u"customer"_s, u"contact"_s},
        {u"list"_s, u"customer"_s, u"--colour"_s, u"red"_s},
        {u"list"_s, u"customer"_s, u"--where"_s},
        {u"--book"_s},
        {u"--lang"_s, u"fr"_s, u"acts"_s},
        {u"--shout"_s, u"acts"_s},
        {u"report"_s, u"--list"_s},
        {u"sync"_s},
    }));
    const auto ran = cli.runBare(QStringList{u"--lang"_s, u"en"_s} + wrong);
    INFO(wrong.join(u' ').toStdString());
    CHECK(ran.code == 2);
    CHECK(ran.output.isEmpty());
    CHECK(ran.error.count(u'\n') == 1);
    CHECK(ran.error.size() > 20);
}

TEST_CASE("what was refused ends with 1, and with JSON asked for it is a value too")
{
    const CommandLine cli;
    const auto ran = cli.run({u"acts"_s});
    CHECK(ran.code == 1);
    CHECK(ran.error.contains(cli.path(u"book.kith"_s)));
    CHECK(ran.object()["code"_L1] == 1);
    CHECK(ran.object()["error"_L1].toString() + u'\n' == ran.error);
}

TEST_CASE("sentences come in the language asked for")
{
    const CommandLine cli;
    const QStringList words{u"--book"_s, cli.path(u"none.kith"_s), u"--passphrase-file"_s, cli.path(u"passphrase"_s),
                            u"acts"_s};
    const auto chinese = cli.runBare(QStringList{u"--lang"_s, u"zh_CN"_s} + words);
    CHECK(hasHan(chinese.error));
    CHECK(chinese.code == 1);
    const auto english = cli.runBare(words + QStringList{u"--lang=en"_s});
    CHECK_FALSE(hasHan(english.error));
    CHECK(english.code == 1);
}

TEST_CASE("without a terminal, a passphrase file or the keychain a book is not opened")
{
    const CommandLine cli;
    cli.write(u"book.kith"_s, "something");
    const auto ran = cli.runBare({u"--lang"_s, u"en"_s, u"--book"_s, cli.path(u"book.kith"_s), u"acts"_s});
    CHECK(ran.code == 2);
    CHECK(ran.error.contains(u"--passphrase-file"_s));
}

TEST_CASE("help names every command, and each has help of its own")
{
    const CommandLine cli;
    const auto all = cli.runBare({u"--json"_s, u"--help"_s}).json().toArray();
    CHECK(all.size() >= 25);
    const auto text = QString::fromUtf8(cli.runBare({u"--lang"_s, u"en"_s, u"help"_s}).output);
    for (const auto& command : all)
        CHECK(text.contains(u"\n  "_s + command["name"_L1].toString() + u' '));
    const auto list = cli.runBare({u"--lang"_s, u"en"_s, u"help"_s, u"list"_s});
    CHECK(list.code == 0);
    CHECK(list.output.contains("--where"));
    for (const auto* later : {u"report", u"join", u"sync", u"status", u"attention"})
        CHECK_FALSE(text.contains(u"\n  "_s + QString::fromUtf16(later) + u' '));
}
