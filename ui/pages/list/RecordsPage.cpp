#include "ui/pages/list/RecordsPage.h"

#include "core/services/Deliver.h"
#include "core/services/ExportDesk.h"
#include "core/text/Sentences.h"
#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/pages/list/BulkBar.h"
#include "ui/pages/list/FilterBar.h"
#include "ui/pages/list/RecordPeek.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/list/RecordTable.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

const auto trashTab = u"trash"_s;

}

RecordsPage::RecordsPage(const QString& entity, const QString& viewKey, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_entity(*m_catalog->entity(entity))
    , m_model(new RecordListModel(listSource(desk()), conventions(), this))
    , m_table(new RecordTable)
    , m_filters(new FilterBar(m_entity, editorContext(navigator), desk().queryContext(), this))
    , m_views(new QTabBar)
    , m_count(makeLabel({}, TextSize::Large, Ink::Tertiary))
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_peek(new RecordPeek(navigator))
    , m_columns(m_entity.list.columns)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeViews());
    column->addWidget(new Line);
    auto* filters = new QVBoxLayout;
    filters->setContentsMargins(space::xl, space::s + 2, space::xl, space::s + 2);
    filters->addWidget(m_filters);
    filters->addWidget(m_banner);
    column->addLayout(filters);
    column->addWidget(makeBody(), 1);
    makeBulkBar();
    connectTable();
    for (int tab = 0; tab < m_views->count(); ++tab)
        if (!viewKey.isEmpty() && m_views->tabData(tab).toString() == viewKey) {
            const QSignalBlocker quiet(m_views);
            m_views->setCurrentIndex(tab);
        }
    // The person's own columns, if any, before the first page is asked for: nothing jumps.
    deliver(desk().setting(u"columns/"_s + m_entity.key), this, [this](const Result<QByteArray>& kept) {
        if (kept.ok() && !kept->isEmpty())
            m_columns = QString::fromUtf8(*kept).split(u',');
        showView(m_views->currentIndex());
    });
}

QWidget* RecordsPage::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::xl, 0, space::xl, 0);
    row->setSpacing(space::s);
    auto* name = makeLabel(m_entity.plural.in(language()), TextSize::Heading, Ink::Text, QFont::DemiBold);
    row->addWidget(name);
    row->addSpacing(space::xs);
    row->addWidget(m_count);
    row->addStretch();
    auto* columns = makeIconButton(u"columns-3"_s, tr("Choose columns"));
    auto* filter = makeIconButton(u"funnel"_s, tr("Write a filter"));
    auto* save = makeIconButton(u"download"_s, tr("Export this list as CSV"));
    auto* take = makeIconButton(u"upload"_s, tr("Import from a file"));
    for (QToolButton* button : {filter, columns, take, save})
        row->addWidget(button);
    auto* create = new QPushButton(icon(u"plus"_s, Tone::OnAccent),
                                   tr("New %1").arg(inSentence(m_entity.label.in(language()), language())));
    setButtonKind(*create, ButtonKind::Primary);
    row->addSpacing(space::xs);
    row->addWidget(create);
    connect(columns, &QToolButton::clicked, this, &RecordsPage::chooseColumns);
    connect(filter, &QToolButton::clicked, m_filters, &FilterBar::showLine);
    connect(save, &QToolButton::clicked, this, [this] { exportList(); });
    connect(take, &QToolButton::clicked, this, [this] {
        navigator().go({Location::Kind::Import, m_entity.key, {}, {}, {}});
    });
    connect(create, &QPushButton::clicked, this, &RecordsPage::newRecord);
    return head;
}

QWidget* RecordsPage::makeViews()
{
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    m_views->setUsesScrollButtons(true);
    m_views->setAccessibleName(tr("Views"));
    m_views->setElideMode(Qt::ElideNone);
    m_views->addTab(tr("All"));
    for (const ShippedView& one : m_entity.views) {
        const int tab = m_views->addTab(one.label.in(language()));
        m_views->setTabData(tab, one.key);
    }
    const int tab = m_views->addTab(tr("Trash"));
    m_views->setTabData(tab, trashTab);
    connect(m_views, &QTabBar::currentChanged, this, &RecordsPage::showView);
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(space::xl - space::m, space::xs, space::l, 0);
    row->addWidget(m_views, 1);
    return holder;
}

