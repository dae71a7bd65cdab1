#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kith {

// The shape of every dialog: a title, what it is about, what one fills in, buttons. Opened with open(), never waited
// for.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    Dialog(const QString& title, const QString& text, QWidget* parent);

    QVBoxLayout* body() const { return m_body; }
    QPushButton* addButton(const QString& text, bool primary, bool dangerous = false);
    QPushButton* addCancel();
    void complain(const QString& sentence);

private:
    QVBoxLayout* m_body;
    QVBoxLayout* m_column;
    QWidget* m_buttons;
    QLabel* m_problem;
};

// Asks before what cannot be undone; `act` is done only if the person says so.
void confirm(QWidget* parent, const QString& title, const QString& text, const QString& actText,
             std::function<void()> act);

// Asks for a name that is not empty. `remark` says what taking the one that is typed would mean, if anything.
struct NameQuestion
{
    QString title;
    QString text;
    QString label;
    QString name; // that stands there at first
    QString act;  // on the button
    std::function<QString(const QString& name)> remark;
};
void askName(QWidget* parent, const NameQuestion& question, std::function<void(const QString& name)> take);

}
