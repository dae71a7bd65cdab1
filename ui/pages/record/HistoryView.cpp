#include "ui/pages/record/HistoryView.h"

#include "ui/models/HistoryModel.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int headHeight = 28;
constexpr int lineHeight = 24;
constexpr int faceSide = 24;
constexpr int fieldWidth = 168;
constexpr int most = 12; // lines of one entry

}

HistoryView::HistoryView(QWidget* parent) : QListView(parent)
{
    setFrameShape(NoFrame);
    setItemDelegate(new HistoryDelegate(this));
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(NoSelection);
    setUniformItemSizes(false);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("History"));
}

void HistoryView::setHistory(HistoryModel* model)
{
    setModel(model);
}

void HistoryView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines = std::min(index.data(HistoryModel::Changes).toInt(), most);
    return {option.rect.width(), headHeight + lines * lineHeight + space::l};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const HistoryModel*>(index.model());
    const Tokens& t = tokens();
    painter->save();
    const QRect rect = option.rect;
    const QString who = index.data(HistoryModel::Who).toString();
    const bool undone = index.data(HistoryModel::Undone).toBool();
    const bool last = index.row() + 1 == model->rowCount();
    const QRect face(rect.left(), rect.top() + 2, faceSide, faceSide);
    if (!last)
        painter->fillRect(QRect(face.center().x(), face.bottom() + 4, 1, rect.height() - faceSide - 4), t.border);
    drawAvatar(*painter, face, who.isEmpty() ? QCoreApplication::translate("kith::HistoryView", "You") : who);
    int x = face.right() + space::m;
    const auto say = [&](const QString& text, const QFont& font, const QColor& ink) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(x, rect.top(), rect.right() - x, headHeight), Qt::AlignVCenter, text);
        x += painter->fontMetrics().horizontalAdvance(text) + space::s;
    };
    say(index.data(HistoryModel::What).toString(), interfaceFont(TextSize::Body, QFont::DemiBold), t.text);
    say(who.isEmpty() ? QCoreApplication::translate("kith::HistoryView", "by you") : who, interfaceFont(TextSize::Body),
        t.textSecondary);
    say(index.data(HistoryModel::When).toString(), interfaceFont(TextSize::Small), t.textTertiary);
    if (undone)
        drawPill(*painter, {x, rect.top() + 3}, QCoreApplication::translate("kith::HistoryView", "taken back"),
                 t.warning, false, 200);
    const auto lines = model->lines(index.row());
    int y = rect.top() + headHeight;
    const int left = face.right() + space::m;
    for (std::size_t i = 0; i < lines.size() && int(i) < most; ++i, y += lineHeight) {
        const auto& line = lines[i];
        painter->setFont(interfaceFont());
        const QFontMetrics metrics = painter->fontMetrics();
        painter->setPen(t.textTertiary);
        painter->drawText(QRect(left, y, fieldWidth, lineHeight), Qt::AlignVCenter,
                          metrics.elidedText(line.field, Qt::ElideRight, fieldWidth - space::s));
        int at = left + fieldWidth;
        const int room = std::max(40, (rect.right() - at - 30) / 2);
        if (!line.before.isEmpty()) {
            const QString before = metrics.elidedText(line.before, Qt::ElideRight, room);
            QFont struck = interfaceFont();
            struck.setStrikeOut(true);
            painter->setFont(struck);
            painter->drawText(QRect(at, y, room, lineHeight), Qt::AlignVCenter, before);
            at += metrics.horizontalAdvance(before) + space::s;
            painter->setFont(interfaceFont());
            painter->drawText(QRect(at, y, 20, lineHeight), Qt::AlignVCenter, u"→"_s);
            at += metrics.horizontalAdvance(u"→"_s) + space::s;
        }
        painter->setPen(t.text);
        painter->drawText(QRect(at, y, rect.right() - at, lineHeight), Qt::AlignVCenter,
                          line.after.isEmpty() ? QCoreApplication::translate("kith::HistoryView", "empty")
                                               : metrics.elidedText(line.after, Qt::ElideRight, rect.right() - at));
    }
    painter->restore();
}

}
