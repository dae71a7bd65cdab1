#pragma once

#include <QAbstractButton>

namespace kith {

// A value that can be chosen: pressed, it is; a mark in its corner and its outline say so. An empty one is only shown.
class ChoiceCell : public QAbstractButton
{
    Q_OBJECT

public:
    // `several`: the mark is a tick, else a dot.
    ChoiceCell(const QString& text, bool several, QWidget* parent = nullptr);

    void setHeading(bool heading); // a record's name
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int textWidth(int width) const;

    bool m_several;
    bool m_heading = false;
};

}
