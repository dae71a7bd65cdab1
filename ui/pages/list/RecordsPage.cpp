#include "ui/pages/list/RecordsPage.h"

#include "core/services/Deliver.h"
#include "core/services/ImportDesk.h"
#include "core/text/Sentences.h"
#include "ui/models/CellText.h"
#include "ui/models/RecordListModel.h"
#include "ui/models/RowPicks.h"
#include "ui/pages/import/ImportJob.h"
#include "ui/pages/list/CellEditor.h"
#include "ui/pages/list/FilterBar.h"
#include "ui/pages/list/RecordPeek.h"
#include "ui/pages/list/ViewTabs.h"
#include "ui/pages/record/RecordForms.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/list/BulkBar.h"
#include "ui/widgets/list/RecordTable.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int widthsMs = 300; // after the last move of a column's edge
constexpr int countMs = 100;  // an exact count comes within it for most lists; for others what is known is shown then

}

RecordsPage::RecordsPage(const QString& entity, const QString& viewKey, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_catalog(desk().catalog())
    , m_entity(*m_catalog->entity(entity))
    , m_model(new RecordListModel(listSource(desk()), conventions(), this))
    , m_table(new RecordTable)
    , m_views(new ViewTabs(m_entity, navigator))
    , m_filters(new FilterBar(m_entity, editorContext(navigator), desk(), this))
    , m_count(makeLabel({}, TextSize::Large, Ink::Tertiary))
    , m_banner(new Banner)
    , m_importing(new Banner)
    , m_stack(new QStackedWidget)
    , m_peek(new RecordPeek(navigator))
{
    m_table->setRecords(m_model);
    m_picks = new RowPicks(*m_model, *m_table->selectionModel(), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_views);
    column->addWidget(new Line);
    auto* filters = new QVBoxLayout;
    filters->setContentsMargins(space::xl, space::s + 2, space::xl, space::s + 2);
    filters->setSpacing(space::s);
    filters->addWidget(m_filters);
    filters->addWidget(makeTrashLine());
    filters->addWidget(m_importing);
    filters->addWidget(m_banner);
    column->addLayout(filters);
    column->addWidget(makeBody(), 1);
    makeBulkBar();
    connectTable();
    connectModel();
    connect(&navigator.importJob(), &ImportJob::progressed, this, &RecordsPage::showImport);
    connect(&navigator.importJob(), &ImportJob::finished, this, &RecordsPage::showImport);
    connect(&navigator.importJob(), &ImportJob::failed, this, &RecordsPage::showImport);
    // The person's own columns and views before the first page is asked for: nothing jumps.
    const auto ready = [this] {
        if (--m_waiting == 0)
            showView();
    };
    connect(m_views, &ViewTabs::fetched, this, ready);
    connect(m_views, &ViewTabs::chosen, this, &RecordsPage::showView);
    showImport();
    m_views->fetch(viewKey);
    deliver(desk().setting(u"columns/"_s + m_entity.key), this, [this, ready](const Result<QByteArray>& kept) {
        m_ownColumns = QString::fromUtf8(kept.ok() ? *kept : QByteArray()).split(u',', Qt::SkipEmptyParts);
        ready();
    });
    readWidths(ready);
}

RecordsPage::~RecordsPage()
{
    if (m_widthTimer.isActive() && navigator().session().state() == SessionState::Open)
        keepWidths();
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
    auto* save = makeIconButton(u"download"_s, tr("Export this list"));
    auto* take = makeIconButton(u"upload"_s, tr("Import from a file"));
    for (QToolButton* button : {filter, columns, take, save})
        row->addWidget(button);
    m_create = new QPushButton(icon(u"plus"_s, Tone::OnAccent),
                               tr("New %1").arg(inSentence(m_entity.label.in(language()), language())));
    setButtonKind(*m_create, ButtonKind::Primary);
    row->addSpacing(space::xs);
    row->addWidget(m_create);
    connect(columns, &QToolButton::clicked, this, &RecordsPage::chooseColumns);
    connect(filter, &QToolButton::clicked, m_filters, &FilterBar::showLine);
    connect(save, &QToolButton::clicked, this, &RecordsPage::exportList);
    connect(take, &QToolButton::clicked, this, [this] {
        navigator().go({Location::Kind::Import, m_entity.key, {}, {}, {}});
    });
    connect(m_create, &QPushButton::clicked, this, &RecordsPage::newRecord);
    return head;
}

QWidget* RecordsPage::makeTrashLine()
{
    m_trashLine = new QWidget;
    auto* row = new QHBoxLayout(m_trashLine);
    row->setContentsMargins(0, 0, 0, 0);
    auto* empty = new QPushButton(icon(u"trash"_s, Tone::Danger), tr("Empty the trash"));
    row->addWidget(
        makeLabel(tr("What you delete stays here until you delete it for good."), TextSize::Body, Ink::Secondary), 1);
    row->addWidget(empty);
    connect(empty, &QPushButton::clicked, this, &RecordsPage::emptyTrash);
    m_trashLine->hide();
    return m_trashLine;
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
    m_set = m_bulk->addAction(u"pencil"_s, tr("Set"));
    QPushButton* save = m_bulk->addAction(u"download"_s, tr("Export"));
    QPushButton* trash = m_bulk->addAction(u"trash"_s, tr("Move to trash"));
    QPushButton* restore = m_bulk->addAction(u"undo-2"_s, tr("Restore"));
    QPushButton* purge = m_bulk->addAction(u"trash"_s, tr("Delete for good"));
    m_forLiving = {m_set, trash};
    m_forTrash = {restore, purge};
    connect(m_set, &QPushButton::clicked, this, &RecordsPage::offerValues);
    connect(save, &QPushButton::clicked, this, &RecordsPage::exportPicked);
    connect(trash, &QPushButton::clicked, this, &RecordsPage::trashPicked);
    connect(restore, &QPushButton::clicked, this, &RecordsPage::restorePicked);
    connect(purge, &QPushButton::clicked, this, &RecordsPage::purgePicked);
    connect(m_bulk, &BulkBar::dismissed, m_table, &QTableView::clearSelection);
}

void RecordsPage::connectTable()
{
    m_table->setFaces(m_entity.key == "customer"_L1 || m_entity.key == "contact"_L1 || m_entity.key == "person"_L1 ||
                          m_entity.key == "lead"_L1,
                      m_entity.key == "customer"_L1);
    m_table->setAccessibleName(m_entity.plural.in(language()));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &RecordTable::opened, this, &RecordsPage::open);
    connect(m_table, &RecordTable::peeked, this, &RecordsPage::peek);
    connect(m_table, &RecordTable::sortAsked, this, &RecordsPage::sortBy);
    connect(m_table, &RecordTable::editAsked, this, &RecordsPage::editCell);
    connect(m_table, &RecordTable::columnMoved, this, &RecordsPage::moveColumn);
    connect(m_table, &RecordTable::columnSized, &m_widthTimer, qOverload<>(&QTimer::start));
    connect(m_table, &QWidget::customContextMenuRequested, this, &RecordsPage::offerActs);
    for (const QScrollBar* bar : {m_table->verticalScrollBar(), m_table->horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &RecordsPage::placeEditor);
    m_widthTimer.setSingleShot(true);
    m_widthTimer.setInterval(widthsMs);
    connect(&m_widthTimer, &QTimer::timeout, this, &RecordsPage::keepWidths);
    connect(m_picks, &RowPicks::changed, this, &RecordsPage::showSelection);
    connect(m_picks, &RowPicks::lost, this, [this] { navigator().complain(Error{ErrorCode::ListMoved, {}}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_peek->isVisible() && now.isValid())
            peek(now.row());
    });
}

void RecordsPage::connectModel()
{
    connect(m_filters, &FilterBar::changed, this, &RecordsPage::showQuery);
    connect(m_model, &RecordListModel::counted, this, &RecordsPage::showCount);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countMs);
    connect(&m_countTimer, &QTimer::timeout, this, &RecordsPage::showCount);
    connect(m_model, &RecordListModel::answered, this, [this] {
        m_countTimer.start();
        showEmptiness();
        m_banner->say(Banner::Kind::Info, {});
        arrive();
        if (m_model->isCounted())
            settle();
    });
    connect(m_model, &RecordListModel::counted, this, [this] {
        showEmptiness();
        if (m_model->hasAnswered())
            settle();
    });
    connect(m_model, &RecordListModel::failed, this, [this](const Error& error) {
        m_banner->say(error.code == ErrorCode::BookBusy ? Banner::Kind::Info : Banner::Kind::Danger, sentence(error));
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

// Another view: its filter, its order, its columns.
void RecordsPage::showView()
{
    if (m_waiting > 0)
        return;
    endEdit();
    const ViewTabs::View& view = m_views->current();
    const bool own = view.kind == ViewTabs::View::Kind::Own;
    if (own || m_wasOwn)
        m_filters->setText(own ? view.look.filter : QString());
    m_wasOwn = own;
    const auto keys = parseSort(*m_catalog, m_entity, view.look.sort);
    m_sort = keys.ok() ? *keys : std::vector<SortKey>{};
    m_columns = !view.look.columns.isEmpty() ? view.look.columns
                : m_ownColumns.isEmpty()     ? m_entity.list.columns
                                             : m_ownColumns;
    for (QWidget* button : m_forLiving)
        button->setVisible(!m_views->inTrash());
    for (QWidget* button : m_forTrash)
        button->setVisible(m_views->inTrash());
    m_create->setVisible(!m_views->inTrash());
    showQuery();
}

// What a view that comes with Kith lets through is not shown among the filters; both must hold.
QString RecordsPage::filterText() const
{
    const ViewTabs::View& view = m_views->current();
    const bool shipped = view.kind == ViewTabs::View::Kind::Shipped;
    return allConditions({shipped ? view.look.filter : QString(), m_filters->text()});
}

void RecordsPage::showQuery()
{
    if (m_waiting > 0)
        return;
    endEdit();
    m_banner->say(Banner::Kind::Info, {});
    Query query;
    query.catalog = m_catalog;
    query.entity = &m_entity;
    query.trash = m_views->inTrash() ? TrashView::Only : TrashView::Exclude;
    if (!m_unsorted)
        query.sort = m_sort;
    for (const QString& key : m_columns)
        if (const auto path = parsePath(*m_catalog, m_entity, key); path.ok())
            query.columns.push_back(*path);
    const auto filter = parseFilter(*m_catalog, m_entity, filterText(), desk().queryContext());
    if (filter.ok())
        query.filter = *filter;
    else
        m_banner->say(Banner::Kind::Warning, sentence(filter.error()));
    m_views->setLook({filterText(), sortText(m_sort), m_columns});
    m_count->clear();
    m_countTimer.stop();
    m_model->setQuery(query);
    m_table->layOutColumns();
    const QSignalBlocker quiet(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (std::size_t i = 0; i < query.columns.size(); ++i)
        if (!query.sort.empty() && query.sort.front().path == query.columns[i])
            m_table->horizontalHeader()->setSortIndicator(int(i), query.sort.front().descending ? Qt::DescendingOrder
                                                                                                : Qt::AscendingOrder);
}

// While an import fills this list: what is in is here already, and the list says so.
void RecordsPage::showImport()
{
    const ImportJob& job = navigator().importJob();
    const bool here = job.isRunning() && !job.plan().dryRun && job.plan().entity == m_entity.key;
    const ImportProgress progress = here ? job.progress() : ImportProgress{};
    if (std::exchange(m_unsorted, progress.unsorted) != progress.unsorted)
        showQuery();
    QString text;
    if (here && progress.indexing)
        text = tr("All rows are in; they are being indexed. Sorting and search are complete in a moment.");
    else if (here && progress.unsorted)
        text = tr("An import is filling this list. What is in stands in the order of its file and can be found and "
                  "opened; it is being indexed, and sorted when all of it is in.");
    else if (here)
        text = tr("An import is filling this list. What is in can be found and opened; it is being indexed.");
    m_importing->say(Banner::Kind::Info, text);
}

void RecordsPage::showCount()
{
    m_countTimer.stop();
    const QString rows = numbers().toString(qlonglong(m_model->total()));
    m_count->setText(m_model->isCounted() ? rows : tr("at least %1", "rows of a list").arg(rows));
}

void RecordsPage::showEmptiness()
{
    const bool empty = m_model->hasAnswered() && m_model->total() == 0;
    m_trashLine->setVisible(m_views->inTrash() && m_model->total() > 0);
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
    if (!empty)
        return;
    const QString plural = m_entity.plural.in(language());
    const bool filtered = !filterText().isEmpty();
    if (filtered)
        m_empty->setTexts(tr("Nothing here"), tr("No record passes this view and these filters."));
    else if (m_views->inTrash())
        m_empty->setTexts(tr("The trash is empty"), tr("What you delete stays here until you delete it for good."));
    else
        m_empty->setTexts(tr("No %1 yet").arg(inSentence(plural, language())),
                          tr("Enter the first one, or bring in a file you have."));
    m_empty->setActionsVisible(!filtered && !m_views->inTrash());
}

void RecordsPage::showSelection()
{
    const auto picked = m_picks->count();
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
    m_views->recordsChanged(notice);
    m_model->refresh(notice);
    m_peek->recordsChanged(notice);
}

bool RecordsPage::perform(const QString& command)
{
    const int row = m_table->currentIndex().row();
    const bool trash = m_views->inTrash();
    if (command == "filter"_L1)
        m_filters->showLine();
    else if (command == "new"_L1)
        newRecord();
    else if (command == "export"_L1)
        exportList();
    else if (command == "columns"_L1)
        chooseColumns();
    else if (command == "view"_L1)
        m_views->keep();
    else if (command == "keep"_L1 && m_widthTimer.isActive())
        keepWidths();
    else if (command == "delete"_L1 && m_picks->count() > 0)
        trash ? purgePicked() : trashPicked();
    else if (command == "edit"_L1 && row >= 0 && m_model->record(row) && !trash)
        navigator().go({Location::Kind::Edit, m_entity.key, m_model->record(row)->id, {}, {}});
    else if (command == "cell"_L1 && m_model->total() > 0)
        editCell(std::max(0, row), std::max(0, m_table->currentIndex().column()));
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
