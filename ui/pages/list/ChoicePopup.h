#pragma once

#include <QStandardItemModel>
#include <QWidget>

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
    void addFooter(QWidget* widget);
    void showBelow(const QWidget& field);

signals:
    void ticked(const QString& key, const QString& text, bool on);
    void searched(const QString& typed);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& typed);
    void toggle(const QModelIndex& index);

    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_model;
    QVBoxLayout* m_column;
    bool m_searching = false;
};

}
