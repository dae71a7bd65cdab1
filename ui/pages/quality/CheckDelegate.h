#pragma once

#include <QStyledItemDelegate>

namespace kith {

// A check on one line: what it looks for, and how many records it finds fault with; a quiet tick where there are none.
class CheckDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The count as a number, invalid until it is known; how it is written.
    enum Role { CountRole = Qt::UserRole, CountTextRole, KeyRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
