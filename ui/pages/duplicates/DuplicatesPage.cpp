#include "ui/pages/duplicates/DuplicatesPage.h"

#include "core/services/Deliver.h"
#include "core/text/HumanFormat.h"
#include "ui/models/CellText.h"
#include "ui/pages/duplicates/DuplicateJob.h"
#include "ui/pages/duplicates/GroupDelegate.h"
#include "ui/pages/duplicates/MergeTable.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

// So many groups are listed; who has merged them sees the next.
constexpr int listedGroups = 500;
constexpr int listWidth = 320;
// More are not compared field by field at once.
constexpr std::size_t mostSideBySide = 4;

}

DuplicatesPage::DuplicatesPage(const QString& entity, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_key(entity)
    , m_kinds(new QTabBar)
    , m_count(makeLabel({}, TextSize::Body, Ink::Secondary))
    , m_again(new QPushButton(icon(u"refresh-cw"_s), tr("Compare all again")))
    , m_progress(new QProgressBar)
    , m_work(makeLabel({}, TextSize::Small, Ink::Secondary))
    , m_stack(new QStackedWidget)
    , m_list(new QListView)
    , m_groups(new QStandardItemModel(this))
{
    for (const Entity& one : m_catalog->entities())
        if (DuplicateDesk::compares(one)) {
            if (m_key.isEmpty())
                m_key = one.key;
            m_kinds->setTabData(m_kinds->addTab(icon(one.icon), one.plural.in(language())), one.key);
        }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(makeHead());
    column->addWidget(new kith::Line);
    column->addWidget(makeBody(), 1);
    for (int tab = 0; tab < m_kinds->count(); ++tab)
        if (m_kinds->tabData(tab).toString() == m_key)
            m_kinds->setCurrentIndex(tab);
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int tab) {
        m_key = m_kinds->tabData(tab).toString();
        m_shown = -1;
        showWork();
        fetch();
    });
    auto& job = this->navigator().duplicateJob();
    connect(&job, &DuplicateJob::progressed, this, &DuplicatesPage::showWork);
    connect(&job, &DuplicateJob::changed, this, [this](const QString& changed) {
        showWork();
        if (changed == m_key)
            fetch();
    });
    connect(m_again, &QPushButton::clicked, this, [this] { this->navigator().duplicateJob().scan(m_key); });
    showWork();
    // What is waiting to be followed comes first, so that the list is true when it is seen.
    deliver(navigator.session().duplicates().follow(), this, [this](const Result<DuplicateDesk::Followed>& followed) {
        const auto id = this->entity().id;
        if (followed.ok() && std::find(followed->behind.begin(), followed->behind.end(), id) != followed->behind.end())
            this->navigator().duplicateJob().scan(m_key);
        fetch();
    });
}

QString DuplicatesPage::title() const
{
    return tr("Duplicates");
}

QWidget* DuplicatesPage::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::s);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold));
    row->addWidget(m_count, 1, Qt::AlignBottom);
    row->addWidget(m_work);
    m_progress->setFixedWidth(140);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the comparing is"));
    row->addWidget(m_progress);
    row->addWidget(m_again);
    column->addLayout(row);
    m_kinds->setExpanding(false);
    m_kinds->setDrawBase(false);
    column->addWidget(m_kinds);
    return head;
}

QWidget* DuplicatesPage::makeBody()
{
    m_list->setModel(m_groups);
    m_list->setItemDelegate(new GroupDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Groups of likely duplicates"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(makeGroup());
    split->setSizes({listWidth, 4 * listWidth});
    split->setStretchFactor(1, 1);
    m_empty = new EmptyState(u"copy"_s, {}, {});
    m_stack->addWidget(split);
    m_stack->addWidget(m_empty);
    return m_stack;
}

QWidget* DuplicatesPage::makeGroup()
{
    m_why = makeLabel({}, TextSize::Body, Ink::Secondary);
    m_why->setWordWrap(true);
    m_table = new MergeTable;
    m_merge = new QPushButton(icon(u"merge"_s, Tone::OnAccent), tr("Merge"));
    setButtonKind(*m_merge, ButtonKind::Primary);
    m_merge->setToolTip(
        tr("Make one record of them. Everything that belongs to the others moves to the kept one (%1)").arg(u"M"_s));
    m_apart = new QPushButton(tr("Not duplicates"));
    m_apart->setToolTip(tr("They are different; they will not be shown together again (%1)").arg(u"N"_s));
    m_merge->setShortcut(QKeySequence(u"M"_s));
    m_apart->setShortcut(QKeySequence(u"N"_s));
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::merge);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesPage::tellApart);
    connect(m_table, &MergeTable::opened, this, [this](const RecordId& record) {
        navigator().go({Location::Kind::Record, m_key, record, {}, {}});
    });
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    column->setSpacing(space::l);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_why, 1);
    row->addWidget(m_apart, 0, Qt::AlignTop);
    row->addWidget(m_merge, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_table);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    return scroll;
}

void DuplicatesPage::fetch()
{
    deliver(navigator().session().duplicates().groups(entity().id, 0, listedGroups), this,
            [this, which = ++m_fetching](const Result<DuplicateViews>& views) {
                if (which != m_fetching)
                    return;
                if (views.ok())
                    show(*views);
                else
                    navigator().complain(views.error());
            });
}

