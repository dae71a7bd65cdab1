#pragma once

#include <QDate>
#include <QWidget>

class QCalendarWidget;

namespace kith {

// A calendar that opens below a field and goes once a day is chosen.
class DatePopup : public QWidget
{
    Q_OBJECT

public:
    DatePopup(QDate day, QWidget* parent);
    void showBelow(const QWidget& field);

signals:
    void chosen(QDate day);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QCalendarWidget* m_calendar;
};

}
