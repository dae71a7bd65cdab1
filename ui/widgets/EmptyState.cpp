#include "ui/widgets/EmptyState.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace kith {

Emblem::Emblem(const QString& iconName, int side, QWidget* parent) : QWidget(parent), m_icon(iconName)
{
    setFixedSize(side, side);
}

void Emblem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    drawRounded(painter, rect(), height() * 3 / 10, t.accentSoft);
    const int side = height() / 2;
    painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                       iconPixmap(m_icon, t.accentText, side, devicePixelRatioF()));
}

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(title, TextSize::Large, Ink::Text, QFont::DemiBold))
    , m_text(makeLabel(text, TextSize::Body, Ink::Secondary))
    , m_actions(new QWidget)
    , m_row(new QHBoxLayout(m_actions))
{
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(320);
    m_text->setMaximumWidth(420);
    m_row->setContentsMargins(0, space::s, 0, 0);
    m_row->addStretch();
    m_row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::s);
    column->addStretch(3);
    column->addWidget(new Emblem(iconName, 56), 0, Qt::AlignHCenter);
    column->addSpacing(space::xs);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_actions);
    column->addStretch(4);
    m_actions->hide();
}

void EmptyState::setTexts(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
}

QPushButton* EmptyState::addAction(const QString& text, bool primary)
{
    auto* button = new QPushButton(text);
    setButtonKind(*button, primary ? ButtonKind::Primary : ButtonKind::Plain);
    m_row->insertWidget(m_row->count() - 1, button);
    m_actions->show();
    return button;
}

void EmptyState::setActionsVisible(bool visible)
{
    m_actions->setVisible(visible);
}

}
