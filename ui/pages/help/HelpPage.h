#pragma once

#include "ui/pages/Page.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace kith {

// One text of the help: a file of :/help/LANGUAGE, whose first line is its heading.
struct HelpTopic
{
    QString key; // file name without number and suffix
    QString title;
    QString text; // Markdown, with the heading
};

// The topics in the order of their files; English where there are none in this language.
std::vector<HelpTopic> helpTopics(const QString& language);
// Those that hold every word, without regard to case and accents; with it in the title first. All, for no words.
std::vector<HelpTopic> helpTopicsAbout(const std::vector<HelpTopic>& topics, const QString& words);

// The help: what there is to read on the left, with a search over all of it, one text on the right. Without a network.
class HelpPage : public Page
{
    Q_OBJECT

public:
    // The topic of this key is shown first; the first one if there is none.
    HelpPage(const QString& topic, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override { return tr("Help"); }
    void takeFocus() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void list(const QString& words);
    void show(const QString& topic);
    void follow(const QUrl& link);
    void showLooks();

    std::vector<HelpTopic> m_topics;
    QLineEdit* m_words;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

}
