#pragma once

#include <QStandardItemModel>
#include <QWidget>

class QKeyEvent;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace kith {

// A list to tick things in, that stays open while one ticks: options, people, columns. Typing narrows it down.
class ChoicePopup : public QWidget
{
    Q_OBJECT

public:
    explicit ChoicePopup(QWidget* parent);

    struct Choice
    {
        QString key;
        QString text;
        QIcon icon;
        bool on = false;
    };
    void setChoices(const std::vector<Choice>& choices);
    // Let whoever opened it find the choices for what is typed (`searched`), instead of narrowing what is there.
    void setSearching(bool searching) { m_searching = searching; }
    QString typed() const;
    // Lets choices be moved and sized by Alt and the arrows; `hint` says so.
    void setArranging(const QString& hint);
    void moveChoice(const QString& key, int row);
    void addFooter(QWidget* widget);
    void showBelow(const QWidget& field);

signals:
    void ticked(const QString& key, const QString& text, bool on);
    void searched(const QString& typed);
    void moved(const QString& key, int step); // one up: -1
    void sized(const QString& key, int step); // one narrower: -1

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(const QKeyEvent& event, bool inList);
    void arrange(int key);
    void narrow(const QString& typed);
    void toggle(const QModelIndex& index);

    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_model;
    QVBoxLayout* m_column;
    bool m_searching = false;
    bool m_arranging = false;
};

}
