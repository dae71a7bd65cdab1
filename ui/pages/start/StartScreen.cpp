#include "ui/pages/start/StartScreen.h"

#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace kith {

StartScreen::StartScreen(Navigator& navigator, int width, QWidget* parent)
    : Page(navigator, parent)
    , m_outer(nullptr)
    , m_width(width)
{
    auto* inside = new QWidget;
    m_outer = new QHBoxLayout(inside);
    m_outer->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QVBoxLayout* StartScreen::begin(const QString& iconName, const QString& title, const QString& text)
{
    if (m_column) {
        m_column->hide();
        m_column->deleteLater();
        while (QLayoutItem* item = m_outer->takeAt(0))
            delete item;
    }
    auto* card = new Card;
    m_column = card;
    card->setFixedWidth(m_width);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    column->setSpacing(space::s);
    column->addWidget(new Emblem(iconName, 48));
    column->addSpacing(space::s);
    QLabel* head = makeLabel(title, TextSize::Title, Ink::Text, QFont::DemiBold);
    head->setWordWrap(true);
    column->addWidget(head);
    QLabel* about = makeLabel(text, TextSize::Body, Ink::Secondary);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addSpacing(space::m);
    m_outer->addStretch();
    m_outer->addWidget(card, 0, Qt::AlignVCenter);
    m_outer->addStretch();
    return column;
}

void StartScreen::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokens().window);
}

}
