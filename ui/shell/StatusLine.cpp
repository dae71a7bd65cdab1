#include "ui/shell/StatusLine.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>

namespace kith {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_state(makeLabel({}, TextSize::Small, Ink::Secondary))
    , m_work(makeLabel({}, TextSize::Small, Ink::Secondary))
{
    setFixedHeight(28);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l + 16, 1, space::l, 0);
    row->addWidget(m_state, 1);
    row->addWidget(m_work);
}

void StatusLine::setState(const QString& text)
{
    m_state->setText(text);
    setAccessibleName(text);
}

void StatusLine::setWork(const QString& text)
{
    m_work->setText(text);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().border);
    drawRounded(painter, QRect(space::l, height() / 2 - 3, 8, 8), 4, tokens().success.solid);
}

}
