#include "ui/widgets/fields/DatePopup.h"

#include "ui/theme/Icons.h"
#include "ui/theme/KithStyle.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

DatePopup::DatePopup(QDate day, QWidget* parent) : QWidget(parent, Qt::Popup), m_calendar(new QCalendarWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Calendar"));
    m_calendar->setSelectedDate(day);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setLocale(locale());
    QTextCharFormat plain;
    plain.setForeground(tokens().text);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    QTextCharFormat head;
    head.setForeground(tokens().textTertiary);
    head.setBackground(tokens().raised);
    m_calendar->setHeaderTextFormat(head);
    if (auto* bar = m_calendar->findChild<QWidget*>(u"qt_calendar_navigationbar"_s)) {
        bar->setBackgroundRole(QPalette::Button);
        for (auto* button : bar->findChildren<QToolButton*>()) {
            QPalette ink = button->palette();
            ink.setColor(QPalette::ButtonText, tokens().text);
            button->setPalette(ink);
        }
        if (auto* back = bar->findChild<QToolButton*>(u"qt_calendar_prevmonth"_s))
            back->setIcon(icon(u"chevron-left"_s));
        if (auto* on = bar->findChild<QToolButton*>(u"qt_calendar_nextmonth"_s))
            on->setIcon(icon(u"chevron-right"_s));
    }
    auto* today = new QPushButton(tr("Today"));
    setButtonKind(*today, ButtonKind::Ghost);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->addWidget(m_calendar);
    column->addWidget(today);
    const auto choose = [this](QDate picked) {
        emit chosen(picked);
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
    connect(today, &QPushButton::clicked, this, [choose] { choose(QDate::currentDate()); });
}

void DatePopup::showBelow(const QWidget& field)
{
    adjustSize();
    QPoint at = field.mapToGlobal(QPoint(0, field.height() + 4));
    const QRect screen = field.screen()->availableGeometry();
    if (at.y() + height() > screen.bottom())
        at.setY(field.mapToGlobal(QPoint(0, -height() - 4)).y());
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(at);
    show();
    m_calendar->setFocus();
}

void DatePopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    painter.setPen(tokens().borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}
