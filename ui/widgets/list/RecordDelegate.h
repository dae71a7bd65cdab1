#pragma once

#include "core/records/Query.h"

#include <QStyledItemDelegate>

namespace kith {

class RecordTable;

// Draws the cells of a list of records: pills for options and tags, faces for people, figures to the right, soft bars
// for what is still on its way.
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RecordDelegate(RecordTable& table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, bool selected) const;
    void paintValue(QPainter& painter, QRect rect, const FieldPath& path, const Value& value, const QString& title,
                    const QString& text) const;

    RecordTable& m_table;
};

// The width a column of this kind begins with.
int usualWidth(const FieldPath& path, bool first);
// What it gives up no more of: a phone and a time are not cut.
int leastWidth(const FieldPath& path, bool first);

}
