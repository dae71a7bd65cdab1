#include "ui/widgets/ProgressCard.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

ProgressCard::ProgressCard(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::Body, Ink::Text, QFont::DemiBold))
    , m_detail(makeLabel({}, TextSize::Small, Ink::Secondary))
    , m_bar(new QProgressBar)
    , m_stop(makeIconButton(u"x"_s, tr("Stop")))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::m, space::l);
    column->setSpacing(space::s - 2);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_detail);
    setFixedWidth(320);
    connect(m_stop, &QToolButton::clicked, this, &ProgressCard::stopAsked);
    hide();
}

void ProgressCard::tell(const QString& title, const QString& detail, double part)
{
    m_title->setText(title);
    m_detail->setText(detail);
    setAccessibleName(title + u", "_s + detail);
    m_bar->setRange(0, part < 0 ? 0 : 1000);
    m_bar->setValue(part < 0 ? 0 : int(part * 1000));
}

void ProgressCard::setStoppable(bool stoppable)
{
    m_stop->setVisible(stoppable);
}

void ProgressCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), radius::card, t.raised, t.borderStrong);
}

void ProgressCard::mouseReleaseEvent(QMouseEvent*)
{
    emit opened();
}

}
