#include "ui/widgets/list/RecordTable.h"

#include "ui/models/RecordListModel.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/list/RecordDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace kith {

RecordTable::RecordTable(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new RecordDelegate(*this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(size::row);
    verticalHeader()->setDefaultSectionSize(size::row);
    verticalScrollBar()->setSingleStep(size::row);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFirstSectionMovable(false);
    horizontalHeader()->setResizeContentsPrecision(0); // only rows that are shown: others would have to be fetched
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(56);
    horizontalHeader()->setFixedHeight(size::header);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit opened(index.row()); });
    connectHeader();
}

void RecordTable::connectHeader()
{
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool same = horizontalHeader()->sortIndicatorSection() == column;
        const bool down = same && horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
        emit sortAsked(column, down);
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { sized(column, width); });
    // Later: whoever takes the new order lays the columns out anew, which the header does not bear while it moves one.
    connect(
        horizontalHeader(), &QHeaderView::sectionMoved, this,
        [this](int, int from, int to) { emit columnMoved(from, to); }, Qt::QueuedConnection);
}

void RecordTable::sized(int column, int width)
{
    if (m_layingOut || !m_records || column >= int(m_records->query().columns.size()))
        return;
    m_ownWidths[m_records->query().columns[std::size_t(column)].text()] = width;
    emit columnSized();
}

void RecordTable::setRecords(RecordListModel* model)
{
    m_records = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_hovered = -1; });
}

void RecordTable::setFaces(bool shown, bool square)
{
    m_faces = shown;
    m_squareFaces = square;
}

QRect RecordTable::checkRect(const QRect& firstCell) const
{
    return {firstCell.left() + space::xs, firstCell.center().y() - size::icon / 2, size::icon, size::icon};
}

void RecordTable::layOutColumns()
{
    if (!m_records)
        return;
    const QScopedValueRollback<bool> layingOut(m_layingOut, true);
    const auto& columns = m_records->query().columns;
    const int room = viewport()->width();
    const QFontMetrics headings(interfaceFont(TextSize::Small, QFont::DemiBold));
    std::vector<int> widths;
    std::vector<int> least;
    int total = 0;
    int smallest = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString name = m_records->headerData(int(i), Qt::Horizontal).toString();
        const int heading = headings.horizontalAdvance(name) + (i == 0 ? space::xl : space::m) + space::l;
        const int own = m_ownWidths.value(columns[i].text());
        const int needed = std::max(leastWidth(columns[i], i == 0), heading);
        widths.push_back(own > 0 ? own : std::max(usualWidth(columns[i], i == 0), needed));
        least.push_back(own > 0 ? own : needed);
        total += widths.back();
        smallest += least.back();
    }
    // Too wide: every column gives up a like part of what it can spare. Too narrow: the name takes most of the rest.
    const int over = total - room;
    int spare = total - smallest;
    int wanted = std::clamp(over, 0, spare);
    for (std::size_t i = 0; wanted > 0; ++i) {
        const int own = widths[i] - least[i];
        const int given = int(std::int64_t(own) * wanted / spare); // of what is left, so that the last gives the rest
        widths[i] -= given;
        wanted -= given;
        spare -= own;
    }
    const auto isOwn = [&](std::size_t i) { return m_ownWidths.contains(columns[i].text()); };
    if (over < 0 && !widths.empty() && !isOwn(0)) {
        int left = -over;
        const int share = left / (int(widths.size()) + 2);
        for (std::size_t i = 1; i < widths.size(); ++i)
            if (!isOwn(i)) {
                widths[i] += share;
                left -= share;
            }
        widths.front() += left;
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
        setColumnWidth(int(i), widths[i]);
    m_laidOut = true;
}

void RecordTable::step(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int row = std::clamp(currentIndex().row() + rows, 0, model()->rowCount() - 1);
    setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
}

void RecordTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int row = currentIndex().row();
    if (plain && event->key() == Qt::Key_J)
        step(1);
    else if (plain && event->key() == Qt::Key_K)
        step(-1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0)
        emit opened(row);
    else if (plain && event->key() == Qt::Key_F2 && row >= 0)
        emit editAsked(row, std::max(0, currentIndex().column()));
    else if (plain && event->key() == Qt::Key_Space && row >= 0)
        emit peeked(row);
    else if (plain && event->key() == Qt::Key_X && row >= 0)
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    else if (plain && event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z)
        event->ignore(); // letters are the window's shortcuts, not a search of the view's own through every row
    else
        QTableView::keyPressEvent(event);
}

void RecordTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.column() == 0 &&
        checkRect(visualRect(index)).adjusted(-4, -10, 4, 10).contains(event->position().toPoint())) {
        selectionModel()->select(index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        setFocus();
        return;
    }
    QTableView::mousePressEvent(event);
}

void RecordTable::hover(int row)
{
    if (row == m_hovered)
        return;
    const int before = m_hovered;
    m_hovered = row;
    for (const int changed : {before, row})
        if (changed >= 0 && model())
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), size::row);
}

void RecordTable::mouseMoveEvent(QMouseEvent* event)
{
    hover(rowAt(int(event->position().y())));
    QTableView::mouseMoveEvent(event);
}

void RecordTable::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void RecordTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (!m_laidOut || event->oldSize().width() != event->size().width())
        layOutColumns();
}

void RecordTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RecordTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

}
