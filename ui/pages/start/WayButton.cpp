#include "ui/pages/start/WayButton.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int emblem = 36;

}

WayButton::WayButton(const QString& iconName, const QString& name, const QString& text, bool first, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
    , m_detail(text)
    , m_first(first)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(text);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(72);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize WayButton::sizeHint() const
{
    return {400, 72};
}

void WayButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), radius::card,
                isDown()       ? t.pressed
                : underMouse() ? t.hover
                               : t.surface,
                hasFocus() ? t.accent : t.border, hasFocus() ? 1.8 : 1);
    const QRect mark(space::l, (height() - emblem) / 2, emblem, emblem);
    drawRounded(painter, mark, radius::card, m_first ? t.accent : t.accentSoft);
    painter.drawPixmap(mark.x() + 9, mark.y() + 9,
                       iconPixmap(m_icon, m_first ? t.accentInk : t.accentText, 18, devicePixelRatioF()));
    const QRect texts = rect().adjusted(mark.right() + space::l, 0, -space::huge, 0);
    painter.setFont(interfaceFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(texts.adjusted(0, 14, 0, 0), Qt::AlignTop,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, texts.width()));
    painter.setFont(interfaceFont(TextSize::Small));
    painter.setPen(t.textSecondary);
    painter.drawText(texts.adjusted(0, 0, 0, -14), Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, texts.width()));
    painter.drawPixmap(width() - space::xxl, (height() - size::icon) / 2,
                       iconPixmap(u"chevron-right"_s, t.textTertiary, size::icon, devicePixelRatioF()));
}

}
