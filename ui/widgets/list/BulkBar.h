#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace kith {

// What can be done with the records that are picked, floating over the lower edge of their list.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget* over);

    QPushButton* addAction(const QString& iconName, const QString& text);
    void tell(const QString& count);
    void place();

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* m_count;
    QHBoxLayout* m_row;
};

}
