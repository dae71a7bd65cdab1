#pragma once

#include <QStyledItemDelegate>

namespace kith {

// A group of likely duplicates as two lines: what they are called and how many, why they are thought the same.
class GroupDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ScoreRole = Qt::UserRole, CountRole, ReasonRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
