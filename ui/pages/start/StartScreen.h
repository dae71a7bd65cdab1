#pragma once

#include "ui/pages/Page.h"

class QHBoxLayout;
class QVBoxLayout;

namespace kith {

// The shape of every screen outside a book: a calm column in the middle of the window.
class StartScreen : public Page
{
    Q_OBJECT

public:
    StartScreen(Navigator& navigator, int width, QWidget* parent);

protected:
    // Empties the column for the next step.
    QVBoxLayout* begin(const QString& iconName, const QString& title, const QString& text);
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_outer;
    QWidget* m_column = nullptr;
    int m_width;
};

}
