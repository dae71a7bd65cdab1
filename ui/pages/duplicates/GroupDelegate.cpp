#include "ui/pages/duplicates/GroupDelegate.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"

#include <QPainter>

namespace kith {

namespace {

constexpr int rowHeight = 56;
constexpr int certain = 90; // a score that leaves little doubt

}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const Tokens& t = tokens();
    const QRect row = option.rect.adjusted(space::s, 1, -space::s, -1);
    if (option.state & QStyle::State_Selected)
        drawRounded(*painter, row, radius::control, t.selected);
    else if (option.state & QStyle::State_MouseOver)
        drawRounded(*painter, row, radius::control, t.hover);
    const QRect inside = row.adjusted(space::m, space::s, -space::m, -space::s);
    const int score = index.data(ScoreRole).toInt();
    const QString word = score >= certain ? tr("Nearly certain") : tr("Likely");
    const QSize pill = pillSize(word, false);
    painter->setFont(interfaceFont(TextSize::Small));
    drawPill(*painter, QPoint(inside.right() - pill.width(), inside.top()), word,
             t.hue(score >= certain ? QStringLiteral("green") : QStringLiteral("amber")), false, pill.width());
    QRect line = inside;
    line.setHeight(inside.height() / 2);
    line.setRight(inside.right() - pill.width() - space::s);
    painter->setFont(interfaceFont(TextSize::Body, QFont::Medium));
    painter->setPen(t.text);
    const QString count = QStringLiteral("  × %1").arg(index.data(CountRole).toInt());
    const int countWidth = painter->fontMetrics().horizontalAdvance(count);
    const QString name =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width() - countWidth);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, name + count);
    line = inside;
    line.setTop(inside.top() + inside.height() / 2);
    painter->setFont(interfaceFont(TextSize::Small));
    painter->setPen(t.textSecondary);
    painter->drawText(
        line, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data(ReasonRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

}
