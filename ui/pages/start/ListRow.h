#pragma once

#include <QAbstractButton>

namespace kith {

// One line of a short list: a face or an icon, a name, something quiet at its end. Pressed, it leads somewhere.
class ListRow : public QAbstractButton
{
    Q_OBJECT

public:
    ListRow(const QString& text, const QString& detail, QWidget* parent = nullptr);

    void setFace(const QString& name, bool square);
    void setIconName(const QString& name);
    void setStruck(bool struck);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_detail;
    QString m_face;
    QString m_icon;
    bool m_square = false;
    bool m_struck = false;
};

}
