#pragma once

#include "ui/models/PageStore.h"

#include "core/records/ValueText.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace kith {

// The records of a query as a table of any length. Only what is looked at is fetched; when records change, what is
// shown stays until its successor is here, and only rows that differ are drawn again. Interface thread.
class RecordListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    RecordListModel(ListSource source, TextConventions conventions, QObject* parent = nullptr);

    void setQuery(const Query& query);
    const Query& query() const { return m_pages.query(); }
    const TextConventions& conventions() const { return m_conventions; }
    // Fetches anew if the notice concerns what is listed; while many records come, not more often than eyes can follow.
    void refresh(const ChangeNotice& notice);
    void reload();

    // Null while on its way.
    const Row* record(int row) const { return m_pages.knownRow(row); }
    int rowOf(const RecordId& id) const { return int(m_pages.positionOf(id)); }
    void eachKnown(const std::function<void(std::int64_t row, const Row& record)>& visit) const
    {
        m_pages.eachKnown(visit);
    }
    // Exact once `counted` was told.
    std::int64_t total() const { return m_rows; }
    bool isCounted() const { return m_counted; }
    bool hasAnswered() const { return m_answered; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void counted(std::int64_t rows);
    void answered(); // the first rows, or that there are none, are there
    void failed(const kith::Error& error);

private:
    void count();
    void setRows(std::int64_t rows);
    void markAnswered();

    ListSource m_source;
    TextConventions m_conventions;
    mutable PageStore m_pages; // looking is what fetches
    QFuture<Result<std::int64_t>> m_counting;
    QFuture<Result<void>> m_preparing;
    bool m_isToPrepare = false;
    bool m_isCounting = false;
    bool m_countAgain = false; // records came while it counted
    int m_generation = 0;      // of the query
    QTimer m_countLater;
    QTimer m_reload;
    std::int64_t m_rows = 0;
    bool m_counted = false;
    bool m_answered = false;
};

}
