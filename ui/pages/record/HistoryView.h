#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace kith {

class HistoryModel;

// Who did what to a record and when, with each field's value before and after.
class HistoryView : public QListView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget* parent = nullptr);
    void setHistory(HistoryModel* model);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
