#include "ui/theme/KithStyle.h"

#include "ui/theme/Icons.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr auto kindProperty = "kithButtonKind";

ButtonKind kindOf(const QWidget* widget)
{
    return widget ? ButtonKind(widget->property(kindProperty).toInt()) : ButtonKind::Plain;
}

bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

}

void setButtonKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(kindProperty, int(kind));
    button.update();
}

void drawRounded(QPainter& painter, const QRect& rect, int radius, const QColor& fill, const QColor& outline,
                 double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter.setPen(outline.isValid() ? QPen(outline, width) : Qt::NoPen);
    const double inset = outline.isValid() ? width / 2 : 0;
    const QRectF inner = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(inner, radius - inset, radius - inset);
    painter.restore();
}

KithStyle::KithStyle() : QProxyStyle(u"Fusion"_s), m_tokens(Tokens::light({})) {}

void KithStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QLineEdit*>(widget) || qobject_cast<QTabBar*>(widget) ||
        qobject_cast<QScrollBar*>(widget) || qobject_cast<QHeaderView*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu*>(widget) || widget->inherits("QComboBoxPrivateContainer"))
        widget->setAttribute(Qt::WA_TranslucentBackground);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void KithStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(option, painter, widget);
        return;
    case PE_FrameButtonTool:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_IndicatorTabClose:
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorTabTear:
        return;
    case PE_PanelLineEdit:
        // The editor inside a combo box or a spin box has the frame of its owner.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter, widget);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView*>(widget) && !widget->property("kithFramed").toBool())
            return;
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameFocusRect: {
        drawRounded(*painter, option->rect.adjusted(1, 1, -1, -1), radius::small, {}, m_tokens.accent, 1.5);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        drawRounded(*painter, option->rect, radius::control, m_tokens.raised, m_tokens.borderStrong);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            drawItemPanel(*item, painter, widget);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const QString name = element == PE_IndicatorArrowDown   ? u"chevron-down"_s
                             : element == PE_IndicatorArrowLeft ? u"chevron-left"_s
                                                                : u"chevron-right"_s;
        const QColor ink = has(option, State_Enabled) ? m_tokens.textSecondary : m_tokens.textDisabled;
        painter->drawPixmap(
            alignedRect(option->direction, Qt::AlignCenter, {size::icon, size::icon}, option->rect).topLeft(),
            iconPixmap(name, ink, size::icon, painter->device()->devicePixelRatioF()));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KithStyle::drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = m_tokens;
    const bool enabled = has(option, State_Enabled);
    const bool over = enabled && has(option, State_MouseOver);
    const bool down = enabled && (has(option, State_Sunken) || has(option, State_On));
    const bool tool = widget && widget->inherits("QToolButton");
    const ButtonKind kind = tool && kindOf(widget) == ButtonKind::Plain ? ButtonKind::Ghost : kindOf(widget);
    QColor fill;
    QColor line;
    switch (kind) {
    case ButtonKind::Primary:
        fill = !enabled ? t.pressed : down ? t.accentPressed : over ? t.accentHover : t.accent;
        break;
    case ButtonKind::Danger:
        fill = !enabled ? t.pressed : down ? t.dangerFill.darker(115) : over ? t.dangerFill.darker(107) : t.dangerFill;
        break;
    case ButtonKind::Plain:
        fill = down ? t.pressed : over ? t.hover : t.raised;
        line = enabled ? t.borderStrong : t.border;
        break;
    case ButtonKind::Ghost:
        fill = down ? t.pressed : over ? t.hover : QColor();
        break;
    }
    drawRounded(*painter, option->rect, radius::control, fill, line);
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange)) {
        const bool filled = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
        const int inset = filled ? 2 : 0;
        drawRounded(*painter, option->rect.adjusted(inset, inset, -inset, -inset), radius::control - inset, {},
                    filled ? t.accentInk : t.accent, 2);
    }
}

void KithStyle::drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = m_tokens;
    const bool enabled = has(option, State_Enabled);
    const bool focus = has(option, State_HasFocus);
    const bool wrong = widget && widget->property("kithWrong").toBool();
    const QColor fill = enabled ? t.field : t.hover;
    QColor line = has(option, State_MouseOver) && enabled ? t.textTertiary : t.borderStrong;
    if (wrong)
        line = t.danger.solid;
    else if (focus)
        line = t.accent;
    drawRounded(*painter, option->rect, radius::control, fill, line, focus || wrong ? 1.6 : 1);
}

void KithStyle::drawCheck(const QStyleOption* option, QPainter* painter, bool round) const
{
    const Tokens& t = m_tokens;
    const QRect box = option->rect;
    const bool enabled = has(option, State_Enabled);
    const bool on = has(option, State_On);
    const bool partly = has(option, State_NoChange);
    const int corner = round ? box.height() / 2 : radius::small;
    if (on || partly) {
        drawRounded(*painter, box, corner, enabled ? t.accent : t.textDisabled);
        if (partly) {
            painter->fillRect(QRect(box.center().x() - 3, box.center().y(), 8, 2), t.accentInk);
        } else if (round) {
            drawRounded(*painter, box.adjusted(5, 5, -5, -5), 3, t.accentInk);
        } else {
            const int side = box.width() - 4;
            painter->drawPixmap(box.x() + 2, box.y() + 2,
                                iconPixmap(u"check"_s, t.accentInk, side, painter->device()->devicePixelRatioF()));
        }
    } else {
        const bool over = enabled && has(option, State_MouseOver);
        drawRounded(*painter, box, corner, enabled ? t.field : t.hover, over ? t.textTertiary : t.borderStrong);
    }
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
        drawRounded(*painter, box.adjusted(-2, -2, 2, 2), corner + 2, {}, t.accent, 1.5);
}

void KithStyle::drawItemPanel(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = m_tokens;
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    QColor fill;
    if (option.state.testFlag(State_Selected))
        fill = t.selected;
    else if (option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        fill = t.hover;
    if (!fill.isValid())
        return;
    if (widget && widget->inherits("QTableView"))
        painter->fillRect(option.rect, fill);
    else
        drawRounded(*painter, option.rect.adjusted(1, 1, -1, -1), radius::small, fill);
}

}
