#include "ui/pages/duplicates/ChoiceCell.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace kith {

namespace {

constexpr int leastWidth = 160;
constexpr int markSide = 14;
constexpr int mostLines = 4;
constexpr int wrapping = Qt::TextWordWrap | Qt::TextWrapAnywhere;

}

ChoiceCell::ChoiceCell(const QString& text, bool several, QWidget* parent) : QAbstractButton(parent), m_several(several)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
    setCheckable(true);
    setEnabled(!text.isEmpty());
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCell::setHeading(bool heading)
{
    m_heading = heading;
    update();
}

int ChoiceCell::textWidth(int width) const
{
    return width - 2 * space::m - markSide - space::s;
}

int ChoiceCell::heightForWidth(int width) const
{
    const QFontMetrics metrics(interfaceFont(TextSize::Body, m_heading ? QFont::DemiBold : QFont::Normal));
    const int lines = metrics.boundingRect(0, 0, textWidth(width), 4'000, wrapping, text()).height();
    return std::min(lines, mostLines * metrics.lineSpacing()) + 2 * space::s;
}

QSize ChoiceCell::sizeHint() const
{
    return {leastWidth, heightForWidth(leastWidth)};
}

QSize ChoiceCell::minimumSizeHint() const
{
    return {leastWidth / 2, size::control};
}

void ChoiceCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRect frame = rect().adjusted(1, 1, -1, -1);
    if (isChecked())
        drawRounded(painter, frame, radius::control, t.accentSoft, t.accent);
    else if (isEnabled())
        drawRounded(painter, frame, radius::control, underMouse() ? t.hover : t.raised, t.border);
    if (hasFocus())
        drawRounded(painter, frame, radius::control, {}, t.accent, 2);
    if (text().isEmpty())
        return;
    const QRect mark(frame.left() + space::m, frame.top() + space::s + 2, markSide, markSide);
    if (isChecked())
        painter.drawPixmap(mark.topLeft(),
                           iconPixmap(m_several ? QStringLiteral("check") : QStringLiteral("circle-check"),
                                      t.accentText, markSide, devicePixelRatioF()));
    else
        drawRounded(painter, mark, m_several ? radius::small : markSide / 2, {}, t.borderStrong, 1.4);
    painter.setFont(interfaceFont(TextSize::Body, m_heading ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isChecked() ? t.text : t.textSecondary);
    const QRect line(mark.right() + space::s, frame.top() + space::s - 1, textWidth(width()),
                     frame.height() - 2 * space::s + 2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop | wrapping, text());
}

}
