#pragma once

#include "core/crypto/SecretText.h"
#include "ui/dialogs/Dialog.h"

namespace kith {

class SecretLine;

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
    void given(const kith::SecretText& current, const kith::SecretText& next);

private:
    SecretLine* makeLine(const QString& name);

    SecretLine* m_current = nullptr;
    SecretLine* m_next;
    SecretLine* m_again;
    QPushButton* m_go;
};

}
