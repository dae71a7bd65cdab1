#include "ui/models/RowPicks.h"

#include "ui/models/RecordListModel.h"

#include <QScopedValueRollback>

namespace kith {

namespace {

std::int64_t rowsIn(const QItemSelection& selection)
{
    std::int64_t rows = 0;
    for (const QItemSelectionRange& range : selection)
        rows += range.height();
    return rows;
}

bool holds(const QItemSelection& selection, std::int64_t row)
{
    return std::any_of(selection.begin(), selection.end(),
                       [row](const QItemSelectionRange& range) { return range.top() <= row && row <= range.bottom(); });
}

}

RowPicks::RowPicks(RecordListModel& model, QItemSelectionModel& selection, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(&selection, &QItemSelectionModel::selectionChanged, this, &RowPicks::note);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RowPicks::follow);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RowPicks::follow);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RowPicks::follow);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowPicks::note);
}

Picks RowPicks::picks() const
{
    Picks picks;
    picks.whole = m_whole;
    if (m_whole)
        return picks;
    if (m_seen.size() == m_count) {
        picks.records.assign(m_seen.begin(), m_seen.end());
        return picks;
    }
    for (const QItemSelectionRange& range : m_selection.selection()) {
        RowRange rows{range.top(), range.height(), {}};
        for (auto seen = m_seen.lowerBound(range.top()); seen != m_seen.end() && seen.key() <= range.bottom(); ++seen)
            rows.seen.emplace_back(seen.key(), seen.value());
        picks.rows.push_back(std::move(rows));
    }
    std::sort(picks.rows.begin(), picks.rows.end(),
              [](const RowRange& a, const RowRange& b) { return a.first < b.first; });
    return picks;
}

void RowPicks::note()
{
    if (m_following)
        return;
    const QItemSelection selection = m_selection.selection();
    m_count = rowsIn(selection);
    m_seen.removeIf(
        [&](const std::pair<const std::int64_t&, RecordId&>& seen) { return !holds(selection, seen.first); });
    lookAround();
    // Short of that, each record that is picked is known by name.
    m_whole = m_count == m_model.total() && m_count > m_seen.size();
    emit changed();
}

// Remembers which records stand in the picked rows, as far as they are here.
void RowPicks::lookAround()
{
    const QItemSelection selection = m_selection.selection();
    m_model.eachKnown([&](std::int64_t row, const Row& record) {
        if (!m_seen.contains(row) && holds(selection, row))
            m_seen.insert(row, record.id);
    });
}

void RowPicks::follow()
{
    if (m_following || m_count == 0)
        return;
    const QScopedValueRollback<bool> following(m_following, true);
    if (m_whole)
        return followWhole();
    const bool moved = std::any_of(m_seen.keyValueBegin(), m_seen.keyValueEnd(), [this](const auto& seen) {
        const Row* now = m_model.record(int(seen.first));
        return seen.first >= m_model.total() || (now && now->id != seen.second);
    });
    if (!moved && rowsIn(m_selection.selection()) == m_count)
        return lookAround();
    if (m_seen.size() == m_count)
        return followRecords();
    m_selection.clearSelection();
    m_seen.clear();
    m_count = 0;
    emit changed();
    emit lost();
}

void RowPicks::followWhole()
{
    if (rowsIn(m_selection.selection()) == m_model.total())
        return;
    if (m_model.total() > 0)
        m_selection.select({m_model.index(0, 0), m_model.index(int(m_model.total() - 1), 0)},
                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_count = m_model.total();
    m_seen.clear();
    emit changed();
}

// A record that is not among the rows that are here is let go.
void RowPicks::followRecords()
{
    const RecordId current = m_seen.value(m_selection.currentIndex().row());
    QItemSelection selection;
    QMap<std::int64_t, RecordId> seen;
    for (const RecordId& record : std::as_const(m_seen)) {
        const int row = m_model.rowOf(record);
        if (row < 0 || row >= m_model.total())
            continue;
        selection.select(m_model.index(row, 0), m_model.index(row, 0));
        seen.insert(row, record);
    }
    if (const int row = current.isNull() ? -1 : m_model.rowOf(current); row >= 0 && row < m_model.total())
        m_selection.setCurrentIndex(m_model.index(row, m_selection.currentIndex().column()),
                                    QItemSelectionModel::NoUpdate);
    m_selection.select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_seen = std::move(seen);
    m_count = m_seen.size();
    emit changed();
}

}
