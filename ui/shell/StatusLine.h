#pragma once

#include <QWidget>

class QLabel;

namespace kith {

// How things stand, at the lower edge: where the data is, what goes on.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setState(const QString& text);
    void setWork(const QString& text); // empty: nothing goes on

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_state;
    QLabel* m_work;
};

}
