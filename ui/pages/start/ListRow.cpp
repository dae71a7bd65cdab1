#include "ui/pages/start/ListRow.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Pill.h"

#include <QPainter>

namespace kith {

namespace {

constexpr int rowHeight = 34;
constexpr int faceSide = 22;

}

ListRow::ListRow(const QString& text, const QString& detail, QWidget* parent)
    : QAbstractButton(parent)
    , m_detail(detail)
{
    setText(text);
    setAccessibleName(detail.isEmpty() ? text : text + QStringLiteral(", ") + detail);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ListRow::setFace(const QString& name, bool square)
{
    m_face = name;
    m_square = square;
}

void ListRow::setIconName(const QString& name)
{
    m_icon = name;
}

void ListRow::setStruck(bool struck)
{
    m_struck = struck;
}

QSize ListRow::sizeHint() const
{
    return {240, rowHeight};
}

void ListRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    if (isEnabled() && underMouse())
        drawRounded(painter, rect(), radius::control, isDown() ? t.pressed : t.hover);
    if (hasFocus())
        drawRounded(painter, rect(), radius::control, {}, t.accent, 1.6);
    QRect line = rect().adjusted(space::s, 0, -space::s, 0);
    if (!m_face.isEmpty()) {
        drawAvatar(painter, QRect(line.left(), (height() - faceSide) / 2, faceSide, faceSide), m_face, m_square);
        line.setLeft(line.left() + faceSide + space::s + 2);
    }
    if (!m_icon.isEmpty()) {
        painter.drawPixmap(line.left() + 3, (height() - size::icon) / 2,
                           iconPixmap(m_icon, t.textSecondary, size::icon, devicePixelRatioF()));
        line.setLeft(line.left() + faceSide + space::s + 2);
    }
    painter.setFont(interfaceFont(TextSize::Small));
    painter.setPen(t.textTertiary);
    const int detail = painter.fontMetrics().horizontalAdvance(m_detail);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, m_detail);
    QFont font = interfaceFont(TextSize::Body, isEnabled() ? QFont::Medium : QFont::Normal);
    font.setStrikeOut(m_struck);
    painter.setFont(font);
    painter.setPen(m_struck ? t.textTertiary : t.text);
    line.setRight(line.right() - detail - space::m);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
}

}
