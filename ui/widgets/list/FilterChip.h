#pragma once

#include <QAbstractButton>

namespace kith {

// One filter of a list: quiet while it does nothing, coloured with what it lets through while it does.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString& name, QWidget* parent = nullptr);

    // What it lets through, for people; empty: everything.
    void setChoice(const QString& choice);
    bool isActive() const { return !m_choice.isEmpty(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void cleared(); // its cross was pressed
    void opened();  // it was pressed elsewhere, or by key

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString shown() const;
    QRect crossRect() const;

    QString m_name;
    QString m_choice;
};

}
