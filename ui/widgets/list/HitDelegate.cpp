#include "ui/widgets/list/HitDelegate.h"

#include "ui/models/HitModel.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int headingHeight = 28;
constexpr int lineHeight = 36;

void drawKeys(QPainter& painter, const QRect& rect, const QString& keys)
{
    const Tokens& t = tokens();
    painter.setFont(interfaceFont(TextSize::Caption, QFont::Medium));
    int right = rect.right();
    const QStringList parts = keys.split(u' ', Qt::SkipEmptyParts);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        const int width = painter.fontMetrics().horizontalAdvance(*part) + 12;
        const QRect cap(right - width, rect.center().y() - 9, width, 20);
        drawRounded(painter, cap, radius::small, t.hover, t.border);
        painter.setPen(t.textSecondary);
        painter.drawText(cap, Qt::AlignCenter, *part);
        right -= width + 4;
    }
}

}

int drawMarked(QPainter& painter, const QRect& rect, const QString& text, const std::vector<TextRange>& marks)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    for (const TextRange& mark : marks) {
        if (mark.start >= shown.size())
            continue;
        const int from = metrics.horizontalAdvance(shown.left(mark.start));
        const int width = metrics.horizontalAdvance(shown.mid(mark.start, mark.size));
        drawRounded(
            painter,
            QRect(rect.left() + from - 1, rect.center().y() - metrics.height() / 2, width + 2, metrics.height() + 1), 3,
            tokens().mark);
    }
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, shown);
    return metrics.horizontalAdvance(shown);
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool heading = HitLine::Kind(index.data(HitModel::Kind).toInt()) == HitLine::Kind::Heading;
    return {200, heading ? headingHeight : lineHeight};
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const auto* model = qobject_cast<const HitModel*>(index.model());
    painter->save();
    if (HitLine::Kind(index.data(HitModel::Kind).toInt()) == HitLine::Kind::Heading) {
        painter->setFont(interfaceFont(TextSize::Caption, QFont::DemiBold));
        painter->setPen(t.textTertiary);
        painter->drawText(option.rect.adjusted(space::m, 4, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected))
        drawRounded(*painter, option.rect.adjusted(2, 1, -2, -1), radius::control, t.selected);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(*painter, option.rect.adjusted(2, 1, -2, -1), radius::control, t.hover);
    QRect line = option.rect.adjusted(space::m, 0, -space::m, 0);
    painter->drawPixmap(line.left(), line.center().y() - size::icon / 2 + 1,
                        iconPixmap(index.data(HitModel::Icon).toString(), t.textSecondary, size::icon,
                                   painter->device()->devicePixelRatioF()));
    line.setLeft(line.left() + size::icon + space::m);
    const QString keys = index.data(HitModel::Shortcut).toString();
    if (!keys.isEmpty())
        drawKeys(*painter, line, keys);
    const HitLine* hit = model ? &model->line(index.row()) : nullptr;
    painter->setFont(interfaceFont(TextSize::Body, QFont::Medium));
    painter->setPen(t.text);
    QRect name = line;
    name.setWidth(line.width() * 3 / 5);
    const int width =
        drawMarked(*painter, name, index.data().toString(), hit ? hit->textMarks : std::vector<TextRange>());
    const QString detail = index.data(HitModel::Detail).toString();
    if (!detail.isEmpty()) {
        painter->setFont(interfaceFont(TextSize::Small));
        painter->setPen(t.textTertiary);
        drawMarked(*painter, line.adjusted(width + space::m, 0, 0, 0), detail,
                   hit ? hit->detailMarks : std::vector<TextRange>());
    }
    painter->restore();
}

}
