#include "ui/dialogs/Dialog.h"

#include "ui/theme/KithStyle.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace kith {

Dialog::Dialog(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
    , m_body(new QVBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QWidget)
    , m_problem(makeLabel({}, TextSize::Body, Ink::Danger))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    m_column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    m_column->setSpacing(space::m);
    m_column->addWidget(makeLabel(title, TextSize::Heading, Ink::Text, QFont::DemiBold));
    if (!text.isEmpty()) {
        QLabel* about = makeLabel(text, TextSize::Body, Ink::Secondary);
        about->setWordWrap(true);
        m_column->addWidget(about);
    }
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, space::s, 0, 0);
    row->addStretch();
    m_column->addLayout(m_body);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_buttons);
}

QPushButton* Dialog::addButton(const QString& text, bool primary, bool dangerous)
{
    auto* button = new QPushButton(text);
    setButtonKind(*button, dangerous ? ButtonKind::Danger : primary ? ButtonKind::Primary : ButtonKind::Plain);
    button->setDefault(primary);
    button->setAutoDefault(primary);
    m_buttons->layout()->addWidget(button);
    return button;
}

QPushButton* Dialog::addCancel()
{
    QPushButton* button = addButton(tr("Cancel"), false);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    return button;
}

void Dialog::complain(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void confirm(QWidget* parent, const QString& title, const QString& text, const QString& actText,
             std::function<void()> act)
{
    auto* dialog = new Dialog(title, text, parent);
    dialog->addCancel();
    QPushButton* go = dialog->addButton(actText, false, true);
    QObject::connect(go, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(act));
    dialog->open();
}

void askName(QWidget* parent, const NameQuestion& question, std::function<void(const QString&)> take)
{
    auto* dialog = new Dialog(question.title, question.text, parent);
    QLabel* label = makeLabel(question.label, TextSize::Small, Ink::Secondary, QFont::Medium);
    auto* line = new QLineEdit(question.name);
    QLabel* remark = makeLabel({}, TextSize::Small, Ink::Secondary);
    line->setAccessibleName(question.label);
    line->selectAll();
    label->setBuddy(line);
    dialog->body()->setSpacing(space::xs);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, line, remark})
        dialog->body()->addWidget(widget);
    dialog->addCancel();
    QPushButton* go = dialog->addButton(question.act, true);
    const auto judge = [=, ask = question.remark](const QString& typed) {
        go->setEnabled(!typed.trimmed().isEmpty());
        remark->setText(ask ? ask(typed.trimmed()) : QString());
    };
    judge(question.name);
    QObject::connect(line, &QLineEdit::textChanged, dialog, judge);
    QObject::connect(go, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [line, take = std::move(take)] { take(line->text().trimmed()); });
    dialog->open();
    line->setFocus();
}

}
