#pragma once

#include "ui/theme/Tokens.h"

#include <QAbstractButton>

namespace kith {

// How much room a pill takes.
QSize pillSize(const QString& text, bool dot);
// An option or a tag: a coloured, rounded word; the dot says its colour again for options. Answers its width.
int drawPill(QPainter& painter, const QPoint& topLeft, const QString& text, const Hue& hue, bool dot, int widest);

// Two initials ("张伟" -> 张, "Ada Lovelace" -> AL) on a colour that a name always has.
void drawAvatar(QPainter& painter, const QRect& rect, const QString& name, bool square = false);
QString initialsOf(const QString& name);

// A pill as a widget. Checkable: chosen is filled, not chosen outlined. Removable: a cross, `removed` when pressed.
class Pill : public QAbstractButton
{
    Q_OBJECT

public:
    Pill(const QString& text, const QString& colour, QWidget* parent = nullptr);
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_colour;
    bool m_removable = false;
};

class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(int side, bool square = false, QWidget* parent = nullptr);
    void setName(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    bool m_square;
};

}
