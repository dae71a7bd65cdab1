#include "core/records/QueryText.h"
#include "tests/ui/Window.h"
#include "ui/pages/help/HelpPage.h"

#include <QListWidget>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace kith;
using kith::testing::Window;

namespace {

QStringList keysOf(const std::vector<HelpTopic>& topics)
{
    QStringList keys;
    for (const auto& topic : topics)
        keys += topic.key;
    return keys;
}

QStringList allMatches(const QString& text, const QString& pattern)
{
    QStringList found;
    for (const auto& match : QRegularExpression(pattern).globalMatch(text))
        found += match.captured(1);
    return found;
}

}

TEST_CASE("the help says the same in both languages, and its links lead to topics")
{
    const auto english = helpTopics(u"en"_s);
    const auto chinese = helpTopics(u"zh_CN"_s);
    REQUIRE(english.size() >= 9);
    CHECK(keysOf(english) == keysOf(chinese));
    CHECK(keysOf(helpTopics(u"fr"_s)) == keysOf(english));
    for (const auto* topics : {&english, &chinese}) {
        for (const auto& topic : *topics) {
            INFO(topic.key.toStdString());
            CHECK(topic.text.startsWith(u"# "_s + topic.title));
            CHECK_FALSE(topic.title.isEmpty());
            for (const auto& link : allMatches(topic.text, u"\\]\\(([^)]*)\\)"_s))
                CHECK(keysOf(*topics).contains(link));
        }
    }
}

TEST_CASE("every filter that the help shows can be written")
{
    Window window;
    const auto catalog = window.book.desk().catalog();
    const Entity& customer = *catalog->entity(u"customer");
    const auto context = window.book.desk().queryContext();
    for (const auto& language : {u"en"_s, u"zh_CN"_s}) {
        int filters = 0;
        for (const auto& topic : helpTopics(language)) {
            for (const auto& filter : allMatches(topic.text, u"\\| `([^`]*)` \\|"_s)) {
                INFO(filter.toStdString());
                CHECK(parseFilter(*catalog, customer, filter, context).ok());
                ++filters;
            }
        }
        CHECK(filters >= 9);
    }
}

TEST_CASE("a person searches the help and follows its links")
{
    const auto topics = helpTopics(u"en"_s);
    CHECK(helpTopicsAbout(topics, {}).size() == topics.size());
    CHECK(helpTopicsAbout(topics, u"KEYS backup"_s).front().key == u"keys");
    CHECK(helpTopicsAbout(topics, u"muller"_s).front().key == u"find");
    CHECK(helpTopicsAbout(topics, u"no such word"_s).empty());

    Window window;
    window.shell.perform(u"help"_s);
    auto* page = window.page<HelpPage>();
    auto* text = page->findChild<QTextBrowser*>();
    auto* list = page->findChild<QListWidget*>();
    CHECK(text->toPlainText().startsWith(topics.front().title));
    QTest::keyClicks(page->findChild<QLineEdit*>(), u"merge"_s);
    CHECK(list->count() < int(topics.size()));
    CHECK(text->toPlainText().contains(u"merge"_s, Qt::CaseInsensitive));
    QTest::keyClicks(page->findChild<QLineEdit*>(), u" zzz"_s);
    CHECK(list->count() == 0);
    page->findChild<QLineEdit*>()->clear();
    emit text->anchorClicked(QUrl(u"undo"_s));
    CHECK(text->toPlainText().startsWith(u"Undo and the trash"_s));
}
