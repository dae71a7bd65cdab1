#include "ui/dialogs/PassphraseDialog.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Text.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

QLineEdit* makeSecretLine(const QString& name)
{
    auto* line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    line->setAccessibleName(name);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    QAction* look = line->addAction(icon(u"eye"_s, Tone::Tertiary), QLineEdit::TrailingPosition);
    look->setToolTip(PassphraseDialog::tr("Show what is typed"));
    QObject::connect(look, &QAction::triggered, line, [line, look] {
        const bool hidden = line->echoMode() == QLineEdit::Password;
        line->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        look->setIcon(icon(hidden ? u"eye-off"_s : u"eye"_s, Tone::Tertiary));
    });
    return line;
}

PassphraseDialog::PassphraseDialog(Purpose purpose, QWidget* parent)
    : Dialog(purpose == Purpose::Add ? tr("Add a passphrase") : tr("Change the passphrase"),
             tr("A sentence of several words is easy to keep in mind and hard to guess. Nobody can bring it back for "
                "you: without a passphrase, keychain or recovery code the book stays closed."),
             parent)
{
    if (purpose == Purpose::Change)
        m_current = makeLine(tr("Present passphrase"));
    m_next = makeLine(tr("New passphrase"));
    m_again = makeLine(tr("The same again"));
    addCancel();
    m_go = addButton(purpose == Purpose::Add ? tr("Add") : tr("Change"), true);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_next->text() != m_again->text())
            return complain(tr("The two passphrases differ. Type the same one twice."));
        complain({});
        emit given(m_current ? m_current->text() : QString(), m_next->text());
    });
}

QLineEdit* PassphraseDialog::makeLine(const QString& name)
{
    auto* line = makeSecretLine(name);
    QLabel* label = makeLabel(name, TextSize::Small, Ink::Secondary, QFont::Medium);
    label->setBuddy(line);
    body()->addWidget(label);
    body()->addWidget(line);
    return line;
}

void PassphraseDialog::setBusy(bool busy)
{
    m_go->setEnabled(!busy);
}

}
