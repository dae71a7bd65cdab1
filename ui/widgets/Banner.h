#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kith {

// A line across a page that says how things stand: being indexed, read only, offline.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Success, Warning, Danger };

    explicit Banner(QWidget* parent = nullptr);

    void say(Kind kind, const QString& text);
    // A button at its end, until it says something else. `act` must not outlive what it works on.
    void setAction(const QString& text, std::function<void()> act);
    // A cross that puts it away.
    void setClosable();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    Kind m_kind = Kind::Info;
    QLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_act;
    QToolButton* m_close;
};

}
