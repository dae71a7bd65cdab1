#include "ui/widgets/Pill.h"

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

constexpr int pillHeight = 22;
constexpr int dotSide = 7;
constexpr int crossSide = 12;

int dotRoom(bool dot)
{
    return dot ? dotSide + 6 : 0;
}

}

QSize pillSize(const QString& text, bool dot)
{
    const QFontMetrics metrics(interfaceFont(TextSize::Small, QFont::Medium));
    return {metrics.horizontalAdvance(text) + 2 * space::s + dotRoom(dot), pillHeight};
}

int drawPill(QPainter& painter, const QPoint& topLeft, const QString& text, const Hue& hue, bool dot, int widest)
{
    QRect rect(topLeft, pillSize(text, dot));
    rect.setWidth(std::min(rect.width(), widest));
    painter.save();
    drawRounded(painter, rect, pillHeight / 2, hue.soft);
    QRect line = rect.adjusted(space::s, 0, -space::s, 0);
    if (dot) {
        drawRounded(painter, QRect(line.left(), rect.center().y() - 3, dotSide, dotSide), dotSide / 2 + 1, hue.solid);
        line.setLeft(line.left() + dotRoom(true));
    }
    painter.setFont(interfaceFont(TextSize::Small, QFont::Medium));
    painter.setPen(hue.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width() + 1));
    painter.restore();
    return rect.width();
}

QString initialsOf(const QString& name)
{
    const QString clean = name.trimmed();
    if (clean.isEmpty())
        return {};
    if (clean.front().script() == QChar::Script_Han)
        return clean.left(1);
    const QStringList words = clean.split(u' ', Qt::SkipEmptyParts);
    QString initials = words.first().left(1);
    if (words.size() > 1 && words.last().front().isLetter())
        initials += words.last().left(1);
    return initials.toUpper();
}

void drawAvatar(QPainter& painter, const QRect& rect, const QString& name, bool square)
{
    static const QStringList colours = {u"blue"_s,   u"teal"_s, u"green"_s,  u"orange"_s, u"pink"_s,
                                        u"purple"_s, u"red"_s,  u"indigo"_s, u"brown"_s,  u"yellow"_s};
    uint sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    const Hue hue = tokens().hue(name.isEmpty() ? u"gray"_s : colours[qsizetype(sum % uint(colours.size()))]);
    painter.save();
    drawRounded(painter, rect, square ? std::max(4, rect.height() / 5) : rect.height() / 2, hue.soft);
    QFont font = interfaceFont(TextSize::Caption, QFont::DemiBold);
    const QString initials = initialsOf(name);
    font.setPixelSize(std::max(8, qRound(rect.height() * (initials.size() > 1 ? 0.38 : 0.46))));
    painter.setFont(font);
    painter.setPen(hue.text);
    painter.drawText(rect, Qt::AlignCenter, initials);
    painter.restore();
}

Pill::Pill(const QString& text, const QString& colour, QWidget* parent) : QAbstractButton(parent), m_colour(colour)
{
    setText(text);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setRemovable(bool removable)
{
    m_removable = removable;
    setFocusPolicy(removable ? Qt::StrongFocus : Qt::NoFocus);
    if (removable)
        setToolTip(tr("Remove"));
    updateGeometry();
}

QSize Pill::sizeHint() const
{
    QSize size = pillSize(text(), isCheckable());
    if (m_removable)
        size.rwidth() += crossSide + 2;
    return isCheckable() ? size + QSize(0, 4) : size;
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    Hue hue = t.hue(m_colour);
    const bool off = isCheckable() && !isChecked();
    if (off) {
        drawRounded(painter, rect(), height() / 2, underMouse() ? t.hover : QColor(), t.borderStrong);
        hue.soft = Qt::transparent;
        hue.text = t.textSecondary;
    } else if (isCheckable()) {
        drawRounded(painter, rect(), height() / 2, hue.soft, hue.solid);
        hue.soft = Qt::transparent;
    }
    drawPill(painter, {0, (height() - pillHeight) / 2}, text(), hue, isCheckable(),
             m_removable ? pillSize(text(), false).width() : width());
    if (m_removable) {
        drawRounded(painter, rect(), height() / 2, hue.soft);
        drawPill(painter, {0, 0}, text(), {Qt::transparent, hue.text, hue.solid}, false, width());
        painter.drawPixmap(width() - crossSide - 6, (height() - crossSide) / 2,
                           iconPixmap(u"x"_s, hue.text, crossSide, devicePixelRatioF()));
    }
    if (hasFocus())
        drawRounded(painter, rect(), height() / 2, {}, t.accent, 1.6);
}

void Pill::mouseReleaseEvent(QMouseEvent* event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (m_removable && rect().contains(event->position().toPoint()))
        emit removed();
}

void Pill::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        emit removed();
    else
        QAbstractButton::keyPressEvent(event);
}

Avatar::Avatar(int side, bool square, QWidget* parent) : QWidget(parent), m_square(square)
{
    setFixedSize(side, side);
}

void Avatar::setName(const QString& name)
{
    m_name = name;
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawAvatar(painter, rect(), m_name, m_square);
}

}
