#include "ui/widgets/Text.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QToolButton>

namespace kith {

namespace {

QPalette::ColorRole roleOf(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return QPalette::WindowText;
    case Ink::Secondary:
        return QPalette::Dark;
    case Ink::Tertiary:
        return QPalette::PlaceholderText;
    case Ink::Accent:
        return QPalette::Link;
    case Ink::Danger:
        return QPalette::BrightText;
    }
    return QPalette::WindowText;
}

}

QLabel* makeLabel(const QString& text, TextSize size, Ink ink, QFont::Weight weight)
{
    auto* label = new QLabel(text);
    label->setFont(interfaceFont(size, weight));
    setInk(*label, ink);
    return label;
}

void setInk(QLabel& label, Ink ink)
{
    label.setForegroundRole(roleOf(ink));
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWholeText(text);
}

void ElidedLabel::setWholeText(const QString& text)
{
    setText(text);
    setAccessibleName(text);
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    setToolTip(shown == text() ? QString() : text());
    painter.drawText(rect(), int(alignment() | Qt::AlignVCenter), shown);
}

Line::Line(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokens().border);
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({size::icon, size::icon});
    button->setFixedSize(size::compact, size::compact);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), radius::card, t.raised, t.border);
}

}
