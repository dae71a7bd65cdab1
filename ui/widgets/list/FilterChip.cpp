#include "ui/widgets/list/FilterChip.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int markSide = 13;
constexpr int widestText = 260;

}

FilterChip::FilterChip(const QString& name, QWidget* parent) : QAbstractButton(parent), m_name(name)
{
    setFont(interfaceFont(TextSize::Small, QFont::Medium));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Filter by %1").arg(name));
}

void FilterChip::setChoice(const QString& choice)
{
    m_choice = choice;
    setAccessibleDescription(choice);
    setToolTip(choice.isEmpty() ? QString() : m_name + u": "_s + choice);
    updateGeometry();
    update();
}

QString FilterChip::shown() const
{
    const QString text = m_choice.isEmpty() ? m_name : m_name + u": "_s + m_choice;
    return fontMetrics().elidedText(text, Qt::ElideRight, widestText);
}

QSize FilterChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(shown()) + 2 * space::s + markSide + 6, 26};
}

QRect FilterChip::crossRect() const
{
    return {width() - markSide - space::s - 4, 0, markSide + space::s + 4, height()};
}

void FilterChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const bool active = isActive();
    drawRounded(painter, rect(), height() / 2,
                active         ? t.accentSoft
                : underMouse() ? t.hover
                               : QColor(),
                active ? QColor() : t.borderStrong);
    const QColor ink = active ? t.accentText : t.textSecondary;
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(rect().adjusted(space::s + 2, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, shown());
    painter.drawPixmap(
        width() - markSide - space::s + 1, (height() - markSide) / 2,
        iconPixmap(active ? u"x"_s : u"chevron-down"_s, active ? ink : t.textTertiary, markSide, devicePixelRatioF()));
    if (hasFocus())
        drawRounded(painter, rect(), height() / 2, {}, t.accent, 1.6);
}

void FilterChip::mousePressEvent(QMouseEvent* event)
{
    if (isActive() && crossRect().contains(event->position().toPoint()))
        emit cleared();
    else
        emit opened();
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit cleared();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space ||
             event->key() == Qt::Key_Down)
        emit opened();
    else
        QAbstractButton::keyPressEvent(event);
}

}