QWidget* RecordsPage::makeBody()
{
    m_empty = new EmptyState(m_entity.icon.isEmpty() ? u"inbox"_s : m_entity.icon, {}, {});
    QPushButton* create =
        m_empty->addAction(tr("New %1").arg(inSentence(m_entity.label.in(language()), language())), true);
    QPushButton* take = m_empty->addAction(tr("Import from a file"), false);
    connect(create, &QPushButton::clicked, this, &RecordsPage::newRecord);
    connect(take, &QPushButton::clicked, this, [this] {
        navigator().go({Location::Kind::Import, m_entity.key, {}, {}, {}});
    });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(m_stack);
    split->addWidget(m_peek);
    split->setStretchFactor(0, 1);
    split->setCollapsible(0, false);
    split->setChildrenCollapsible(false);
    m_peek->hide();
    return split;
}

void RecordsPage::makeBulkBar()
{
    m_bulk = new BulkBar(m_stack);
    QPushButton* set = m_bulk->addAction(u"pencil"_s, tr("Set"));
    QPushButton* trash = m_bulk->addAction(u"trash"_s, tr("Move to trash"));
    QPushButton* restore = m_bulk->addAction(u"undo-2"_s, tr("Restore"));
    m_trash = trash;
    m_restore = restore;
    m_set = set;
    connect(set, &QPushButton::clicked, this, &RecordsPage::offerValues);
    connect(trash, &QPushButton::clicked, this, &RecordsPage::trashPicked);
    connect(restore, &QPushButton::clicked, this, &RecordsPage::restorePicked);
    connect(m_bulk, &BulkBar::dismissed, m_table, &QTableView::clearSelection);
}

void RecordsPage::connectTable()
{
    m_table->setRecords(m_model);
    m_table->setFaces(m_entity.key == "customer"_L1 || m_entity.key == "contact"_L1 || m_entity.key == "person"_L1 ||
                          m_entity.key == "lead"_L1,
                      m_entity.key == "customer"_L1);
    m_table->setAccessibleName(m_entity.plural.in(language()));
    connect(m_table, &RecordTable::opened, this, &RecordsPage::open);
    connect(m_table, &RecordTable::peeked, this, &RecordsPage::peek);
    connect(m_table, &RecordTable::picked, this, &RecordsPage::showSelection);
    connect(m_table, &RecordTable::sortAsked, this, &RecordsPage::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_peek->isVisible() && now.isValid())
            peek(now.row());
    });
    connect(m_filters, &FilterBar::changed, this, &RecordsPage::showQuery);
    connect(m_model, &RecordListModel::counted, this, &RecordsPage::showCount);
    connect(m_model, &RecordListModel::answered, this, [this] {
        showEmptiness();
        m_banner->say(Banner::Kind::Info, {});
        if (m_model->isCounted())
            settle();
    });
    connect(m_model, &RecordListModel::counted, this, [this] {
        showEmptiness();
        if (m_model->hasAnswered())
            settle();
    });
    connect(m_model, &RecordListModel::failed, this, [this](const Error& error) {
        const bool waits = error.code == ErrorCode::IndexingInProgress || error.code == ErrorCode::BookBusy;
        m_banner->say(waits ? Banner::Kind::Info : Banner::Kind::Danger, sentence(error));
        settle();
    });
}

QString RecordsPage::title() const
{
    return m_entity.plural.in(language());
}

void RecordsPage::takeFocus()
{
    m_table->setFocus();
}

const ShippedView* RecordsPage::view() const
{
    const QString key = m_views->tabData(m_views->currentIndex()).toString();
    const auto found =
        std::find_if(m_entity.views.begin(), m_entity.views.end(), [&](const ShippedView& v) { return v.key == key; });
    return found == m_entity.views.end() ? nullptr : &*found;
}

bool RecordsPage::inTrash() const
{
    return m_views->tabData(m_views->currentIndex()).toString() == trashTab;
}

void RecordsPage::showView(int)
{
    const ShippedView* chosen = view();
    const QString sort = chosen && !chosen->sort.isEmpty() ? chosen->sort : m_entity.list.sort;
    const auto keys = parseSort(*m_catalog, m_entity, sort);
    m_sort = keys.ok() ? *keys : std::vector<SortKey>{};
    m_trash->setVisible(!inTrash());
    m_restore->setVisible(inTrash());
    m_set->setVisible(!inTrash());
    showQuery();
}

