#include "ui/models/RecordListModel.h"

#include "core/services/Deliver.h"
#include "ui/models/CellText.h"

#include <algorithm>

namespace kith {

namespace {

constexpr int reloadMs = 400;
constexpr int frameMs = 16;              // in which the first rows are painted
constexpr std::int64_t longList = 5'000; // one that a jump is prepared for

}

RecordListModel::RecordListModel(ListSource source, TextConventions conventions, QObject* parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_conventions(std::move(conventions))
    , m_pages(std::move(source), this)
{
    connect(&m_pages, &PageStore::arrived, this, [this](std::int64_t first, std::int64_t last) {
        if (!m_counted && last >= m_rows)
            setRows(last + 1);
        markAnswered();
        const auto end = std::min(last, m_rows - 1);
        if (first <= end && columnCount() > 0)
            emit dataChanged(index(int(first), 0), index(int(end), columnCount() - 1));
        if (!m_counted && !m_isCounting && !m_countLater.isActive())
            m_countLater.start();
    });
    connect(&m_pages, &PageStore::ended, this, [this](std::int64_t rows) {
        setRows(rows);
        m_countLater.stop();
        if (!m_counted) {
            m_counted = true;
            emit counted(rows);
        }
        markAnswered();
    });
    connect(&m_pages, &PageStore::failed, this, &RecordListModel::failed);
    m_countLater.setSingleShot(true);
    m_countLater.setInterval(frameMs);
    connect(&m_countLater, &QTimer::timeout, this, &RecordListModel::count);
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &RecordListModel::reload);
}

void RecordListModel::setQuery(const Query& query)
{
    m_counting.cancel();
    m_preparing.cancel();
    m_isCounting = false;
    m_isToPrepare = true;
    ++m_generation;
    m_reload.stop();
    beginResetModel();
    m_rows = 0;
    m_counted = false;
    m_answered = false;
    m_pages.setQuery(query);
    endResetModel();
    // Counted once the first rows are painted: two readers beside the window are more than two cores have room for, and
    // views take a while to make room for a million rows.
    m_countLater.stop();
    m_pages.want(0);
}

void RecordListModel::refresh(const ChangeNotice& notice)
{
    const Entity* entity = query().entity;
    if (!entity)
        return;
    // A column or the filter may look at other records, so that their changes show here as well.
    const auto concerns = [&](const EntityId& changed) {
        if (query().filter && looksAt(*query().filter, changed))
            return true;
        const auto& columns = query().columns;
        return changed == entity->id || std::any_of(columns.begin(), columns.end(), [&](const FieldPath& path) {
                   const bool far = path.through || (path.field && !path.field->targets.isEmpty());
                   return far && path.owner && (path.owner->id == changed || path.owner == entity);
               });
    };
    if (std::none_of(notice.entities.begin(), notice.entities.end(), concerns))
        return;
    m_isToPrepare = m_isToPrepare || !notice.many; // not for each step of something long
    if (!notice.many)
        reload();
    else if (!m_reload.isActive())
        m_reload.start();
}

void RecordListModel::reload()
{
    m_reload.stop();
    m_pages.expire();
    count();
    if (m_rows == 0)
        m_pages.want(0);
    else if (columnCount() > 0)
        // Views ask again for what they show; that fetches, and until it is here they get what there was.
        emit dataChanged(index(0, 0), index(int(m_rows - 1), columnCount() - 1));
}

void RecordListModel::count()
{
    // A count that is under way is let end: on a list that grows all the time none would, otherwise.
    m_countAgain = m_isCounting;
    if (m_isCounting)
        return;
    m_countLater.stop();
    m_isCounting = true;
    m_counting = m_source.count(query());
    deliver(m_counting, this, [this, generation = m_generation](const Result<std::int64_t>& rows) {
        if (generation != m_generation)
            return;
        m_isCounting = false;
        if (m_countAgain)
            count();
        if (!rows.ok()) {
            if (rows.error().code != ErrorCode::Cancelled)
                emit failed(rows.error());
            return;
        }
        m_counted = true;
        if (*rows > longList && std::exchange(m_isToPrepare, false))
            m_preparing = m_source.prepare(query());
        setRows(*rows);
        if (*rows == 0)
            markAnswered();
        emit counted(*rows);
    });
}

void RecordListModel::setRows(std::int64_t rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, int(m_rows), int(rows - 1));
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, int(rows), int(m_rows - 1));
        m_rows = rows;
        endRemoveRows();
    }
}

void RecordListModel::markAnswered()
{
    if (m_answered)
        return;
    m_answered = true;
    emit answered();
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows);
}

int RecordListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(query().columns.size());
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = std::size_t(index.column());
    const FieldPath& path = query().columns[column];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (path.field && standsRight(*path.field) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Row* row = m_pages.row(index.row());
    if (!row || column >= row->values.size())
        return {};
    const QString title = column < row->titles.size() ? row->titles[column] : QString();
    const QString text = cellText(path, row->values[column], title, m_conventions);
    // A record without a name is called by what names it instead.
    return text.isEmpty() && column == 0 ? row->title : text;
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const FieldPath& path = query().columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return columnLabel(path, m_conventions.language);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (path.field && standsRight(*path.field) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags RecordListModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

}
