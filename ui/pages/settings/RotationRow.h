#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kith {

class Navigator;

// Puts the book under a new key: says what that does, asks, shows how far it is, and can be stopped without harm. It
// goes on while one looks at another page; its end is told in the window.
class RotationRow : public QWidget
{
    Q_OBJECT

public:
    explicit RotationRow(Navigator& navigator, QWidget* parent = nullptr);

signals:
    void problem(const QString& sentence); // empty: there is none any more

private:
    void ask();
    void start();
    void follow();

    Navigator& m_navigator;
    QPushButton* m_renew;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_state;
    QTimer m_poll;
};

}
