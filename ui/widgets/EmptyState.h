#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace kith {

// What a place says while there is nothing in it: a picture, a sentence, what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    QPushButton* addAction(const QString& text, bool primary);
    void setActionsVisible(bool visible);

private:
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_actions;
    QHBoxLayout* m_row;
};

// A soft disc with an icon, for empty places and first screens.
class Emblem : public QWidget
{
    Q_OBJECT

public:
    Emblem(const QString& iconName, int side, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
};

}
