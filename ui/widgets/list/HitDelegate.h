#pragma once

#include "core/text/TextRange.h"

#include <QStyledItemDelegate>

#include <vector>

namespace kith {

// Lines of the search field's answer: headings, records with what matched marked, commands with their keys.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// Draws a text on one line with these parts of it marked. Answers its width.
int drawMarked(QPainter& painter, const QRect& rect, const QString& text, const std::vector<TextRange>& marks);

}
