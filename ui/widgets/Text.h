#pragma once

#include "ui/theme/Fonts.h"

#include <QLabel>

class QPushButton;
class QToolButton;

namespace kith {

// What a text's colour says.
enum class Ink { Text, Secondary, Tertiary, Accent, Danger };

// A label in the type scale whose colour follows the theme.
QLabel* makeLabel(const QString& text, TextSize size = TextSize::Body, Ink ink = Ink::Text,
                  QFont::Weight weight = QFont::Normal);
void setInk(QLabel& label, Ink ink);

// A label of one line that gives way: "Very long na…", the whole text as its tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setWholeText(const QString& text);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

// A thin line between things.
class Line : public QWidget
{
    Q_OBJECT

public:
    explicit Line(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Orientation m_orientation;
};

// A quiet button with an icon; `name` is its tip and what a screen reader says.
QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

// A rounded panel, a little above the page.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
