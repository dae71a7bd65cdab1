#include "ui/pages/help/HelpPage.h"

#include "core/text/Fold.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int listWidth = 240;
constexpr int widestText = 720;

// "02-find.md": the number is its place.
QString keyOf(const QString& file)
{
    return file.section(u'.', 0, 0).section(u'-', 1);
}

}

std::vector<HelpTopic> helpTopics(const QString& language)
{
    QDir folder(u":/help/"_s + language);
    if (!folder.exists())
        folder.setPath(u":/help/en"_s);
    std::vector<HelpTopic> topics;
    for (const QString& name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto text = QString::fromUtf8(file.readAll());
        topics.push_back({keyOf(name), text.section(u'\n', 0, 0).mid(2).trimmed(), text});
    }
    return topics;
}

std::vector<HelpTopic> helpTopicsAbout(const std::vector<HelpTopic>& topics, const QString& words)
{
    const auto wanted = fold(words).split(u' ', Qt::SkipEmptyParts);
    const auto holds = [&](const QString& text) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [folded = fold(text)](const QString& word) { return folded.contains(word); });
    };
    std::vector<HelpTopic> found;
    std::copy_if(topics.begin(), topics.end(), std::back_inserter(found),
                 [&](const HelpTopic& topic) { return holds(topic.text); });
    std::stable_partition(found.begin(), found.end(), [&](const HelpTopic& topic) { return holds(topic.title); });
    return found;
}

HelpPage::HelpPage(const QString& topic, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_topics(helpTopics(language()))
    , m_words(new QLineEdit)
    , m_list(new QListWidget)
    , m_text(new QTextBrowser)
{
    m_words->setPlaceholderText(tr("Search the help"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Topics of the help"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Help"));
    m_text->viewport()->setBackgroundRole(QPalette::Window);
    m_text->document()->setDocumentMargin(space::xl);
    m_text->setMaximumWidth(widestText);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(space::xl - space::s, space::l, space::s, space::l);
    left->setSpacing(space::m);
    QLabel* head = makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold);
    head->setContentsMargins(space::s, 0, 0, 0);
    for (QWidget* part : {static_cast<QWidget*>(head), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_list)}) {
        part->setFixedWidth(listWidth);
        left->addWidget(part);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(new Line(Qt::Vertical));
    row->addWidget(m_text, 1);
    row->addStretch();
    connect(m_words, &QLineEdit::textChanged, this, &HelpPage::list);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* now) {
        if (now)
            show(now->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpPage::follow);
    list({});
    follow(QUrl(topic));
    settle();
}

void HelpPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_list->currentItem())
        show(m_list->currentItem()->data(Qt::UserRole).toString());
    Page::changeEvent(event);
}

void HelpPage::takeFocus()
{
    m_words->setFocus();
}

void HelpPage::list(const QString& words)
{
    m_list->clear();
    for (const HelpTopic& topic : helpTopicsAbout(m_topics, words)) {
        auto* item = new QListWidgetItem(topic.title, m_list);
        item->setData(Qt::UserRole, topic.key);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        m_text->setMarkdown(tr("Nothing in the help says that. Try fewer words."));
}

void HelpPage::show(const QString& topic)
{
    const auto found =
        std::find_if(m_topics.begin(), m_topics.end(), [&](const HelpTopic& one) { return one.key == topic; });
    if (found == m_topics.end())
        return;
    m_text->document()->setDefaultFont(interfaceFont(TextSize::Body));
    m_text->setMarkdown(found->text);
    showLooks();
}

// Headings, lines and tables as the interface has them: a document's own are those of a printed page.
void HelpPage::showLooks()
{
    for (QTextFrame* frame : m_text->document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        auto look = table->format();
        look.setBorderCollapse(true);
        look.setBorder(1);
        look.setBorderBrush(tokens().border);
        look.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        look.setCellSpacing(0);
        look.setCellPadding(space::s - 2);
        look.setTopMargin(space::xs);
        look.setBottomMargin(space::m);
        table->setFormat(look);
    }
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        auto look = block.blockFormat();
        const int level = look.headingLevel();
        const bool inCell = cursor.currentTable();
        const bool isInList = block.textList();
        look.setLineHeight(inCell ? 100 : 145, QTextBlockFormat::ProportionalHeight);
        look.setTopMargin(level > 1 ? space::l : 0);
        look.setBottomMargin(inCell ? 0 : isInList && block.next().textList() ? space::xs : space::s);
        cursor.setBlockFormat(look);
        if (level == 0)
            continue;
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat letters;
        letters.setFont(interfaceFont(level == 1 ? TextSize::Title : TextSize::Large, QFont::DemiBold));
        cursor.mergeCharFormat(letters);
    }
}

// To another topic by its key, to the world by its address.
void HelpPage::follow(const QUrl& link)
{
    if (!link.scheme().isEmpty()) {
        QDesktopServices::openUrl(link);
        return;
    }
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(Qt::UserRole).toString() == link.path())
            m_list->setCurrentRow(i);
}

}
