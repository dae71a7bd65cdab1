#pragma once

#include "ui/dialogs/Dialog.h"

class QLineEdit;

namespace kith {

// Asks for a new passphrase, twice, and for the present one where it is changed.
class PassphraseDialog : public Dialog
{
    Q_OBJECT

public:
    enum class Purpose { Add, Change };
    PassphraseDialog(Purpose purpose, QWidget* parent);

    void setBusy(bool busy);

signals:
    // Both texts agree. Stays open: whoever asked closes it, or complains in it.
    void given(const QString& current, const QString& next);

private:
    QLineEdit* makeLine(const QString& name);

    QLineEdit* m_current = nullptr;
    QLineEdit* m_next;
    QLineEdit* m_again;
    QPushButton* m_go;
};

// A line for a secret, with a button to look at what one types.
QLineEdit* makeSecretLine(const QString& name);

}
