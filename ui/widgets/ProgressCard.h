#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace kith {

// Long work in a corner of the window: what, how far, how long yet, and a way to stop it.
class ProgressCard : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressCard(QWidget* parent = nullptr);

    // `part`: 0-1, negative while unknown.
    void tell(const QString& title, const QString& detail, double part);
    void setStoppable(bool stoppable);

signals:
    void stopAsked();
    void opened(); // pressed: the person wants to see more

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_detail;
    QProgressBar* m_bar;
    QToolButton* m_stop;
};

}
