#pragma once

#include "core/records/Outcome.h"
#include "core/records/ValueText.h"

#include <QAbstractListModel>

namespace kith {

// What was done to one record, newest first: a row an entry.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { What = Qt::UserRole, Who, When, Changes, Act, Undone };

    explicit HistoryModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    // `titles`: what related records are called, as far as is known.
    void setEntries(std::vector<HistoryEntry> entries, CatalogPtr catalog, TextConventions conventions,
                    std::map<RecordId, QString> titles);

    // One field's before and after, as people read them.
    struct Line
    {
        QString field;
        QString before;
        QString after;
    };
    std::vector<Line> lines(int row) const;
    const HistoryEntry& entry(int row) const { return m_entries[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString valueText(const Field& field, const Value& value) const;
    QString what(const HistoryEntry& entry) const;

    std::vector<HistoryEntry> m_entries;
    CatalogPtr m_catalog;
    TextConventions m_conventions;
    std::map<RecordId, QString> m_titles;
};

// "Imported", "Edited": what an act was, as a person calls it.
QString actText(ActKind kind);

}
