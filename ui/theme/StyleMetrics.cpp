#include "ui/theme/KithStyle.h"

#include <QStyleOption>
#include <QWidget>

#include <QLineEdit>

namespace kith {

QRect KithStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                                const QWidget* widget) const
{
    const QRect all = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = 26;
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, all, QRect(all.right() - arrow, all.top(), arrow, all.height()));
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, all, all.adjusted(space::s, 1, -arrow, -1));
    }
    if (control == CC_ScrollBar) {
        // No arrows: the slider has the whole length.
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (slider) {
            const bool upright = slider->orientation == Qt::Vertical;
            const int length = upright ? all.height() : all.width();
            const qint64 range = qint64(slider->maximum) - slider->minimum;
            const int handle =
                range > 0 ? std::max(28, int(qint64(length) * slider->pageStep / (range + slider->pageStep))) : length;
            const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                   length - handle, slider->upsideDown);
            const auto span = [&](int from, int size) {
                return upright ? QRect(all.left(), all.top() + from, all.width(), size)
                               : QRect(all.left() + from, all.top(), size, all.height());
            };
            switch (subControl) {
            case SC_ScrollBarSlider:
                return span(at, handle);
            case SC_ScrollBarSubPage:
                return span(0, at);
            case SC_ScrollBarAddPage:
                return span(at + handle, length - at - handle);
            case SC_ScrollBarGroove:
                return all;
            default:
                return {};
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect KithStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return visualRect(option->direction, option->rect,
                              option->rect.adjusted(space::s - 2, 1, -space::s + 2, -1));
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize KithStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                  const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        size = contents + QSize(2 * space::m + 6, 0);
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button && button->text.isEmpty())
            size.setWidth(size::control);
        size.setHeight(std::max(contents.height() + space::s, size::control));
        return size;
    }
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const bool textual = button && !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly;
        return {contents.width() + (textual ? 2 * space::s : space::m - 2),
                std::max(contents.height() + 6, size::compact)};
    }
    case CT_LineEdit:
        return {contents.width() + 2 * space::s, std::max(contents.height() + 10, size::control)};
    case CT_ComboBox:
        return {contents.width() + space::s + 30, std::max(contents.height() + 10, size::control)};
    case CT_SpinBox:
        size.setHeight(std::max(size.height(), size::control));
        return size;
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const bool marks = item && (item->menuHasCheckableItems || item->maxIconWidth > 0);
        const int tab = item && item->text.contains(u'\t') ? space::xl : 0;
        return {contents.width() + 2 * space::m + tab + space::l + (marks ? size::icon + space::s : 0),
                std::max(contents.height() + 8, 30)};
    }
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QFont bold = widget ? widget->font() : QFont();
            bold.setWeight(QFont::DemiBold);
            return {QFontMetrics(bold).horizontalAdvance(tab->text) + 2 * space::m, 36};
        }
        return size;
    case CT_HeaderSection:
        return {size.width() + space::m, size::header};
    case CT_ItemViewItem:
        return {size.width(), std::max(size.height(), 30)};
    case CT_ProgressBar:
        return {size.width(), 6};
    default:
        return size;
    }
}

int KithStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return size::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return space::xs + 1;
    case PM_MenuHMargin:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::m;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_MenuButtonIndicator:
        return 0;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_HeaderMargin:
        return space::s;
    case PM_ToolTipLabelFrameWidth:
        return space::s - 2;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KithStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return motionMs;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_GroupBox_TextLabelColor:
        return int(m_tokens.textSecondary.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

}
