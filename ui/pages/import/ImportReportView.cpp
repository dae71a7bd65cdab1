#include "ui/pages/import/ImportReportView.h"

#include "core/text/HumanFormat.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int widest = 760;
constexpr std::size_t mostLines = 50; // of one kind; the rest is told by its number

// Later, for the one that asked for it may be among them.
void clearColumn(QLayout* column)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QVBoxLayout* addCard(QVBoxLayout* column, const QString& name)
{
    auto* card = new Card;
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(space::s, space::m, space::s, space::s);
    rows->setSpacing(0);
    QLabel* head = makeLabel(name, TextSize::Body, Ink::Text, QFont::DemiBold);
    head->setContentsMargins(space::s, 0, 0, space::xs);
    rows->addWidget(head);
    column->addWidget(card);
    return rows;
}

void addLine(QVBoxLayout* rows, const QString& text, const QString& detail)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    row->setSpacing(space::l);
    QLabel* words = makeLabel(text);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(words, 1);
    row->addWidget(makeLabel(detail, TextSize::Small, Ink::Tertiary), 0, Qt::AlignTop);
    rows->addWidget(line);
}

}

ImportReportView::ImportReportView(const QLocale& locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_column(new QVBoxLayout)
{
    auto* holder = new QWidget;
    holder->setMaximumWidth(widest);
    holder->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(space::xl, 0, space::xl, space::xl);
    outer->addWidget(holder, 100);
    outer->addStretch(1);
}

void ImportReportView::show(const Contents& contents)
{
    m_contents = contents;
    clearColumn(m_column);
    addHeads();
    addCounts();
    addDuplicates();
    addActions();
    addKept();
    addRejects();
    addTexts(tr("Taken, but worth a look"), contents.report.warnings);
    addGuesses();
    m_column->addStretch();
}

void ImportReportView::addHeads()
{
    const ImportReport& report = m_contents.report;
    const bool tried = m_contents.plan.dryRun;
    QString head = tried ? tr("This is what would come of it; nothing was written") : tr("Imported");
    if (m_contents.undone)
        head = tr("The import is taken back");
    else if (report.cancelled)
        head = tried ? tr("Stopped: this is what would come of the rows so far")
                     : tr("Stopped: what was in by then stays in");
    m_column->addWidget(makeLabel(head, TextSize::Large, Ink::Text, QFont::DemiBold));
    const QString file = m_contents.plan.path.section(u'/', -1);
    m_column->addWidget(
        makeLabel(tr("%1, in %2").arg(file, humanDuration(std::int64_t(report.seconds * 1000), m_locale)),
                  TextSize::Body, Ink::Secondary));
}

void ImportReportView::addCounts()
{
    const ImportReport& report = m_contents.report;
    auto* figures = new QWidget;
    auto* row = new FlowLayout(figures, space::xxl);
    const auto add = [&](std::int64_t count, const QString& name) {
        auto* figure = new QWidget;
        auto* column = new QVBoxLayout(figure);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(makeLabel(humanCount(count, m_locale), TextSize::Figure, Ink::Text, QFont::DemiBold));
        column->addWidget(makeLabel(name, TextSize::Small, Ink::Secondary));
        row->addWidget(figure);
    };
    add(report.read, tr("rows read"));
    add(report.created, tr("created"));
    add(report.updated, tr("updated"));
    add(report.skipped, tr("skipped"));
    add(report.rejected, tr("rejected"));
    add(report.related, tr("related records made"));
    if (report.likely > 0)
        add(report.likely, tr("look like others"));
    m_column->addWidget(figures);
}

// What happened to rows whose record was there.
void ImportReportView::addDuplicates()
{
    const ImportReport& report = m_contents.report;
    const bool looks = m_contents.plan.matchesByLikeness();
    if ((m_contents.matchedBy.isEmpty() && !looks) || report.updated + report.skipped == 0)
        return;
    const bool updates = m_contents.plan.onDuplicate == DuplicateChoice::Update;
    QString text = updates ? tr("Rows that look like a record update it; where nothing differs, they are skipped.")
                           : tr("Rows that look like a record are skipped.");
    if (!looks)
        text = (updates ? tr("Rows with the same %1 as a record update it; where nothing differs, they are skipped.")
                        : tr("Rows with the same %1 as a record are skipped."))
                   .arg(m_contents.matchedBy);
    m_column->addWidget(makeLabel(text, TextSize::Body, Ink::Secondary));
}

QPushButton* ImportReportView::addButton(QLayout* row, const QString& iconName, const QString& text, bool primary)
{
    auto* button = new QPushButton(icon(iconName, primary ? Tone::OnAccent : Tone::Secondary), text);
    setButtonKind(*button, primary ? ButtonKind::Primary : ButtonKind::Plain);
    row->addWidget(button);
    return button;
}

void ImportReportView::addActions()
{
    auto* holder = new QWidget;
    auto* row = new FlowLayout(holder, space::s);
    const auto add = [&](const QString& iconName, const QString& text, bool primary, auto signal) {
        connect(addButton(row, iconName, text, primary), &QPushButton::clicked, this, signal);
    };
    if (m_contents.plan.dryRun) {
        add(u"check"_s, tr("Import for real"), true, &ImportReportView::importAsked);
        add(u"arrow-left"_s, tr("Back to the columns"), false, &ImportReportView::columnsAsked);
    } else {
        add(u"arrow-right"_s, tr("Look at the records"), true, &ImportReportView::recordsAsked);
        if (m_contents.report.likely > 0 && !m_contents.undone)
            add(u"copy"_s, tr("Look at the duplicates"), false, &ImportReportView::duplicatesAsked);
        if (m_contents.report.act > 0 && !m_contents.undone)
            add(u"undo-2"_s, tr("Undo the whole import"), false, &ImportReportView::undoAsked);
        add(u"upload"_s, tr("Another file"), false, &ImportReportView::anotherAsked);
    }
    m_column->addWidget(holder);
}

void ImportReportView::addKept()
{
    const auto& kept = m_contents.kept;
    if (kept.empty())
        return;
    QVBoxLayout* rows = addCard(m_column, tr("Left as they are: edited or linked since"));
    for (std::size_t i = 0; i < std::min(kept.size(), mostLines); ++i)
        addLine(rows, kept[i].title, kept[i].field);
    if (kept.size() > mostLines)
        addLine(rows, tr("%n more", nullptr, int(kept.size() - mostLines)), {});
}

// Why rows were rejected, and the way of the rejected rows: into a file, corrected there, imported again.
void ImportReportView::addRejects()
{
    const ImportReport& report = m_contents.report;
    if (report.rejected == 0)
        return;
    QVBoxLayout* rows = addCard(m_column, tr("Why rows were rejected"));
    for (std::size_t i = 0; i < std::min(report.reasons.size(), mostLines); ++i)
        addLine(rows, report.reasons[i].text, humanCount(report.reasons[i].rows, m_locale));
    if (report.reasons.size() > mostLines)
        addLine(rows, tr("%n more", nullptr, int(report.reasons.size() - mostLines)), {});
    if (m_contents.undone || (report.cancelled && m_contents.plan.dryRun))
        return;
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::s);
    const bool saved = !m_contents.rejectsFile.isEmpty();
    QLabel* about = makeLabel(
        saved ? tr("The rejected rows, each with its reason, are in %1. Correct them there and import that file.")
                    .arg(m_contents.rejectsFile)
              : tr("The rejected rows can be saved as a file, each with its reason, to be corrected and imported."),
        TextSize::Body, Ink::Secondary);
    about->setWordWrap(true);
    column->addWidget(about);
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons, space::s);
    if (saved) {
        connect(addButton(row, u"file-text"_s, tr("Open the file"), false), &QPushButton::clicked, this,
                &ImportReportView::openRejectsAsked);
        connect(addButton(row, u"upload"_s, tr("Import the corrected file"), false), &QPushButton::clicked, this,
                &ImportReportView::importRejectsAsked);
    } else {
        connect(addButton(row, u"download"_s, tr("Save the rejected rows"), false), &QPushButton::clicked, this,
                &ImportReportView::saveRejectsAsked);
    }
    column->addWidget(buttons);
    rows->addWidget(foot);
}

void ImportReportView::addTexts(const QString& name, const std::vector<ImportReport::Reason>& texts)
{
    if (texts.empty())
        return;
    QVBoxLayout* rows = addCard(m_column, name);
    for (std::size_t i = 0; i < std::min(texts.size(), mostLines); ++i)
        addLine(rows, texts[i].text, humanCount(texts[i].rows, m_locale));
    if (texts.size() > mostLines)
        addLine(rows, tr("%n more", nullptr, int(texts.size() - mostLines)), {});
}

void ImportReportView::addGuesses()
{
    std::vector<ImportReport::Reason> texts;
    for (const auto& guess : m_contents.report.guesses)
        texts.push_back({tr("%1: %2 is taken for %3").arg(guess.field, guess.typed, guess.taken), guess.rows});
    addTexts(tr("What was taken for something near it"), texts);
}

}