void RecordsPage::showQuery()
{
    Query query;
    query.catalog = m_catalog;
    query.entity = &m_entity;
    query.sort = m_sort;
    query.trash = inTrash() ? TrashView::Only : TrashView::Exclude;
    for (const QString& key : m_columns)
        if (const auto path = parsePath(*m_catalog, m_entity, key); path.ok())
            query.columns.push_back(*path);
    std::vector<FilterPtr> parts;
    if (const ShippedView* chosen = view()) {
        const auto read = parseFilter(*m_catalog, m_entity, chosen->filter, desk().queryContext());
        if (read.ok() && *read)
            parts.push_back(*read);
        else if (!read.ok())
            m_banner->say(Banner::Kind::Warning, sentence(read.error()));
    }
    if (const FilterPtr own = m_filters->filter())
        parts.push_back(own);
    if (parts.size() > 1) {
        auto both = std::make_shared<Filter>();
        both->kind = Filter::Kind::And;
        both->children = parts;
        query.filter = both;
    } else if (!parts.empty()) {
        query.filter = parts.front();
    }
    m_count->clear();
    m_model->setQuery(query);
    m_table->layOutColumns();
    const QSignalBlocker quiet(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (std::size_t i = 0; i < query.columns.size(); ++i)
        if (!m_sort.empty() && m_sort.front().path == query.columns[i])
            m_table->horizontalHeader()->setSortIndicator(int(i), m_sort.front().descending ? Qt::DescendingOrder
                                                                                            : Qt::AscendingOrder);
}

void RecordsPage::showCount()
{
    m_count->setText(numbers().toString(qlonglong(m_model->total())));
}

void RecordsPage::showEmptiness()
{
    const bool empty = m_model->hasAnswered() && m_model->total() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
    if (!empty)
        return;
    const QString plural = m_entity.plural.in(language());
    const bool filtered = view() || m_filters->filter();
    if (inTrash())
        m_empty->setTexts(tr("The trash is empty"), tr("What you delete stays here until you delete it for good."));
    else if (filtered)
        m_empty->setTexts(tr("Nothing here"), tr("No record passes this view and these filters."));
    else
        m_empty->setTexts(tr("No %1 yet").arg(inSentence(plural, language())),
                          tr("Enter the first one, or bring in a file you have."));
    m_empty->setActionsVisible(!filtered && !inTrash());
}

void RecordsPage::showSelection()
{
    const auto picked = m_table->selectedCount();
    // One row under the cursor is where one is, not something picked.
    const bool choosing =
        picked > 1 || (picked == 1 && !m_table->selectionModel()->isSelected(m_table->currentIndex()));
    if (choosing)
        m_bulk->tell(tr("%n selected", nullptr, int(picked)));
    else
        m_bulk->hide();
    m_table->viewport()->update();
}

void RecordsPage::recordsChanged(const ChangeNotice& notice)
{
    m_model->refresh(notice);
    m_peek->recordsChanged(notice);
}

bool RecordsPage::perform(const QString& command)
{
    const int row = m_table->currentIndex().row();
    if (command == "filter"_L1)
        m_filters->showLine();
    else if (command == "new"_L1)
        newRecord();
    else if (command == "export"_L1)
        exportList();
    else if (command == "columns"_L1)
        chooseColumns();
    else if (command == "delete"_L1 && !inTrash() && m_table->selectedCount() > 0)
        trashPicked();
    else if (command == "edit"_L1 && row >= 0 && m_model->record(row))
        navigator().go({Location::Kind::Edit, m_entity.key, m_model->record(row)->id, {}, {}});
    else if (command == "peek"_L1 && m_model->total() > 0)
        peek(std::max(0, row));
    else if (command == "pick"_L1)
        m_table->selectionModel()->select(
            {m_model->index(0, 0), m_model->index(std::min(2, m_model->rowCount() - 1), 0)},
            QItemSelectionModel::Select | QItemSelectionModel::Rows);
    else
        return false;
    return true;
}

void RecordsPage::sortBy(int column, bool descending)
{
    const FieldPath path = m_model->query().columns[std::size_t(column)];
    m_sort = {{path, descending}};
    showQuery();
}

void RecordsPage::open(int row)
{
    if (const Row* record = m_model->record(row))
        navigator().go({Location::Kind::Record, m_entity.key, record->id, {}, {}});
}

void RecordsPage::peek(int row)
{
    const Row* record = m_model->record(row);
    if (!record)
        return;
    if (m_peek->isVisible() && m_peek->shows(record->id)) {
        m_peek->hide();
        return;
    }
    m_peek->look(m_entity.id, record->id);
    m_peek->show();
}

void RecordsPage::newRecord()
{
    navigator().go({Location::Kind::New, m_entity.key, {}, {}, {}});
}

}
