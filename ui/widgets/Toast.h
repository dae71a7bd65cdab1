#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace kith {

// A word at the lower edge of the window about what was just done, with a way back. Goes by itself.
class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget* window);

    void say(const QString& text, const QString& action = {}, std::function<void()> act = {});
    // Stays until closed: something went wrong.
    void complain(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void appear(const QString& text, bool wrong);
    void place();

    QLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_act;
    QTimer m_timer;
    bool m_wrong = false;
};

}
