#include "ui/dialogs/PassphraseDialog.h"

#include "ui/dialogs/SecretLine.h"
#include "ui/widgets/Text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace kith {

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
        const auto next = m_next->secret();
        if (!(next == m_again->secret()))
            return complain(tr("The two passphrases differ. Type the same one twice."));
        complain({});
        emit given(m_current ? m_current->secret() : SecretText(), next);
    });
}

SecretLine* PassphraseDialog::makeLine(const QString& name)
{
    auto* line = new SecretLine(SecretLine::Kind::Passphrase, name);
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
