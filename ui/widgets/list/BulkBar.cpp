#include "ui/widgets/list/BulkBar.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

namespace {

constexpr int shadowRoom = 8;

}

BulkBar::BulkBar(QWidget* over)
    : QWidget(over)
    , m_count(makeLabel({}, TextSize::Body, Ink::Text, QFont::DemiBold))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(shadowRoom + space::l, shadowRoom + 6, shadowRoom + space::s, shadowRoom + 6);
    m_row->setSpacing(space::xs);
    auto* close = makeIconButton(u"x"_s, tr("Pick none"));
    m_row->addWidget(m_count);
    m_row->addSpacing(space::s);
    m_row->addWidget(new Line(Qt::Vertical));
    m_row->addWidget(close);
    over->installEventFilter(this);
    connect(close, &QToolButton::clicked, this, &BulkBar::dismissed);
    hide();
}

QPushButton* BulkBar::addAction(const QString& iconName, const QString& text)
{
    auto* button = new QPushButton(icon(iconName), text);
    setButtonKind(*button, ButtonKind::Ghost);
    m_row->insertWidget(m_row->count() - 1, button);
    return button;
}

void BulkBar::tell(const QString& count)
{
    m_count->setText(count);
    setAccessibleName(count);
    show();
    raise();
    place();
}

void BulkBar::place()
{
    adjustSize();
    const QWidget* over = parentWidget();
    move((over->width() - width()) / 2, over->height() - height() - space::l);
}

bool BulkBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void BulkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRect panel = rect().adjusted(shadowRoom, shadowRoom - 2, -shadowRoom, -shadowRoom - 2);
    for (int i = 6; i > 0; i -= 2) {
        QColor shade = t.shadow;
        shade.setAlpha(shade.alpha() / 6);
        drawRounded(painter, panel.adjusted(-i, -i + 3, i, i + 2), radius::card + i, shade);
    }
    drawRounded(painter, panel, radius::card, t.raised, t.borderStrong);
}

}
