#include "ui/pages/quality/CheckDelegate.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"

#include <QPainter>

namespace kith {

namespace {

constexpr int rowHeight = 38;

}

QSize CheckDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

void CheckDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const Tokens& t = tokens();
    const QRect row = option.rect.adjusted(space::s, 1, -space::s, -1);
    const bool chosen = option.state & QStyle::State_Selected;
    const QColor ring = chosen && (option.state & QStyle::State_HasFocus) ? t.accent : QColor();
    if (chosen)
        drawRounded(*painter, row, radius::control, t.selected, ring, 1.6);
    else if (option.state & QStyle::State_MouseOver)
        drawRounded(*painter, row, radius::control, t.hover);
    QRect line = row.adjusted(space::m, 0, -space::m, 0);
    const QVariant count = index.data(CountRole);
    const bool good = count.isValid() && count.toLongLong() == 0;
    if (good) {
        painter->drawPixmap(
            line.right() - size::icon, line.center().y() - size::icon / 2,
            iconPixmap(QStringLiteral("check"), t.success.text, size::icon, painter->device()->devicePixelRatioF()));
        line.setRight(line.right() - size::icon - space::s);
    } else if (count.isValid()) {
        const QString text = index.data(CountTextRole).toString();
        const QSize pill = pillSize(text, false);
        painter->setFont(interfaceFont(TextSize::Small));
        drawPill(*painter, QPoint(line.right() - pill.width(), line.center().y() - pill.height() / 2), text,
                 t.hue(QStringLiteral("amber")), false, pill.width());
        line.setRight(line.right() - pill.width() - space::s);
    }
    painter->setFont(interfaceFont(TextSize::Body, good ? QFont::Normal : QFont::Medium));
    painter->setPen(good ? t.textSecondary : t.text);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

}
