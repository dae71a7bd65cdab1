#include "ui/shell/TopBar.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_back(makeIconButton(u"arrow-left"_s, tr("Back")))
    , m_forward(makeIconButton(u"arrow-right"_s, tr("Forward")))
    , m_search(new QLineEdit)
{
    setFixedHeight(52);
    m_search->setPlaceholderText(tr("Search everything, or type a command    Ctrl+K"));
    m_search->setAccessibleName(tr("Search everything, or type a command"));
    m_search->addAction(icon(u"search"_s, Tone::Tertiary), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(false);
    m_search->setMaximumWidth(560);
    m_search->setMinimumWidth(280);
    auto* create = new QPushButton(icon(u"plus"_s), tr("New"));
    create->setAccessibleName(tr("New record"));
    auto* lock = makeIconButton(u"lock"_s, tr("Lock (Ctrl+L)"));
    auto* help = makeIconButton(u"circle-question-mark"_s, tr("Help (F1)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::l, 1);
    row->setSpacing(space::xs);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addStretch(1);
    row->addWidget(m_search, 6);
    row->addStretch(1);
    row->addWidget(create);
    row->addSpacing(space::xs);
    row->addWidget(help);
    row->addWidget(lock);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backPressed);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardPressed);
    connect(lock, &QToolButton::clicked, this, &TopBar::lockPressed);
    connect(help, &QToolButton::clicked, this, &TopBar::helpPressed);
    connect(create, &QPushButton::clicked, this,
            [this, create] { emit newPressed(create->mapToGlobal(QPoint(0, create->height() + 4))); });
    setHistory(false, false);
}

void TopBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().border);
}

}