void DuplicatesPage::show(const DuplicateViews& views)
{
    m_views = views;
    const int row = std::clamp(m_shown, 0, std::max(0, int(views.views.size()) - 1));
    m_groups->clear();
    for (const DuplicateView& group : views.views) {
        auto* item = new QStandardItem(group.records.empty() ? QString() : group.records.front().title);
        item->setData(group.score, GroupDelegate::ScoreRole);
        item->setData(int(group.records.size()), GroupDelegate::CountRole);
        item->setData(group.pairs.empty() ? QString() : group.pairs.front().reasons.value(0),
                      GroupDelegate::ReasonRole);
        m_groups->appendRow(item);
    }
    m_count->setText(views.groups > 0 ? tr("%n group(s)", nullptr, int(views.groups)) : QString());
    m_stack->setCurrentIndex(views.views.empty() ? 1 : 0);
    showEmptiness();
    m_shown = -1;
    if (views.views.empty())
        return settle();
    m_list->setCurrentIndex(m_groups->index(row, 0));
}

void DuplicatesPage::showEmptiness()
{
    const bool working = navigator().duplicateJob().isWaiting(m_key);
    const QString kind = inSentence(entity().plural.in(language()), language());
    if (working)
        m_empty->setTexts(tr("All %1 are being compared").arg(kind),
                          tr("Go on working meanwhile; what is found appears here."));
    else
        m_empty->setTexts(tr("No likely duplicates"), tr("No two %1 look like the same. New ones are compared as they "
                                                         "come.")
                                                          .arg(kind));
}

void DuplicatesPage::showWork()
{
    auto& job = navigator().duplicateJob();
    const bool scanning = job.scanned() == m_key;
    const auto progress = job.progress();
    m_progress->setVisible(scanning);
    m_work->setVisible(scanning);
    m_again->setEnabled(!job.isWaiting(m_key));
    if (scanning) {
        m_progress->setValue(int(progress.done * 1000));
        m_work->setText(progressText(progress, numbers()));
    }
    showEmptiness();
}

void DuplicatesPage::choose(int row)
{
    if (row < 0 || row >= int(m_views.views.size()) || row == m_shown)
        return;
    m_shown = row;
    showGroup(m_views.views[std::size_t(row)]);
}

void DuplicatesPage::showGroup(const DuplicateView& group)
{
    QStringList reasons;
    for (const auto& pair : group.pairs)
        for (const QString& reason : pair.reasons)
            if (!reasons.contains(reason))
                reasons += reason;
    QString why = reasons.mid(0, 6).join(u" · "_s);
    if (group.records.size() > mostSideBySide)
        why += u"\n"_s + tr("%n more record(s) are like these; they come when these are merged.", nullptr,
                            int(group.records.size() - mostSideBySide));
    m_why->setText(why);
    auto views = std::make_shared<std::vector<RecordView>>();
    auto left = std::make_shared<std::size_t>(std::min(mostSideBySide, group.records.size()));
    views->resize(*left);
    for (std::size_t i = 0; i < views->size(); ++i)
        deliver(desk().record(entity().id, group.records[i].record), this,
                [this, views, left, i, row = m_shown](const Result<RecordView>& view) {
                    if (view.ok())
                        (*views)[i] = *view;
                    if (--*left > 0 || row != m_shown)
                        return;
                    std::erase_if(*views, [](const RecordView& one) { return one.record.id.isNull(); });
                    m_table->show(entity(), *views, conventions(), language());
                    m_merge->setEnabled(views->size() > 1);
                    m_apart->setEnabled(views->size() > 1);
                    settle();
                });
}

void DuplicatesPage::merge()
{
    if (m_table->others().empty())
        return;
    m_merge->setEnabled(false);
    deliver(
        navigator().session().duplicates().merge(entity().id, m_table->kept(), m_table->others(), m_table->values()),
        this, [this](const Result<SaveOutcome>& outcome) { done(outcome, tr("Merged")); });
}

void DuplicatesPage::tellApart()
{
    auto records = m_table->others();
    if (records.empty())
        return;
    records.push_back(m_table->kept());
    m_apart->setEnabled(false);
    deliver(navigator().session().duplicates().tellApart(entity().id, records), this,
            [this](const Result<SaveOutcome>& outcome) { done(outcome, tr("Remembered as different")); });
}

void DuplicatesPage::done(const Result<SaveOutcome>& outcome, const QString& text)
{
    m_merge->setEnabled(true);
    m_apart->setEnabled(true);
    if (!outcome.ok())
        return navigator().complain(outcome.error());
    if (!outcome->problems.empty())
        return navigator().complain(outcome->problems.front().error);
    navigator().say(text, outcome->act);
    fetch();
}

bool DuplicatesPage::perform(const QString& command)
{
    if (command == "merge"_L1)
        merge();
    else if (command == "apart"_L1)
        tellApart();
    else
        return false;
    return true;
}

void DuplicatesPage::takeFocus()
{
    m_list->setFocus();
}

}
