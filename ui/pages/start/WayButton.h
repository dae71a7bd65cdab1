#pragma once

#include <QAbstractButton>

namespace kith {

// One of several ways to go on: an icon, a name, a sentence.
class WayButton : public QAbstractButton
{
    Q_OBJECT

public:
    WayButton(const QString& iconName, const QString& name, const QString& text, bool first, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_detail;
    bool m_first;
};

}
