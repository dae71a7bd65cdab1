#include "ui/pages/quality/QualityPage.h"

#include "core/services/Deliver.h"
#include "ui/pages/quality/CheckDelegate.h"
#include "ui/pages/quality/FindingsView.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int listWidth = 290;
constexpr int recountMs = 300; // after the last change that came

}

QualityPage::QualityPage(const QString& entity, const QString& check, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_key(entity)
    , m_wanted(check)
    , m_kinds(new QTabBar)
    , m_sum(makeLabel({}, TextSize::Body, Ink::Secondary))
    , m_list(new QListView)
    , m_checks(new QStandardItemModel(this))
    , m_findings(new FindingsView(navigator))
{
    const auto kinds = QualityDesk::checkedKinds(*m_catalog);
    const auto isMeant = [this](const Entity* kind) { return kind->key == m_key; };
    if (std::none_of(kinds.begin(), kinds.end(), isMeant))
        m_key = kinds.front()->key;
    for (const Entity* kind : kinds) {
        const int tab = m_kinds->addTab(icon(kind->icon), kind->plural.in(language()));
        m_kinds->setTabData(tab, kind->key);
        if (isMeant(kind))
            m_kinds->setCurrentIndex(tab);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(makeHead());
    column->addWidget(new kith::Line);
    column->addWidget(makeBody(), 1);
    m_recount.setSingleShot(true);
    m_recount.setInterval(recountMs);
    connect(&m_recount, &QTimer::timeout, this, &QualityPage::fetch);
    connect(m_findings, &FindingsView::settled, this, &QualityPage::settle);
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int tab) {
        m_key = m_kinds->tabData(tab).toString();
        showKind();
    });
    showKind();
}

QualityPage::~QualityPage()
{
    m_counting.cancel();
}

QString QualityPage::title() const
{
    return tr("Data quality");
}

QWidget* QualityPage::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::s);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(makeLabel(title(), TextSize::Heading, Ink::Text, QFont::DemiBold));
    row->addWidget(m_sum, 1, Qt::AlignBottom);
    column->addLayout(row);
    m_kinds->setExpanding(false);
    m_kinds->setDrawBase(false);
    m_kinds->setAccessibleName(tr("Kinds of records"));
    column->addWidget(m_kinds);
    return head;
}

QWidget* QualityPage::makeBody()
{
    m_list->setModel(m_checks);
    m_list->setItemDelegate(new CheckDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Checks"));
    // The list makes its first line the current one when it gets the focus, without choosing it.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto chosen = m_list->selectionModel()->selectedIndexes();
        if (!chosen.isEmpty())
            choose(chosen.front().data(CheckDelegate::KeyRole).toString());
    });
    m_list->viewport()->setAutoFillBackground(false);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, space::s, 0, 0);
    column->addWidget(m_list);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(side);
    split->addWidget(m_findings);
    split->setSizes({listWidth, 4 * listWidth});
    split->setStretchFactor(1, 1);
    return split;
}

// The checks at once, what they find when it is counted.
void QualityPage::showKind()
{
    m_shown.clear();
    m_sum->clear();
    m_checks->clear();
    for (const QualityCheck& check : entity().quality) {
        auto* item = new QStandardItem(check.label.in(language()));
        item->setData(check.key, CheckDelegate::KeyRole);
        m_checks->appendRow(item);
    }
    fetch();
}

void QualityPage::fetch()
{
    m_counting.cancel();
    m_counting = navigator().session().quality().counts(entity().id);
    deliver(m_counting, this, [this, key = m_key](const Result<std::vector<QualityCount>>& counts) {
        if (key != m_key)
            return;
        if (counts.ok())
            return show(*counts);
        navigator().complain(counts.error());
        settle();
    });
}

void QualityPage::show(const std::vector<QualityCount>& counts)
{
    int finding = 0;
    QString first;
    for (const QualityCount& count : counts) {
        QStandardItem* item = m_checks->item(rowOf(count.check));
        if (!item)
            continue;
        item->setData(qlonglong(count.records), CheckDelegate::CountRole);
        item->setData(numbers().toString(qlonglong(count.records)), CheckDelegate::CountTextRole);
        item->setAccessibleText(item->text() + u", "_s +
                                (count.records > 0 ? tr("%n record(s)", nullptr, int(count.records)) : tr("good")));
        finding += count.records > 0 ? 1 : 0;
        if (count.records > 0 && first.isEmpty())
            first = count.check;
    }
    m_sum->setText(finding > 0 ? tr("%1 of %2 checks find something").arg(finding).arg(counts.size()) : QString());
    const QString wanted = std::exchange(m_wanted, {});
    if (m_shown.isEmpty() && (rowOf(wanted) >= 0 || !first.isEmpty()))
        m_list->setCurrentIndex(m_checks->index(rowOf(rowOf(wanted) >= 0 ? wanted : first), 0));
    else if (m_shown.isEmpty())
        m_findings->sayAllIsWell(entity());
}

int QualityPage::rowOf(const QString& check) const
{
    for (int row = 0; row < m_checks->rowCount(); ++row)
        if (m_checks->item(row)->data(CheckDelegate::KeyRole).toString() == check)
            return row;
    return -1;
}

void QualityPage::choose(const QString& check)
{
    const QualityCheck* known = entity().qualityCheck(check);
    if (!known || check == m_shown)
        return;
    m_shown = check;
    m_findings->show(entity(), *known);
}

// A check may look at records of other kinds, so that any change may change what it finds.
void QualityPage::recordsChanged(const ChangeNotice& notice)
{
    m_findings->recordsChanged(notice);
    if (!m_recount.isActive())
        m_recount.start();
}

bool QualityPage::perform(const QString& command)
{
    return m_findings->perform(command);
}

void QualityPage::takeFocus()
{
    m_list->setFocus();
}

}
