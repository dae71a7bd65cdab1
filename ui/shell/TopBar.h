#pragma once

#include <QLineEdit>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace kith {

// Over every page: back and forward, the search field, + New, lock.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    QLineEdit& search() { return *m_search; }
    void setHistory(bool back, bool forward);

signals:
    void backPressed();
    void forwardPressed();
    void newPressed(const QPoint& at);
    void lockPressed();
    void helpPressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_back;
    QToolButton* m_forward;
    QLineEdit* m_search;
};

}
