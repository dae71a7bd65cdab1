#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

// Every text a button may have on its own fill.
QPalette buttonInk(const QWidget* widget, const QStyleOption& option, const Tokens& t)
{
    QPalette palette = option.palette;
    const auto kind = widget ? ButtonKind(widget->property("kithButtonKind").toInt()) : ButtonKind::Plain;
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) {
        palette.setColor(QPalette::Active, QPalette::ButtonText, t.accentInk);
        palette.setColor(QPalette::Inactive, QPalette::ButtonText, t.accentInk);
    }
    return palette;
}

}

void KithStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton own = *button;
            own.palette = buttonInk(widget, own, m_tokens);
            drawButtonLabel(own, painter);
        }
        return;
    case CE_ToolButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            QStyleOptionToolButton own = *button;
            own.palette = buttonInk(widget, own, m_tokens);
            own.state &= ~(State_Sunken | State_On);
            QProxyStyle::drawControl(element, &own, painter, widget);
        }
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            drawMenuItem(*item, painter);
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // What is chosen has a soft ground here, so its text stays as it is.
            QStyleOptionViewItem own = *item;
            own.palette.setColor(QPalette::HighlightedText, m_tokens.text);
            own.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &own, painter, widget);
        }
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTab(*tab, painter);
        return;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            drawHeader(*header, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_tokens.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_tokens.border);
        return;
    case CE_ProgressBarGroove:
        drawRounded(*painter, option->rect, option->rect.height() / 2, m_tokens.pressed);
        return;
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            const auto range = double(std::max(1, bar->maximum - bar->minimum));
            const double part = bar->maximum == bar->minimum ? 0.3 : (bar->progress - bar->minimum) / range;
            QRect filled = option->rect;
            filled.setWidth(std::max(filled.height(), int(filled.width() * part)));
            if (part > 0)
                drawRounded(*painter, visualRect(option->direction, option->rect, filled), filled.height() / 2,
                            m_tokens.accent);
        }
        return;
    case CE_ShapedFrame:
        QCommonStyle::drawControl(element, option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void KithStyle::drawButtonLabel(const QStyleOptionButton& button, QPainter* painter) const
{
    const bool enabled = button.state.testFlag(State_Enabled);
    const int gap = button.icon.isNull() || button.text.isEmpty() ? 0 : space::s - 1;
    const int mark = button.icon.isNull() ? 0 : button.iconSize.width();
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic;
    const int most = button.rect.width() - mark - gap;
    const QString text = button.fontMetrics.elidedText(button.text, Qt::ElideRight, most, Qt::TextShowMnemonic);
    const int width = mark + gap + button.fontMetrics.size(Qt::TextShowMnemonic, text).width();
    QRect all = alignedRect(button.direction, Qt::AlignCenter, {width, button.rect.height()}, button.rect);
    if (mark > 0) {
        const QRect place(all.left(), all.center().y() - mark / 2, mark, mark);
        button.icon.paint(painter, visualRect(button.direction, all, place), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(button.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter->drawText(visualRect(button.direction, all, all.adjusted(mark + gap, 0, 0, 0)), flags, text);
}

void KithStyle::drawMenuItem(const QStyleOptionMenuItem& item, QPainter* painter) const
{
    const Tokens& t = m_tokens;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item.rect.left(), item.rect.center().y(), item.rect.width(), 1), t.border);
        return;
    }
    const bool enabled = item.state.testFlag(State_Enabled);
    if (item.state.testFlag(State_Selected) && enabled)
        drawRounded(*painter, item.rect.adjusted(4, 1, -4, -1), radius::small, t.hover);
    const qreal scale = painter->device()->devicePixelRatioF();
    QRect line = item.rect.adjusted(space::m, 0, -space::m, 0);
    const bool marks = item.menuHasCheckableItems || item.maxIconWidth > 0;
    QRect slot(line.left(), line.center().y() - size::icon / 2, size::icon, size::icon);
    if (item.checked)
        painter->drawPixmap(slot.topLeft(), iconPixmap(u"check"_s, t.accentText, size::icon, scale));
    else if (!item.icon.isNull())
        item.icon.paint(painter, slot, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    if (marks)
        line.setLeft(line.left() + size::icon + space::s);
    const QStringList parts = item.text.split(u'\t');
    painter->setFont(item.font);
    painter->setPen(enabled ? t.text : t.textDisabled);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                      parts.first());
    if (parts.size() > 1) {
        painter->setPen(t.textTertiary);
        painter->setFont(interfaceFont(TextSize::Small));
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, parts.last());
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        painter->drawPixmap(line.right() - size::icon + 1, slot.top(),
                            iconPixmap(u"chevron-right"_s, t.textTertiary, size::icon, scale));
}

void KithStyle::drawTab(const QStyleOptionTab& tab, QPainter* painter) const
{
    const Tokens& t = m_tokens;
    const bool chosen = tab.state.testFlag(State_Selected);
    const bool over = tab.state.testFlag(State_MouseOver);
    QFont font = painter->font();
    font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(chosen ? t.text : over ? t.text : t.textSecondary);
    painter->drawText(tab.rect.adjusted(0, 0, 0, -2), Qt::AlignCenter | Qt::TextHideMnemonic, tab.text);
    if (chosen) {
        const int margin = space::s;
        const QRect bar(tab.rect.left() + margin, tab.rect.bottom() - 1, tab.rect.width() - 2 * margin, 2);
        drawRounded(*painter, bar, 1, t.accent);
        if (tab.state.testFlag(State_HasFocus))
            drawRounded(*painter, tab.rect.adjusted(2, 4, -2, -4), radius::small, {}, t.accent, 1.5);
    }
}

void KithStyle::drawHeader(const QStyleOptionHeader& header, QPainter* painter) const
{
    const Tokens& t = m_tokens;
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    painter->fillRect(header.rect, t.surface);
    if (header.state.testFlag(State_MouseOver) && header.state.testFlag(State_Enabled))
        painter->fillRect(header.rect, t.hover);
    painter->fillRect(QRect(header.rect.left(), header.rect.bottom(), header.rect.width(), 1), t.border);
    // The first stands level with the page's own margin; the gutter before it is for ticking rows.
    QRect line = header.rect.adjusted(header.section == 0 ? space::xl : space::m, 0, -space::m, 0);
    painter->setFont(interfaceFont(TextSize::Small, sorted ? QFont::DemiBold : QFont::Medium));
    painter->setPen(sorted ? t.text : t.textSecondary);
    const int arrow = sorted ? 18 : 0;
    const QString text = painter->fontMetrics().elidedText(header.text, Qt::ElideRight, line.width() - arrow);
    const bool right = header.textAlignment & Qt::AlignRight;
    const int width = painter->fontMetrics().horizontalAdvance(text);
    const int start = right ? line.right() - width - arrow : line.left();
    painter->drawText(QRect(start, line.top(), width + 1, line.height()), Qt::AlignVCenter, text);
    if (sorted) {
        // Qt calls the arrow that points down ascending.
        const bool up = header.sortIndicator == QStyleOptionHeader::SortDown;
        painter->drawPixmap(
            start + width + 4, line.center().y() - 6,
            iconPixmap(up ? u"arrow-up"_s : u"arrow-down"_s, t.accentText, 13, painter->device()->devicePixelRatioF()));
    }
}

void KithStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawComboBox(*combo, painter, widget);
    } else if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(*slider, painter, widget);
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return drawSpinBox(*spin, painter, widget);
    } else if (control == CC_ToolButton) {
        // The arrow of a menu button is drawn by whoever wants one; here it only crowds the text.
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            QStyleOptionToolButton own = *button;
            own.features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
            own.subControls = SC_ToolButton;
            if (own.state.testFlag(State_AutoRaise) || own.state.testFlag(State_Enabled))
                drawButton(&own, painter, widget);
            drawControl(CE_ToolButtonLabel, &own, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void KithStyle::drawComboBox(const QStyleOptionComboBox& combo, QPainter* painter, const QWidget* widget) const
{
    const bool plain = !combo.frame;
    if (plain) {
        if (combo.state.testFlag(State_MouseOver) || combo.state.testFlag(State_HasFocus))
            drawRounded(*painter, combo.rect, radius::control, m_tokens.hover);
    } else {
        drawField(&combo, painter, widget);
    }
    const QRect arrow = subControlRect(CC_ComboBox, &combo, SC_ComboBoxArrow, widget);
    painter->drawPixmap(
        arrow.center().x() - 6, arrow.center().y() - 6,
        iconPixmap(u"chevron-down"_s, m_tokens.textTertiary, 14, painter->device()->devicePixelRatioF()));
}

void KithStyle::drawScrollBar(const QStyleOptionSlider& slider, QPainter* painter, const QWidget* widget) const
{
    const QRect handle = subControlRect(CC_ScrollBar, &slider, SC_ScrollBarSlider, widget);
    if (slider.minimum == slider.maximum)
        return;
    const bool active = slider.state.testFlag(State_MouseOver) || slider.state.testFlag(State_Sunken);
    QColor colour = m_tokens.textTertiary;
    colour.setAlphaF(active ? 0.65F : 0.35F);
    const int margin = active ? 2 : 3;
    const QRect inner = slider.orientation == Qt::Vertical ? handle.adjusted(margin, 2, -margin, -2)
                                                           : handle.adjusted(2, margin, -2, -margin);
    drawRounded(*painter, inner, std::min(inner.width(), inner.height()) / 2, colour);
}

void KithStyle::drawSpinBox(const QStyleOptionSpinBox& spin, QPainter* painter, const QWidget* widget) const
{
    if (spin.frame)
        drawField(&spin, painter, widget);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const qreal scale = painter->device()->devicePixelRatioF();
    for (const auto& [part, name] : {std::pair(SC_SpinBoxUp, u"chevron-up"_s), {SC_SpinBoxDown, u"chevron-down"_s}}) {
        const QRect place = subControlRect(CC_SpinBox, &spin, part, widget);
        painter->drawPixmap(place.center().x() - 5, place.center().y() - 5,
                            iconPixmap(name, m_tokens.textTertiary, 12, scale));
    }
}

}
